import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { isAttributed } from '../attribution.ts';
import { isDispute } from '../disputed.ts';
import { ordersReader, speaksToReader } from './address.ts';
import { type Amount, amountsIn, unsupportedAmount } from './amounts.ts';
import { CONCEPTS, POLES } from './concept-words.ts';
import { type Concepts, conceptsIn, untold } from './concepts.ts';
import { countryOf } from './countries.ts';
import { datesMeant } from './days.ts';
import type { Reason } from './draft.ts';
import { type ReadWord, readWords } from './fold.ts';
import { forbiddenIn } from './forbidden.ts';
import { isIn } from './language.ts';
import { isOfficeWord } from './names.ts';
import { deniesOtherwise, type WithNoes } from './noes.ts';
import { asksOrOrders, ordersMachines } from './orders.ts';
import { swapsNames } from './roles.ts';

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
  if (asksOtherwise(original, text, { from, to }, statement)) return fault('order');
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
  if (!statement && isClaimed(original, from) && !isTold(text)) {
    return fault('unattributed');
  }
  const [told, given] = [read(text, to), read(original, from)];
  const date = apart(told.dates, given.dates);
  if (date) return fault('date', date);
  const number = otherNumber(told.amounts, given.amounts);
  if (number) return fault('number', text.slice(number.start, number.end) || null);
  const [ours, theirs] = [withNoes(text, to), withNoes(original, from)];
  if (deniesOtherwise(theirs, ours)) return fault('negation');
  const sense = otherSense(ours, theirs);
  if (sense !== undefined) return fault('meaning', sense);
  if (swapsNames(theirs, ours)) return fault('speaker');
  const name = otherName(told, given, { from, to });
  return name === undefined ? undefined : fault('name', name);
}

/** It says "you" or orders where the original does not. */
function asksOtherwise(
  original: string,
  text: string,
  { from, to }: Languages,
  statement: boolean,
): boolean {
  if (statement && speaksToReader(original, from, true)) return false;
  const known = new Set(original.toLowerCase().match(/[\p{L}'’]+/gu) ?? []);
  return speaksToReader(text, to, statement) || ordersReader(text, to, known);
}

/** A thing of the table that only the translation tells, or that it lost, or the opposite of what the original tells. */
function otherSense(ours: WithNoes, theirs: WithNoes): string | undefined {
  const more = untold(ours.concepts, [theirs.concepts.allowed], () => true);
  if (more) return ours.words[more.at]?.text;
  const lost = untold(theirs.concepts, [ours.concepts.allowed], (one) =>
    Boolean(one.grave || one.kept),
  );
  if (lost) return CONCEPTS[lost.concept] && theirs.words[lost.at]?.text;
  const tells = ({ told }: Concepts, concept: string) =>
    told.some((one) => one.concept === concept);
  const turned = POLES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]).find(
    ([one, other]) =>
      tells(ours.concepts, one) &&
      !tells(ours.concepts, other) &&
      tells(theirs.concepts, other) &&
      !tells(theirs.concepts, one),
  );
  return (
    turned && ours.words[ours.concepts.told.find((o) => o.concept === turned[0])?.at ?? 0]?.text
  );
}

const fault = (reason: Reason, what: string | null = null): Fault => ({ reason, what });

function withNoes(text: string, language: string): WithNoes {
  const words = readWords(text, language);
  return { text, words, language, concepts: conceptsIn(words, language) };
}

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

// Accusing and denying, which nobody but their speaker does.
const CLAIMED_ELSEWHERE =
  /(?<![\p{L}])(?:beschuldig|bezichtig|bestreite|bestritt|dementier|acus|niega|neg(?:ó|aron|ado)|desm(?:ie|i)nti?|accus|nie(?:nt)?(?![\p{L}])|nié|dément|neg(?:a|ato)(?![\p{L}])|smenti|den(?:y|ied|ies))/iu;
const isTold = (text: string) =>
  isAttributed(text) || isDispute(text) || CLAIMED_ELSEWHERE.test(text);

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
  const missing = (one: Read, language: string, other: ReadonlySet<string>) =>
    namesIn(one.words, language).find(
      (w) => !other.has(w.folded) && !isNoun(w, one, language, other),
    )?.text;
  return country ?? missing(given, from, spelled) ?? missing(told, to, sources);
}

/** German nouns before a name ("ein Sturm Port Lorne") and behind a number ("31.200 Stimmen Vorsprung") are no names. */
function isNoun(
  word: ReadWord,
  { words, amounts }: Read,
  language: string,
  sources: ReadonlySet<string>,
): boolean {
  if (language !== 'de') return false;
  const at = words.indexOf(word);
  const [before, next] = [words[at - 1], words[at + 1]];
  const isBeside = (a: Span | undefined, b: Span | undefined) =>
    a !== undefined && b !== undefined && b.start - a.end === 1;
  const counts = (w: ReadWord | undefined) => amounts.some((amount) => isBeside(amount, w));
  if (counts(word) || (isBeside(before, word) && counts(before))) return true;
  return (
    isBeside(word, next) &&
    sources.has(next!.folded) &&
    !(isBeside(before, word) && before!.capital)
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
