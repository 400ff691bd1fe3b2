import type { Candidate } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import { logOddsOf } from './network.ts';
import { queryOfHeld } from './query.ts';
import { kindOf, type Weights } from './weights.ts';
import type { Held, HeldStory, Window } from './window.ts';

/** What is measured between two stories that one article fits, in the order of the weights. */
export const MERGE_FEATURES = [
  'better',
  'worse',
  'smallToBigMean',
  'smallToBigBest',
  'smallToBigWorst',
  'bigToSmallMean',
  'bigToSmallBest',
  'bigToSmallWorst',
  'bigSize',
  'smallSize',
  'gap',
  'profile',
  'shared',
  'bestShared',
  'bigProfile',
  'smallProfile',
  'hasText',
] as const;

const RIVALS = 3;
const SIX_HOURS = 6 * 3_600_000;

export type Rated = { readonly story: HeldStory; readonly score: number };

/** The bigger of two stories first; of equal ones the older. */
export function bigFirst(a: HeldStory, b: HeldStory): readonly [HeldStory, HeldStory] {
  const difference = a.articles.length - b.articles.length;
  if (difference !== 0) return difference > 0 ? [a, b] : [b, a];
  return a.articles[0]!.order < b.articles[0]!.order ? [a, b] : [b, a];
}

/** Measures whether two stories are one: would the articles of each join the other, and do they use the same words? */
export function createMergeEvidence(
  window: Window,
  evidence: Evidence,
  weights: Weights,
): (best: Rated, other: Rated, field: readonly HeldStory[]) => Float64Array {
  function wouldJoin(from: HeldStory, to: HeldStory, field: readonly HeldStory[]): number[] {
    const rivals = field.filter((story) => story !== from && story !== to).slice(0, RIVALS);
    const candidates: Candidate[] = [to, ...rivals].map((story) => ({ story, nearest: [] }));
    return sampleOf(from.articles).map((held) => {
      const [features] = evidence(queryOfHeld(held, window.vocabulary), candidates);
      return logOddsOf(weights.join[kindOf(held)], features!);
    });
  }

  return (best, other, field) => {
    const [big, small] = bigFirst(best.story, other.story);
    const profiles = compareProfiles(window, big, small);
    return Float64Array.of(
      best.score,
      other.score,
      ...summary(wouldJoin(small, big, field)),
      ...summary(wouldJoin(big, small, field)),
      Math.log(big.articles.length),
      Math.log(small.articles.length),
      gapOf(newest(big), newest(small)),
      ...profiles,
      best.story.articles.at(-1)!.bodyWords === 0 ? 0 : 1,
    );
  };
}

function sampleOf(articles: readonly Held[]): readonly Held[] {
  if (articles.length <= 3) return articles;
  return [articles[0]!, articles[articles.length >> 1]!, articles.at(-1)!];
}

function summary(values: readonly number[]): [number, number, number] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, Math.max(...values), Math.min(...values)];
}

function newest(story: HeldStory): number {
  return Math.max(...story.articles.slice(-20).map(({ at }) => at ?? Number.NEGATIVE_INFINITY));
}

function gapOf(a: number, b: number): number {
  const gap = Math.abs(a - b);
  return Number.isFinite(gap) ? Math.log1p(gap / SIX_HOURS) : 0;
}

/** How alike the two are in which share of their articles uses each word. */
function compareProfiles(window: Window, big: HeldStory, small: HeldStory): number[] {
  const { logTotal, logs } = window.vocabulary.weights();
  const a = profileOf(big);
  const b = profileOf(small);
  let dot = 0;
  let bigSquare = 0;
  let smallSquare = 0;
  let shared = 0;
  let bestShared = 0;
  for (const [term, share] of a) {
    const x = share * Math.max(0, logTotal - logs[term]!);
    bigSquare += x * x;
    const other = b.get(term);
    if (other === undefined) continue;
    const y = (x / share) * other;
    dot += x * y;
    shared += Math.min(x, y) ** 2;
    bestShared = Math.max(bestShared, Math.min(x, y));
  }
  for (const [term, share] of b) smallSquare += (share * Math.max(0, logTotal - logs[term]!)) ** 2;
  return [
    dot === 0 ? 0 : dot / Math.sqrt(bigSquare * smallSquare),
    shared === 0 ? 0 : shared / Math.min(bigSquare, smallSquare),
    bestShared,
    Math.sqrt(bigSquare) / 5,
    Math.sqrt(smallSquare) / 5,
  ];
}

/** The newest articles stand for a big story. */
const PROFILED = 48;

function profileOf({ articles }: HeldStory): Map<number, number> {
  const read = articles.length > PROFILED ? articles.slice(-PROFILED) : articles;
  const shares = new Map<number, number>();
  for (const { terms } of read) {
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + 1 / read.length);
  }
  return shares;
}
