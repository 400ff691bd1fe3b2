import type { Span } from '../../text/span.ts';
import { SCALES } from '../scales.ts';

/** A number as it stands in a text, in digits or words. */
export type Amount = Span & {
  /** What it may come to: "1.200" is 1200 or 1.2, "3.5 million" is 3,500,000. */
  readonly values: readonly number[];
  /** `%`, a currency's ISO code, or null for everything else. */
  readonly unit: string | null;
};

/** What may count is asked here more widely: "cents" is a hundred in French, and an amount may come to several values. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  ...SCALES,
  tn: 1e12,
  dozen: 12,
  hundert: 1e2,
  dutzend: 12,
  docena: 12,
  docenas: 12,
  cent: 1e2,
  cents: 1e2,
  milliard: 1e9,
  douzaine: 12,
  cento: 1e2,
  mila: 1e3,
  dozzina: 12,
};

// Counted up from the first; "-" leaves a number out that is an everyday word too ("one", "ein").
const WORDS: Readonly<Record<string, string>> = {
  en: '- two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: '- zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  es: '- dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  fr: '- deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  it: '- due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
};
const TENS: Readonly<Record<string, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  fr: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
};
const ORDINALS: Readonly<Record<string, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  de: 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte',
  es: 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo',
  fr: 'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
  it: 'primo secondo terzo quarto quinto sesto settimo ottavo nono decimo',
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  dollar: 'USD',
  dollars: 'USD',
  dólares: 'USD',
  dollari: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  pfund: 'GBP',
  libras: 'GBP',
  livres: 'GBP',
  sterline: 'GBP',
  yen: 'JPY',
  rupees: 'INR',
  roubles: 'RUB',
  rubles: 'RUB',
  rubel: 'RUB',
  franken: 'CHF',
  francs: 'CHF',
  yuan: 'CNY',
  won: 'KRW',
  kronor: 'SEK',
  kroner: 'NOK',
  pesos: 'peso',
  eur: 'EUR',
  usd: 'USD',
  gbp: 'GBP',
};
const PERCENT =
  /^\s?(?:%|percent(?!age)|per cent|prozent|por ciento|pour cent|per cento|procent)/iu;

const DIGITS =
  /(us\$|[$€£¥₹₽]\s?)?(\d{1,3}(?:[.,\u00a0\u202f'’ ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)/giu;
const LETTERS = /[\p{L}]+(?:-[\p{L}]+)*/gu;

/** Every number of a text: digits, number words up to the nineties and ordinals, with million and the like. */
export function amountsIn(text: string, language: string | null): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const [whole, sign, digits = ''] = match;
    // The 16 of F-16 and the 7 of G7 belong to a name.
    if (/\p{L}-?$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const end = match.index + whole.length;
    found.push(
      scaled(text, { start: match.index, end }, sign?.trim(), readingsOf(digits, language)),
    );
  }
  const numbers = numberWords(language);
  let joined: { at: number; value: number } | undefined;
  for (const match of text.matchAll(LETTERS)) {
    const value = numbers.get(match[0].toLowerCase());
    if (value === undefined) continue;
    const start = match.index;
    // "two hundred and twelve": what follows a hundred is part of it.
    const before = /(?:hundred|hundert|cent|cento)(?:\s(?:and|und|et))?\s$/iu.test(
      text.slice(Math.max(0, start - 14), start),
    );
    const end = start + match[0].length;
    if (before && joined && found[joined.at]) {
      const last = found[joined.at]!;
      found[joined.at] = { ...last, end, values: last.values.map((v) => v + value) };
      joined = undefined;
      continue;
    }
    const amount = scaled(text, { start, end }, undefined, [value]);
    joined = amount.end > end ? { at: found.length, value } : undefined;
    found.push(amount);
  }
  return found.sort((a, b) => a.start - b.start);
}

function scaled(
  text: string,
  { start, end }: Span,
  sign: string | undefined,
  raw: readonly number[],
): Amount {
  const behind = /^[\s\u00a0-]?(\p{L}+)/u.exec(text.slice(end, end + 24));
  const scale = MULTIPLIERS[behind?.[1]?.toLowerCase() ?? ''];
  const after = scale ? end + (behind?.[0].length ?? 0) : end;
  const rest = text.slice(after, after + 24);
  const word = /^[\s\u00a0-]?(?:de |d['’])?([\p{L}€$£]+)/u.exec(rest)?.[1]?.toLowerCase() ?? '';
  const unit = sign
    ? (CURRENCIES[sign.toLowerCase()] ?? null)
    : PERCENT.test(rest)
      ? '%'
      : (CURRENCIES[word] ?? null);
  return { start, end: after, values: raw.map((v) => round(v * (scale ?? 1))), unit };
}

const round = (value: number) => Number(value.toPrecision(12));

// By which mark a language groups thousands: there three digits behind it are no fraction.
const GROUPS: Readonly<Record<string, string>> = { en: ',', de: '.', es: '.', it: '.' };

function readingsOf(digits: string, language: string | null): number[] {
  const marks = digits.replace(/\d/g, '');
  if (!marks) return [Number(digits)];
  const grouped = Number(digits.replace(/\D/g, ''));
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return [grouped];
  const decimal = Number(`${digits.slice(0, last).replace(/\D/g, '')}.${digits.slice(last + 1)}`);
  const couldGroup = /[.,]\d{3}$/.test(digits);
  if (!couldGroup) return [decimal];
  const groups = digits[last] === GROUPS[language?.slice(0, 2).toLowerCase() ?? ''];
  if (groups || (marks.length > 1 && new Set(marks).size === 1)) return [grouped];
  return [grouped, decimal];
}

const known = new Map<string, ReadonlyMap<string, number>>();

function numberWords(language: string | null): ReadonlyMap<string, number> {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  const kept = known.get(code);
  if (kept) return kept;
  const words = new Map<string, number>();
  const units = (WORDS[code] ?? '').split(' ');
  for (const [i, word] of units.entries()) if (word && word !== '-') words.set(word, i + 1);
  for (const [i, ten] of (TENS[code] ?? '').split(' ').entries()) {
    if (!ten) continue;
    const value = (i + 2) * 10;
    words.set(ten, value);
    for (const [u, unit] of units.slice(0, 9).entries()) {
      const name = unit === '-' ? { en: 'one', de: 'ein', fr: 'un' }[code] : unit;
      if (!name) continue;
      words.set(
        code === 'de' ? `${name}und${ten}` : code === 'it' ? `${ten}${name}` : `${ten}-${name}`,
        value + u + 1,
      );
    }
  }
  for (const [i, ordinal] of (ORDINALS[code] ?? '').split(' ').entries()) {
    if (!ordinal) continue;
    words.set(ordinal, i + 1);
    if (code === 'de')
      for (const ending of ['n', 'r', 's', 'm']) words.set(ordinal + ending, i + 1);
    if (/o$/.test(ordinal))
      for (const ending of ['a', 'os', 'as', 'i', 'e', ''])
        words.set(ordinal.slice(0, -1) + ending, i + 1);
  }
  known.set(code, words);
  return words;
}

/** The first number of a claim that none of the sources gives, with its unit; undefined where all stand there. */
export function unsupportedAmount(
  claimed: readonly Amount[],
  given: readonly Amount[],
): Amount | undefined {
  return claimed.find(
    (claim) =>
      !given.some(
        (source) =>
          source.values.some((v) => claim.values.includes(v)) &&
          ((claim.unit === '%') === (source.unit === '%') || source.unit === claim.unit) &&
          (claim.unit === null || source.unit === null || claim.unit === source.unit),
      ),
  );
}
