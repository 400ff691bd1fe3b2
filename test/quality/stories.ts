import { createStoryStream } from '../../src/cluster/stream.ts';
import { baselineStories } from './story-baseline.ts';
import { type StoryScore, scoreStories } from './story-score.ts';
import { type Cut, type StoryRow, storyPairs, storyRows } from './story-sets.ts';
import type { Measure, Row } from './table.ts';

type Plan = {
  readonly set: string;
  readonly cut: Cut;
  readonly f1: number;
  readonly pairF1: number | null;
  readonly precision: number | null;
};

const PLANS: readonly Plan[] = [
  { set: 'stream-g5-ecb', cut: 'full', f1: 96, pairF1: null, precision: 90 },
  { set: 'stream-fnc', cut: 'full', f1: 97.5, pairF1: null, precision: 90 },
  { set: 'gva-dev', cut: 'full', f1: 93.5, pairF1: 73, precision: 90 },
  { set: 'stream-uci', cut: 'full', f1: 86, pairF1: null, precision: null },
  { set: 'stream-g5-ecb', cut: '250', f1: 92, pairF1: null, precision: null },
  { set: 'stream-fnc', cut: '250', f1: 90, pairF1: null, precision: null },
  { set: 'gva-dev', cut: '250', f1: 88, pairF1: null, precision: null },
  { set: 'stream-g5-ecb', cut: 'mixed', f1: 88, pairF1: null, precision: null },
];

/** Stories: each set streamed as `inspect stories` streams it, merges applied at the end. */
export const measure: Measure = async (dataDir) => [
  ...PLANS.flatMap((plan) => judge(dataDir, plan)),
  ...judgePairs(dataDir),
];

/** The stories of rows in the order they come, by the same steps as the command line and the pipeline. */
export function streamStories(rows: readonly StoryRow[], windowMs: number = WINDOW): number[] {
  const stream = createStoryStream({ windowMs });
  const merged = new Map<number, number>();
  let stories = 0;
  const placed = rows.map((row) => {
    stream.expire(row.arrived);
    const placement = stream.place(row);
    const story = placement.story ?? ++stories;
    stream.add(row, story);
    for (const { from, into } of placement.merges) {
      stream.merge(from, into);
      merged.set(from, into);
    }
    return story;
  });
  const last = (story: number): number => (merged.has(story) ? last(merged.get(story)!) : story);
  return placed.map(last);
}

/** As the shipped configuration has it. */
const WINDOW = 14 * 86_400_000;

function judge(dataDir: string, { set, cut, f1, pairF1, precision }: Plan): Row[] {
  const rows = storyRows(dataDir, set, cut);
  if (!rows) return [];
  const truth = rows.map((row) => row.truth);
  const score = scoreStories(truth, streamStories(rows));
  const plain = scoreStories(truth, baselineStories(rows));
  const name = cut === 'full' ? set : `${set} ${cut}`;
  const row = (measure: string, of: keyof StoryScore, target: number | null): Row => ({
    set: name,
    measure,
    figure: score[of],
    target,
    note: `baseline ${plain[of].toFixed(1)}`,
  });
  return [
    row('B3 F1', 'f1', f1),
    row('B3 precision', 'precision', precision),
    row('B3 recall', 'recall', null),
    row('pair F1', 'pairF1', pairF1),
  ];
}

function judgePairs(dataDir: string): Row[] {
  const pairs = storyPairs(dataDir, 'tg-pairs-en');
  if (!pairs) return [];
  const right = pairs.filter(({ same, rows }) => {
    const [a, b] = streamStories(rows);
    return (a === b) === same;
  });
  return [
    {
      set: 'tg-pairs-en',
      measure: 'pairs right, %',
      figure: (100 * right.length) / pairs.length,
      target: 97,
      note: `${right.length} of ${pairs.length}, each a fresh stream`,
    },
  ];
}
