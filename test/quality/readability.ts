import type { Claim, Digest } from '../../src/news/digest.ts';
import { isAttributed } from '../../src/summarise/attribution.ts';
import { hasVerb } from '../../src/summarise/verbs.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { termsOf } from '../../src/text/words.ts';
import { countsNothing, meansNoSeveral, showsOutside } from './pointing.ts';

/** What a reader stumbles over, each kind with words of its own: the writer's rules must not judge themselves. */
export const FAULTS = [
  'dangling openings',
  'pronouns without a name',
  'this and that without a noun before',
  'numbers of nothing',
  'repeated facts',
  'sentences over 40 words',
  'claims without a source',
  'judgements nobody is given',
  'clickbait or vague headlines',
  'headlines cut off',
  'fragments',
  'begun inside a quote',
  'bylines and boilerplate',
] as const;

export type Fault = { readonly kind: (typeof FAULTS)[number]; readonly text: string };

type Read = Pick<Digest, 'headline' | 'lede' | 'bullets' | 'contrasts' | 'disputed'> &
  Partial<Pick<Digest, 'whatChanged'>>;
type Texts = ReadonlyMap<number, string>;

/** Everything a reader would stumble over in one digest. `texts` are its articles' by id, `language` what it is told in. */
export function faultsOf(digest: Read, texts: Texts, language: string | null): Fault[] {
  const points = [digest.lede, ...digest.bullets].filter(({ text }) => text !== '');
  const shown = [...points, ...digest.contrasts, ...digest.disputed];
  const english = (language ?? 'en') === 'en';
  const sentences = points.flatMap((claim) => sentencesIn(claim.text));
  const { alone, behind } = readAlone(digest, texts);
  const each = [...alone, ...behind];
  const found: [Fault['kind'], string[]][] = [
    ['dangling openings', each.filter((t) => opensDangling(t, language))],
    [
      'pronouns without a name',
      english ? each.filter((t) => namesNobody(t) || meansNoSeveral(t)) : [],
    ],
    ['this and that without a noun before', english ? each.filter(showsOutside) : []],
    ['numbers of nothing', english ? alone.filter(countsNothing) : []],
    ['repeated facts', repeatsIn(digest, language)],
    ['sentences over 40 words', sentences.filter((s) => (s.match(/\S+/g)?.length ?? 0) > 40)],
    ['claims without a source', points.filter((c) => !hasSource(c, texts)).map((c) => c.text)],
    ['judgements nobody is given', each.flatMap(sentencesIn).filter(judges)],
    ['clickbait or vague headlines', [digest.headline].filter((h) => isTeasing(h))],
    ['headlines cut off', [digest.headline].filter(isCutOff)],
    ['fragments', english ? sentences.filter((s) => !hasVerb(s)) : []],
    ['begun inside a quote', points.filter((c) => beginsInside(c, texts)).map((c) => c.text)],
    ['bylines and boilerplate', shown.map((c) => c.text).filter(isFurnished)],
  ];
  return found.flatMap(([kind, faulty]) => faulty.map((text) => ({ kind, text })));
}

/**
 * Every text as it meets the reader, with nothing before it: of the lede and of what changed the first sentence, of
 * a contrast the outlets' own words without their names. `behind` are those that stand beside another outlet's.
 */
function readAlone(digest: Read, texts: Texts): { alone: string[]; behind: string[] } {
  const { lede, bullets, contrasts, disputed, whatChanged } = digest;
  const firsts = [lede.text, whatChanged ?? ''].flatMap((t) => sentencesIn(t).slice(0, 1));
  const told = contrasts.map(({ text, refs }) => {
    const own = refs.map(({ article, start, end }) => texts.get(article)?.slice(start, end) ?? '');
    const parts = own.length > 1 ? text.split(' / ') : [text];
    return parts.map((part, i) => {
      const label = /^[^:]{1,60}: /.exec(part)?.[0] ?? '';
      return own[i]?.startsWith(label) ? part : part.slice(label.length);
    });
  });
  return {
    alone: [
      ...firsts,
      ...[...bullets, ...disputed].map((c) => c.text),
      ...told.flatMap((parts) => parts.slice(0, 1)),
    ],
    behind: told.flatMap((parts) => parts.slice(1)),
  };
}

