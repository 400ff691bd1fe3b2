import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FeedReading, parseFeed } from '../../src/ingest/formats/index.ts';
import type { ParsedFeed } from '../../src/ingest/formats/parsed-feed.ts';
import { decodeBody } from '../../src/ingest/parse/charset.ts';
import { parseDate } from '../../src/ingest/parse/dates.ts';
import { htmlToText } from '../../src/ingest/parse/html-to-text.ts';
import { webAddress } from '../../src/ingest/parse/web-address.ts';
import { casesOf, withSuite } from './suites.ts';
import type { Measure, Row } from './table.ts';

type Case = {
  readonly id: string;
  readonly file: string;
  readonly group: string;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

type Reference = {
  readonly title: string | null;
  readonly link: string | null;
  readonly n: number;
  readonly items: readonly { readonly title: string | null; readonly link: string | null }[];
} | null;

// Where feedparser's own tests say that their files are served.
const SERVED_AT = 'http://127.0.0.1:8097/';

/** Feeds: what other parsers' test suites expect, right after HTML→text on both sides, in percent of checks. */
export const measure: Measure = async (dataDir) => [
  ...(await gofeed(dataDir)),
  ...(await feedparser(dataDir)),
  ...(await robustness(dataDir, 'feedvalidator')),
  ...(await realworld(dataDir)),
  ...(await hostile(dataDir)),
  ...(await dates(dataDir)),
];

/** One check per expected field of every file; `wrong` is told of each that fails. */
export async function checks(
  dir: string,
  takes: (row: Case, field: string) => boolean,
  wrong: (row: Case, field: string, expected: unknown, got: unknown) => void = () => {},
): Promise<{ readonly total: number; readonly right: number }> {
  let total = 0;
  let right = 0;
  for (const row of await casesOf<Case>(dir)) {
    const fields = Object.entries(row.expect ?? {}).filter(([field]) => takes(row, field));
    if (fields.length === 0) continue;
    const headers = row.headers ?? {};
    const url = webAddress(headers['content-location'], SERVED_AT) ?? SERVED_AT + row.file;
    const reading = read(await readFile(join(dir, row.file)), url, headers['content-type'] ?? null);
    for (const [field, expected] of fields) {
      total += 1;
      const got =
        reading.kind === 'feed'
          ? valuesAt(reading.feed, field)
          : field === 'items.length'
            ? [0]
            : [null];
      if (got.some((value) => agrees(value, expected))) right += 1;
      else wrong(row, field, expected, got);
    }
  }
  return { total, right };
}

function read(bytes: Uint8Array, url: string | null, contentType: string | null): FeedReading {
  return parseFeed(decodeBody(bytes, contentType), { url, contentType });
}

/** What our feed has under a check's name; several where the check leaves the field open. */
function valuesAt(feed: ParsedFeed, field: string): unknown[] {
  const parts = field.split('.');
  if (field === 'items.length') return [feed.items.length];
  const holder: Readonly<Record<string, unknown>> | undefined =
    parts[0] === 'feed' ? feed : feed.items[Number(parts[1])];
  const name = parts[0] === 'feed' ? parts[1] : parts[2];
  if (holder === undefined || name === undefined) return [null];
  if (name === 'summary' || name === 'content') return [holder.summary, holder.content];
  if (name === 'date' || name === 'created') return [holder.publishedAt, holder.updatedAt];
  if (name === 'published') return [holder.publishedAt];
  if (name === 'updated') return [holder.updatedAt];
  if (name === 'link' && parts[0] === 'items') return [holder.url];
  if (name === 'categories') return [(holder.categories as readonly string[])[Number(parts[3])]];
  if (name === 'enclosures')
    return [(holder.enclosures as ParsedFeed['items'][0]['enclosures'])[Number(parts[3])]?.url];
  return [holder[name] ?? null];
}

function agrees(got: unknown, expected: unknown): boolean {
  if (expected === null) return got === null || got === undefined;
  if (typeof expected === 'number') {
    return (
      got === expected ||
      (typeof got === 'string' && Math.floor(Date.parse(got) / 1_000) === expected)
    );
  }
  return textOf(typeof got === 'string' ? got : '') === textOf(String(expected));
}

function textOf(html: string): string {
  return htmlToText(htmlToText(html)).replace(/\s+/g, ' ').trim();
}

const percent = (right: number, total: number) => (100 * right) / total;

const gofeed = (dataDir: string) =>
  withSuite(dataDir, 'gofeed', async (dir): Promise<Row[]> => {
    const noItems = new Set(
      (await casesOf<Case>(dir))
        .filter((row) => row.expect?.['items.length'] === 0)
        .map((row) => row.id),
    );
    const all = await checks(dir, () => true);
    const others = await checks(
      dir,
      (row, field) => field !== 'items.length' || !noItems.has(row.id),
    );
    return [
      {
        set: 'gofeed',
        measure: 'checks right %',
        figure: percent(all.right, all.total),
        target: 97,
        note: `${all.total} checks`,
      },
      {
        set: 'gofeed',
        measure: '… without "no items" %',
        figure: percent(others.right, others.total),
        target: null,
        note: `${others.total} checks`,
      },
    ];
  });

const feedparser = (dataDir: string) =>
  withSuite(dataDir, 'feedparser', async (dir): Promise<Row[]> => {
    const { right, total } = await checks(
      dir,
      (row, field) =>
        !['sanitize', 'encoding'].includes(row.group) &&
        field !== 'encoding' &&
        field !== 'feed.id',
    );
    return [
      {
        set: 'feedparser',
        measure: 'checks right %',
        figure: percent(right, total),
        target: 90,
        note: `${total} checks`,
      },
    ];
  });

/** Files read without an exception; a hang would show as this never ending, each file is timed. */
async function readAll(
  dir: string,
): Promise<{ readonly files: number; readonly failed: number; readonly slowest: number }> {
  let failed = 0;
  let slowest = 0;
  const rows = await casesOf<Case>(dir);
  for (const row of rows) {
    const bytes = await readFile(join(dir, row.file));
    const started = performance.now();
    try {
      read(bytes, SERVED_AT, null);
    } catch {
      failed += 1;
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { files: rows.length, failed, slowest };
}

const robustness = (dataDir: string, set: string) =>
  withSuite(dataDir, set, async (dir): Promise<Row[]> => {
    const { files, failed, slowest } = await readAll(dir);
    return [
      {
        set,
        measure: 'read without a fault %',
        figure: percent(files - failed, files),
        target: 100,
        note: `${files} files`,
      },
      { set, measure: 'slowest file ms', figure: slowest, target: null },
    ];
  });

/** Titles and links beside those that another parser found; where it found none there is nothing to compare. */
const realworld = (dataDir: string) =>
  withSuite(dataDir, 'realworld', async (dir): Promise<Row[]> => {
    const rows = await casesOf<Case & { readonly ref: Reference }>(dir);
    let total = 0;
    let right = 0;
    for (const row of rows) {
      const reading = read(await readFile(join(dir, row.file)), null, null);
      if (row.ref === null || reading.kind !== 'feed') continue;
      for (const [index, expected] of row.ref.items.entries()) {
        const item = reading.feed.items[index];
        const pairs = [
          [item?.title, expected.title],
          [item?.url, expected.link],
        ];
        for (const [got, wanted] of pairs) {
          if (!wanted || (wanted === expected.link && !/^https?:/.test(wanted))) continue;
          total += 1;
          if (agrees(got ?? null, wanted)) right += 1;
        }
      }
    }
    return [
      ...(await robustness(dataDir, 'realworld')),
      {
        set: 'realworld',
        measure: 'titles and links %',
        figure: percent(right, total),
        target: 99,
        note: `${total} checks`,
      },
    ];
  });

const hostile = (dataDir: string) =>
  withSuite(dataDir, 'hostile', async (dir): Promise<Row[]> => {
    const { files, failed, slowest } = await readAll(dir);
    const kept = Object.hasOwn(Object.prototype, 'polluted') ? 0 : files - failed;
    return [
      { set: 'hostile', measure: 'files read', figure: kept, target: 40 },
      { set: 'hostile', measure: 'slowest file ms (limit 2,000)', figure: slowest, target: null },
    ];
  });

const dates = (dataDir: string) =>
  withSuite(dataDir, 'dates-feedparser', async (dir): Promise<Row[]> => {
    const rows = await casesOf<{ readonly input: string; readonly expected: number | null }>(dir);
    const right = rows.filter(({ input, expected }) => {
      const date = parseDate(input);
      return expected === null
        ? date === null
        : date !== null && Math.floor(date.getTime() / 1_000) === expected;
    });
    return [
      {
        set: 'dates-feedparser',
        measure: 'dates right',
        figure: right.length,
        target: 62,
        note: `of ${rows.length}`,
      },
    ];
  });
