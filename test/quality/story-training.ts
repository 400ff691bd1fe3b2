import { FEATURE, FEATURES } from '../../src/cluster/features.ts';
import { MERGE_FEATURES } from '../../src/cluster/merging.ts';
import type { Network } from '../../src/cluster/network.ts';
import {
  KINDS,
  type Kind,
  MERGE_KINDS,
  type MergeKind,
  type Weights,
} from '../../src/cluster/weights.ts';
import { type Example, fitNetwork, randomFrom } from './fit-network.ts';
import type { Course } from './story-courses.ts';
import { type Met, runStories } from './story-runs.ts';
import { type StoryScore, scoreStories } from './story-score.ts';

/** What is added to each score once fitted. */
export type Shifts = {
  readonly join: Readonly<Record<Kind, number>>;
  readonly merge: Readonly<Record<MergeKind, number>>;
};

const ROUNDS = 4;
const SHAPES: Readonly<Record<Kind, { readonly hidden: number; readonly decay: number }>> = {
  fresh: { hidden: 0, decay: 1e-3 },
  freshShort: { hidden: 0, decay: 1e-3 },
  full: { hidden: 12, decay: 3e-4 },
  short: { hidden: 12, decay: 3e-4 },
  headline: { hidden: 6, decay: 1e-3 },
};

function plain(width: number, feature: number, weight: number, bias: number): Network {
  return {
    means: new Array<number>(width).fill(0),
    scales: new Array<number>(width).fill(1),
    straight: Array.from({ length: width }, (_, i) => (i === feature ? weight : 0)),
    bias,
    hidden: [],
  };
}

/** To begin with: one likeness and a threshold. */
const BEGIN: Weights = {
  join: perKind(() => plain(FEATURES.length, FEATURE.centre, 10, -2.5)),
  merge: perMergeKind(() =>
    plain(MERGE_FEATURES.length, MERGE_FEATURES.indexOf('profile'), 10, -6),
  ),
};

export function shifted(weights: Weights, by: Shifts): Weights {
  const shift = (network: Network, add: number) => ({ ...network, bias: network.bias + add });
  return {
    join: perKind((kind) => shift(weights.join[kind], by.join[kind])),
    merge: perMergeKind((kind) => shift(weights.merge[kind], by.merge[kind])),
  };
}

/** Trains on the stories that `counts` accepts, in rounds: each round's stories are made by the weights before. */
export function train(
  courses: readonly Course[],
  counts: (truth: string) => boolean = () => true,
  say: (line: string) => void = () => {},
): Weights {
  const join = perKind<Example[]>(() => []);
  const merge = perMergeKind<Example[]>(() => []);
  const random = randomFrom(5);
  let weights = BEGIN;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { streams, weight } of courses) {
      // A stricter or looser run each time: the weights shall stand both whole stories and splinters.
      const by = (random() - 0.5) * 2;
      const jittered = shifted(weights, {
        join: perKind(() => by),
        merge: perMergeKind(() => 0),
      });
      const joins: Met['join'] = [];
      const merges: Met['merge'] = [];
      for (const rows of streams) {
        const met: Met = { join: [], merge: [] };
        runStories(rows, jittered, met);
        const counted = met.join.filter(({ truth }) => counts(truth));
        const all = sumOf(counted, (example) => example.weight);
        // A stream of two articles teaches as much as one of fifty.
        joins.push(
          ...counted.map((e) => ({
            ...e,
            weight: (10_000 * weight * e.weight) / all / streams.length,
          })),
        );
        // The first round's stories are too poor to learn merging from.
        if (round > 0) merges.push(...met.merge.filter(({ truths }) => truths.every(counts)));
      }
      for (const { x, y, weight: own, kind } of joins) join[kind].push({ x, y, weight: own });
      const total = sumOf(merges, (example) => example.weight);
      for (const { x, y, weight: own, kind } of merges) {
        merge[kind].push({ x, y, weight: (1_000 * weight * own) / total });
      }
    }
    // What only serves to make the next round's stories need not be fitted as well.
    const effort = round === ROUNDS - 1 ? { networks: NETWORKS, epochs: 8 } : DRAFT;
    weights = {
      join: perKind((kind, i) =>
        join[kind].length > 0
          ? fitTogether(join[kind], { ...SHAPES[kind], ...effort }, i)
          : weights.join[kind],
      ),
      merge: perMergeKind((kind, i) =>
        merge[kind].length > 0
          ? fitNetwork(merge[kind], { hidden: 0, epochs: 20, seed: 9 + i, decay: 1e-2 })
          : weights.merge[kind],
      ),
    };
    const sizes = [...Object.values(join), ...Object.values(merge)].map(({ length }) => length);
    say(`round ${round + 1}: ${sizes.join(' ')}`);
  }
  return weights;
}

