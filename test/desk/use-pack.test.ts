import { expect, test } from 'vitest';
import { usePack } from '../../src/desk/use-pack.ts';
import type { Pack } from '../../src/news/pack.ts';
import { EVERYBODY, type TenantId } from '../../src/news/tenant.ts';
import { addFeed, dropFeed, dueFeeds, feedsOf, keepPoll } from '../../src/store/feeds.ts';
import type { Db } from '../../src/store/schema.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const LATER = new Date('2026-03-03T08:30:00Z');
const OURS: TenantId = 'slack:T1';
const THEIRS: TenantId = 'discord:9';

const urlOf = (name: string) => `https://${name}.example/feed`;
const packOf = (...names: string[]): Pack => ({
  name: 'garden',
  title: 'Gardening',
  language: 'de',
  feeds: names.map((name) => ({ url: urlOf(name), title: name, home: urlOf(name) })),
});

type Trial = { readonly items: number } | { readonly problem: string };

/** Publishers that answer as told, at once unless told otherwise, and a list of who was asked. */
function publishers(answers: Readonly<Record<string, Trial | Promise<Trial> | Error>> = {}) {
  const asked: string[] = [];
  let most = 0;
  let open = 0;
  return {
    asked,
    mostAtOnce: () => most,
    async tryFeed(url: string): Promise<Trial> {
      const name = new URL(url).hostname.replace('.example', '');
      asked.push(name);
      most = Math.max(most, ++open);
      const answer = await (answers[name] ?? { items: 3 });
      open -= 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const never = new Promise<Trial>(() => {});
const own = async (db: Db, tenant = OURS) =>
  (await feedsOf(db, tenant)).filter((feed) => feed.tenant === tenant);
const add = async (db: Db, tenant: TenantId, name: string) =>
  (
    await addFeed(
      db,
      { tenant, url: urlOf(name), outlet: name, language: null, origin: 'added' },
      NOW,
    )
  ).feed;

test('feeds that work become the place’s own, under the pack’s names and in its language', async () => {
  const db = await temporaryStore();
  const { tryFeed } = publishers();
  const { feeds, used, skipped } = await usePack(db, OURS, packOf('spade', 'rake'), {
    now: NOW,
    tryFeed,
  });
  expect([used, skipped]).toEqual([['spade', 'rake'], []]);
  expect(await own(db)).toMatchObject([
    { id: feeds[0], outlet: 'spade', language: 'de', origin: 'added', status: 'active' },
    { id: feeds[1], outlet: 'rake', language: 'de', origin: 'added', status: 'active' },
  ]);
  expect(await feedsOf(db, THEIRS)).toEqual([]);
  expect(await dueFeeds(db, NOW)).toHaveLength(2);
});

test('a feed that cannot be read is skipped by name with its reason, and the others stay', async () => {
  const db = await temporaryStore();
  const { tryFeed } = publishers({ rake: { problem: 'the publisher says it is gone (410)' } });
  const result = await usePack(db, OURS, packOf('spade', 'rake', 'hoe'), { now: NOW, tryFeed });
  expect(result.used).toEqual(['spade', 'hoe']);
  expect(result.skipped).toEqual([
    { name: 'rake', problem: 'the publisher says it is gone (410)' },
  ]);
  expect((await own(db)).map(({ outlet }) => outlet)).toEqual(['spade', 'hoe']);
});

test('a feed of everybody or of this place counts, is not asked and not added twice', async () => {
  const db = await temporaryStore();
  const everybodys = await add(db, EVERYBODY, 'spade');
  const ours = await add(db, OURS, 'rake');
  const { tryFeed, asked } = publishers();
  const { feeds, used } = await usePack(db, OURS, packOf('spade', 'rake', 'hoe'), {
    now: NOW,
    tryFeed,
  });
  expect(asked).toEqual(['hoe']);
  expect(used).toEqual(['spade', 'rake', 'hoe']);
  expect(feeds.slice(0, 2)).toEqual([everybodys.id, ours.id]);
  expect((await own(db)).map(({ outlet }) => outlet)).toEqual(['rake', 'hoe']);
});

test('a feed that only another place has is asked and added', async () => {
  const db = await temporaryStore();
  const theirs = await add(db, THEIRS, 'spade');
  const { feeds } = await usePack(db, OURS, packOf('spade'), { now: NOW, ...publishers() });
  expect(feeds).not.toContain(theirs.id);
  expect(await own(db)).toHaveLength(1);
});

test('the same pack a second time changes nothing', async () => {
  const db = await temporaryStore();
  const pack = packOf('spade', 'rake');
  const first = await usePack(db, OURS, pack, { now: NOW, ...publishers() });
  const before = await own(db);
  const { tryFeed, asked } = publishers();
  expect(await usePack(db, OURS, pack, { now: LATER, tryFeed })).toEqual(first);
  expect(asked).toEqual([]);
  expect(await own(db)).toEqual(before);
});

test('a feed that was taken out, or that had ended, comes back where it works again', async () => {
  const db = await temporaryStore();
  await add(db, OURS, 'spade');
  await dropFeed(db, OURS, urlOf('spade'));
  const rake = await add(db, OURS, 'rake');
  await keepPoll(db, rake, { ...rake.poll, status: 'gone' });
  const { tryFeed, asked } = publishers();
  await usePack(db, OURS, packOf('spade', 'rake'), { now: LATER, tryFeed });
  expect(asked).toEqual(['spade', 'rake']);
  expect((await own(db)).map(({ status }) => status)).toEqual(['active', 'active']);
});

test('never more than four publishers are asked at the same time, and each once', async () => {
  const db = await temporaryStore();
  const names = Array.from({ length: 12 }, (_, i) => `f${i}`);
  const { tryFeed, asked, mostAtOnce } = publishers();
  const { used } = await usePack(db, OURS, packOf(...names), { now: NOW, tryFeed });
  expect(mostAtOnce()).toBe(4);
  expect(asked.toSorted()).toEqual(names.toSorted());
  expect(used).toEqual(names);
});

test('whoever gives no answer in time is skipped, and those whose turn did not come are not asked', async () => {
  const db = await temporaryStore();
  const { tryFeed, asked } = publishers({ a: never, b: never, c: never, d: never });
  const result = await usePack(db, OURS, packOf('quick', 'a', 'b', 'c', 'd', 'waiting'), {
    now: NOW,
    tryFeed,
    longestMs: 50,
  });
  expect(asked).not.toContain('waiting');
  expect(result.used).toEqual(['quick']);
  expect(result.skipped).toEqual(
    ['a', 'b', 'c', 'd', 'waiting'].map((name) => ({ name, problem: 'no answer in time' })),
  );
  expect((await own(db)).map(({ outlet }) => outlet)).toEqual(['quick']);
});

test('a fault while a feed is tried rises, and nothing is added', async () => {
  const db = await temporaryStore();
  const { tryFeed } = publishers({ rake: new Error('the worker died') });
  const using = usePack(db, OURS, packOf('spade', 'rake'), { now: NOW, tryFeed });
  await expect(using).rejects.toThrow('the worker died');
  expect(await own(db)).toEqual([]);
});
