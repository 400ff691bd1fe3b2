// Fits the weights of story clustering and writes them:
//   npm run train:stories                        writes src/cluster/weights.json
//   npm run train:stories -- --folds 3           prints cross-validated figures instead and writes nothing
// A full run takes some minutes. The sets are read from ../shared/data, or where CRIER_QUALITY_DATA says.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURE, FEATURES } from '../../src/cluster/features.ts';
import { MERGE_FEATURES } from '../../src/cluster/merging.ts';
import type { Network } from '../../src/cluster/network.ts';
import { termsOfArticle } from '../../src/cluster/terms.ts';
import type { Kind, Weights } from '../../src/cluster/weights.ts';
import { type Example, fitNetwork, randomFrom } from './fit-network.ts';
import { type Met, runStories } from './story-runs.ts';
import { scoreStories } from './story-score.ts';
import { bundledRows, type Cut, cutTo, type StoryRow, storyRows } from './story-sets.ts';

const HOME = resolve(import.meta.dirname, '../..');
const DATA = resolve(process.env.CRIER_QUALITY_DATA ?? resolve(HOME, '../shared/data'));
const KINDS: readonly Kind[] = ['full', 'short', 'headline'];
const ROUNDS = 4;

/** Streams to train on and how much they count beside the others. */
type Course = {
  readonly name: string;
  readonly streams: readonly (readonly StoryRow[])[];
  readonly weight: number;
};

/** Sets of whole and of beginning articles that were gathered for summaries. */
const BUNDLES = ['multinews-dev100', 'neus-train'];

function rowsOf(name: string, cut: Cut): StoryRow[] | undefined {
  if (!BUNDLES.includes(name)) return storyRows(DATA, name, cut);
  const path = resolve(DATA, 'summaries', `${name}.jsonl`);
  return bundledRows(path, randomFrom(3)).map((row) => cutTo(cut, row));
}

function course(name: string, cut: Cut, weight = 1): Course {
  const rows = rowsOf(name, cut);
  if (!rows) throw new Error(`${name} is not in ${DATA}`);
  return { name: `${name} ${cut}`, streams: [rows], weight };
}

/** Streams of two articles, as a newcomer's stream begins: one pair of each story, and one with a like stranger. */
function pairCourse(name: string, cut: Cut, weight: number): Course {
  const rows = rowsOf(name, cut)!.filter(({ text, title }) => title + text !== '');
  const random = randomFrom(11);
  const words = rows.map((row) => termsOfArticle(row.title, row.text, row.language).words);
  const holders = new Map<string, number[]>();
  for (const [i, own] of words.entries()) {
    for (const word of own) holders.set(word, [...(holders.get(word) ?? []), i]);
  }
  const streams = rows.flatMap((row, i) => {
    const shared = new Map<number, number>();
    for (const word of words[i]!) {
      const list = holders.get(word)!;
      for (const j of list) shared.set(j, (shared.get(j) ?? 0) + 1 / list.length);
    }
    const likest = [...shared].sort((a, b) => b[1] - a[1]).map(([j]) => rows[j]!);
    const friends = rows.filter((other) => other !== row && other.truth === row.truth);
    const strangers = likest.filter((other) => other.truth !== row.truth).slice(0, 20);
    const dated = random() < 0.3;
    const pick = (from: readonly StoryRow[]) => from[Math.floor(random() * from.length)]!;
    const pair = (other: StoryRow) =>
      [row, other].map((side, id) => ({ ...side, id, arrived: id, at: dated ? side.at : null }));
    const others = [
      ...friends.slice(0, 1),
      strangers[0],
      strangers.length > 0 ? pick(strangers) : undefined,
    ];
    if (friends.length > 1) others.push(pick(friends));
    return others.filter((other) => other !== undefined).map(pair);
  });
  return { name: `${name} ${cut} pairs`, streams, weight };
}

const straight = (width: number, feature: number, weight: number, bias: number): Network => ({
  means: new Array<number>(width).fill(0),
  scales: new Array<number>(width).fill(1),
  straight: Array.from({ length: width }, (_, i) => (i === feature ? weight : 0)),
  bias,
  hidden: [],
});

/** To begin with: one likeness and a threshold. */
const BEGIN: Weights = {
  join: Object.fromEntries(
    KINDS.map((kind) => [kind, straight(FEATURES.length, FEATURE.centre, 10, -2.5)]),
  ) as Record<Kind, Network>,
  merge: straight(MERGE_FEATURES.length, MERGE_FEATURES.indexOf('profile'), 10, -6),
};

/** What is added to each score once fitted: found by cross-validation over all courses of the kind. */
const SHIFTS = { full: 0, short: 0, headline: 0, merge: 0 };

function shifted(weights: Weights, by: typeof SHIFTS): Weights {
  const shift = (network: Network, add: number) => ({ ...network, bias: network.bias + add });
  return {
    join: {
      full: shift(weights.join.full, by.full),
      short: shift(weights.join.short, by.short),
      headline: shift(weights.join.headline, by.headline),
    },
    merge: shift(weights.merge, by.merge),
  };
}

