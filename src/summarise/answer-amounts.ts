import { regular } from './irregular.ts';
import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';

/** What "how much", "how long" and the like measure. */
export type Measure = 'money' | 'span' | 'length' | 'extent' | 'age' | 'speed' | 'any';

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  en: `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|twice`,
  de: `zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|hunderte|tausende`,
  es: `dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta|cien|mil|medio|mitad`,
  fr: `deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-neuf|vingt|trente|quarante|cinquante|cent|mille`,
  it: `due|tre|quattro|cinque|sei|sette|otto|nove|dieci|cento|mille`,
};
const amountOf = (words: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[$€£¥]\\s?)?(?:\\d+(?:[.,:\\u00a0\\u202f ]\\d+)*|(?:${words})(?:[- ]?(?:${words}))*(?!\\p{L}))(?![\\p{N}])`,
    'giu',
  );
const AMOUNTS = new Map(
  Object.entries(NUMBER_WORDS).map(([code, words]) => [code, amountOf(words)]),
);
const amountsIn = (text: string, language: string | null) =>
  text.matchAll(AMOUNTS.get((language ?? 'en').slice(0, 2)) ?? AMOUNTS.get('en')!);
const NO_AMOUNT =
  /(?<![\p{L}])(?:no|none|nobody|not one|kein\p{L}*|niemand|ning[uú]n\p{L}*|nadie|aucune?|personne)(?![\p{L}])/iu;

const MONEY =
  /[$€£¥]|(?<![\p{L}])(?:dollars?|euros?|pounds?|pence|crowns|francs?|franken|yen|yuan|roubles|rubles|rupees|kronen|dólares|libras|pesos)(?![\p{L}])|\d(?:m|bn)(?![\p{L}])/iu;
const SPAN =
  /(?<![\p{L}])(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|secondes?|heures?|jours?|semaines?|mois|ans?|années?)(?![\p{L}])/iu;
const LENGTH =
  /(?<![\p{L}])(?:(?:kilo|centi|milli)?met(?:re|er)s?n?|km|cm|miles?|feet|foot|inch(?:es)?|yards?|(?:kilo|centi|milí)?metros?|(?:kilo|centi|milli)?mètres?|kilometern?|zentimetern?|hectares|acres)(?![\p{L}])|\d+(?:[.,]\d+)? ?(?:m|ft)(?![\p{L}])/iu;
const SPEED = /(?:per|an|pro|por|par|a) (?:hour|stunde|hora|heure)|km\/h|mph|knots|knoten|nudos/iu;
const AGE =
  /\baged? \d|years?[- ]old|(?<=\p{L}), \d{1,3},|Jahre alt|-jährig|\d{1,3} (?:años|ans|anni)|jährige|(?<!\d)(?:1\d|20)\d\d(?!\d)|\d years? ago|(?<!this )(?:\p{L}{3,}th|\p{L}{3,}first|third)[- ]century|siglo [IVX]+|Jahrhundert/iu;

const OF: Readonly<Record<Exclude<Measure, 'any' | 'age'>, RegExp>> = {
  money: MONEY,
  span: SPAN,
  length: LENGTH,
  // "How long is the bridge, the film?"
  extent: new RegExp(`${SPAN.source}|${LENGTH.source}`, 'iu'),
  speed: SPEED,
};

/** The stems that stand for what is counted, if something is; all stems that stand for the question's words. */
export type Counted = {
  readonly counted: ReadonlySet<string> | null;
  /** The counted word is as wide as "people", and the articles may say it in any way. */
  readonly isWide: boolean;
  readonly measure: Measure;
  readonly stems: ReadonlySet<string>;
  /** Those of the words that are no names; of all where there are no others. */
  readonly telling: ReadonlySet<string>;
};

const PLACED =
  /^[\s-](?:\p{L}+[\s-])?(?:ago|after|later|earlier|before|old|zuvor|später|nach|después|antes|plus tard|après|avant)(?![\p{L}])/iu;
const OF_THEM = /^\s(?:of (?:them|these|those)|davon|von ihnen|de ellos|de ellas|d['’]entre)/iu;

// How many words may stand between a figure and what it counts, behind and before it.
const BEHIND = 5;
const BEFORE = 4;
// How far, in letters, from a figure a word of the question may stand and still belong to it.
const NEAR = 60;

/** Where in a sentence a figure stands that counts or measures what the question asks for. */
export function amountsAsked({ text, language }: Sentence, asked: Counted): number[] {
  const amounts = [...amountsIn(text, language)].filter(
    ({ 0: words, index }) =>
      !/^(?:19|20)\d\d$/.test(words) || /[$€£]/.test(text.slice(index - 1, index)),
  );
  if (asked.measure === 'age') return placeOf(text, AGE);
  const none =
    asked.counted && holds(text, language, asked.counted) ? placeOf(text, NO_AMOUNT) : [];
  const isAsked = ({ 0: words, index }: RegExpMatchArray & { readonly index: number }) => {
    const end = index + words.length;
    const tail = text.slice(end, end + 24);
    if (/^(?:st|nd|rd|th)(?![\p{L}])/u.test(tail)) return false;
    const around = text.slice(Math.max(0, index - 12), end + 30);
    const measured = asked.measure === 'any' || asked.measure === 'age' ? null : OF[asked.measure];
    if (measured) {
      if (!measured.test(around)) return false;
      // "Forty minutes after": that is when, not how long.
      if (asked.measure === 'span' && PLACED.test(text.slice(end, end + 40))) return false;
    } else if (asked.counted === null && /^[\s-]?(?:percent|prozent|uhr)/iu.test(tail)) return true;
    const near = text.slice(Math.max(0, index - NEAR), end + NEAR);
    if (asked.counted === null)
      return asked.measure !== 'any' || holds(near, language, asked.stems);
    if (OF_THEM.test(tail)) return true;
    const behind = wordsBetween(text.slice(end, end + 80), BEHIND, false);
    const before = wordsBetween(text.slice(Math.max(0, index - 60), index), BEFORE, true);
    if (holds(behind, language, asked.counted) || holds(before, language, asked.counted))
      return true;
    if (asked.isWide)
      return (
        !OF.money.test(around) &&
        !SPAN.test(tail) &&
        !LENGTH.test(tail) &&
        holds(near, language, asked.stems)
      );
    return false;
  };
  return [...none, ...amounts.filter(isAsked).map(({ index }) => index)];
}

const placeOf = (text: string, pattern: RegExp) => {
  const at = text.search(pattern);
  return at < 0 ? [] : [at];
};

function wordsBetween(text: string, most: number, isBefore: boolean): string {
  const clause = isBefore ? text.split(/[;.:]\s/u).at(-1)! : text.split(/[;.:!?]\s/u)[0]!;
  const words = clause.replace(/-/g, ' ').trim().split(/\s+/);
  return (isBefore ? words.slice(-most) : words.slice(0, most)).join(' ');
}

const holds = (text: string, language: string | null, stems: ReadonlySet<string>) =>
  tokensOf(text, language).some((t) => stems.has(regular(t.stem, language)));

/** What the words of a question measure. */
export function measureOf(text: string): Measure {
  if (/\bhow fast\b|wie schnell|velocidad|quelle vitesse/iu.test(text)) return 'speed';
  if (/how old|what age|wie alt|cuántos años|qué edad|quel âge|quanti anni/iu.test(text))
    return 'age';
  if (
    /\bhow (?:tall|high|far|deep|wide)\b|wie (?:hoch|weit|tief|breit)|distancia|distance|altura/iu.test(
      text,
    )
  )
    return 'length';
  if (
    /how long (?:is|are|was|were) (?!.*(?:down|out|closed|shut|away|off|missing))|wie lang (?:ist|sind|war|waren)/iu.test(
      text,
    )
  )
    return 'extent';
  if (
    /how long|for how long|wie lange|cuánto (?:tiempo|dura)|combien de temps|quanto tempo/iu.test(
      text,
    )
  )
    return 'span';
  if (
    /how expensive|what (?:did|does|do|will|would|is|was) .*(?:cost|earn|paid|salary|worth)|(?:costs?|price|salary|fine|fee) (?:of|for)|(?:how much|wie ?viel|cuánto|combien|quanto)(?=.*(?:cost|pay|paid|earn|worth|money|price|offer|fine|lend|kost|zahl|verdien|cuest|costa|coste|pag|gana|coût|pai|dépens|gagn))|how much (?:money|is|was|does|did|will|were)|was kostet|qué cuesta/iu.test(
      text,
    )
  )
    return 'money';
  return 'any';
}
