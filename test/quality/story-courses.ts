import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { termsOfArticle } from '../../src/cluster/terms.ts';
import { randomFrom } from './fit-network.ts';
import { bundledRows, type Cut, cutTo, type StoryRow, storyRows } from './story-sets.ts';

/** Streams to train on and how much they count beside the others. */
export type Course = {
  readonly name: string;
  readonly streams: readonly (readonly StoryRow[])[];
  readonly weight: number;
};

type Plan = { readonly set: string; readonly cut?: Cut; readonly weight?: number };

/** Sets of whole and of beginning articles that were gathered for summaries. */
const MOST_BUNDLES = 1_000;
const BUNDLES = ['multinews-dev100', 'neus-train'];

function rowsOf(dataDir: string, set: string, cut: Cut): StoryRow[] {
  if (!BUNDLES.includes(set)) {
    const rows = storyRows(dataDir, set, cut);
    if (!rows) throw new Error(`${set} is not in ${dataDir}`);
    return rows;
  }
  const path = resolve(dataDir, 'summaries', `${set}.jsonl`);
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return bundledRows(path, MOST_BUNDLES, randomFrom(3)).map((row) => cutTo(cut, row));
}

/** A set as it is. */
export function wholeCourse(dataDir: string, { set, cut = 'full', weight = 1 }: Plan): Course {
  return { name: `${set} ${cut}`, streams: [rowsOf(dataDir, set, cut)], weight };
}

const MOST_STORIES = 15;
const MOST_OF_A_STORY = 8;
const STREAMS = 500;
const LIKEST = 10;

/**
 * Short streams, as a newcomer's begins. A third hold a few stories, the others two articles: of one story, or (twice
 * as often) of two. Half of the strangers are the likest there are: quakes beside quakes, trials beside trials.
 */
export function freshCourse(dataDir: string, { set, cut = 'full', weight = 1 }: Plan): Course {
  const rows = rowsOf(dataDir, set, cut).filter(({ title, text }) => title + text !== '');
  const random = randomFrom(11);
  const upTo = (n: number) => Math.floor(random() * n);
  const stories = new Map<string, StoryRow[]>();
  for (const row of rows) stories.set(row.truth, [...(stories.get(row.truth) ?? []), row]);
  const strangersOf = findStrangers(rows);
  const streamFrom = (first: StoryRow, form: number): StoryRow[] => {
    const strangers = strangersOf(first);
    const stranger = () =>
      random() < 0.5 && strangers.length > 0
        ? strangers[upTo(strangers.length)]!
        : rows[upTo(rows.length)]!;
    if (form === 0) return sample(stories.get(first.truth)!, 2, upTo);
    if (form < 3) return [first, stranger()];
    const names = new Set([first.truth]);
    const wanted = 3 + upTo(MOST_STORIES - 2);
    while (names.size < wanted) names.add(stranger().truth);
    return [...names].flatMap((name) => sample(stories.get(name)!, MOST_OF_A_STORY, upTo));
  };
  const streams = Array.from({ length: STREAMS }, (_, i) => {
    const chosen = streamFrom(rows[upTo(rows.length)]!, [0, 1, 2, 0, 1, 2, 3, 4][i % 8]!);
    const isDated = random() < 0.5;
    // The stories come mixed, whatever their dates: a newcomer's feeds bring them all at once.
    return sample(chosen, chosen.length, upTo).map((row, id) => ({
      ...row,
      id,
      arrived: id,
      at: isDated ? row.at : null,
    }));
  });
  return { name: `${set} ${cut} fresh`, streams, weight };
}

function sample(rows: readonly StoryRow[], most: number, upTo: (n: number) => number): StoryRow[] {
  const left = [...rows];
  const taken: StoryRow[] = [];
  while (taken.length < most && left.length > 0) taken.push(...left.splice(upTo(left.length), 1));
  return taken;
}

/** For an article those of other stories that share most of its rare words. */
function findStrangers(rows: readonly StoryRow[]): (row: StoryRow) => StoryRow[] {
  const words = new Map(rows.map((row) => [row, termsOfArticle(row).words]));
  const holders = new Map<string, StoryRow[]>();
  for (const [row, own] of words) {
    for (const word of own) {
      const list = holders.get(word);
      if (list) list.push(row);
      else holders.set(word, [row]);
    }
  }
  return (row) => {
    const shared = new Map<StoryRow, number>();
    for (const word of words.get(row)!) {
      const list = holders.get(word)!;
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1 / list.length);
    }
    return [...shared]
      .filter(([other]) => other.truth !== row.truth)
      .sort((a, b) => b[1] - a[1])
      .slice(0, LIKEST)
      .map(([other]) => other);
  };
}
