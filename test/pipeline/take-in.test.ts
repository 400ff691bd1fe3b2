import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleDraft } from '../../src/ingest/article-draft.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { createIntake, type Incoming } from '../../src/pipeline/take-in.ts';
import { countArticles } from '../../src/store/articles.ts';
import { isDiskFull } from '../../src/store/faults.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { forgetBefore } from '../../src/store/forget.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/schema.ts';
import { mergeStories, storiesById } from '../../src/store/stories.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const DAY = 86_400_000;

const intakeOf = (db: Db) => createIntake({ db, clock: () => NOW, windowMs: 14 * DAY });

type About = Partial<ArticleDraft> & {
  key?: string;
  keys?: string[];
  tenant?: string;
  feedId?: number;
};

function incoming(about: About = {}): Incoming {
  const { key, keys, tenant, feedId, ...draft } = about;
  return {
    draft: {
      url: key ?? 'https://a.example/1',
      title: 'Kelmouth harbour closed after crane falls into the dock',
      byline: null,
      publishedAt: new Date(NOW.getTime() - 3_600_000),
      language: 'en',
      outlet: 'The Courier',
      text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
      ...draft,
    },
    tenant: tenant ?? EVERYBODY,
    feedId: feedId ?? null,
    keys: keys ?? [key ?? 'https://a.example/1'],
    itemHash: 'h1',
  };
}

const tables = async (db: Db) => ({
  articles: await db.selectFrom('articles').select(['id', 'title', 'superseded']).execute(),
  joined: await db.selectFrom('story_articles').select(['story_id', 'article_id']).execute(),
  quotes: await db.selectFrom('quotes').select('article_id').execute(),
});

describe('an article', () => {
  test('enters once, whatever door it comes by and however often', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    expect(
      await intake.takeIn([incoming(), incoming(), incoming({ outlet: 'Another feed' })]),
    ).toEqual(['added', 'known', 'known']);
    expect(await intakeOf(db).takeIn([incoming()])).toEqual(['known']);
    expect((await tables(db)).articles).toHaveLength(1);
  });

  test('brings its quotes, each at its place in the text', async () => {
    const db = await temporaryStore();
    await intakeOf(db).takeIn([incoming()]);
    const [quote] = await db.selectFrom('quotes').selectAll().execute();
    const text = incoming().draft.text;
    expect(text.slice(quote?.start_offset, quote?.end_offset)).toBe(
      'We will lift it before the weekend,',
    );
    expect(quote?.speaker_key).toBe('ada quill');
  });

  test('that comes again with other words is a correction: it takes the old one’s place in its story', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    await intake.takeIn([incoming()]);
    const corrected = incoming({
      text: incoming().draft.text.replace('Nobody was hurt', 'Two people were hurt'),
    });
    expect(await intake.takeIn([corrected])).toEqual(['corrected']);
    const { articles, joined } = await tables(db);
    expect(articles.map((article) => article.superseded)).toEqual([1, 0]);
    expect(joined).toEqual([{ story_id: 1, article_id: 2 }]);
  });

  test('whose server hands out two wordings in turn is corrected once', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    const { text } = incoming().draft;
    const other = () => incoming({ text: text.replace('Nobody was hurt', 'Two people were hurt') });
    await intake.takeIn([incoming()]);
    expect(await intake.takeIn([other(), incoming(), other(), incoming()])).toEqual([
      'corrected',
      'known',
      'known',
      'known',
    ]);
  });

  test('without a date that still stands in its feed after it was forgotten does not come back as news', async () => {
    const db = await temporaryStore();
    const undated = () => incoming({ publishedAt: null, feedId: 1 });
    await intakeOf(db).takeIn([undated()]);
    await forgetBefore(db, new Date(NOW.getTime() + DAY));
    expect(await intakeOf(db).takeIn([undated()])).toEqual(['known']);
    expect((await tables(db)).articles).toEqual([]);
    const news = {
      ...undated(),
      draft: { ...undated().draft, title: 'Crane lifted from the dock' },
    };
    expect(await intakeOf(db).takeIn([news])).toEqual(['added']);
  });

  test('that is rewritten without end has twenty readings', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    const rewritten = Array.from({ length: 30 }, (_, i) =>
      incoming({ text: `${incoming().draft.text} Update ${i} of the evening.` }),
    );
    const outcomes = await intake.takeIn(rewritten);
    expect(outcomes.filter((outcome) => outcome === 'corrected')).toHaveLength(19);
    expect(outcomes.at(-1)).toBe('known');
    expect((await tables(db)).articles).toHaveLength(20);
  });

  test('is no copy of its own copies, however often it is corrected', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    const { text } = incoming().draft;
    await intake.takeIn([incoming(), incoming({ key: 'https://b.example/1', outlet: 'Echo' })]);
    await intake.takeIn([incoming({ text: `${text} One more thing.` })]);
    await intake.takeIn([incoming({ text: `${text} One thing more than that.` })]);
    expect(await storiesById(db, EVERYBODY, [1])).toMatchObject([
      { articles: 2, outlets: 2, independent: 1 },
    ]);
  });

  test('that comes again with other white space, or cut to a summary, is no correction', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    const { text } = incoming().draft;
    await intake.takeIn([incoming()]);
    expect(await intake.takeIn([incoming({ text: text.replaceAll('. ', '.\n\n') })])).toEqual([
      'known',
    ]);
    expect(await intake.takeIn([incoming({ text: text.slice(0, 60) })])).toEqual(['known']);
  });
});

