import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStoryStream } from '../../src/cluster/stream.ts';
import { randomFrom } from '../quality/fit-network.ts';
import { baselineStories } from '../quality/story-baseline.ts';
import { jsonLines, type StoryRow, storyRows } from '../quality/story-sets.ts';
import type { Bench } from './speed.ts';

const TURNS = 3;
/** The baseline gets slower with every story: it is run on a beginning that it ends in seconds. */
const COMPARED = 2_000;

/** Whole articles a second, against plain TF-IDF centroids, and what an article costs in a full window. */
export const bench: Bench = async (dataDir) => {
  const rows = wholeArticles(dataDir);
  if (rows.length < 2_000) return [];
  const tenth = Math.floor(rows.length / 10);
  const half = Math.floor(rows.length / 2);
  let ours = Number.POSITIVE_INFINITY;
  let compared = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  let middle = Number.POSITIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const laps = streamThrough(rows, [
      COMPARED,
      half,
      half + tenth,
      rows.length - tenth,
      rows.length,
    ]);
    ours = Math.min(ours, laps[4]!);
    compared = Math.min(compared, laps[0]!);
    // Until lists of words and stories have reached the lengths that are read, an article costs less.
    middle = Math.min(middle, laps[2]! - laps[1]!);
    last = Math.min(last, laps[4]! - laps[3]!);
    const start = worked();
    baselineStories(rows.slice(0, COMPARED));
    theirs = Math.min(theirs, worked() - start);
  }
  return [
    {
      name: 'stories: whole articles placed and added',
      figure: Math.round((1_000 * rows.length) / ours),
      unit: 'articles/s',
      baseline: `TF-IDF centroids, ${COMPARED} articles`,
      ratio: theirs / compared,
    },
    {
      name: `stories: an article with ${rows.length - tenth} held`,
      figure: Math.round((1_000 * last) / tenth),
      unit: 'µs',
      baseline: `the same with ${half} held`,
      ratio: middle / last,
    },
  ];
};

/** Milliseconds of work, all threads together: unlike the clock's, others on the machine do not add to them. */
const worked = () => process.cpuUsage().user / 1_000;

/** Milliseconds of work from the start until each of `marks` articles was taken in. */
function streamThrough(rows: readonly StoryRow[], marks: readonly number[]): number[] {
  const stream = createStoryStream();
  let stories = 0;
  const start = worked();
  const laps: number[] = [];
  for (const [i, row] of rows.entries()) {
    const { story, merges } = stream.place(row);
    stream.add(row, story ?? ++stories);
    for (const { from, into } of merges) stream.merge(from, into);
    if (marks.includes(i + 1)) laps.push(worked() - start);
  }
  return laps;
}

/** Every whole article there is, mixed, within one week. */
function wholeArticles(dataDir: string): StoryRow[] {
  const random = randomFrom(7);
  const polnear = join(dataDir, 'quotes/polnear-train.jsonl');
  const texts = [
    ...['stream-g5-ecb', 'stream-fnc', 'gva-dev'].flatMap((set) => storyRows(dataDir, set) ?? []),
    ...(existsSync(polnear) ? jsonLines<{ text: string }>(polnear) : []).map(({ text }) => ({
      title: '',
      text,
    })),
  ];
  return texts
    .map((row) => ({ row, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row: { title, text } }, id) => {
      const at = 1.6e12 + id * 100_000;
      return {
        ...{ id, title, text, at, arrived: at },
        ...{ language: 'en', outlet: null, url: null, truth: '' },
      };
    });
}
