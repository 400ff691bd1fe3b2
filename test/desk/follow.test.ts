import { describe, expect, test } from 'vitest';
import { follow } from '../../src/desk/follow.ts';
import { HOUR, MINUTE } from '../../src/lib/clock.ts';
import { EVERYTHING, type Wish } from '../../src/news/subscription.ts';
import { channelAt } from '../../src/store/channels.ts';
import { mergeStories, storiesById } from '../../src/store/stories.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { crier } from '../support/delivering.ts';
import { arrive, wish } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const HARBOUR = {
  title: 'Kelmouth harbour closes',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers.',
};
const DIVERS = {
  title: 'Divers work in Kelmouth',
  outlet: 'Courier',
  text: 'Divers from Vissing removed 14 wrecks from the channel during the night.',
};
const FERRY = {
  title: 'Ferry sails',
  outlet: 'Daily',
  text: 'The ferry company of Ostrand cancelled 12 sailings to Kelmouth until Thursday.',
};
const LIBRARY = {
  title: 'Library of Tolmen gets a new roof',
  text: 'The library of Tolmen gets a roof of copper this summer, mayor Ada Quill said.',
};

const TENANT = 'guild-1';

async function newsroom() {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z');
  const channel = await channelAt(db, TENANT, { platform: 'discord', place: 'general' });
  /** Beats once a minute for a while. */
  const live = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += MINUTE) {
      at.pass(MINUTE);
      await at.publish();
      await at.deliver();
    }
  };
  return {
    db,
    ...at,
    live,
    read: () => at.read('general'),
    follow: async (about: Partial<Wish>, story: number | null = null) =>
      follow(db, TENANT, {
        channel: channel.id,
        wish: wish({ kind: 'follow', ...about }),
        story: story === null ? null : ((await storiesById(db, TENANT, [story]))[0] ?? null),
        now: at.clock(),
      }),
  };
}

