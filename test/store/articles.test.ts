import { describe, expect, test } from 'vitest';
import { EVERYBODY } from '../../src/news/tenant.ts';
import {
  addArticle,
  articleByKeys,
  articlesById,
  articlesOfStory,
  type NewArticle,
} from '../../src/store/articles.ts';
import { forgetBefore } from '../../src/store/forget.ts';
import type { Db } from '../../src/store/schema.ts';
import { searchArticles } from '../../src/store/search.ts';
import {
  joinStory,
  mergeStories,
  openStory,
  recountStory,
  storiesBetween,
  storiesById,
} from '../../src/store/stories.ts';
import { article } from '../support/build.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const SPAN = { from: new Date('2026-02-01T00:00:00Z'), to: NOW };

const add = (db: Db, about: Partial<NewArticle> = {}) =>
  addArticle(db, { ...article(about), feedId: null, itemHash: null, keys: ['k'], ...about });
const join = async (db: Db, ids: number[], tenant = EVERYBODY) => {
  const story = await openStory(db, tenant, 'A story');
  for (const id of ids)
    await joinStory(db, tenant, { story, article: id, replaces: null, now: NOW });
  await recountStory(db, tenant, story);
  return story;
};

describe('an article', () => {
  test('comes back as it was put in, to the letter', async () => {
    const db = await temporaryStore();
    const put = article({
      text: 'Line\r\n\r\n  “ümläut” \u{1F600} \u0000 end  ',
      publishedAt: null,
      outlet: null,
    });
    const id = await add(db, put);
    expect(await articlesById(db, EVERYBODY, [id])).toEqual([{ ...put, id }]);
  });

  test('is known by each of its keys, and only to its tenant', async () => {
    const db = await temporaryStore();
    const id = await add(db, { keys: ['url', 'guid'], tenant: 'guild-1' });
    expect((await articleByKeys(db, 'guild-1', ['guid']))?.article.id).toBe(id);
    expect(await articleByKeys(db, EVERYBODY, ['guid'])).toBeUndefined();
    expect(await articleByKeys(db, 'guild-2', ['url'])).toBeUndefined();
  });

  test('that was corrected is replaced by its correction under the same keys', async () => {
    const db = await temporaryStore();
    const wrong = await add(db, { keys: ['url'], title: 'Ten hurt' });
    const right = await add(db, { keys: ['url'], title: 'Two hurt', revises: wrong });
    expect((await articleByKeys(db, EVERYBODY, ['url']))?.article).toMatchObject({
      id: right,
      title: 'Two hurt',
      revises: wrong,
    });
    expect(
      (await searchArticles(db, EVERYBODY, { words: ['hurt'], match: 'all' })).map(
        (hit) => hit.article,
      ),
    ).toEqual([right]);
    expect((await articlesById(db, EVERYBODY, [wrong]))[0]?.title).toBe('Ten hurt');
  });
});

describe('search', () => {
  test('finds words in any form, case and accent, in title or text', async () => {
    const db = await temporaryStore();
    const id = await add(db, {
      title: 'Ministers met in Málaga',
      text: 'The talks were described as “frank”.',
    });
    for (const words of [['minister'], ['MALAGA'], ['talk', 'frank'], ['meeting', 'frank']]) {
      const found = await searchArticles(db, EVERYBODY, { words, match: 'any' });
      expect(
        found.map((hit) => hit.article),
        words.join(' '),
      ).toEqual([id]);
    }
    expect(
      await searchArticles(db, EVERYBODY, { words: ['frank', 'elsewhere'], match: 'all' }),
    ).toEqual([]);
  });

  test('a word in the title counts more than one in the text', async () => {
    const db = await temporaryStore();
    const inText = await add(db, {
      keys: ['a'],
      title: 'Another matter',
      text: 'The harbour was closed for the day.',
    });
    const inTitle = await add(db, {
      keys: ['b'],
      title: 'The harbour closed',
      text: 'Another matter for the day.',
    });
    const hits = await searchArticles(db, EVERYBODY, { words: ['harbour'], match: 'all' });
    const relevance = new Map(hits.map((hit) => [hit.article, hit.relevance]));
    expect(relevance.get(inTitle)).toBeGreaterThan(relevance.get(inText) ?? 0);
  });

  test.each([
    '"',
    "'; drop table articles; --",
    'NEAR(a b)',
    'a* OR b',
    '-',
    '^x',
    '{a b}:c',
    '\u0000',
  ])('takes %j as a word, not as syntax', async (word) => {
    const db = await temporaryStore();
    await add(db);
    await expect(
      searchArticles(db, EVERYBODY, { words: [word], match: 'any' }),
    ).resolves.toBeDefined();
  });
});