/** Trains on the stories that `counts` accepts, in rounds: each round's stories are made by the weights before. */
function train(courses: readonly Course[], counts: (truth: string) => boolean): Weights {
  const join: Record<Kind, Example[]> = { full: [], short: [], headline: [] };
  const merge: Example[] = [];
  const random = randomFrom(5);
  let weights = BEGIN;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { streams, weight } of courses) {
      // A stricter or looser run each time: the weights shall stand both whole stories and splinters.
      const by = (random() - 0.5) * 2;
      const jittered = shifted(weights, { full: by, short: by, headline: by, merge: 0 });
      const met: Met = { join: [], merge: [] };
      for (const rows of streams) runStories(rows, jittered, met);
      const joins = met.join.filter(({ truth }) => counts(truth));
      const perJoin = (10_000 * weight) / Math.max(1, joins.length);
      for (const { x, y, kind } of joins) join[kind].push({ x, y, weight: perJoin });
      // The first round's stories are too poor to learn merging from.
      const merges = round === 0 ? [] : met.merge.filter(({ truths }) => truths.every(counts));
      const total = merges.reduce((sum, example) => sum + example.weight, 0);
      for (const { x, y, weight: own } of merges) {
        merge.push({ x, y, weight: (1_000 * weight * own) / total });
      }
    }
    weights = {
      join: {
        full: fitNetwork(join.full, { hidden: 12, epochs: 8, seed: 1 }),
        short: fitNetwork(join.short, { hidden: 12, epochs: 8, seed: 2 }),
        headline: fitNetwork(join.headline, { hidden: 12, epochs: 8, seed: 3 }),
      },
      merge:
        merge.length > 0
          ? fitNetwork(merge, { hidden: 0, epochs: 20, seed: 4, decay: 1e-2 })
          : weights.merge,
    };
    console.error(
      `round ${round + 1}: ${join.full.length} ${join.short.length} ${join.headline.length} ${merge.length}`,
    );
  }
  return weights;
}

/** Which fold a true story is in: all its articles in all courses are left out together. */
function foldOf(truth: string, folds: number): number {
  let hash = 7;
  for (const char of truth) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (hash ^ (hash >>> 9)) % folds;
}

function crossValidate(
  courses: readonly Course[],
  folds: number,
  shifts: readonly (typeof SHIFTS)[],
): void {
  const figures = new Map<string, ReturnType<typeof scoreStories>[]>();
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = train(courses, (truth) => foldOf(truth, folds) !== fold);
    for (const shift of shifts) {
      for (const { name, streams } of courses) {
        const truth: string[] = [];
        const predicted: string[] = [];
        for (const [i, rows] of streams.entries()) {
          truth.push(...rows.map((row) => `${streams.length > 1 ? i : ''} ${row.truth}`));
          predicted.push(...runStories(rows, shifted(weights, shift)).map((s) => `${i} ${s}`));
        }
        const isLeftOut = (i: number) =>
          foldOf(truth[i]!.slice(truth[i]!.indexOf(' ') + 1), folds) === fold;
        const key = `${name.padEnd(24)} ${Object.values(shift).join(' ').padEnd(16)}`;
        figures.set(key, [...(figures.get(key) ?? []), scoreStories(truth, predicted, isLeftOut)]);
      }
    }
  }
  for (const [key, scores] of [...figures].sort()) {
    const mean = (of: keyof (typeof scores)[0]) =>
      (scores.reduce((sum, score) => sum + score[of], 0) / scores.length).toFixed(1);
    console.log(
      key,
      `B3 P ${mean('precision')} R ${mean('recall')} F1 ${mean('f1')}`,
      `| pairs P ${mean('pairPrecision')} R ${mean('pairRecall')} F1 ${mean('pairF1')}`,
    );
  }
}

const { values } = parseArgs({ options: { folds: { type: 'string' }, out: { type: 'string' } } });
const courses = [
  course('stream-g5-ecb', 'full'),
  course('stream-g5-ecb', '250'),
  course('stream-g5-ecb', 'title', 0.5),
  course('stream-g5-ecb', 'mixed', 0.5),
  course('stream-fnc', 'full'),
  course('stream-fnc', '250'),
  course('gva-dev', 'full'),
  course('gva-dev', '250'),
  course('gva-dev', 'title', 0.25),
  course('gva-dev', 'mixed', 0.5),
  course('stream-uci', 'full'),
  course('multinews-dev100', 'full', 0.5),
  course('multinews-dev100', '250', 0.25),
  course('neus-train', 'full', 0.5),
  course('neus-train', 'title', 0.25),
  pairCourse('multinews-dev100', 'full', 0.25),
  pairCourse('stream-g5-ecb', 'full', 0.25),
  pairCourse('stream-g5-ecb', '250', 0.25),
  pairCourse('stream-fnc', 'full', 0.25),
  pairCourse('gva-dev', 'full', 0.25),
];
if (values.folds) {
  const shifts = [0, 0.5].flatMap((join) =>
    [0, -1].map((merge) => ({ full: -join, short: -join, headline: -join, merge })),
  );
  crossValidate(courses, Number(values.folds), shifts);
} else {
  const weights = shifted(
    train(courses, () => true),
    SHIFTS,
  );
  const rounded = JSON.stringify(weights, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
  writeFileSync(resolve(HOME, values.out ?? 'src/cluster/weights.json'), `${rounded}\n`);
}
