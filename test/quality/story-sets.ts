import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StreamItem } from '../../src/cluster/stream.ts';

/** A labelled article: where it truly belongs is `truth`. */
export type StoryRow = StreamItem & { readonly truth: string };

/** How much of each article the stream is given: feeds carry anything between a headline and the whole. */
export type Cut = 'full' | '250' | 'title' | 'mixed';

type Fields = {
  readonly title: string;
  readonly text: string;
  readonly date?: string | null;
  readonly url?: string | null;
  readonly source?: string | null;
  readonly lang?: string | null;
  readonly story: string;
};

/** The rows of `stories/NAME.jsonl` as the command line reads them; undefined where the set is not there. */
export function storyRows(
  dataDir: string,
  name: string,
  cut: Cut = 'full',
): StoryRow[] | undefined {
  const path = join(dataDir, 'stories', `${name}.jsonl`);
  if (!existsSync(path)) return undefined;
  let arrived = 0;
  return jsonLines<Fields>(path).map((fields, id) => {
    const at = fields.date ? Date.parse(fields.date) : null;
    arrived = Math.max(arrived, at ?? 0);
    return cutTo(cut, {
      id,
      title: fields.title,
      text: fields.text,
      at,
      arrived,
      language: fields.lang ?? null,
      outlet: fields.source ?? null,
      url: fields.url ?? null,
      truth: fields.story,
    });
  });
}

/** Mixed: whole articles, summaries and headlines side by side, every fourth without a date. */
export function cutTo(cut: Cut, row: StoryRow): StoryRow {
  switch (cut) {
    case 'full':
      return row;
    case '250':
      return { ...row, text: row.text.slice(0, 250) };
    case 'title':
      return row.title === '' ? { ...row, text: row.text.slice(0, 80) } : { ...row, text: '' };
    case 'mixed': {
      const dated = row.id % 4 === 1 ? { ...row, at: null } : row;
      return cutTo((['full', '250', 'full', 'title', '250'] as const)[(row.id * 7) % 5]!, dated);
    }
  }
}

/**
 * Summarisation sets as streams: the articles that were summarised together are one story. They have no dates; each
 * story begins at a random moment of 30 days and its articles follow within about two.
 */
export function bundledRows(path: string, most: number, random: () => number): StoryRow[] {
  type Bundle = {
    readonly id: string;
    readonly documents: readonly Pick<Fields, 'title' | 'text'>[];
  };
  const bundles = existsSync(path) ? jsonLines<Bundle>(path) : [];
  const rows = bundles.slice(0, most).flatMap(({ id, documents }) => {
    const begins = random() * 30 * DAY;
    return documents.map(({ title, text }) => {
      const at = Math.round(1.6e12 + begins - Math.log(1 - random()) * 0.7 * DAY);
      return {
        id: 0,
        title,
        text,
        at,
        arrived: at,
        language: 'en',
        outlet: null,
        url: null,
        truth: id,
      };
    });
  });
  return rows.sort((a, b) => a.at - b.at).map((row, id) => ({ ...row, id }));
}

const DAY = 86_400_000;

export function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Two articles and whether they tell the same story. */
export type StoryPair = { readonly same: boolean; readonly rows: readonly [StoryRow, StoryRow] };

export function storyPairs(dataDir: string, name: string): StoryPair[] | undefined {
  const path = join(dataDir, 'stories', `${name}.jsonl`);
  if (!existsSync(path)) return undefined;
  type Side = { readonly url: string; readonly title: string; readonly text: string };
  return jsonLines<{ same: boolean; a: Side; b: Side }>(path).map(({ same, a, b }) => {
    const row = (side: Side, id: number): StoryRow => ({
      id,
      title: side.title,
      text: side.text,
      at: null,
      arrived: id,
      language: 'en',
      outlet: null,
      url: side.url,
      truth: same ? 'one' : String(id),
    });
    return { same, rows: [row(a, 0), row(b, 1)] };
  });
}
