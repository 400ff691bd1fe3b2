import { ANSWER_FEATURES } from './answer-rating.ts';
import { SURE_WEIGHTS } from './answer-weights.ts';
import type { ParsedQuestion } from './question.ts';
import type { QuestionKind } from './question-kind.ts';

/** A sentence that may answer: of which article and story it is, its features, how likely it is the answer, 0 to 1. */
export type RatedSentence = {
  readonly article: number;
  readonly story: number;
  readonly features: readonly number[];
  readonly score: number;
};

type Feature = (typeof ANSWER_FEATURES)[number];

/** What of the best sentence tells whether it answers. */
const OF_BEST: readonly Feature[] = [
  ...(['covered', 'itself', 'verbatim', 'asked', 'named', 'namedNear', 'titled'] as const),
  ...(['absent', 'lacking', 'lackingInStory', 'strange', 'strangeInStory'] as const),
  ...(['weakest', 'weakestHere', 'rarestHere', 'rarestAround', 'rarestInStory'] as const),
  ...(['crux', 'cruxMissing', 'cruxNotInStory', 'cruxAround', 'signBefore'] as const),
  ...(['focus', 'focusNotInStory', 'focusNear', 'precise', 'kindNear', 'signAround'] as const),
  ...([
    'stretch',
    'futureMissing',
    'negated',
    'namesOne',
    'longAgo',
    'dangles',
    'early',
    'words',
  ] as const),
];
const KINDS: readonly QuestionKind[] = [
  ...(['who', 'who-is', 'name', 'when', 'where', 'how-many', 'how-old', 'why'] as const),
  ...(['whether', 'what'] as const),
];

/** What tells whether a question is answered at all, from the sentences that come nearest; the weights are in this order. */
export const SURE_FEATURES: readonly string[] = [
  ...['best', 'bestOfOtherArticle', 'bestOfOtherStory', 'third', 'aheadOfOtherStory'],
  ...['sentencesOfStory', 'articlesOfStory', 'othersTurn', 'mostItself', 'mostWeakest'],
  ...OF_BEST,
  ...KINDS,
  ...['cruxKnown', 'cruxNotHere', 'manyCruxNotHere', 'foreign', 'nameless'],
];

/** What the likelihood of a sentence that is not there counts as. */
const NONE = -5;
/** Sentences of the best one's story that are nearly as likely agree with it. */
const AGREES = 1;

const logOdds = (score: number) => {
  const p = Math.min(Math.max(score, 1e-4), 1 - 1e-4);
  return Math.log(p / (1 - p));
};

/** The features of a question with its sentences, the likeliest first; there must be one. */
export function sureFeatures(
  { kind, language, names }: ParsedQuestion,
  rated: readonly RatedSentence[],
): readonly number[] {
  const best = rated[0]!;
  const of = ({ features }: RatedSentence, name: Feature) =>
    features[ANSWER_FEATURES.indexOf(name)]!;
  const odds = (entry: RatedSentence | undefined) => (entry ? logOdds(entry.score) : NONE);
  const is = (yes: boolean) => (yes ? 1 : 0);
  const first = odds(best);
  const otherStory = odds(rated.find(({ story }) => story !== best.story));
  const agreeing = rated.filter((r) => r.story === best.story && odds(r) > first - AGREES);
  const most = (name: Feature) => Math.max(...rated.slice(0, 5).map((r) => of(r, name)));
  const crux = of(best, 'crux');
  return [
    first,
    odds(rated.find(({ article }) => article !== best.article)),
    otherStory,
    odds(rated[2]),
    first - otherStory,
    Math.min(agreeing.length, 6) / 3,
    Math.min(new Set(agreeing.map(({ article }) => article)).size, 4) / 3,
    rated.slice(0, 3).filter((r) => of(r, 'crux') > 0.5).length / 3,
    most('itself'),
    most('weakest'),
    ...OF_BEST.map((name) => of(best, name)),
    ...KINDS.map((k) => is(kind === k)),
    is(crux !== 0.5),
    is(crux === 0),
    is(kind === 'how-many' && crux === 0),
    is(language !== 'en'),
    is(names.size === 0),
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
