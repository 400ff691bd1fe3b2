import type { Candidate } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import { logOddsOf } from './network.ts';
import { queryOfHeld } from './query.ts';
import { kindOf, type Weights } from './weights.ts';
import { COUNTED_EACH_TIME, type Held, type HeldStory, type Window } from './window.ts';

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

const RIVALS = 1;
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
  const compareProfiles = createProfiles(window);

  function wouldJoin(from: HeldStory, to: HeldStory, field: readonly HeldStory[]): number[] {
    const rivals = field.filter((story) => story !== from && story !== to).slice(0, RIVALS);
    const candidates: Candidate[] = [to, ...rivals].map((story) => ({ story, nearest: [] }));
    return sampleOf(from.articles).map((held) => {
      const [features] = evidence(queryOfHeld(held, window.vocabulary), candidates);
      return logOddsOf(weights.join[kindOf(held, window.stories.size)], features!);
    });
  }

  return (best, other, field) => {
    const [big, small] = bigFirst(best.story, other.story);
    const profiles = compareProfiles(big, small);
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
  if (articles.length <= 2) return articles;
  return [articles[0]!, articles.at(-1)!];
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

/** A story's newest articles stand for it: which terms they use and how many of them each. */
type Profile = { readonly counts: Uint16Array; readonly terms: Int32Array; size: number };

function emptyProfile(): Profile {
  return { counts: new Uint16Array(1 << 12), terms: new Int32Array(1 << 12), size: 0 };
}

function fill(profile: Profile, { articles }: HeldStory): number {
  const read = articles.length > COUNTED_EACH_TIME ? articles.slice(-COUNTED_EACH_TIME) : articles;
  for (const { terms } of read) {
    for (const term of terms) {
      if (profile.counts[term] === 0) profile.terms[profile.size++] = term;
      profile.counts[term]! += 1;
    }
  }
  return read.length;
}

function empty(profile: Profile): void {
  for (let i = 0; i < profile.size; i += 1) profile.counts[profile.terms[i]!] = 0;
  profile.size = 0;
}

/** Compares stories by which share of their articles uses each word. */
function createProfiles(window: Window): (big: HeldStory, small: HeldStory) => number[] {
  const { vocabulary } = window;
  let a = emptyProfile();
  let b = emptyProfile();

  return (big, small) => {
    if (a.counts.length < vocabulary.size()) {
      const size = vocabulary.size() * 2;
      a = { counts: new Uint16Array(size), terms: new Int32Array(size), size: 0 };
      b = { counts: new Uint16Array(size), terms: new Int32Array(size), size: 0 };
    }
    const { logTotal, logs } = vocabulary.weights();
    const bigCount = fill(a, big);
    const smallCount = fill(b, small);
    let dot = 0;
    let bigSquare = 0;
    let smallSquare = 0;
    let shared = 0;
    let bestShared = 0;
    for (let i = 0; i < a.size; i += 1) {
      const term = a.terms[i]!;
      const tells = Math.max(0, logTotal - logs[term]!);
      const x = (a.counts[term]! / bigCount) * tells;
      const y = (b.counts[term]! / smallCount) * tells;
      bigSquare += x * x;
      dot += x * y;
      const both = Math.min(x, y);
      shared += both * both;
      if (both > bestShared) bestShared = both;
    }
    for (let i = 0; i < b.size; i += 1) {
      const term = b.terms[i]!;
      smallSquare += ((b.counts[term]! / smallCount) * Math.max(0, logTotal - logs[term]!)) ** 2;
    }
    empty(a);
    empty(b);
    return [
      dot === 0 ? 0 : dot / Math.sqrt(bigSquare * smallSquare),
      shared === 0 ? 0 : shared / Math.min(bigSquare, smallSquare),
      bestShared,
      Math.sqrt(bigSquare) / 5,
      Math.sqrt(smallSquare) / 5,
    ];
  };
}
