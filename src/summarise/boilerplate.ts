import { tellsOfThePast } from './verbs.ts';

// What stands in an article's text without being its story. Every pattern is bounded or anchored, so
// that a hostile line costs no more than its length.

/** Orders and offers to the reader, at the beginning of a sentence. */
const TO_THE_READER = new RegExp(
  `^(?:[(\\[>•*\\-– ]{0,4})(?:${[
    'read (?:more|the full|the rest|the original|next|also|on:|or share)',
    '(?:also )?(?:see|more|read|watch|listen|related|recommended|photos?|videos?|gallery|live|opinion|analysis|sources?)(?: [\\p{L} ]{0,30})?:',
    '(?:click|tap|swipe|scroll) (?:here|to|on|the|through|down|for)',
    '(?:please )?(?:sign|log) (?:up|in)\\b(?! (?:to the|for the) (?:pact|accord|treaty|deal))',
    '(?:please )?subscribe\\b',
    'already a (?:subscriber|member)',
    'get (?:the latest|our|breaking|more|email|push|unlimited)',
    '(?:please )?(?:enable|turn on|allow) (?:java ?script|cookies)',
    'your browser does not',
    '(?:we|this (?:web)?site|our (?:site|partners)) (?:and our partners )?uses? cookies',
    'by (?:continuing|clicking|signing|subscribing|using)[^.]{0,60}(?:agree|consent|accept)',
    'accept (?:all )?cookies',
    '(?:follow|like|find|join) (?:us|him|her|me|them|@|\\p{Lu}[\\p{L}. ]{1,60}? on (?:twitter|facebook|instagram|x|telegram|youtube|google|threads))',
    '(?:for (?:more|the latest|all the latest|confidential)|download|visit|stay with|tune in|have (?:a|more) (?:tip|to say|news)|got a (?:tip|story)|do you (?:have|know) (?:a |more |something|anything about this)|contact (?:us|the)|e-?mail (?:us|this)|send (?:us|your)|share (?:this|on|your|via)|tweet (?:this|with)|comments? (?:are|on this)|join the (?:conversation|discussion)|leave a comment|support (?:our|independent)|donate|advertisement|advertising|sponsored|continue reading|story continues|article continues|skip (?:ad|to|past|in)|enlarge|hide caption|toggle caption|close\\b$|now playing|up next|most read|trending|recommended|related (?:stories|articles|topics|coverage)|more (?:on this|from|stories|news|information)|what to know|view (?:images?|gallery|comments|this|on)|look(?:ing)? (?:at|for) (?:more|our)|watch (?:the|this|more|live|below|part of|\\p{Lu}\\p{L}+ (?:discuss|below|here|:)))',
    'this (?:article|story|report|post|piece|content|material) (?:was|is|has been|may|originally|first|appears?|appeared|contains)',
    '(?:originally|first) (?:published|posted|appeared)',
    'an? (?:earlier|previous|expanded|updated) version of this',
    'all rights reserved',
    '(?:©|\\(c\\)|copyright\\b|&copy;)',
    '(?:additional )?report(?:ing|ed) (?:by|from) \\p{Lu}',
    '(?:editing|writing|compiled|edited|translated) by \\p{Lu}',
    'with (?:additional )?(?:reporting|files|reports|contributions|material) (?:by|from)',
    '(?:image|photo|picture|video|media) (?:copyright|caption|credit|source|by|courtesy)',
    '(?:getty|file) (?:images?|photo)\\b',
    'file ?[-–—] (?:in )?(?:this|an?|\\p{Lu})',
    'in this (?:\\p{L}+\\.? (?:\\d{1,2}, )?\\d{4},? )?(?:file |undated )?(?:photo|image|picture|handout)',
    '(?:last )?(?:updated|published|posted|modified) (?:on |at |by )?(?:\\d|\\p{L}{3,9}\\.? \\d)',
    'any(?:one|body) (?:with|who has|having) (?:any |more |further )*(?:information|tips?|footage|knowledge)',
    '(?:tips|information|witnesses|callers) (?:can|may|should) (?:be|call|contact|also)',
    '(?:corrects|adds|updates|recasts|clarifies) [^\\p{Ll}]{2,80}(?:--|[–—])',
    'these crawls are part of',
    'crawls of (?:\\p{L}+ ){0,3}[“"‘\'\\p{L}].{0,30} sites',
    'embed (?:more|this|code)\\b|more news videos|\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ reports (?:during|on|from|for|live)\\b',
    'starting in 1996, alexa internet',
    '(?:terms|conditions) (?:of|and) (?:use|service|conditions)',
    'privacy policy',
    '(?:ap|reuters|afp|associated press|staff) (?:writers?|correspondents?|reporters?)\\b[^.]{0,200}contributed',
    // German, Spanish, French, Italian, Portuguese, Dutch
    '(?:lesen sie (?:auch|hier|mehr)|mehr (?:zum thema|lesen|dazu)|hier klicken|jetzt (?:abonnieren|anmelden)|newsletter|quelle:|foto:|bild:|anzeige\\b|auch interessant|das könnte sie)',
    '(?:lea (?:también|más)|lee (?:también|más)|leer más|ver más|haz clic|haga clic|suscríb[ae]|síguenos|sigue leyendo|te puede interesar|fuente:|publicidad\\b|compartir en)',
    '(?:lire (?:aussi|la suite|également|plus)|à lire|voir aussi|abonnez-vous|inscrivez-vous|cliquez|suivez-nous|publicité\\b|crédit photo|photo :)',
    '(?:leggi (?:anche|tutto)|iscriviti|clicca|seguici|abbonati|pubblicità\\b|riproduzione riservata|leia (?:também|mais)|inscreva-se|clique|assine|lees (?:ook|meer|verder)|schrijf je in)',
  ].join('|')})`,
  'iu',
);