const sentencesIn = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

const words = (list: string) =>
  list
    .trim()
    .split(/\s*\|\s*|\n\s*/)
    .join('|');

// What a story is about stands elsewhere: "The company said …" tells only those who read on from there.
const ROLES = words(
  `company|firm|group|agency|team|man|woman|boy|girl|teen|teenager|child|couple|suspect|suspects|victim|victims|driver|
  officer|officers|report|study|statement|announcement|decision|move|deal|plan|proposal|measure|incident|attack|
  event|letter|video|post|tweet|article|author|authors|researchers|actor|actress|singer|star|film|movie|book|show|
  lawsuit|complaint|document|documents|news|comments|remarks|results|finding|findings|change|changes|issue|problem|
  case|update|upshot|performance|result|reason|aim|idea|trick|question|answer|same|latter|former|others?|two|three|
  pair|duo|trio|four|five|six|next day|following day|day before|day after|number|figure|figures|sum|amount`,
);
const DANGLING: Readonly<Record<string, RegExp>> = {
  en: new RegExp(
    `^["“‘'(]*(?:(?:he|she|they|it|this|that|these|those|his|her|their|its|such|both|another|neither|others|some of (?:them|these|those)|
      |one of (?:them|those|these)|(?:most|many|some|all|none|few|half|part|much|two|three|four|each|\\d+) of (?:them|those|these|it|that)|
      |but|and|or|nor|yet|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|additionally|instead(?! of)|then|thus|
      |therefore|besides|in addition|in contrast|by contrast|on the other hand|as a result|at the same time|in turn|indeed|similarly|
      |likewise|otherwise|consequently|afterwards?|that said|after that|because|which|who|again|not only|as such|even so|
      |for (?:example|instance)|in the meantime|at (?:that|this) (?:time|point)|in both cases|in (?:this|that) case|here|there,|once again|(?:in|on|at|after|before|during|by|with|under|despite|since|from|for|of) (?:it|this|that|these|those|them|him|her|his|their|its|which))(?![\\p{L}’'-])|
      |so(?:,| (?:he|she|they|it|far this))|(?:also|still|finally|later|earlier|separately|elsewhere|previously),|
      |The (?:${ROLES})(?=[,.;]| (?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|did|does|do|also|said|says|came|comes|took|told|\\p{Ll}+ed|\\p{Ll}{2,}s)(?![\\p{L}])))`.replace(
      /\|\n\s*\|/g,
      '|',
    ),
    'iu',
  ),
  de: /^[„“"(]*(?:er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|seine?[rsmn]?|ihre?[rsmn]?|beide|dabei|dazu|damit|daraufhin|davon|dafür|dagegen|dort|aber|und|doch|jedoch|allerdings|dennoch|trotzdem|zudem|außerdem|inzwischen|unterdessen|danach|dann|deshalb|daher|stattdessen|der mann|die frau|das unternehmen|die firma)(?![\p{L}])/iu,
  es: /^[«“"(¿¡]*(?:él|ella|ellos|ellas|esto|est[ae]s?|es[ae]s?|eso|su|sus|ambos|ambas|allí|pero|y|sin embargo|además|también|tampoco|mientras tanto|no obstante|por eso|por ello|así|luego|después|entonces|\p{L}+ de (?:ellos|ellas)|la empresa|el hombre|la mujer)(?![\p{L}])/iu,
  fr: /^[«“"(]*(?:il|elle|ils|elles|ce|c['’]|cela|ça|cet|cette|ces|son|sa|ses|leurs?|celui|celle|ceux|mais|et|or|cependant|toutefois|pourtant|ainsi|par ailleurs|en outre|alors|puis|ensuite|enfin|donc|l['’]entreprise)(?![\p{L}])/iu,
  it: /^[«“"(]*(?:egli|ella|lui|lei|loro|quest[oaie]|quello|quella|ciò|suo|sua|suoi|sue|entrambi|ma|e|ed|però|tuttavia|inoltre|intanto|quindi|poi|infine|così)(?![\p{L}])/iu,
};

function opensDangling(text: string, language: string | null): boolean {
  return DANGLING[language ?? 'en']?.test(text) ?? false;
}

const SPOKEN = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;
const PERSON = /(?<![\p{L}])(?:he|she|him|his|hers?|himself|herself)(?![\p{L}])/u;

const NAMED =
  /(?<=[\s(])\p{Lu}[\p{Ll}’'-]+|^\p{Lu}[\p{L}’'-]+ \p{Lu}|^(?!(?:Now|Then|Once|What|More|Today) )\p{Lu}[\p{L}’'-]+ (?:and|had|has|was|is|also|said|says|wrote|told|added|asked|did|will|would)(?![\p{L}])/u;
const SOMEBODY =
  /(?<![\p{L}])(?:an?|the|every|each|no|one|whose|anyone|someone|everyone) (?:[\p{L}\d-]+ ){0,3}\p{Ll}{3,}/iu;

// "Belarusian troops", "in Orla": names of no person.
const NO_PERSON =
  /(?<=[\s(])(?:\p{Lu}\p{L}+(?:ian|ish|ese|ean|ench|utch)(?= (?!said|had|has|was|is|who|will)\p{Ll})|(?:in|near|across|outside) (?:the )?(?:\p{Lu}\p{L}+(?!['’]s)(?: |(?=[,.])))+)/gu;

/** "For the first time he …": somebody is spoken of whom the text, up to there or at its end, has not named. */
function namesNobody(text: string): boolean {
  const own = text.replace(SPOKEN, ' ');
  const pronoun = PERSON.exec(own);
  if (!pronoun) return false;
  const before = own.slice(0, pronoun.index).replace(NO_PERSON, ' a ');
  const behind = own.slice(pronoun.index, pronoun.index + 60);
  return !NAMED.test(before.replace(/^\W*/, '')) && !SOMEBODY.test(before) && !NAMED.test(behind);
}

// Two of a digest's points that share as much of the shorter one's content words say one thing twice.
const SAME = 0.5;
const FEWEST = 4;

function repeatsIn(digest: Read, language: string | null): string[] {
  const points = [digest.lede.text, ...digest.bullets.map((b) => b.text)].map((text) => ({
    text,
    terms: new Set(termsOf(text, language)),
  }));
  return points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b) => {
      const [small, large] = a.terms.size < b.terms.size ? [a, b] : [b, a];
      const shared = [...small.terms].filter((t) => large.terms.has(t)).length;
      return shared >= FEWEST && shared / small.terms.size >= SAME ? [`${a.text} ≈ ${b.text}`] : [];
    }),
  );
}

function hasSource({ refs }: Claim, texts: Texts): boolean {
  return (
    refs.length > 0 &&
    refs.every(({ article, start, end }) => end > start && end <= (texts.get(article)?.length ?? 0))
  );
}

const JUDGING =
  /(?<![\p{L}])(?:liars?|lied|lies about|disgrace(?:ful)?|shameful(?:ly)?|disgusting|hypocri\p{L}+|witch[- ]hunt|sham|propaganda|radical left|extremists? (?:left|right)|outrageous(?:ly)?|absurd|ridiculous|pathetic|corrupt|crooked|rigged|stolen election|sabotaged|smear(?:s|ed)?|fake news|warped|garbage|evil|despicable|cowardly|masterful|brilliant(?:ly)?|nonsense|baseless(?:ly)?|so-called|unfortunately|sadly|thankfully|damaged goods|laughing stock|glorified|(?:possibly|perhaps|presumably|probably) because|simply (?:not true|wrong|false)|in (?:American|modern|our) (?:culture|society)|in reality,|all its forms|(?:doesn['’]t|does not) understand that)(?![\p{L}])/iu;

/** A word that judges, in the outlet's own voice, with nobody it is given to. */
function judges(sentence: string): boolean {
  const own = sentence.replace(SPOKEN, ' ');
  return JUDGING.test(own) && !isAttributed(own);
}

const TEASING =
  /\?|!|(?<![\p{L}])(?:you|your|you['’]re|we|our|i)(?![\p{L}])|(?<![\p{L}])(?:this is (?:why|what|how)|here['’]s|here are|that['’]s why|what (?:to know|we know|it means|that means|happens next)|things to|reasons (?:why|to)|ways to|everything (?:you|we|to know)|need to know|must-see|goes viral|won['’]t believe|shocking|stunning|jaw-dropping|epic|eviscerates?|clap(?:s|ped) back|meltdown|collection of|a look at|the (?:truth|real story|problem|trouble) (?:about|behind|with))(?![\p{L}])|^(?:watch|video|photos?|live|live updates|updates?|breaking|exclusive|opinion|analysis|explainer|podcast|quiz|review|factbox|fact ?check|report|now \p{Lu}\p{L}+|saved|revealed)\b\s?(?:live)?[!:|–-]|^(?:why|how|what|when|where|who|inside|meet|this|these|that|those|he|she|it|they)(?![\p{L}])|(?<=[:;,–-] )(?:how|why|what|here)(?![\p{L}])|^\d+ (?:\p{L}+ ){0,2}(?:things|ways|reasons|times|photos|facts|tips|takeaways|moments|questions|lessons)(?![\p{L}])/iu;

/** Teases, asks, labels, shouts, speaks of the reader, or says too little: "Deal reached". */
function isTeasing(headline: string): boolean {
  const outside = headline.replace(/[“"„«‘'][^“”"„«»‘’']{2,}[”"“»’'](?![\p{L}])/gu, ' ');
  const shouted = headline.match(/(?<![\p{L}])\p{Lu}{5,}(?![\p{L}])/gu)?.length ?? 0;
  return (
    TEASING.test(outside) ||
    /\p{Ll} & \p{Ll}/u.test(headline) ||
    shouted > 1 ||
    headline.split(' ').length < 4
  );
}

const HANGING =
  /(?:…|\.\.\.|[,;:–—-]|(?<![\p{L}])(?:the|a|and|or|but|of|to|in|on|at|for|from|with|by|as|that|which|who|whose|was|were|is|are|has|have|had|his|her|their|its|after|before|when|while|der|die|das|und|von|de|la|el|los|las|y|que|en|con|le|les|et|du|des))$/u;

const isCutOff = (headline: string) =>
  HANGING.test(headline.trim()) || (headline.match(/[“"„«”»]/gu)?.length ?? 0) % 2 === 1;

function beginsInside({ text, refs }: Claim, texts: Texts): boolean {
  if (/^\p{Ll}(?!\p{Lu})/u.test(text)) return true;
  const marks = (part: string) => part.match(/[“”"„«»]/gu)?.length ?? 0;
  if (marks(text) % 2 === 1) return true;
  const first = refs[0];
  const article = first && texts.get(first.article);
  if (!article) return false;
  const paragraph = article.lastIndexOf('\n', first.start) + 1;
  return marks(article.slice(paragraph, first.start)) % 2 === 1;
}

const CREDITED =
  /^By \p{Lu}\p{L}+ \p{Lu}|^[\p{Lu} .,’'-]{4,40}(?:, [\p{L}. ]{2,20})?(?:\(\p{L}+\)|—|–|--| - |>>)|^[\p{L}., ]{3,40} ?\((?:(?:Reuters|REUTERS|AP|AFP|CNN|UPI|dpa|EFE)\)|[A-Z]{2,6}\) ?[-–—])|^(?:CORRECTS|UPDATES?|NEW AT|WATCH|FILE)(?![\p{L}])/u;
const FURNITURE =
  /getty images|(?:ap|file|reuters) photo|photo (?:by|credit)|pictured (?:here|above|below)|(?:click|tap) here|subscribe|newsletter|sign up (?:for|to)|all rights reserved|copyright|follow (?:us|@|him on|her on)|contributed to this|(?:story|report|post) (?:was|has been) (?:updated|corrected)|(?:read|see) (?:more|also)|advertisement|https?:\/\/|www\.|(?:asked|urged|encouraged) to (?:call|contact)|(?:hot|tip) ?line|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|(?:is|was) a (?:staff |senior |national )?(?:reporter|correspondent|writer|editor) (?:for|at|with)|news crew reports|(?:for|with) (?:more )?information,? (?:call|visit)|sat down with/iu;

const isFurnished = (text: string) => CREDITED.test(text) || FURNITURE.test(text);