describe('who follows a story', () => {
  test('is told what is new in it within a quarter of an hour, and nothing else', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    const story = await arrive(db, clock(), HARBOUR);
    await follow({}, story);
    await arrive(db, clock(), LIBRARY);
    await live(30 * MINUTE);
    expect(read()).toEqual([]);
    await arrive(db, clock(), { ...DIVERS, story });
    await live(15 * MINUTE);
    expect(read()).toEqual([expect.stringMatching(/^update #1 v2/)]);
  });

  test('is told at most once an hour, and then of all that came', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    const story = await arrive(db, clock(), HARBOUR);
    await follow({}, story);
    await arrive(db, clock(), { ...DIVERS, story });
    await live(20 * MINUTE);
    await arrive(db, clock(), { ...FERRY, story });
    await live(50 * MINUTE);
    expect(read()).toHaveLength(1);
    await live(20 * MINUTE);
    expect(read()).toEqual([
      expect.stringMatching(/^update #1 v2/),
      expect.stringMatching(/^update #1 v3/),
    ]);
    await live(3 * HOUR);
    expect(read()).toHaveLength(2);
  });

  test('follows it into another one', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    const story = await arrive(db, clock(), HARBOUR);
    await follow({}, story);
    const other = await arrive(db, clock(), FERRY);
    await mergeStories(db, '*', { from: story, into: other });
    await live(15 * MINUTE);
    expect(read()).toEqual([expect.stringMatching(/^update #2 v2/)]);
  });

  test('until a date is told nothing after it, and the follow is over', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    const story = await arrive(db, clock(), HARBOUR);
    await follow({ until: new Date('2026-03-02T08:40:00Z') }, story);
    await live(35 * MINUTE);
    expect(await subscriptionsOf(db, TENANT)).toHaveLength(1);
    await arrive(db, clock(), { ...DIVERS, story });
    await live(5 * MINUTE);
    expect(await subscriptionsOf(db, TENANT)).toEqual([]);
    await live(HOUR);
    expect(read()).toEqual([]);
  });
});

describe('who follows a person', () => {
  test('is told of new stories with that name, and not of what was there before', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    await arrive(db, clock(), { ...LIBRARY, text: 'Ada Quill opens a bridge in Vissing.' });
    await live(2 * HOUR);
    await follow({ filter: { ...EVERYTHING, names: ['Ada Quill'] } });
    // A feed that was added brings along what it published hours ago.
    const old = new Date(clock().getTime() - 3 * HOUR);
    await arrive(db, clock(), { ...LIBRARY, title: 'Old', publishedAt: old, seenAt: clock() });
    await arrive(db, clock(), HARBOUR);
    await live(30 * MINUTE);
    expect(read()).toEqual([]);
    await arrive(db, clock(), LIBRARY);
    await live(30 * MINUTE);
    expect(read()).toEqual(['new #4 v1: Library of Tolmen gets a new roof']);
  });

  test('is told of the widest first and of the others a look later', async () => {
    const { db, clock, read, live, follow } = await newsroom();
    await follow({ filter: { ...EVERYTHING, names: ['Kelmouth'] }, stories: 1 });
    const wide = await arrive(db, clock(), HARBOUR);
    await arrive(db, clock(), { ...DIVERS, story: wide });
    await arrive(db, clock(), { title: 'Mill', text: 'The mill of Kelmouth was sold for a euro.' });
    await live(15 * MINUTE);
    expect(read()).toEqual([expect.stringMatching(/^new #1/)]);
    await live(15 * MINUTE);
    expect(read()[1]).toMatch(/^new #2/);
  });
});

describe('an alert', () => {
  const OUTLETS = ['Courier', 'Daily', 'Herald'];
  const reported = async (
    { db, clock }: Awaited<ReturnType<typeof newsroom>>,
    about: Partial<Parameters<typeof arrive>[2]> = {},
  ) => {
    let story: number | undefined;
    for (const outlet of OUTLETS) {
      const text = `${HARBOUR.text} ${outlet} was there.`;
      story = await arrive(db, clock(), {
        ...HARBOUR,
        text,
        outlet,
        ...about,
        ...(story !== undefined && { story }),
      });
    }
    return story!;
  };

  test('comes within minutes when enough outlets report a story, once', async () => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 3 });
    await room.live(10 * MINUTE);
    const story = await reported(room);
    await room.live(5 * MINUTE);
    expect(room.read()).toEqual([expect.stringMatching(/^new #1 v3/)]);
    await arrive(room.db, room.clock(), { ...DIVERS, outlet: 'Post', story });
    await room.live(3 * HOUR);
    expect(room.read()).toHaveLength(1);
  });

  test('comes when the last outlet that is needed reports it, hours later', async () => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 4 });
    await room.live(MINUTE);
    const story = await reported(room);
    await room.live(3 * HOUR);
    expect(room.read()).toEqual([]);
    await arrive(room.db, room.clock(), { ...DIVERS, outlet: 'Post', story });
    await room.live(5 * MINUTE);
    expect(room.read()).toHaveLength(1);
  });

  test('does not come for copies of one text', async () => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 3 });
    await room.live(MINUTE);
    const story = await arrive(room.db, room.clock(), HARBOUR);
    for (const outlet of OUTLETS) {
      await arrive(room.db, room.clock(), { ...HARBOUR, outlet, copyOf: 1, story });
    }
    await room.live(10 * MINUTE);
    expect(room.read()).toEqual([]);
  });

  test.each([
    ['that was published before', { publishedAt: new Date('2026-03-02T05:00:00Z') }],
    ['without a date', { publishedAt: null }],
  ])('does not come for what a new feed brings along %s', async (_, about) => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 3 });
    await room.live(MINUTE);
    await reported(room, about);
    await room.live(20 * MINUTE);
    expect(room.read()).toEqual([]);
  });

  test('does not come for a story that outlets reported one after the other over days', async () => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 3 });
    room.pass(MINUTE);
    const story = await reported(room, { outlet: 'Courier' });
    for (const outlet of ['Daily', 'Herald']) {
      room.pass(13 * HOUR);
      const text = `${FERRY.text} ${outlet} counted them.`;
      await arrive(room.db, room.clock(), { ...FERRY, text, outlet, story });
      await room.live(10 * MINUTE);
    }
    expect(room.read()).toEqual([]);
  });

  test('does not come for what the channel was told already', async () => {
    const room = await newsroom();
    await room.follow({ kind: 'alert', threshold: 3 });
    await room.subscribe('general', {
      schedule: { times: ['08:02'], days: [1], everyMinutes: null },
    });
    room.pass(MINUTE);
    const story = await arrive(room.db, room.clock(), HARBOUR);
    await room.live(3 * MINUTE);
    expect(room.read()).toHaveLength(1);
    for (const outlet of OUTLETS) {
      await arrive(room.db, room.clock(), {
        ...DIVERS,
        text: `${DIVERS.text} ${outlet}.`,
        outlet,
        story,
      });
    }
    await room.live(20 * MINUTE);
    expect(room.read()).toHaveLength(1);
  });
});