describe('tenants', () => {
  test("another tenant's articles and stories are in no answer", async () => {
    const db = await temporaryStore();
    const open = await add(db, { keys: ['open'], title: 'Open harbour news' });
    const secret = await add(db, {
      keys: ['secret'],
      title: 'Secret harbour news',
      tenant: 'guild-1',
    });
    const openStoryId = await join(db, [open]);
    const secretStoryId = await join(db, [secret], 'guild-1');
    for (const [tenant, articles, stories] of [
      ['guild-1', [secret, open], [secretStoryId, openStoryId]],
      ['guild-2', [open], [openStoryId]],
      [EVERYBODY, [open], [openStoryId]],
    ] as const) {
      expect((await articlesById(db, tenant, [secret, open])).map((a) => a.id)).toEqual(articles);
      expect(
        (await searchArticles(db, tenant, { words: ['harbour'], match: 'all' })).map(
          (h) => h.article,
        ),
      ).toEqual(articles);
      expect(
        (await storiesById(db, tenant, [secretStoryId, openStoryId])).map((s) => s.id),
      ).toEqual(stories);
      expect((await storiesBetween(db, tenant, SPAN)).map((s) => s.id).sort()).toEqual(
        [...stories].sort(),
      );
      expect(await articlesOfStory(db, tenant, secretStoryId)).toHaveLength(stories.length - 1);
    }
  });
});

describe('a story', () => {
  test('counts copies apart from outlets that tell it themselves', async () => {
    const db = await temporaryStore();
    const first = await add(db, { keys: ['1'], outlet: 'Wire' });
    const copy = await add(db, { keys: ['2'], outlet: 'Daily', copyOf: first });
    const own = await add(db, { keys: ['3'], outlet: 'Courier' });
    const again = await add(db, { keys: ['4'], outlet: 'Courier' });
    const [story] = await storiesById(db, EVERYBODY, [await join(db, [first, copy, own, again])]);
    expect(story).toMatchObject({ articles: 4, outlets: 3, independent: 2, version: 4 });
  });

  test('keeps its articles when it goes into another, and is found there under its old number', async () => {
    const db = await temporaryStore();
    const a = await join(db, [await add(db, { keys: ['1'] })]);
    const b = await join(db, [await add(db, { keys: ['2'] })]);
    await mergeStories(db, EVERYBODY, { from: b, into: a });
    expect((await storiesById(db, EVERYBODY, [b]))[0]).toMatchObject({
      id: a,
      articles: 2,
      version: 2,
    });
    expect((await storiesBetween(db, EVERYBODY, SPAN)).map((story) => story.id)).toEqual([a]);
  });

  test('is forgotten with its last article, not before', async () => {
    const db = await temporaryStore();
    const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    const old = await add(db, { keys: ['1'], seenAt: day(-100), title: 'Old harbour' });
    const recent = await add(db, { keys: ['2'], seenAt: day(-10), title: 'Recent harbour' });
    const mixed = await join(db, [old, recent]);
    const gone = await join(db, [await add(db, { keys: ['3'], seenAt: day(-99) })]);
    expect(await forgetBefore(db, day(-90))).toBe(false);
    expect(await articlesById(db, EVERYBODY, [old, recent])).toHaveLength(1);
    expect((await storiesById(db, EVERYBODY, [mixed, gone])).map((s) => s.id)).toEqual([mixed]);
    expect(await articleByKeys(db, EVERYBODY, ['1'])).toBeUndefined();
    expect(await searchArticles(db, EVERYBODY, { words: ['harbour'], match: 'all' })).toHaveLength(
      1,
    );
  });
});
