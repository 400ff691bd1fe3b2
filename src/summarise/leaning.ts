import { actsOnNobody, countsNothing, meansNobody, showsOutside } from './pointing.ts';
import { dangles } from './standalone.ts';

// What a digest refuses beyond what `dangles` knows: there the ranking of summaries rests on it as it stands.
const PARTS: Readonly<Record<string, RegExp>> = {
  en: /^["“‘'(]*(?:(?:and|or|nor|yet|then|thus|therefore|instead(?! of)|nevertheless|nonetheless|likewise|similarly|otherwise|consequently|(?:but|still),|elsewhere(?! (?:in|than))|once (?:again|more)|because for|the answer,|so(?! far)|now (?:he|she|they|it)|what (?:he|she|they|it)|which|again|(?:why|how|where|when|whether) (?:he|she|it|they)|not only|not (?:perfectly|surprisingly|everyone|all|so)|even so|that said|plus|in (?:both|all|each|some|many|most|either|neither) (?:cases?|instances?)|in (?:the|this|that) (?:case|instance|event))(?![\p{L}’'-])|(?:(?:\p{L}+|\d[\d.,]*) )?(?:\p{L}+|\d[\d.,]*) of (?:them|those|these|it|that|this)(?![\p{L}])|the (?:upshot|update|result|aim|reason|trick|number|question|measure|idea|performance|order|answer|pledge|(?:next|following|previous|same) (?:day|night|morning|week|month|year)|(?:day|night|week|month|year) (?:before|after)|rest|sum|amount|figures?|numbers?) (?:is|was|are|were|has|had|came|comes|follow|will|would|\p{L}+ed|\p{Ll}{2,}s)(?![\p{L}])|(?:for|to|with|among|by) (?:\p{Lu}[\p{L}’']+ ){1,3}(?:it|this|that) (?:was|is|has|had)(?![\p{L}]))/iu,
  de: /^["„“(]*(?:\p{L}+ (?:von ihnen|davon|darunter)|letztere[rsnm]?|die (?:entscheidung|maßnahme|ankündigung|summe|zahl|meldung|regelung) (?:ist|war|kommt|kam|gilt|wurde|wird|fiel|folgt|folgte|liegt|lag)|erstere[rsnm]?)(?![\p{L}])/iu,
  es: /^["«“(]*(?:(?:\p{L}+|\d[\d.]*) de (?:ellos|ellas|estos|estas|esos|esas)|est[ea] últim[oa]|(?:la (?:decisión|medida|noticia|iniciativa|propuesta|cifra|operación)|el (?:anuncio|acuerdo|plan|proyecto|hecho|suceso)) (?:llega|llegó|se|fue|es|supone|supuso|incluye|prevé|ocurrió)|el primero|el segundo)(?![\p{L}])/iu,
  fr: /^["«“(]*(?:(?:\p{L}+ )?d['’]entre (?:eux|elles)|ce(?:tte)? derni(?:er|ère)|ces derni(?:ers|ères))(?![\p{L}])/iu,
  it: /^["«“(]*(?:\p{L}+ di (?:loro|essi|esse)|quest['’]ultim[oa])(?![\p{L}])/iu,
};

const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;
const PERSON = /(?<![\p{L}])(?:he|she|him|his|hers?)(?![\p{L}])/u;
const NAMED =
  /(?<=[\s(])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|November|December)(?![\p{L}])|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)\p{Lu}[\p{Ll}’'-]+/u;
// "The mayor", "a friend": somebody whom the text need not name. Other nouns cannot be meant by "he".
const SOMEBODY =
  /(?<![\p{L}])(?:anyone|someone|everyone|nobody|(?:an?|every|each|no|one|the|whose) (?:[\p{L}\d’'-]+ ){0,3}?(?:\p{Ll}*(?:man|woman|er|or|ist|ian|ant|ent|ess|eer|ee|ary|ic|ain|ive)|aide|bishop|chief|judge|coach|clerk|thief|nurse|guide|priest|monk|pope|poet|cook|guard|boss|head|host|heir|hero|child|baby|boy|girl|son|wife|husband|friend|king|queen|prince|teen|youth|victim|suspect|candidate|delegate|advocate|pupil|spouse|widow|monarch|sheriff|colonel|general|tourist|one))(?![\p{L}])/iu;

// "One of the harbour's pilots", "Some 300 sheep", "Most voters in Larn": who is counted stands behind the number.
const COUNTED =
  /^["“‘'(]*(?:One|Some|Many|Most)(?: of (?:the|its|\p{Lu}\p{L}+['’]s?|\p{Lu}\p{L}+)|(?= \d)|(?= \p{Lu}))? (?!(?:of|who|that|which|such|more|other|others|and|or|also|then|even|still|is|are|was|were|has|have|had|will|would|could|may|might|can|did|do|said|say|says|told|came|went|took|made|got|ran|saw|left|lost|won|died|fled|felt|thought|called|\p{Ll}{2,}ed|in|on|at|from|by|with|to|for|as|like|under|thing|man|woman|person|day|way|reason|example|point|problem|question|time)(?![\p{L}]))[\p{L}\d]/u;
// "The company and the union in the Larn dispute", "The man from Orla": which is meant stands right behind.
const PLACED =
  /^["“‘'(]*The \p{Ll}+(?: and (?:the )?\p{Ll}+)? (?:in|of|behind|at|from|for|near|between|against|on) (?:the |an? )?(?:\p{Ll}+ ){0,2}(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}]))\p{Lu}\p{L}/u;
// "Belarusian troops", "in Larn": names of no person.
const NO_PERSON =
  /(?<=[\s(])(?:\p{Lu}\p{L}+(?:ian|ish|ese|ean|ench|utch)(?= \p{Ll})(?! (?:who|whose|had|has|was|is|said|says|will|would|told|also|did|does|went|came|took|made|\p{Ll}{2,}ed|\p{Ll}{2,}ly)(?![\p{L}]))|(?:in|near|across|outside|around) (?:the )?(?:\p{Lu}[\p{L}-]+(?!['’\p{L}-])(?: (?=\p{Lu}))?)+)/gu;
const says = (text: string) => COUNTED.test(text) || PLACED.test(text);
const isEnglish = (language: string | null) => (language ?? 'en').startsWith('en');
const EVERYBODY = new RegExp(SOMEBODY, 'giu');

/**
 * Whether a sentence opens with what only the sentence before it explains ("Cuatro de ellos", "Yet …", "The upshot
 * is"), speaks of a person whom it names neither before nor right behind, counts what it does not name, or takes up
 * with "this" or "that" what it has not said.
 */
export function leans(text: string, language: string | null): boolean {
  if (dangles(text, language) && !(isEnglish(language) && says(text))) return true;
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  if (PARTS[code]?.test(text)) return true;
  if (code !== 'en') return false;
  const own = text.replace(QUOTED, ' ');
  return (
    speaksOfNobody(own) ||
    ASCRIBED.test(own) ||
    countsAmongNone(own) ||
    meansNobody(own) ||
    actsOnNobody(own) ||
    showsOutside(own) ||
    countsNothing(own)
  );
}

// "The house stays shut, they said": who they are stands elsewhere, for nobody says so of himself.
const ASCRIBED =
  /, they (?:also )?(?:said|say|told|added|wrote|warned|argued|explained|noted|reported)(?![\p{L}])/u;
const AMONG =
  /(?<![\p{L}\d])(?:\d[\d.,]*|part|some|most|much|many|all|none|half|each|both|neither|either|several|few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of (them|these|those|it)(?![\p{L}])/u;
const SEVERAL =
  /\p{Ll}{2,}[^\Ws'’]s(?![\p{L}'’])|\p{Ll}(?:ses|xes|ss?es)(?![\p{L}])|(?<![\p{L}])(?:people|men|women|children|police|troops|feet|mice|fish|sheep|\p{L}+ and \p{L}+)(?![\p{L}])|\d/u;
const THING = /(?<![\p{L}])(?:an?|the|its|his|her|their|this|no|any|every|each) \p{L}/iu;

/** "187 of them", "part of it": of what, nothing before it in the sentence says. */
function countsAmongNone(own: string): boolean {
  const counted = AMONG.exec(own);
  if (!counted) return false;
  const before = own.slice(0, counted.index);
  if (counted[1] === 'it') return !THING.test(before.replace(EVERYBODY, ' ')) && !/\d/.test(before);
  return !SEVERAL.test(before);
}

function speaksOfNobody(own: string): boolean {
  const pronoun = PERSON.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index).replace(NO_PERSON, ' ');
  const behind = own.slice(pronoun.index, pronoun.index + 60);
  // "Now she": capitals from their place name nobody; "Yang and his team" does.
  const first =
    /^\W*\p{Lu}[\p{L}’'-]+(?:, (?:an?|the|who|whose|\d+)| (?:and|had|has|was|is|said|says|did|will|would|told|also)) /u.test(
      before,
    );
  const opens =
    /^\W*(?:Now|Then|Once|What|More|Today|Soon|Here|There|When|While|As|After|Before|If)(?![\p{L}])/u.test(
      own,
    );
  if (first && !opens) return false;
  return !NAMED.test(before) && !SOMEBODY.test(before) && !NAMED.test(behind);
}
