import { wordsOf } from '../text/words.ts';
import { type Measure, measureOf } from './answer-amounts.ts';
import { cruxOf } from './question-crux.ts';
import { type Days, daysOf } from './question-days.ts';
import { focusOf } from './question-focus.ts';
import { asksWhoIs, kindOf, type QuestionKind } from './question-kind.ts';
import { languageOfQuestion } from './question-language.ts';
import { putPlainly } from './question-phrases.ts';
import { ABOUT, FUTURE, isContent, LONG_AGO, NEGATED, SAYING } from './question-words.ts';

/** A question as the search for its answer sees it; all words lower case. */
export type ParsedQuestion = {
  readonly kind: QuestionKind;
  /** It asks who somebody is, if its words are a name: then its kind is "who-is". */
  readonly mayBeWhoIs: boolean;
  /** Whose words are asked for ("said" only). */
  readonly speaker: readonly string[];
  /** The words the answer is about. */
  readonly terms: readonly string[];
  /** The words the asker wrote with a capital in the midst of the question: names for certain. */
  readonly names: ReadonlySet<string>;
  /** The word of `terms` that says what somebody did or what became of something; null where none is known to. */
  readonly crux: string | null;
  /** The word of `terms` that says what thing is asked for; null where none is known to. */
  readonly focus: string | null;
  /** It asks about what is to come. */
  readonly isFuture: boolean;
  /** It asks about what is so now. */
  readonly isPresent: boolean;
  /** It asks about what was years ago. */
  readonly isLongAgo: boolean;
  /** What is counted ("how many" only): the first word behind it. */
  readonly counted: string | null;
  /** What "how much", "how long" or "how old" measures. */
  readonly measure: Measure;
  /** ISO 639-1, guessed from its small words. */
  readonly language: string;
  /** It asks about what is not so. */
  readonly isNegated: boolean;
  /** The days it asks about; null: any. */
  readonly days: Days | null;
};

const WRITING = /^(?:write|writes|wrote)$/;
const PRESENT =
  /^\P{L}*(?:is|are|does|do|can|will|ist|sind|wird|kann|está|es|están|son|est-ce|est)(?!\p{L})/iu;
const AGE = /^(?:age|aged|ages|alter|edad|âge)$/;

/** Reads a question asked at `now`; `language` is the asker's, null for unknown. All words come back lower case. */
export function parseQuestion(asked: string, language: string | null, now: Date): ParsedQuestion {
  const text = putPlainly(asked);
  const tongue = languageOfQuestion(
    wordsIn(text).map(({ word }) => word),
    language,
  );
  const dated = daysOf(text, tongue, now);
  const words = wordsIn(dated.text);
  const content = (w: string) => isContent(w, tongue);
  const hasSmall = /\p{Ll}/u.test(text);
  // German writes every noun with a capital.
  const names = new Set(
    words
      .filter(({ word, capital }, i) => i > 0 && capital && hasSmall && content(word))
      .filter(
        () => tongue !== 'de' || /^wer (?:ist|war|sind)(?: \p{Lu}\p{L}*)+\P{L}*$/iu.test(text),
      )
      .map(({ word }) => word),
  );
  const plain = words.map((w) => w.word);
  const kind = kindOf(text, tongue);
  // French asks how with "comment"; "what share does X say" asks for the share.
  const isThing = /^\P{L}*(?:what|which) (?!did|does|do|is|was|has|had)\p{L}/iu.test(dated.text);
  // Who wrote a book is not asked for words.
  const isSaying = (w: string) =>
    SAYING.has(w) && !(tongue === 'fr' && w === 'comment') && !(kind === 'who' && WRITING.test(w));
  const verb = plain.findIndex(isSaying);
  const terms = plain.filter(
    (w) => content(w) && !(verb >= 0 && SAYING.has(w)) && !(kind === 'how-old' && AGE.test(w)),
  );
  const base = {
    ...{
      terms,
      names,
      crux: cruxOf(plain, terms, names, tongue, dated.text),
      focus: focusOf(plain, terms, names, dated.text),
      isFuture: FUTURE.test(dated.text),
      isPresent: PRESENT.test(dated.text) && !/\bever\b/i.test(dated.text),
      isLongAgo: LONG_AGO.test(dated.text),
      counted: null,
      measure: 'any' as Measure,
      speaker: [],
      mayBeWhoIs: kind === 'who' && asksWhoIs(text),
    },
    ...{ language: tongue, days: dated.days, isNegated: NEGATED.test(dated.text) },
  };
  if (verb >= 0 && !(isThing && content(plain[1] ?? '')) && (kind === 'what' || kind === 'who')) {
    if (kind === 'who') return { ...base, kind: 'who-said' };
    const { speaker, topic } = splitSaying(plain, verb, content);
    if (speaker.length > 0) return { ...base, kind: 'said', speaker, terms: topic };
  }
  if (kind === 'how-many' || kind === 'how-old') {
    const measure = kind === 'how-old' ? 'age' : measureOf(text);
    return { ...base, kind, counted: countedOf(plain, terms, measure), measure };
  }
  return { ...base, kind };
}

/** The words of a question, those joined by hyphens or apostrophes each for itself: "est-il", "Amory-Sato". */
function wordsIn(text: string): { readonly word: string; readonly capital: boolean }[] {
  return wordsOf(text).flatMap(({ text: whole }) =>
    whole
      .replace(/['’]s$/i, '')
      .split(/['’-]/u)
      .map((part) => ({ word: part.toLowerCase(), capital: /^\p{Lu}/u.test(part) })),
  );
}

/** "what did X say about Y", "was sagte X zu Y", "what X said about Y". */
function splitSaying(words: readonly string[], verb: number, isContent: (w: string) => boolean) {
  const left = divide(words.slice(0, verb), isContent);
  const right = divide(words.slice(verb + 1), isContent);
  if (left.first.length > 0) {
    return { speaker: left.first, topic: [...left.rest, ...right.first, ...right.rest] };
  }
  return { speaker: right.first, topic: right.rest };
}

/** The content words before the first "about", and those behind it. */
function divide(words: readonly string[], isContent: (w: string) => boolean) {
  const begin = words.findIndex(isContent);
  const at = begin < 0 ? -1 : words.findIndex((w, i) => i > begin && ABOUT.has(w));
  const end = at < 0 ? words.length : at;
  const content = (part: readonly string[]) => part.filter((w) => isContent(w) && !SAYING.has(w));
  return { first: content(words.slice(0, end)), rest: content(words.slice(end)) };
}

/** The first word behind "how many"; none where an amount is measured. */
function countedOf(
  words: readonly string[],
  content: readonly string[],
  measure: Measure,
): string | null {
  if (measure !== 'any') return null;
  const many = /^(?:many|viele|wieviele|cu[áa]nt[oa]s|combien|quant[ie]|number)$/;
  const at = words.findIndex((w) => many.test(w));
  if (at < 0) return null;
  return words.slice(at + 1).find((w) => content.includes(w)) ?? null;
}
