import { describe, expect, test } from 'vitest';
import { tellStory } from '../../src/desk/tell-story.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { addArticle, articlesById, type NewArticle } from '../../src/store/articles.ts';
import { forgetBefore } from '../../src/store/forget.ts';
import { wasForgotten } from '../../src/store/forgotten-keys.ts';
import type { Db } from '../../src/store/schema.ts';
import {
  joinStory,
  mergeStories,
  openStory,
  recountStory,
  storiesById,
} from '../../src/store/stories.ts';
import { article } from '../support/build.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
const OLD = { seenAt: day(-100) };
const KEPT = { seenAt: day(-10) };

let keys = 0;
const add = (db: Db, about: Partial<NewArticle> = {}) =>
  addArticle(db, {
    ...article(about),
    feedId: 1,
    itemHash: null,
    keys: [`key ${keys++}`],
    ...about,
  });

async function story(db: Db, ...articles: number[]) {
  const id = await openStory(db, EVERYBODY, 'A story');
  for (const one of articles) {
    await joinStory(db, EVERYBODY, { story: id, article: one, replaces: null, now: NOW });
  }
  await recountStory(db, EVERYBODY, id);
  return async () => (await storiesById(db, EVERYBODY, [id]))[0];
}

describe('a story that loses some of its articles', () => {
  test('is counted anew, and told anew from what is left', async () => {
    const db = await temporaryStore();
    const text =
      'The bridge of Vissing reopened on Monday after two years of repairs that cost 12 million euros. Buses cross it again from Tuesday, the town council said.';
    const gone = await add(db, { ...OLD, text, outlet: 'Gone', publishedAt: day(-101) });
    const left = await add(db, { ...KEPT, text, outlet: 'Left', publishedAt: day(-11) });
    const read = await story(db, gone, left);
    const before = (await read())!;
    await tellStory(db, before, NOW);
    await forgetBefore(db, day(-90));
    const after = (await read())!;
    expect(after).toMatchObject({ articles: 1, outlets: 1, independent: 1, firstAt: day(-11) });
    expect(after.version).toBeGreaterThan(before.version);
    const { digest } = await tellStory(db, after, NOW);
    const cited = [digest.lede, ...digest.bullets].flatMap(({ refs }) => refs);
    expect(new Set(cited.map((ref) => ref.article))).toEqual(new Set([left]));
    expect(digest.coverage.articles).toBe(1);
    expect(await db.selectFrom('digests').select('version').execute()).toEqual([
      { version: after.version },
    ]);
  });

  test('counts one of the copies as the text that they had from the lost one', async () => {
    const db = await temporaryStore();
    const wire = await add(db, { ...OLD, outlet: 'Wire' });
    const first = await add(db, { ...KEPT, outlet: 'Daily', copyOf: wire });
    const second = await add(db, { ...KEPT, outlet: 'Echo', copyOf: wire });
    const read = await story(db, wire, first, second);
    await forgetBefore(db, day(-90));
    expect(await read()).toMatchObject({ articles: 2, outlets: 2, independent: 1 });
    const copies = await articlesById(db, EVERYBODY, [first, second]);
    expect(copies.map(({ copyOf }) => copyOf)).toEqual([null, first]);
  });
});

test('stories that went into another go with it, and their digests when they go into it', async () => {
  const db = await temporaryStore();
  const reads = [];
  for (let i = 0; i < 3; i++) reads.push(await story(db, await add(db, OLD)));
  for (const read of reads) await tellStory(db, (await read())!, NOW);
  await mergeStories(db, EVERYBODY, { from: 1, into: 2 });
  await mergeStories(db, EVERYBODY, { from: 2, into: 3 });
  expect(await reads[0]!()).toMatchObject({ id: 3, articles: 3 });
  expect(await db.selectFrom('digests').select('story_id').execute()).toEqual([{ story_id: 3 }]);
  await forgetBefore(db, day(-90));
  expect(await db.selectFrom('stories').select('id').execute()).toEqual([]);
  expect(await db.selectFrom('digests').select('story_id').execute()).toEqual([]);
});

describe('an item without a date', () => {
  const item = (keys: string[], title = 'Bridge reopens') => ({ keys, title, now: NOW });

  test('is remembered by its keys when its article is forgotten, to its tenant, under its title', async () => {
    const db = await temporaryStore();
    await add(db, { ...OLD, publishedAt: null, title: 'Bridge reopens', keys: ['link', 'guid'] });
    await forgetBefore(db, day(-90));
    expect(await wasForgotten(db, EVERYBODY, item(['other', 'guid']))).toBe(true);
    expect(await wasForgotten(db, 'guild-1', item(['guid']))).toBe(false);
    expect(await wasForgotten(db, EVERYBODY, item(['guid'], 'Bridge closed again'))).toBe(false);
  });

  test('is remembered for a year after it was last seen; one with a date is not, nor is a file', async () => {
    const db = await temporaryStore();
    await add(db, { ...OLD, publishedAt: null, title: 'Bridge reopens', keys: ['seen'] });
    await add(db, { ...OLD, publishedAt: null, title: 'Bridge reopens', keys: ['unseen'] });
    await add(db, { ...OLD, publishedAt: day(-100), title: 'Bridge reopens', keys: ['dated'] });
    const file = { title: 'Bridge reopens', keys: ['file'], feedId: null };
    await add(db, { ...OLD, publishedAt: null, ...file });
    await forgetBefore(db, day(-90));
    await wasForgotten(db, EVERYBODY, item(['seen']));
    const remembered = () => db.selectFrom('forgotten_keys').select('key').orderBy('key').execute();
    expect(await remembered()).toEqual([{ key: 'seen' }, { key: 'unseen' }]);
    await forgetBefore(db, day(300));
    expect(await remembered()).toEqual([{ key: 'seen' }]);
    await forgetBefore(db, day(400));
    expect(await remembered()).toEqual([]);
  });
});
