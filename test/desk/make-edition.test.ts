import { describe, expect, test } from 'vitest';
import { type EditionDraft, makeEdition, toldBy } from '../../src/desk/make-edition.ts';
import { HOUR } from '../../src/lib/clock.ts';
import { EVERYTHING, type Filter, type Subscription } from '../../src/news/subscription.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { addMute } from '../../src/store/mutes.ts';
import type { Db } from '../../src/store/schema.ts';
import { mergeStories } from '../../src/store/stories.ts';
import { keepTold } from '../../src/store/told.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const START = new Date('2026-03-02T08:00:00Z');
const hour = (n: number) => new Date(START.getTime() + n * HOUR);
const CHANNEL = 1;

const HARBOUR = {
  title: 'Kelmouth harbour closes after the storm',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers. Fishermen may not leave before the harbour master has inspected the channel.',
};
const REOPENED = {
  title: 'Kelmouth harbour opens again',
  outlet: 'Courier',
  text: 'The harbour of Kelmouth opened again on Tuesday. Divers removed 14 wrecked boats during the night and the ferry to Vissing sails at noon.',
};
const LIBRARY = {
  title: 'Library of Tolmen gets a new roof',
  text: 'The library of Tolmen gets a roof of copper this summer. The council of Tolmen pays 3 million euros for the work.',
};

const edition = (
  db: Db,
  span: readonly [number, number],
  about: {
    filter?: Partial<Filter>;
    tenant?: string;
    stories?: number;
    channel?: number;
  } & Partial<Pick<Subscription, 'kind' | 'threshold' | 'since'>> = {},
) =>
  makeEdition(
    db,
    {
      tenant: about.tenant ?? 'guild-1',
      channel: about.channel ?? CHANNEL,
      stories: about.stories ?? 7,
      filter: { ...EVERYTHING, ...about.filter },
      kind: about.kind ?? 'digest',
      threshold: about.threshold ?? null,
      since: about.since ?? hour(-24),
    },
    { from: hour(span[0]), to: hour(span[1]), seenArticle: null },
  );

const told = (db: Db, draft: EditionDraft, number = 1) =>
  keepTold(
    db,
    'guild-1',
    { channel: CHANNEL, edition: number, at: draft.to },
    draft.items.map(toldBy),
  );

const shown = ({ items }: EditionDraft) => items.map(({ story, kind }) => [story.id, kind]);