/** Credits and notices that betray themselves anywhere in a sentence. */
const ANYWHERE =
  /all rights reserved|may not be (?:published|reproduced)|contributed to this (?:report|article|story)|thanks for subscribing|for our (?:free )?(?:daily |weekly )?newsletter|subscribe to (?:our|the|my)|(?:opens in new window)|pic\.twitter\.com\/|https?:\/\/t\.co\/|\(soundbite|can be (?:reached|contacted) at|(?:may be|reach (?:him|her|them|us)) (?:reached )?(?:at|on)\b.{0,40}@|share this (?:story|article)|(?:follow|find) \p{Lu}?[\p{L} ]{2,40} on (?:twitter|facebook|instagram)|follow @|add .{2,60} as an interest|in the gallery (?:above|below|at)|at the (?:top|bottom) of (?:the|this) (?:story|page|article)|stay up to date (?:on|with)|\(@\w+\)|sat down with .{3,90} (?:to (?:discuss|talk)|for an? (?:interview|chat|conversation))|has (?:the|this|more on (?:the|this)) story\b|is a (?:staff|senior|freelance|contributing) (?:writer|reporter|editor|correspondent)|cookie (?:policy|settings|preferences)|(?:agree|subject) to (?:our|the) (?:terms|privacy)|emails? privacy policy|to view this (?:video|content)|enable javascript|this video|video (?:above|below)|(?:photo|image|picture|graphic) (?:above|below)/iu;

/** A line that is nothing but a photographer's or an agency's name. */
const CREDIT =
  /(?:(?:\/|\||via|©|\(| - )\s?(?:getty|getty images|afp|ap|ap photo|reuters|epa|epa-efe|shutterstock|bloomberg|flickr|wikimedia|wireimage|sony|imago|dpa|picture alliance|alamy)[)\s\]]*$)|\((?:photo|image|picture|credit|foto|source)s?\b[^)]{0,120}\)?$/iu;

const AGENCY_PICTURE = /getty images|(?:ap|afp|reuters) photo|photo(?: by|:)|courtesy of/iu;