describe('who may correct', () => {
  const texts = {
    budget:
      'Lawmakers of Torrin passed the yearly budget after a night of debate on taxes and schools. “It is a fair plan,” finance minister Bo Rask said.',
    false:
      'The harbour master of Kelmouth was arrested on Monday for theft. “I took it all,” harbour master Ada Quill said.',
  };

  /** A store with the feeds of these addresses, in order. */
  async function withFeeds(...urls: string[]) {
    const db = await temporaryStore();
    const feeds: number[] = [];
    for (const url of urls) {
      const about = {
        tenant: EVERYBODY,
        url,
        outlet: null,
        language: null,
        origin: 'added',
      } as const;
      feeds.push((await addFeed(db, about, NOW)).feed.id);
    }
    const shown = async () =>
      db
        .selectFrom('story_articles')
        .innerJoin('articles', 'articles.id', 'article_id')
        .select(['articles.id', 'outlet', 'text', 'feed_id', 'story_id'])
        .orderBy('articles.id')
        .execute();
    return { db, intake: intakeOf(db), feeds, shown };
  }

  test('a feed from elsewhere cannot change an article by pointing at it', async () => {
    const { intake, feeds, shown } = await withFeeds(
      'https://a.example/feed',
      'https://evil.example/feed',
    );
    await intake.takeIn([incoming({ feedId: feeds[0]! })]);
    const forged = incoming({ feedId: feeds[1]!, text: texts.false, outlet: 'Evil Post' });
    expect(await intake.takeIn([forged])).toEqual(['known']);
    expect(await shown()).toMatchObject([{ outlet: 'The Courier', feed_id: feeds[0] }]);
  });

  test('nor by laying a hand on an address that is yet to be printed', async () => {
    const { intake, feeds, shown } = await withFeeds(
      'https://a.example/feed',
      'https://evil.example/feed',
    );
    await intake.takeIn([incoming({ feedId: feeds[0]! })]);
    const keys = ['https://a.example/1', 'https://a.example/2', 'item evil 1'];
    await intake.takeIn([incoming({ feedId: feeds[1]!, keys })]);
    const next = incoming({ feedId: feeds[0]!, key: 'https://a.example/2', text: texts.budget });
    expect(await intake.takeIn([next])).toEqual(['added']);
    expect(await shown()).toHaveLength(2);
  });

  test('nor by mixing the key of its own article with that of another', async () => {
    const { intake, feeds, shown } = await withFeeds(
      'https://a.example/feed',
      'https://evil.example/feed',
    );
    // Its own article is the older one, so that the order of rows would favour it.
    await intake.takeIn([incoming({ feedId: feeds[1]!, key: 'item evil 1', text: texts.budget })]);
    await intake.takeIn([incoming({ feedId: feeds[0]! })]);
    const keys = ['https://a.example/1', 'item evil 1'];
    const mixed = incoming({ feedId: feeds[1]!, keys, text: texts.false });
    expect(await intake.takeIn([mixed])).toEqual(['known']);
    expect((await shown()).map(({ text }) => text)).toEqual([texts.budget, incoming().draft.text]);
  });

  test.each([
    ['https://www.a.example/world.xml', 'https://feeds.a.example/top.xml', 'corrected'],
    ['https://a.example/world.xml', 'https://blog.a.example/top.xml', 'known'],
  ])('what %s brought, %s has %s', async (first, second, outcome) => {
    const { intake, feeds } = await withFeeds(first, second);
    await intake.takeIn([incoming({ feedId: feeds[0]! })]);
    const text = incoming().draft.text.replace('Nobody was hurt', 'Two people were hurt');
    expect(await intake.takeIn([incoming({ feedId: feeds[1]!, text })])).toEqual([outcome]);
  });

  test("the publisher's own words replace what another feed printed under its address, however short", async () => {
    const { db, intake, feeds, shown } = await withFeeds(
      'https://evil.example/feed',
      'https://a.example/feed',
    );
    await intake.takeIn([incoming({ feedId: feeds[0]!, text: texts.false, outlet: 'Evil Post' })]);
    const own = incoming({
      feedId: feeds[1]!,
      title: 'Budget passed in Torrin',
      text: texts.budget,
    });
    expect(await intake.takeIn([own])).toEqual(['corrected']);
    const [article, ...more] = await shown();
    expect(more).toEqual([]);
    expect(article).toMatchObject({ outlet: 'The Courier', text: texts.budget });
    // It is about something else, so it stands in a story of its own; the old number leads there.
    const stories = await db.selectFrom('stories').select(['id', 'title', 'merged_into']).execute();
    expect(stories).toEqual([
      { id: 1, title: incoming().draft.title, merged_into: 2 },
      { id: 2, title: 'Budget passed in Torrin', merged_into: null },
    ]);
    expect(await intake.takeIn([incoming({ feedId: feeds[0]! })])).toEqual(['known']);
  });

  test('a publisher that says the same makes the article its own', async () => {
    const { intake, feeds, shown } = await withFeeds(
      'https://evil.example/feed',
      'https://a.example/feed',
    );
    await intake.takeIn([incoming({ feedId: feeds[0]! }), incoming({ feedId: feeds[1]! })]);
    const later = incoming({ feedId: feeds[0]!, text: `${incoming().draft.text} Not so.` });
    expect(await intake.takeIn([later])).toEqual(['known']);
    expect(await shown()).toMatchObject([{ id: 1, feed_id: feeds[1] }]);
  });
});