describe('an edition', () => {
  test('brings what came in its span, the widest told first', async () => {
    const db = await temporaryStore();
    const small = await arrive(db, hour(1), LIBRARY);
    const wide = await arrive(db, hour(1), HARBOUR);
    await arrive(db, hour(2), { ...REOPENED, story: wide });
    const late = await arrive(db, hour(5), {
      title: 'Later',
      text: 'Something else happened later.',
    });
    expect(shown(await edition(db, [0, 4]))).toEqual([
      [wide, 'new'],
      [small, 'new'],
    ]);
    expect(shown(await edition(db, [4, 6]))).toEqual([[late, 'new']]);
  });

  test('brings what was published before its span but reached us in it, and nothing that is days old', async () => {
    const db = await temporaryStore();
    const late = await arrive(db, hour(1), { ...HARBOUR, publishedAt: hour(-3) });
    await arrive(db, hour(1), { ...LIBRARY, publishedAt: hour(-60) });
    expect(shown(await edition(db, [0, 4]))).toEqual([[late, 'new']]);
  });

  test('never brings a story again that has nothing new', async () => {
    const db = await temporaryStore();
    const story = await arrive(db, hour(1), HARBOUR);
    await told(db, await edition(db, [0, 4]));
    const again = await edition(db, [0, 5]);
    expect(again.items).toEqual([]);
    expect(again.leftOut).toEqual([{ story, why: 'told' }]);
    // Another outlet prints the very same text: a new version, but nothing to tell.
    await arrive(db, hour(6), { ...HARBOUR, outlet: 'Daily', story });
    expect((await edition(db, [4, 8])).leftOut).toEqual([{ story, why: 'told' }]);
  });

  test('brings a told story again when it says something new, with what that is', async () => {
    const db = await temporaryStore();
    const story = await arrive(db, hour(1), HARBOUR);
    await told(db, await edition(db, [0, 4]));
    await arrive(db, hour(6), { ...REOPENED, story });
    const update = await edition(db, [4, 8]);
    expect(shown(update)).toEqual([[story, 'update']]);
    expect(update.items[0]?.digest.whatChanged).toMatch(/opened again|Divers/);
    expect(update.items[0]?.digest.whatChanged).not.toContain('tore away');
    // Not the headline of its beginning.
    expect(update.items[0]?.digest.headline).toBe(REOPENED.title);
    await told(db, update, 2);
    expect((await edition(db, [4, 9])).items).toEqual([]);
  });

  test('knows a story that went into another one', async () => {
    const db = await temporaryStore();
    const first = await arrive(db, hour(1), HARBOUR);
    await told(db, await edition(db, [0, 2]));
    const second = await arrive(db, hour(3), { ...HARBOUR, outlet: 'Daily' });
    await mergeStories(db, EVERYBODY, { from: first, into: second });
    expect((await edition(db, [2, 4])).leftOut).toEqual([{ story: second, why: 'told' }]);
    await arrive(db, hour(5), { ...REOPENED, story: second });
    expect(shown(await edition(db, [4, 6]))).toEqual([[second, 'update']]);
  });

  test('of one channel does not count for another', async () => {
    const db = await temporaryStore();
    const story = await arrive(db, hour(1), HARBOUR);
    await told(db, await edition(db, [0, 4]));
    expect(shown(await edition(db, [0, 4], { channel: 2 }))).toEqual([[story, 'new']]);
  });

  test('holds at most as many stories as were asked for and says which it left out', async () => {
    const db = await temporaryStore();
    const wide = await arrive(db, hour(1), HARBOUR);
    await arrive(db, hour(1), { ...REOPENED, story: wide });
    const small = await arrive(db, hour(1), LIBRARY);
    const draft = await edition(db, [0, 4], { stories: 1 });
    expect(shown(draft)).toEqual([[wide, 'new']]);
    expect(draft.leftOut).toEqual([{ story: small, why: 'beyond' }]);
  });

  test("holds nothing of another tenant's", async () => {
    const db = await temporaryStore();
    await arrive(db, hour(1), { ...HARBOUR, tenant: 'guild-2' });
    const own = await arrive(db, hour(1), { ...LIBRARY, tenant: 'guild-1' });
    const draft = await edition(db, [0, 4]);
    expect(shown(draft)).toEqual([[own, 'new']]);
    expect(draft.leftOut).toEqual([]);
  });
});

