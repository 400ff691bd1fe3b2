import { stemmerFor, wordsOf } from '../text/words.ts';
import type { Closeness } from './answer-closeness.ts';
import { type Asked, COMMON_PERSON, newCapitals, newNames } from './answer-signs.ts';
import { ANSWER_WEIGHTS } from './answer-weights.ts';
import type { Coverage } from './coverage.ts';
import { regular } from './irregular.ts';
import { tidy } from './prose.ts';
import type { ParsedQuestion } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import { FUTURE, LONG_AGO, NEGATED } from './question-words.ts';
import type { Sentence } from './sentence.ts';
import { dangles } from './standalone.ts';

/** What speaks for a sentence as the answer to a question; the weights are fitted to these, in this order. */
export const ANSWER_FEATURES = [
  'covered',
  'itself',
  'asked',
  'named',
  'lacking',
  'absent',
  'wholly',
  'holdsKind',
  'precise',
  'early',
  'dangles',
  'asks',
  'words',
  'namesSomebody',
  'long',
  'tight',
  'namedNear',
  'all',
  'unnamed',
  'weakest',
  'weakestHere',
  'strange',
  'crux',
  'cruxMissing',
  'kindNear',
  'somebodyElse',
  'itselfNear',
  'verbatim',
  'lackingInStory',
  'titled',
  'strangeInStory',
  'rarestHere',
  'rarestAround',
  'rarestInStory',
  'cruxNotInStory',
  'stretch',
  'signAround',
  'cruxAround',
  'signBefore',
  'negated',
  'signs',
  'focus',
  'focusNotInStory',
  'focusNear',
  'futureMissing',
  'namesOne',
  'longAgo',
] as const;

// Kinds that a sign in the sentence tells, with more or less certainty.
const PRECISE: ReadonlySet<QuestionKind> = new Set([
  'when',
  'where',
  'how-many',
  'how-old',
  'who-is',
]);
// What they ask for may lie long ago.
const DATED: ReadonlySet<QuestionKind> = new Set(['when', 'how-old', 'who-is']);

/** The features of a sentence, in the order of `ANSWER_FEATURES`, each about 0 to 1. */
export function answerFeatures(
  question: ParsedQuestion,
  sentence: Sentence,
  asked: Asked,
  { found, near, signs, fits, meansSomebody }: Found,
): number[] {
  const { kind, terms } = question;
  const text = tidy(sentence.text);
  const isWho = kind === 'who' || kind === 'name';
  const namesNew =
    meansSomebody ||
    newNames(text, sentence.language, asked).length > 0 ||
    COMMON_PERSON.test(text);
  const by = nearestSign(sentence, asked, signs);
  return [
    found.covered,
    found.itself,
    found.asked,
    found.named,
    found.lacking,
    found.absent,
    found.asked * found.named,
    fits ? 1 : 0,
    PRECISE.has(kind) && fits ? 1 : 0,
    1 / (1 + 0.5 * sentence.index),
    dangles(text, sentence.language) ? 1 : 0,
    text.includes('?') ? 1 : 0,
    Math.min(terms.length, 6) / 6,
    isWho && namesNew ? 1 : 0,
    Math.min(sentence.words, 60) / 60,
    near.tight,
    found.namedNear,
    fits ? found.asked * found.namedNear * (1 - found.lacking) : 0,
    isWho && !namesNew ? 1 : 0,
    found.weakest,
    found.weakestHere,
    found.strange,
    found.crux,
    found.cruxAnywhere === 0 ? 1 : 0,
    by,
    !isWho && namesNew && question.names.size > 0 && found.named < 0.5 ? 1 : 0,
    by * found.itself,
    found.verbatim,
    found.lackingInStory,
    found.titled,
    found.strangeInStory,
    found.rarestHere,
    found.rarestAround,
    found.rarestInStory,
    found.cruxInStory === 0 ? 1 : 0,
    near.stretch,
    near.around,
    near.crux,
    isWho ? near.before : 0.5,
    NEGATED.test(text) && !question.isNegated ? 1 : 0,
    signs === null ? 0.5 : Math.min(signs.length, 4) / 4,
    found.focus,
    found.focusInStory === 0 ? 1 : 0,
    near.focus,
    question.isFuture && !FUTURE.test(text) ? 1 : 0,
    isWho && !namesNew && newCapitals(sentence, asked).length > 0 ? 1 : 0,
    LONG_AGO.test(text) && !question.isLongAgo && !DATED.has(kind) ? 1 : 0,
  ];
}

/** What was found of a question in a sentence; `signs` are where what is asked for may stand, null for unknown. */
export type Found = {
  readonly found: Coverage;
  readonly near: Closeness;
  readonly signs: readonly number[] | null;
  /** It holds the kind of thing asked for. */
  readonly fits: boolean;
  /** It begins with a pronoun for somebody whose name stands before it. */
  readonly meansSomebody: boolean;
};

/** How near a sign of the asked kind stands to a word that is asked about, 0 to 1; 0.5 where no sign is known. */
function nearestSign(
  { text, language }: Sentence,
  asked: Asked,
  signs: readonly number[] | null,
): number {
  if (signs === null) return 0.5;
  const stem = stemmerFor(language);
  const places = wordsOf(text)
    .filter((w) => asked.telling.has(regular(stem(w.text.toLowerCase()), language)))
    .map(({ start }) => start);
  let least = Number.POSITIVE_INFINITY;
  for (const place of places)
    for (const sign of signs) least = Math.min(least, Math.abs(place - sign));
  return 1 / (1 + least / 40);
}

/** How likely a sentence with these features answers, 0 to 1. */
export function likelihood(
  features: readonly number[],
  weights: readonly number[] = ANSWER_WEIGHTS,
): number {
  let sum = weights.at(-1)!;
  for (const [i, value] of features.entries()) sum += weights[i]! * value;
  return 1 / (1 + Math.exp(-sum));
}