/** The mean of several networks: what one of them learned by chance, the others do not. */
function fitTogether(
  examples: readonly Example[],
  shape: {
    readonly hidden: number;
    readonly decay: number;
    readonly epochs: number;
    readonly networks: number;
  },
  seed: number,
): Network {
  const count = shape.hidden > 0 ? shape.networks : 1;
  const networks = Array.from({ length: count }, (_, i) =>
    fitNetwork(examples, { ...shape, seed: seed + 10 * i }),
  );
  const [first] = networks;
  return {
    means: first!.means,
    scales: first!.scales,
    straight: first!.straight.map(
      (_, i) => sumOf(networks, ({ straight }) => straight[i]!) / count,
    ),
    bias: sumOf(networks, ({ bias }) => bias) / count,
    hidden: networks.flatMap(({ hidden }) =>
      hidden.map((unit) => ({ ...unit, out: unit.out / count })),
    ),
  };
}

const NETWORKS = 3;
const DRAFT = { networks: 1, epochs: 4 };

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Which fold a true story is in: all its articles in all courses are left out together. */
function foldOf(truth: string, folds: number): number {
  let hash = 7;
  for (const char of truth) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (hash ^ (hash >>> 9)) % folds;
}

export type Figure = { readonly course: string; readonly score: StoryScore };

/** Trains without each fold and judges only its articles, in streams that hold all of them. */
export function crossValidate(
  courses: readonly Course[],
  folds: number,
  shifts: Shifts,
  say?: (line: string) => void,
): Figure[] {
  const scores = new Map<string, StoryScore[]>();
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = shifted(
      train(courses, (truth) => foldOf(truth, folds) !== fold, say),
      shifts,
    );
    for (const { name, streams } of courses) {
      const truth: string[] = [];
      const leftOut: boolean[] = [];
      const predicted: string[] = [];
      for (const [i, rows] of streams.entries()) {
        truth.push(...rows.map((row) => `${i} ${row.truth}`));
        leftOut.push(...rows.map((row) => foldOf(row.truth, folds) === fold));
        predicted.push(...runStories(rows, weights).map((story) => `${i} ${story}`));
      }
      const score = scoreStories(truth, predicted, (i) => leftOut[i]!);
      scores.set(name, [...(scores.get(name) ?? []), score]);
    }
  }
  return [...scores].map(([course, each]) => ({ course, score: meanOf(each) }));
}

function meanOf(scores: readonly StoryScore[]): StoryScore {
  const mean = (of: keyof StoryScore) =>
    scores.reduce((sum, score) => sum + score[of], 0) / scores.length;
  return {
    precision: mean('precision'),
    recall: mean('recall'),
    f1: mean('f1'),
    pairPrecision: mean('pairPrecision'),
    pairRecall: mean('pairRecall'),
    pairF1: mean('pairF1'),
  };
}

function perKind<T>(make: (kind: Kind, index: number) => T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind, i) => [kind, make(kind, i)])) as Record<Kind, T>;
}

function perMergeKind<T>(make: (kind: MergeKind, index: number) => T): Record<MergeKind, T> {
  return Object.fromEntries(MERGE_KINDS.map((kind, i) => [kind, make(kind, i)])) as Record<
    MergeKind,
    T
  >;
}