const BYLINE =
  /^(?:by|von|por|par|di|door|from)\s+(?:\p{Lu}[\p{L}.'’-]*[\s,]*(?:and|und|y|et|e|en|&|of|for|the)?\s*){1,10}(?:\||$|\d|@)/u;
const BARE_NAME = /^(?:[—–-]{1,2}\s*)?(?:\p{Lu}[\p{L}.'’-]*\s*){1,4}$/u;
const DATE_LINE =
  /^(?:(?:\p{L}{2,12}[.,]{0,2}\s*)?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\p{L}{3,10}\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}))\b.{0,40}$/u;

// News tells in the past; the present of these verbs describes a picture.
const CAPTION =
  /^[^.“"]{3,90}? (?:waves?|poses?|looks? on|gestures?|smiles?|is seen|are seen|is shown|are shown|is pictured|are pictured|seen here|pictured (?:here|in|at|on)|walks? (?:past|through|by|down)|stands? (?:near|next|outside|in front|at|on)|speaks? (?:during|at a|to reporters|on stage)|attends?|arrives? (?:at|for|on)|takes? part in|holds? (?:up|a|his|her|an)|sits? (?:in|on|at|outside)|leaves? (?:the|a|his|her)|listens? (?:to|during|as)|shakes? hands)(?![\p{L}])/u;

const PICTURED =
  /\((?:far |top |bottom |from )?(?:left|right|centre|center)\)|(?<![\p{L}])(?:is|are) (?:seen|shown|pictured) (?:here|with|in|at|on|during|after|outside|as)(?![\p{L}])|(?<![\p{L}])(?:seen|pictured) here(?![\p{L}])/u;

const DATED = /\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}/u;
// "… on Tuesday, Oct. 27, 2009, in Larn": agencies date their pictures so, and nothing else.
const AGENCY_DATED =
  /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \p{Lu}\p{L}{2,8}\.?,? \d{1,2},? \d{4}/u;
const PAST =
  /(?<![\p{L}])(?:said|was|were|had|did|died|told|announced|\p{Ll}{2,}ed (?:on|in|at|by|to|that|the|an?|his|her|its|their))(?![\p{L}])/u;

// "… in Larn, Ohio March 25, 2015.": the date of the picture, behind its place. News dates what it tells with "on".
const ENDS_DATED =
  /(?:\p{Lu}[\p{L}.]*|,) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\p{Lu}\p{L}{2,8}\.? \d{1,2},? \d{4}\.?$/u;
const CLAUSE =
  /(?<![\p{L}])(?:that|who|which|where|after|as|while|during|following|when)(?![\p{L}])/u;

/** Present throughout, but for a clause, and the date of a picture at its end. */
function endsAsPicture(sentence: string): boolean {
  if (!/\d{4}\.?$/.test(sentence) || !ENDS_DATED.test(sentence)) return false;
  return !tellsOfThePast(sentence.split(CLAUSE, 1)[0]!);
}

/** Whether a sentence says that somebody stands in a picture: in so many words, or in the present with a full date. */
export function isPictured(sentence: string): boolean {
  return (
    (PICTURED.test(sentence) ||
      endsAsPicture(sentence) ||
      (CAPTION.test(sentence) && DATED.test(sentence)) ||
      (/\d{4}/.test(sentence) && AGENCY_DATED.test(sentence) && !PAST.test(sentence))) &&
    !/(?<![\p{L}])(?:said|says|video|footage)(?![\p{L}])/iu.test(sentence)
  );
}

/** Whether the first sentence of an article describes the picture above it. */
export function isCaption(sentence: string): boolean {
  return (
    CAPTION.test(sentence) &&
    !/(?<![\p{L}])(?:said|says|was|were|has|have|had|will|would|could|may)(?![\p{L}])/u.test(
      sentence,
    )
  );
}

// "(David Marsh / Staff Photographer)", "(Photo: Ana Cruz, AP)"; "(PHOTOS: …)" offers others.
const PICTURE_CREDIT =
  /^\s*\((?!photos:)(?:[^()\n]{0,80}(?:photograph|photo|image|picture|getty|courtesy)[^()\n]{0,60}|[\p{L}.& ]{3,40}\/\s?\p{L}[^()\n]{1,40})\)/iu;

/** Whether a sentence describes a picture by what stands `behind` it in its line: whose picture it is. */
export function isCredited(sentence: string, behind: string): boolean {
  return (
    PICTURE_CREDIT.test(behind) && !/["“”]|(?<![\p{L}])(?:said|says)(?![\p{L}])/u.test(sentence)
  );
}

/** A whole line that is furniture: a credit, byline, date, link list, rule or menu. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return true;
  if (TO_THE_READER.test(text.slice(0, 200)) && !isLongStory(text)) return true;
  if (text.length > 240) return false;
  if (CREDIT.test(text) || BYLINE.test(text) || DATE_LINE.test(text)) return true;
  if (BARE_NAME.test(text) && !/[.!?]$/.test(text)) return true;
  // A line of capitals is a heading or a menu, save in scripts without case.
  return text.length < 120 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters);
}

/** A sentence that speaks to the reader about the page, or tells who made it. */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length < 220 && AGENCY_PICTURE.test(sentence)) return true;
  return TO_THE_READER.test(sentence.slice(0, 200)) || ANYWHERE.test(sentence);
}

// "More: …" begins a paragraph now and then: a paragraph is judged by its sentences.
function isLongStory(text: string): boolean {
  return text.length > 240;
}
