import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { HOUR } from '../../src/lib/clock.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import {
  addFeed,
  dropFeed,
  dueFeeds,
  feedsOf,
  keepPoll,
  matchConfiguredFeeds,
} from '../../src/store/feeds.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const LATER = new Date(NOW.getTime() + HOUR);
const OTHERS = 'slack:T1' as typeof EVERYBODY;

const configured = (...names: string[]) =>
  names.map((name) => ({ url: `https://${name}.example/feed`, outlet: name, language: null }));

async function store(...names: string[]) {
  const db = await temporaryStore();
  await matchConfiguredFeeds(db, EVERYBODY, configured(...names), NOW);
  const names_ = async () => (await feedsOf(db, OTHERS)).map(({ outlet }) => outlet);
  const due = async (now = NOW) => (await dueFeeds(db, now)).map(({ outlet }) => outlet);
  return { db, names: names_, due };
}

test('a feed that left the operator’s file is neither shown nor asked, and comes back with the file', async () => {
  const { db, names, due } = await store('a', 'b');
  expect(await due()).toEqual(['a', 'b']);
  await matchConfiguredFeeds(db, EVERYBODY, configured('b'), NOW);
  expect(await names()).toEqual(['b']);
  expect(await due()).toEqual(['b']);
  await matchConfiguredFeeds(db, EVERYBODY, configured('a', 'b'), LATER);
  expect(await names()).toEqual(['a', 'b']);
  expect((await due(LATER)).sort()).toEqual(['a', 'b']);
});

test('the file takes out only what came by it', async () => {
  const { db, names } = await store('a');
  const added = { url: 'https://c.example/feed', outlet: 'c', language: null };
  await addFeed(db, { ...added, tenant: EVERYBODY, origin: 'added' }, NOW);
  await addFeed(db, { ...added, outlet: 'own', tenant: OTHERS, origin: 'config' }, NOW);
  await matchConfiguredFeeds(db, EVERYBODY, [], NOW);
  expect((await names()).sort()).toEqual(['c', 'own']);
});

test('a feed is due again when its poll says, and a file that still names it changes nothing', async () => {
  const { db, due } = await store('a');
  const [feed] = await dueFeeds(db, NOW);
  if (!feed) throw new Error('no feed is due');
  await keepPoll(db, feed, { ...feed.poll, status: 'active', nextPollAt: LATER });
  await matchConfiguredFeeds(db, EVERYBODY, configured('a'), NOW);
  expect(await due()).toEqual([]);
  expect(await due(LATER)).toEqual(['a']);
});

test('a feed of one tenant is dropped for nobody else, and says whether it was there', async () => {
  const { db, names } = await store('a');
  expect(await dropFeed(db, OTHERS, 'https://a.example/feed')).toBe(false);
  expect(await names()).toEqual(['a']);
  expect(await dropFeed(db, EVERYBODY, 'https://a.example/feed')).toBe(true);
  expect(await dropFeed(db, EVERYBODY, 'https://a.example/feed')).toBe(false);
  expect(await names()).toEqual([]);
});

test('a feed that had ended is asked again when somebody adds it, not when the file says it as before', async () => {
  const { db, due } = await store('a');
  const [feed] = await feedsOf(db, EVERYBODY);
  await keepPoll(db, feed!, { ...feed!.poll, status: 'gone' });
  await matchConfiguredFeeds(db, EVERYBODY, configured('a'), LATER);
  expect(await due(LATER)).toEqual([]);
  const again = { url: feed!.url, outlet: null, language: null, tenant: EVERYBODY };
  expect((await addFeed(db, { ...again, origin: 'added' }, LATER)).added).toBe(true);
  expect(await due(LATER)).toEqual(['a']);
});

test('a feed that was taken out while it was read stays out', async () => {
  const { db, names } = await store('a');
  const [feed] = await feedsOf(db, EVERYBODY);
  await dropFeed(db, EVERYBODY, feed!.url);
  await keepPoll(db, feed!, { ...feed!.poll, status: 'active' });
  expect(await names()).toEqual([]);
});

test('a file that says what it said before is not written again', async () => {
  const { db } = await store('a', 'b');
  const before = await sql<{ n: number }>`select total_changes() as n`.execute(db);
  await matchConfiguredFeeds(db, EVERYBODY, configured('a', 'b'), LATER);
  const after = await sql<{ n: number }>`select total_changes() as n`.execute(db);
  expect(after.rows).toEqual(before.rows);
});