const second = (about: About = {}) =>
  incoming({
    key: 'https://b.example/1',
    outlet: 'Daily Post',
    title: 'Crane collapse shuts Kelmouth harbour',
    text: 'A crane collapsed into the main dock of Kelmouth harbour on Monday and shut the port. Harbour master Ada Quill said that nobody was hurt when the crane fell.',
    ...about,
  });

const budget = () =>
  incoming({
    key: 'https://c.example/1',
    title: 'Budget passed in Torrin assembly',
    text: 'Lawmakers of Torrin passed the yearly budget after a night of debate on taxes and schools.',
  });

describe('a story', () => {
  test('grows also across a restart', async () => {
    const db = await temporaryStore();
    await intakeOf(db).takeIn([incoming()]);
    await intakeOf(db).takeIn([second()]);
    expect((await tables(db)).joined.map((row) => row.story_id)).toEqual([1, 1]);
  });

  test('is counted once in a batch, however many join it', async () => {
    const db = await temporaryStore();
    await sql`create table counted (story integer)`.execute(db);
    await sql`create trigger counting after update of articles on stories begin
      insert into counted values (new.id); end`.execute(db);
    const batch = Array.from({ length: 20 }, (_, i) =>
      second({ key: `https://b.example/${i}`, outlet: `Post ${i}` }),
    );
    await intakeOf(db).takeIn(batch);
    expect(await storiesById(db, EVERYBODY, [1])).toMatchObject([{ articles: 20, version: 20 }]);
    const { rows } = await sql`select story from counted`.execute(db);
    expect(rows).toHaveLength(1);
  });

  test("of one tenant never takes in another's article, nor shows in everybody's", async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    await intake.takeIn([incoming({ tenant: 'guild-1' })]);
    await intake.takeIn([{ ...second(), tenant: 'guild-2' }]);
    await intake.takeIn([incoming({ key: 'https://c.example/1' })]);
    expect(new Set((await tables(db)).joined.map((row) => row.story_id)).size).toBe(3);
    expect((await countArticles(db, EVERYBODY)).count).toBe(1);
    expect((await countArticles(db, 'guild-1')).count).toBe(2);
  });
});

