import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { digestMaterial } from '../../src/desk/digest-material.ts';
import { keyQuotes, tellStory } from '../../src/desk/tell-story.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { addArticle } from '../../src/store/articles.ts';
import { digestsOf } from '../../src/store/digests.ts';
import { openStore } from '../../src/store/open.ts';
import { addQuotes } from '../../src/store/quotes.ts';
import { joinStory, openStory, recountStory, storiesById } from '../../src/store/stories.ts';
import { tell } from '../support/answering.ts';
import { article } from '../support/build.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

const many = (count: number, outlet: (i: number) => string) =>
  Array.from({ length: count }, (_, i) =>
    article({
      id: i + 1,
      outlet: outlet(i),
      title: `Bridge of Vissing, report ${i}`,
      text: `The bridge of Vissing was closed for day ${i} while divers looked at its pillars. The town council pays ${i} thousand euros a day for the ferry.`,
    }),
  );

describe('what the digest of a big story is written from', () => {
  test('is everything up to sixty articles', () => {
    const articles = many(60, () => 'Post');
    expect(digestMaterial(articles)).toBe(articles);
  });

  test('is the first and the newest, each outlet once before any twice, in the order they came', () => {
    // One outlet floods the story; twenty others have one report each, all of them older.
    const articles = many(300, (i) => (i < 20 ? `Outlet ${i}` : 'Flood'));
    const chosen = digestMaterial(articles).map(({ id }) => id);
    expect(chosen).toHaveLength(60);
    expect(chosen.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(chosen.slice(20)).toEqual(Array.from({ length: 40 }, (_, i) => 261 + i));
  });

  test('holds a copy only where there is nothing else', () => {
    const articles = many(100, (i) => `Outlet ${i}`).map((one) =>
      one.id > 50 ? { ...one, copyOf: 1 } : one,
    );
    const chosen = digestMaterial(articles);
    expect(chosen.filter(({ copyOf }) => copyOf === null)).toHaveLength(50);
    expect(chosen.length).toBeLessThanOrEqual(60);
  });
});

test('the digest of a big story is written from those, and counts all of it', async () => {
  const db = await temporaryStore();
  const id = await openStory(db, EVERYBODY, 'Bridge of Vissing');
  for (const one of many(80, (i) => `Outlet ${i % 2}`)) {
    const keys = [`key ${one.id}`];
    // The only quote stands in one that is neither first nor new.
    const said =
      one.id === 10 ? ' “We will open it before winter comes,” said Mayor Ida Holt.' : '';
    const told = { ...one, text: one.text + said };
    const held = await addArticle(db, { ...told, feedId: null, itemHash: null, keys });
    await addQuotes(db, EVERYBODY, held, extractQuotes({ ...told, id: held }));
    await joinStory(db, EVERYBODY, { story: id, article: held, replaces: null, now: NOW });
  }
  await recountStory(db, EVERYBODY, id);
  const told = await tellStory(db, (await storiesById(db, EVERYBODY, [id]))[0]!, NOW);
  expect(told.digest.coverage).toMatchObject({ articles: 80, outlets: 2, independent: 2 });
  expect(told.digest.quotes).toEqual([]);
  expect(await keyQuotes(db, told)).toMatchObject([{ article: 10 }]);
});

describe('a digest that cannot be kept', () => {
  async function oneStory() {
    const file = join(temporaryFolder(), 'crier.db');
    const db = await openStore(file);
    const other = new DatabaseSync(file);
    onTestFinished(async () => {
      other.close();
      await db.destroy();
    });
    const id = await openStory(db, EVERYBODY, 'Bridge of Vissing');
    const [one] = many(1, () => 'Post');
    const held = await addArticle(db, { ...one!, feedId: null, itemHash: null, keys: ['key'] });
    await joinStory(db, EVERYBODY, { story: id, article: held, replaces: null, now: NOW });
    await recountStory(db, EVERYBODY, id);
    return { db, other, story: (await storiesById(db, EVERYBODY, [id]))[0]! };
  }

  test('because another program is writing is shown all the same, and kept the next time', async () => {
    const { db, other, story } = await oneStory();
    await sql`pragma busy_timeout = 0`.execute(db);
    other.exec('begin immediate');
    const { digest } = await tellStory(db, story, NOW);
    expect(digest.headline).toContain('Vissing');
    expect((await digestsOf(db, story)).size).toBe(0);
    other.exec('rollback');
    await tellStory(db, story, NOW);
    expect((await digestsOf(db, story)).get('extractive')).toEqual(digest);
  });

  test('for a fault of ours is a fault', async () => {
    const { db, story } = await oneStory();
    await sql`alter table digests rename column body to lost`.execute(db);
    await sql`alter table digests add column body text check (body is null)`.execute(db);
    await expect(tellStory(db, story, NOW)).rejects.toThrow();
  });
});

test('a kept quote that no longer stands in its article is not shown', async () => {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: 'https://a.example/1',
      outlet: 'The Courier',
      title: 'Mayor of Kelmouth resigns over harbour crane',
      text: 'Rolf Anders, the mayor of Kelmouth, resigned on Sunday. “I should have had that crane inspected,” Anders said. He was mayor for nine years.',
    },
  ]);
  const story = (await storiesById(db, EVERYBODY, [1]))[0]!;
  expect((await tellStory(db, story, NOW)).digest.quotes).toHaveLength(1);
  await sql`update digests set body = replace(body, 'crane inspected', 'crane in my garden')`.execute(
    db,
  );
  expect((await tellStory(db, story, NOW)).digest.quotes).toEqual([]);
});
