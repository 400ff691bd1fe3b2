import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { isAttributed } from '../attribution.ts';
import { isDispute } from '../disputed.ts';
import { type Amount, amountsIn, unsupportedAmount } from './amounts.ts';
import { countryOf } from './countries.ts';
import { datesMeant } from './days.ts';
import type { Reason } from './draft.ts';
import { type ReadWord, readWords } from './fold.ts';
import { forbiddenIn } from './forbidden.ts';
import { isIn } from './language.ts';
import { isOfficeWord } from './names.ts';
import { saysNo } from './negation.ts';
import { asksOrOrders, ordersMachines } from './orders.ts';

/** The languages between which a translation can be checked: their numbers, dates and noes are known. */
export const CHECKABLE: readonly string[] = ['en', 'de', 'es', 'fr', 'it'];

export type Languages = { readonly from: string; readonly to: string };

/** Why a translation is not shown, with the word it failed on. */
export type Fault = { readonly reason: Reason; readonly what: string | null };

const MARKED = /[“"„«]\s?([^“”"„«»\n]{1,800}?)\s?[”"“»]/gu;
// Spanish and French take up to a third more room than English; twice as much tells more than was said.
const LENGTH = { least: 0.5, most: 1.8, spare: 25 };
// Weekdays are placed by the same day on both sides: which one does not matter.
const WHEN = { publishedAt: new Date('2020-01-01T12:00:00Z'), storyAt: null };

/**
 * What a translation tells otherwise than its original, or undefined: another number, date, name or country, a "no"
 * more or less, another's words, a sentence more. It does not prove that the rest is translated well. A `statement` is
 * somebody's own words, who may ask and say "you".
 */
export function mistranslation(
  original: string,
  text: string,
  { from, to }: Languages,
  statement = false,
): Fault | undefined {
  const forbidden = forbiddenIn(text);
  if (forbidden) return forbidden;
  if (statement ? ordersMachines(text) : asksOrOrders(text)) return fault('order');
  if (splitSentences(text).length > Math.max(1, splitSentences(original).length)) {
    return fault('length');
  }
  const { least, most, spare } = LENGTH;
  if (text.length > most * original.length + spare || text.length < least * original.length) {
    return fault('length');
  }
  const marked = statement ? undefined : remarked(original, text);
  if (marked !== undefined) return fault('not verbatim', marked);
  const own = text.replace(MARKED, ' ');
  if (!isIn(own, to) || isLeft(original, text)) return fault('language');
  if (!statement && isClaimed(original, from) && !isAttributed(text) && !isDispute(text)) {
    return fault('unattributed');
  }
  const [told, given] = [read(text, to), read(original, from)];
  const date = apart(told.dates, given.dates);
  if (date) return fault('date', date);
  const number = otherNumber(told.amounts, given.amounts);
  if (number) return fault('number', text.slice(number.start, number.end) || null);
  if (saysNo(told.words, to) !== saysNo(given.words, from)) return fault('negation');
  const name = otherName(told, given, { from, to });
  return name === undefined ? undefined : fault('name', name);
}

const fault = (reason: Reason, what: string | null = null): Fault => ({ reason, what });

type Read = {
  readonly words: readonly ReadWord[];
  readonly dates: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
};

function read(text: string, language: string): Read {
  const dates = datesMeant(text, language, WHEN);
  const isOutside = (spans: readonly Span[]) => (span: Span) =>
    !spans.some((s) => span.start >= s.start && span.end <= s.end);
  const amounts = amountsIn(text, language).filter(isOutside(dates));
  return {
    words: readWords(text, language).filter(isOutside([...dates, ...amounts])),
    dates: new Set(dates.map((d) => d.date)),
    amounts,
  };
}

// English has many a verb of saying that is told otherwise elsewhere ("called", "promised"): these are not.
const CLAIMED =
  /(?<![\p{L}])(?:said|says|told|according to|claim(?:s|ed)|alleg(?:es|ed|edly)|reportedly|accus(?:es|ed)|den(?:ies|ied))(?![\p{L}])/iu;

const isClaimed = (text: string, language: string) =>
  language === 'en' ? CLAIMED.test(text) : isAttributed(text);

/** Marked words are somebody's and stay in the language they were said in, each once. */
function remarked(original: string, text: string): string | undefined {
  const words = (of: string) => [...of.matchAll(MARKED)].map((m) => m[1]!.replace(/[,.;]+$/, ''));
  const [given, told] = [words(original), words(text)];
  return (
    told.find((w) => !given.includes(w)) ??
    given.find((w) => !told.includes(w)) ??
    (told.length === given.length ? undefined : told[0])
  );
}

/** A text of some length that is its original once more was not translated. */
const isLeft = (original: string, text: string) =>
  text === original && original.split(/\s+/).length >= 6;

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined {
  return [...a].find((x) => !b.has(x)) ?? [...b].find((x) => !a.has(x));
}

/** One that only one side has, or that stands in another place: "12 dead and 40 hurt" the other way round. */
function otherNumber(told: readonly Amount[], given: readonly Amount[]): Amount | undefined {
  const added = unsupportedAmount(told, given);
  if (added) return added;
  // "The two of them" is "beide", and "for the first time" "erstmals".
  const counted = (amounts: readonly Amount[]) =>
    amounts.filter((a) => !a.values.some((v) => v < 3));
  const [mine, theirs] = [counted(told), counted(given)];
  const lost = unsupportedAmount(theirs, mine);
  if (lost) return { ...lost, start: 0, end: 0 };
  return mine.find((a, i) => !a.values.some((v) => theirs[i]?.values.includes(v)));
}

function otherName(told: Read, given: Read, { from, to }: Languages): string | undefined {
  const spelled = new Set(told.words.map((w) => w.folded));
  const sources = new Set(given.words.map((w) => w.folded));
  // Only English writes all that belongs to a country with a capital. What stands on both sides may be anything: Finn.
  const countries = ({ words }: Read, language: string, others: ReadonlySet<string>) =>
    new Set(
      words
        .filter((w) => (w.capital || language !== 'en') && !others.has(w.folded))
        .flatMap((w) => countryOf(w, language) ?? []),
    );
  const country = apart(countries(told, to, sources), countries(given, from, spelled));
  return (
    country ??
    namesIn(given.words, from).find((w) => !spelled.has(w.folded))?.text ??
    namesIn(told.words, to).find((w) => !sources.has(w.folded))?.text
  );
}

/** The words that are names: of countries and offices aside, which are translated. */
function namesIn(words: readonly ReadWord[], language: string): ReadWord[] {
  const mayName = (w: ReadWord | undefined): w is ReadWord =>
    w?.capital === true &&
    !w.common &&
    !isOfficeWord(w.folded) &&
    countryOf(w, language) === undefined;
  // "Neue Regeln", "All ships": what opens a sentence has its capital from its place.
  const isPlain = (w: ReadWord) =>
    w.opens && language === 'de' && /(?:e|en|er|es|em)$/.test(w.folded);
  return words.filter((w, i) => {
    if (!mayName(w)) return false;
    const beside = [words[i - 1], words[i + 1]].some(
      (other) =>
        mayName(other) &&
        !isPlain(other) &&
        (other.start - w.end === 1 || w.start - other.end === 1),
    );
    // German writes every noun with a capital: there only what stands beside another name can be told for one.
    return beside ? !isPlain(w) : language !== 'de' && !w.opens;
  });
}
