import { ANSWER_FEATURES } from './answer-rating.ts';
import { SURE_WEIGHTS } from './answer-weights.ts';
import type { ParsedQuestion } from './question.ts';

/** A sentence that may answer: which article it is of, its features and how likely it is the answer, 0 to 1. */
export type RatedSentence = {
  readonly article: number;
  readonly features: readonly number[];
  readonly score: number;
};

/** What tells whether a question is answered at all, from the sentences that come nearest; the weights are in this order. */
export const SURE_FEATURES = [
  'best',
  'bestElsewhere',
  'itself',
  'namedNear',
  'precise',
  'who',
  'why',
  'what',
  'whoNear',
  'turns',
  'turnsNotHere',
  'turnsNowhere',
  'manyTurnsNotHere',
  'othersTurn',
] as const;

type Feature = (typeof ANSWER_FEATURES)[number];
const logit = (p: number) => Math.log(p / (1 - p));

/** The features of a question with its sentences, the likeliest first; there must be one. */
export function sureFeatures(
  { kind }: ParsedQuestion,
  rated: readonly RatedSentence[],
): readonly number[] {
  const best = rated[0]!;
  const of = ({ features }: RatedSentence, name: Feature) =>
    features[ANSWER_FEATURES.indexOf(name)]!;
  const other = rated.find(({ article }) => article !== best.article);
  const is = (yes: boolean) => (yes ? 1 : 0);
  const crux = of(best, 'crux');
  return [
    logit(best.score),
    other ? logit(other.score) : -4,
    of(best, 'itself'),
    of(best, 'namedNear'),
    of(best, 'precise'),
    is(kind === 'who'),
    is(kind === 'why'),
    is(kind === 'what'),
    is(kind === 'who') * of(best, 'kindNear'),
    is(crux !== 0.5),
    is(crux === 0),
    of(best, 'cruxMissing'),
    is(kind === 'how-many' && crux === 0),
    rated.slice(0, 3).filter((r) => of(r, 'crux') > 0.5).length / 3,
  ];
}

/** How surely the articles answer, 0 to 1. */
export function sureness(
  features: readonly number[],
  weights: readonly number[] = SURE_WEIGHTS,
): number {
  let sum = weights.at(-1)!;
  for (const [i, value] of features.entries()) sum += weights[i]! * value;
  return 1 / (1 + Math.exp(-sum));
}