describe('two programs on one store', () => {
  async function twoPrograms() {
    const file = join(temporaryFolder(), 'crier.db');
    const dbs = [await openStore(file), await openStore(file)] as const;
    onTestFinished(async () => {
      for (const db of dbs) await db.destroy();
    });
    return { dbs, here: intakeOf(dbs[0]), there: intakeOf(dbs[1]) };
  }

  test('each sees what the other stored: a story goes on, a correction is compared no more', async () => {
    const { dbs, here, there } = await twoPrograms();
    await here.takeIn([budget()]);
    await there.takeIn([incoming()]);
    await here.takeIn([second()]);
    const text = `${second().draft.text} The port opens on Friday.`;
    await there.takeIn([second({ text })]);
    // A copy of the correction is one of the correction, not of what it corrected.
    await here.takeIn([second({ key: 'https://d.example/1', outlet: 'Echo', text })]);
    expect((await tables(dbs[0])).joined).toEqual([
      { story_id: 1, article_id: 1 },
      { story_id: 2, article_id: 2 },
      { story_id: 2, article_id: 4 },
      { story_id: 2, article_id: 5 },
    ]);
    const copies = dbs[0].selectFrom('articles').select('copy_of').where('id', '=', 5);
    expect(await copies.execute()).toEqual([{ copy_of: 4 }]);
  });

  test('an article for a story that the other merged stands where that story stands now', async () => {
    const { dbs, here } = await twoPrograms();
    await here.takeIn([incoming(), budget()]);
    await mergeStories(dbs[1], EVERYBODY, { from: 1, into: 2 });
    await here.takeIn([second()]);
    expect(await storiesById(dbs[1], EVERYBODY, [2])).toMatchObject([{ articles: 3, version: 3 }]);
    expect((await tables(dbs[0])).joined.map((row) => row.story_id)).toEqual([2, 2, 2]);
  });

  test('an article for a story that was forgotten opens a new one', async () => {
    const { dbs, here } = await twoPrograms();
    await here.takeIn([incoming()]);
    await forgetBefore(dbs[1], new Date(NOW.getTime() + DAY));
    expect(await here.takeIn([second(), budget()])).toEqual(['added', 'added']);
    expect((await tables(dbs[0])).joined.map((row) => row.story_id)).toEqual([2, 3]);
  });
});

describe('a batch that fails', () => {
  async function refusing() {
    const db = await temporaryStore();
    await sql`create trigger refusing before insert on articles when new.title = 'Refused' begin
      select raise(abort, 'refused'); end`.execute(db);
    const intake = intakeOf(db);
    const fail = async (...batch: Incoming[]) => {
      const refused = incoming({ key: 'https://z.example/1', title: 'Refused' });
      await expect(intake.takeIn([...batch, refused])).rejects.toThrow(/refused/);
    };
    return { db, intake, fail };
  }

  test('leaves nothing behind that a later article could be a copy of', async () => {
    const { db, intake, fail } = await refusing();
    await intake.takeIn([budget()]);
    await fail(incoming(), second());
    await intake.takeIn([incoming({ key: 'https://d.example/1', outlet: 'Echo' })]);
    const articles = db.selectFrom('articles').select(['id', 'copy_of']);
    expect(await articles.execute()).toEqual([
      { id: 1, copy_of: null },
      { id: 2, copy_of: null },
    ]);
    expect((await tables(db)).joined.map((row) => row.story_id)).toEqual([1, 2]);
  });

  test('does not cost the knowledge of what was stored before: nothing is read again', async () => {
    const { db, intake, fail } = await refusing();
    await intake.takeIn([incoming()]);
    await fail(budget());
    // Were the store read again, this would not be found.
    await db.updateTable('articles').set({ tenant: 'elsewhere' }).execute();
    await intake.takeIn([second()]);
    expect((await tables(db)).joined.map((row) => row.story_id)).toEqual([1, 1]);
  });

  test('with a correction leaves the article as it was', async () => {
    const { db, intake, fail } = await refusing();
    await intake.takeIn([incoming()]);
    await fail(incoming({ title: 'Another matter', text: budget().draft.text }));
    await intake.takeIn([incoming({ key: 'https://d.example/1', outlet: 'Echo' })]);
    const copies = db.selectFrom('articles').select('copy_of').where('outlet', '=', 'Echo');
    expect(await copies.execute()).toEqual([{ copy_of: 1 }]);
  });
});

test('the first batch after a start lets others work while it reads what is held', async () => {
  const db = await temporaryStore();
  const held = Array.from({ length: 350 }, (_, i) =>
    incoming({ key: `https://a.example/${i}`, title: `Report ${i}`, text: `Number ${i}.` }),
  );
  await intakeOf(db).takeIn(held);
  let turns = 0;
  let done = false;
  const others = () => {
    turns += 1;
    if (!done) setImmediate(others);
  };
  setImmediate(others);
  await intakeOf(db).takeIn([second()]);
  done = true;
  expect(turns).toBeGreaterThanOrEqual(3);
});

describe('a full disk', () => {
  test('refuses the whole batch, keeps what was stored, and goes on when there is room again', async () => {
    const db = await temporaryStore();
    const intake = intakeOf(db);
    await intake.takeIn([incoming()]);
    const before = await tables(db);
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count}`).execute(db);
    const big = Array.from({ length: 20 }, (_, i) =>
      incoming({
        key: `https://big.example/${i}`,
        title: `Report ${i}`,
        text: `Part ${i}. `.repeat(5_000),
      }),
    );
    const refused = await intake.takeIn(big).catch((error: unknown) => error);
    expect(isDiskFull(refused)).toBe(true);
    expect(await tables(db)).toEqual(before);
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    expect(await intake.takeIn(big)).toEqual(big.map(() => 'added'));
  });
});
