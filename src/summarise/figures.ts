import { SCALES } from './scales.ts';

/** A number in a text with what it counts. */
export type Figure = {
  readonly value: number;
  /** `%`, a currency's ISO code, or the noun that follows, lower case; null where nothing says. */
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  r$: 'BRL',
  dollar: 'USD',
  dollars: 'USD',
  dólares: 'USD',
  dollari: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pounds: 'GBP',
  pfund: 'GBP',
  yen: 'JPY',
  rupees: 'INR',
  roubles: 'RUB',
  rubles: 'RUB',
  francs: 'CHF',
  franken: 'CHF',
  yuan: 'CNY',
};

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  nove: 9,
  dieci: 10,
};

const WORD = new RegExp(`(?<![\\p{L}-])(?:${Object.keys(WORDS).join('|')})(?![\\p{L}'’-])`, 'giu');

const PERCENT = /^(?:%|percent|per cent|prozent|por ciento|pour cent|per cento|procent)/iu;
const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|märz|ene|abr|ago|dic|janv|févr|mars|avr|juin|juil|août|déc|gen|mag|giu|lug|set|ott)\p{L}{0,7}\.?(?![\p{L}])/iu;
// After these a number is a name, a time, an age or an address.
const NAMING =
  /(?:\b(?:no|nos|number|nr|route|highway|interstate|flight|page|chapter|section|article|artikel|act|level|phase|stage|channel|area|apollo|boeing|airbus|formula|covid|g|u|f|mq|aged?|version|room|unit|building|(?:jan|febr?)(?:uary)?|march|april|may|june|july|august|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|[#@:/-])\s?$/iu;
const FIGURE =
  /(?<![\p{L}\p{N}.,:/-])(us\$|r\$|[$€£¥₹₽])?\s?(\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?![\p{N}:/])/giu;

/** The figures of a text that count or measure something: no dates, times, ages, names or scores. */
export function figuresOf(text: string, language: string | null): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [whole, sign, digits] = match as unknown as [string, string | undefined, string];
    const end = match.index + whole.length;
    const start = end - whole.trimStart().length;
    const figure = readFigure(
      { text, language },
      { start, end },
      sign,
      parseNumber(digits, language),
      // A year has no mark between its thousands.
      /^\d{4}$/.test(digits),
    );
    if (figure) figures.push(figure);
  }
  for (const match of text.matchAll(WORD)) {
    const value = WORDS[match[0].toLowerCase()];
    if (
      value === undefined ||
      /\b(?:the|these|those|both|die|der|den|las|los|les|le|i|gli)\s$/i.test(
        text.slice(Math.max(0, match.index - 7), match.index),
      ) ||
      (language ?? 'en').slice(0, 2) !== wordLanguage(match[0])
    )
      continue;
    const figure = readFigure(
      { text, language },
      { start: match.index, end: match.index + match[0].length },
      undefined,
      value,
    );
    if (figure?.unit) figures.push(figure);
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** The value of a number in letters or digits; NaN where it is neither. */
export const numberOf = (written: string, language: string | null): number =>
  WORDS[written.toLowerCase()] ??
  (/^\d/.test(written) ? parseNumber(written, language) : Number.NaN);

const LANGUAGE_ORDER = ['en', 'de', 'es', 'fr', 'it'];
const wordLanguages = new Map(
  Object.keys(WORDS).map((word, i) => [
    word,
    LANGUAGE_ORDER[i < 26 ? 0 : i < 37 ? 1 : i < 48 ? 2 : i < 58 ? 3 : 4]!,
  ]),
);
const wordLanguage = (word: string) => wordLanguages.get(word.toLowerCase());

type Told = { readonly text: string; readonly language: string | null };

const isEnglish = (language: string | null) => (language ?? 'en').startsWith('en');

function readFigure(
  { text, language }: Told,
  { start, end }: { start: number; end: number },
  sign: string | undefined,
  raw: number,
  fourDigits = false,
): Figure | undefined {
  if (!Number.isFinite(raw) || NAMING.test(text.slice(Math.max(0, start - 14), start)))
    return undefined;
  const after = text.slice(end, end + 48);
  const behind = /^[\s\u00a0]?(\p{L}+)?/u.exec(after);
  const scale = scaleOf(behind?.[1]?.toLowerCase() ?? '', language);
  const at = scale === 1 ? end : end + (behind?.[0].length ?? 0);
  const value = raw * scale;
  const rest = text.slice(at, at + 48).replace(/^\.(?=\s\p{Ll})/u, '');
  if (/^(?:st|nd|rd|th)(?![\p{L}])|^ (?:years?|months?|weeks?|days?)[ -]old(?![\p{L}])/u.test(rest))
    return undefined;
  const scaleName = /(magnitude|magnitud|stärke|category|kategorie)(?: of| de)?\s$/iu.exec(
    text.slice(Math.max(0, start - 16), start),
  );
  const unit = scaleName?.[1]?.toLowerCase() ?? unitOf(rest, sign, language);
  if (
    !unit &&
    ((fourDigits && isYear(raw)) ||
      /^(?:st|nd|rd|th|er|º|ª)(?![\p{L}])|^\.\s\p{Lu}|^-(?:year|jährig)/iu.test(rest))
  )
    return undefined;
  if (unit === 'date' || unit === 'time' || /^-/.test(rest)) return undefined;
  return { value, unit, start, end: at };
}

// English shortens the million as Spanish and Portuguese write the thousand.
const scaleOf = (word: string, language: string | null) =>
  word === 'mil' && isEnglish(language) ? 1e6 : (SCALES[word] ?? 1);

function unitOf(rest: string, sign: string | undefined, language: string | null): string | null {
  if (sign) return CURRENCIES[sign.toLowerCase()] ?? null;
  const text = rest.replace(/^[\s\u00a0]+/, '');
  if (PERCENT.test(text)) return '%';
  if (
    MONTH.test(text) ||
    (/^\.\s?(?=\p{Lu})/u.test(rest) && MONTH.test(rest.replace(/^\.\s?/, '')))
  )
    return 'date';
  if (/^(?:de|di|of) /i.test(text) && MONTH.test(text.replace(/^\p{L}+ /u, ''))) return 'date';
  if (/^(?:a\.?m|p\.?m|uhr|o['’]clock|gmt|et|est|edt|utc)(?![\p{L}])/iu.test(text)) return 'time';
  if (isEnglish(language)) return englishUnit(text);
  // "of the 12", "12 in the", "3 to 5": the next word must be what is counted.
  const noun = /^(?:de |d['’])?(\p{Ll}[\p{L}-]+)/u.exec(text);
  const word = noun?.[1]?.toLowerCase() ?? /^(\p{Lu}\p{L}+)/u.exec(text)?.[1]?.toLowerCase();
  if (!word || word.length > 24 || NOT_COUNTED.has(word)) return null;
  return CURRENCIES[word] ?? word;
}

// What is counted without an s, and what is measured in.
const COUNTED =
  /^(?:people|men|women|children|police|folk|fish|sheep|cattle|deer|mice|geese|feet|teeth|aircraft|spacecraft|staff|crew|personnel|dead|killed|injured|wounded|missing|homeless|\p{Ll}+(?:men|women|people|craft)|km|kg|mg|mm|cm|ft|lb|mph|kph|mw|gw|kw|kwh|gb|tb|hz|mhz|ghz|hertz|celsius|fahrenheit|million|billion)$/u;
const FARTHEST = 5;

/**
 * The first plural among the next words: "11 Secret Service members", "five felony counts", "three black men". A number
 * with none ("the 2007 Hyundai", "the 5000 block of Elm Street") names something.
 */
function englishUnit(text: string): string | null {
  const words = text.match(/^(?:[\p{L}][\p{L}'’-]*(?:\s|(?=\W|$))){1,5}/u)?.[0].split(/\s+/) ?? [];
  for (const written of words.slice(0, FARTHEST)) {
    const word = written.toLowerCase();
    if (word.length > 24 || NOT_COUNTED.has(word) || /['’]/.test(word)) return null;
    if (/^\p{Lu}/u.test(written)) continue;
    if (CURRENCIES[word]) return CURRENCIES[word];
    if (COUNTED.test(word) || isPlural(word)) return word;
  }
  return null;
}

const isPlural = (word: string) =>
  /[^s]s$/.test(word) &&
  !/^(?:is|was|has|his|its|as|says|does|across|this|us|perhaps|versus|always|towards|afterwards)$/.test(
    word,
  );

const NOT_COUNTED = new Set(
  `mehr weniger más menos plus moins più meno fewer cast they he she it we you i who him them in on at of to from by for with and or but as than that which who when while after before during since until the a
  an his her their its is are was were has have had will would could may said says out off up down per between under
  over about around more less und oder im in am an auf aus bei bis mit nach von vor zu zum zur für als der die das den
  dem ein eine y o en de del con por para que se ha et ou en au aux du des dans par pour sur sous e o di da nel nella
  con per tra su`.split(/\s+/),
);

const isYear = (value: number) => Number.isInteger(value) && value >= 1000 && value <= 2100;

/** "1,200", "1.200,5", "2.5": the mark before three closing digits groups them, unless only a decimal makes sense. */
function parseNumber(digits: string, language: string | null): number {
  const comma = !['en', 'zh', 'ja', null].includes(language === null ? null : language.slice(0, 2));
  const last = /[.,](\d+)$/.exec(digits);
  if (!last) return Number(digits.replace(/\D/g, ''));
  const marks = digits.replace(/\d/g, '');
  const sameMarks = new Set(marks).size === 1;
  const groups =
    last[1]!.length === 3 && (marks.length > 1 ? sameMarks : (marks === '.') === comma);
  if (groups) return Number(digits.replace(/\D/g, ''));
  return Number(`${digits.slice(0, last.index).replace(/\D/g, '')}.${last[1]}`);
}

/** Whether two sentences with these figures count the same thing and come to different results. */
export function figuresConflict(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.some((left) => {
    if (left.unit === null) return false;
    const same = b.filter((right) => right.unit === left.unit);
    return same.length > 0 && same.every((right) => right.value !== left.value);
  });
}