describe('a filter', () => {
  async function two() {
    const db = await temporaryStore();
    const harbour = await arrive(db, hour(1), { ...HARBOUR, feedId: 11 });
    const library = await arrive(db, hour(1), { ...LIBRARY, feedId: 12 });
    return { db, harbour, library };
  }

  test.each([
    ['topic', { topic: 'the harbours' }],
    ['a topic whose words stand in different articles', { topic: 'harbour divers' }],
    ['one of several names', { names: ['Ostrand', 'Kelmouth'] }],
    ['every word that must stand there', { must: ['harbour master', 'storm'] }],
    ['feeds', { feeds: [11, 99] }],
    ['mute, in headlines in any form', { mute: ['librar'] }],
    ['mute, in what would be shown', { mute: ['3 million'] }],
  ])('by %s keeps the one and leaves out the other', async (_, filter) => {
    const { db, harbour, library } = await two();
    await arrive(db, hour(2), { ...REOPENED, story: harbour });
    const draft = await edition(db, [0, 4], { filter });
    expect(shown(draft)).toEqual([[harbour, 'new']]);
    expect(draft.leftOut).toEqual([
      { story: library, why: 'mute' in filter ? 'muted' : 'filtered' },
    ]);
  });

  test('of two words of which only one stands there leaves out both', async () => {
    const { db } = await two();
    expect((await edition(db, [0, 4], { filter: { must: ['harbour', 'library'] } })).items).toEqual(
      [],
    );
    expect((await edition(db, [0, 4], { filter: { topic: 'harbour library' } })).items).toEqual([]);
  });

  test('mutes words of a script without spaces wherever they stand', async () => {
    const db = await temporaryStore();
    const story = await arrive(db, hour(1), {
      title: '台風で大阪港が閉鎖された',
      text: '大阪港は月曜日に台風のため閉鎖された。',
      language: 'ja',
    });
    const draft = await edition(db, [0, 4], { filter: { mute: ['大阪'] } });
    expect(draft.leftOut).toEqual([{ story, why: 'muted' }]);
    expect((await edition(db, [0, 4], { filter: { mute: ['東京'] } })).items).toHaveLength(1);
  });

  test('mutes whole words from their beginning only', async () => {
    const { db } = await two();
    expect(
      (await edition(db, [0, 4], { filter: { mute: ['bour', 'opper', ''] } })).items,
    ).toHaveLength(2);
  });

  test.each(['"', "'; drop table told; --", 'a OR b', 'title:harbour', '\u0000', '*', '-'])(
    'takes %j as words, not as syntax',
    async (typed) => {
      const { db } = await two();
      for (const filter of [
        { must: [typed] },
        { topic: typed },
        { names: [typed] },
        { mute: [typed] },
      ]) {
        await expect(edition(db, [0, 4], { filter })).resolves.toBeDefined();
      }
    },
  );

  test('a mute holds however many articles hold the word', async () => {
    const db = await temporaryStore();
    const story = await arrive(db, hour(1), { ...LIBRARY, outlet: 'Old' });
    await db.transaction().execute(async (transaction) => {
      for (let i = 0; i < 600; i += 1) {
        const about = { title: `Copper ${i}`, text: 'Copper.', publishedAt: hour(-60) };
        await arrive(transaction, hour(2), about);
      }
    });
    const draft = await edition(db, [0, 4], { filter: { mute: ['copper'] } });
    expect(draft.items).toEqual([]);
    expect(draft.leftOut).toEqual([{ story, why: 'muted' }]);
    expect(shown(await edition(db, [0, 4], { filter: { must: ['copper'] } }))).toEqual([
      [story, 'new'],
    ]);
  });
});

describe('a mute of the channel', () => {
  const mute = (db: Db, about: Parameters<typeof addMute>[2]['about'], channel = CHANNEL) =>
    addMute(db, 'guild-1', { channel, about, byName: 'Ida', at: START });

  test('keeps out a story, and what it went into, in that channel alone', async () => {
    const db = await temporaryStore();
    const first = await arrive(db, hour(1), HARBOUR);
    await mute(db, { kind: 'story', story: first });
    expect((await edition(db, [0, 2])).leftOut).toEqual([{ story: first, why: 'muted' }]);
    expect((await edition(db, [0, 2], { channel: 2 })).items).toHaveLength(1);
    const second = await arrive(db, hour(3), { ...HARBOUR, outlet: 'Daily' });
    await mergeStories(db, EVERYBODY, { from: first, into: second });
    expect((await edition(db, [2, 4])).leftOut).toEqual([{ story: second, why: 'muted' }]);
  });

  test('keeps out what says a phrase, in headlines or in what would be shown', async () => {
    const db = await temporaryStore();
    const harbour = await arrive(db, hour(1), HARBOUR);
    const library = await arrive(db, hour(1), LIBRARY);
    await mute(db, { kind: 'phrase', phrase: 'two piers' });
    const draft = await edition(db, [0, 2]);
    expect(shown(draft)).toEqual([[library, 'new']]);
    expect(draft.leftOut).toEqual([{ story: harbour, why: 'muted' }]);
    await mute(db, { kind: 'phrase', phrase: 'LIBRARY' });
    expect((await edition(db, [0, 2])).items).toEqual([]);
  });
});

test('a filter by stories keeps those and what they went into, however many others came', async () => {
  const db = await temporaryStore();
  const first = await arrive(db, hour(1), HARBOUR);
  const second = await arrive(db, hour(1), { ...HARBOUR, outlet: 'Daily' });
  await arrive(db, hour(1), LIBRARY);
  const filter = { stories: [first] };
  expect(shown(await edition(db, [0, 2], { filter }))).toEqual([[first, 'new']]);
  await mergeStories(db, EVERYBODY, { from: first, into: second });
  expect(shown(await edition(db, [0, 2], { filter }))).toEqual([[second, 'new']]);
  expect((await edition(db, [0, 2], { filter: { stories: [999] } })).items).toEqual([]);
});
