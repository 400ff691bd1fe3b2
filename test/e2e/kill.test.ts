import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databaseFile } from '../../src/store/open.ts';
import { crier, ended, launch } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const ARTICLES = 400;
const PLACES = [
  'Kelmouth',
  'Sandrey',
  'Vissing',
  'Brackwell',
  'Torrin',
  'Ashgrove',
  'Puerto Alba',
  'Norderhaven',
];
const EVENTS = ['flood', 'strike', 'election', 'fire', 'trial', 'festival', 'merger', 'storm'];

/** Four hundred short articles, eight on each event of a place. */
function newsFolder(): string {
  const folder = join(temporaryFolder(), 'news');
  mkdirSync(folder);
  for (let i = 0; i < ARTICLES; i++) {
    const place = PLACES[i % 8] ?? '';
    const event = EVENTS[Math.floor(i / 8) % 8] ?? '';
    const text = `${event} in ${place}, report ${i}\nThe ${event} in ${place} went on for day ${i}. “We have seen number ${i} of these,” said Mayor Ida ${place}son.\n`;
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}.txt`), text);
  }
  return folder;
}

function countSoFar(data: string): number {
  try {
    const db = new DatabaseSync(databaseFile(data), { readOnly: true });
    const { n } = db.prepare('select count(*) as n from articles').get() ?? {};
    db.close();
    return Number(n);
  } catch {
    return 0; // Not made yet, or being made.
  }
}

function stored(data: string) {
  const db = new DatabaseSync(databaseFile(data), { readOnly: true });
  const one = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  const counts = {
    intact: Object.values(db.prepare('pragma integrity_check').get() ?? {})[0],
    articles: one('select count(*) from articles'),
    texts: one('select count(distinct title) from articles'),
    indexed: one("select count(*) from article_search where article_search match 'report'"),
    inStories: one(
      'select count(distinct article_id) from story_articles join articles on articles.id = article_id',
    ),
    quoted: one('select count(distinct article_id) from quotes'),
    miscounted: one(
      'select count(*) from stories where articles <> (select count(*) from story_articles where story_id = stories.id)',
    ),
    empty: one('select count(*) from stories where articles = 0 and merged_into is null'),
  };
  db.close();
  return counts;
}

test('killed again and again in the middle of an ingest, nothing is lost and nothing stands twice', {
  timeout: 120_000,
}, async () => {
  const data = temporaryFolder();
  const news = newsFolder();
  const ingest = ['ingest', news, '--data', data];
  let killed = 0;
  for (let round = 0; round < 6; round++) {
    const child = launch(ingest);
    const end = ended(child);
    // In the middle of the work, further on in each round.
    const blow = setInterval(() => {
      if (countSoFar(data) > round * 64) child.kill('SIGKILL');
    }, 2);
    const { code } = await end;
    clearInterval(blow);
    if (code === null) killed += 1;
  }
  expect(killed).toBeGreaterThan(3);
  expect((await crier(ingest)).code).toBe(0);
  expect(stored(data)).toEqual({
    intact: 'ok',
    articles: ARTICLES,
    texts: ARTICLES,
    indexed: ARTICLES,
    inStories: ARTICLES,
    quoted: ARTICLES,
    miscounted: 0,
    empty: 0,
  });
  expect(await crier(ingest)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${ARTICLES} known already`),
  });
});

test('stopped by Ctrl-C in the middle, it says so, and what was taken in is whole', {
  timeout: 60_000,
}, async () => {
  const data = temporaryFolder();
  const news = newsFolder();
  const child = launch(['ingest', news, '--data', data]);
  const end = ended(child);
  const blow = setInterval(() => {
    if (countSoFar(data) === 0) return;
    // Once: a second one ends it at once, as a person who presses again wants it.
    clearInterval(blow);
    child.kill('SIGINT');
  }, 2);
  const { code, out, err } = await end;
  clearInterval(blow);
  expect(code).toBe(1);
  expect(err).toContain('run it again');
  const { articles, ...others } = stored(data);
  expect(articles).toBeLessThan(ARTICLES);
  expect(out).toContain(`${articles} articles added`);
  expect(others).toMatchObject({ intact: 'ok', inStories: articles, miscounted: 0, empty: 0 });
  const rest = await crier(['ingest', news, '--data', data]);
  expect(rest).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${articles} known already`),
  });
  expect(stored(data)).toMatchObject({ articles: ARTICLES, inStories: ARTICLES, miscounted: 0 });
});
