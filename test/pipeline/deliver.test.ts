import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/chat/message.ts';
import type { Posted } from '../../src/chat/platform.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { EVERY_DAY, EVERYTHING } from '../../src/news/subscription.ts';
import { deliver as deliverTo } from '../../src/pipeline/deliver.ts';
import { PACE_MS, SETTLE_MS } from '../../src/pipeline/deliver-outcome.ts';
import { channelAt, channelById, reopenChannels } from '../../src/store/channels.ts';
import { addMute, dropMute } from '../../src/store/mutes.ts';
import { addNotice, claimNotice, untoldNotices } from '../../src/store/notices.ts';
import { claimNext, giveBack, markSent } from '../../src/store/outbox.ts';
import type { Db } from '../../src/store/schema.ts';
import { pauseSubscription, resumeSubscription } from '../../src/store/subscriptions.ts';
import { deliveriesOf } from '../support/deliveries.ts';
import { crier, showPlainly } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const HARBOUR = {
  title: 'Kelmouth harbour closes',
  text: 'The harbour of Kelmouth was closed after the storm.',
};
const POST = 'new #1 v1: Kelmouth harbour closes';

const LIBRARY = {
  title: 'Tolmen library reopens',
  text: 'The library of Tolmen has a copper roof by now.',
};

/** An edition of two stories in two posts. */
async function twoPosts() {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z', async ({ items }) =>
    items.map(({ story, digest }) => ({
      message: sentence(digest.headline),
      stories: [story.id],
    })),
  );
  const here = await at.subscribe('general');
  await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  await arrive(db, at.at('2026-03-02T08:11:00Z'), LIBRARY);
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  return { db, ...at, here };
}

/** A story, and an edition of it in the outbox for each of the places. */
async function due(places: readonly string[] = ['general'], about = {}) {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z');
  const here = [];
  for (const place of places) here.push(await at.subscribe(place, about));
  await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  return { db, ...at, here: here[0]!, all: here };
}

const AHEAD = 27 * HOUR;
const byClock = (now: Date) => ({
  platform: 'discord',
  now,
  leaseMs: SETTLE_MS,
  paceMs: 1_000,
  mine: new Set<number>(),
});

/** Begins the next post and is killed when it stands there; says how it is delivered later, by a platform with a true clock. */
async function killedAfterPosting(
  { db, poster, standing, clock }: Awaited<ReturnType<typeof due>>,
  ahead = 0,
) {
  const postedAt = clock().getTime() - ahead;
  const claim = await claimNext(db, byClock(clock()));
  await poster.post(
    { tenant: 'guild-1', channel: 'general' },
    { blocks: [], sources: new Map(), story: null, trouble: false },
    claim!.key,
  );
  const faults: Error[] = [];
  const find: typeof poster.find = async (_, key, since) => {
    const fault = faults.shift();
    if (fault) throw fault;
    const found = standing.find((one) => one.key === key);
    return found && postedAt >= since.getTime() ? found.id : null;
  };
  return {
    faults,
    deliver: () =>
      deliverTo({ show: showPlainly, db, clock, log: silentLog, poster: { ...poster, find } }),
  };
}

const states = async (db: Db, { channel, tenant }: { channel: number; tenant: string }) =>
  (await deliveriesOf(db, tenant, { channel })).map(({ state }) => state);

describe('a post', () => {
  test('is made once and known by its id', async () => {
    const { db, here, deliver, read } = await due();
    expect(await deliver()).toEqual({ sent: 1, nextAt: null });
    expect(await deliver()).toEqual({ sent: 0, nextAt: null });
    expect(read('general')).toEqual([POST]);
    expect((await deliveriesOf(db, here.tenant, { channel: here.channel }))[0]).toMatchObject({
      state: 'sent',
      sentId: 'm1',
      sentAt: new Date('2026-03-02T08:30:00Z'),
    });
  });

  test.each([
    ['an outcome nobody knows', { kind: 'ambiguous', reason: 'reset' } as const],
    ['a fault in the middle', new Error('socket hang up')],
  ])('after %s is looked for before it is sent again: it stands there', async (_, answer) => {
    const { turn, deliver, read, pass, asked } = await due();
    turn(answer, true);
    await deliver();
    pass(SETTLE_MS - SECOND);
    await deliver();
    expect(asked).toEqual(['post general']);
    pass(SECOND);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(asked).toEqual(['post general', 'find general']);
    expect(read('general')).toEqual([POST]);
  });

  test('that does not stand there is sent again', async () => {
    const { turn, deliver, read, pass, asked } = await due();
    turn({ kind: 'ambiguous', reason: '502' }, false);
    await deliver();
    pass(SETTLE_MS);
    await deliver();
    expect(asked).toEqual(['post general', 'find general', 'post general']);
    expect(read('general')).toEqual([POST]);
  });

  test('that nobody can look for is not sent; after a day it is given up and told', async () => {
    const { db, here, turn, blind, deliver, read, pass, asked } = await due();
    turn({ kind: 'ambiguous', reason: 'reset' }, true);
    await deliver();
    blind(new Error('Missing Access'));
    for (let hours = 0; hours < 26; hours += 1) {
      pass(HOUR);
      await deliver();
    }
    expect(asked.filter((one) => one === 'post general')).toHaveLength(1);
    expect(asked.length).toBeGreaterThan(10);
    expect(read('general')).toEqual([POST]);
    expect(await states(db, here)).toEqual(['parked']);
    expect(await untoldNotices(db, here.tenant)).toMatchObject([
      { kind: 'unknown', channel: here.channel, reason: expect.stringContaining('Missing Access') },
    ]);
  });

  test('whose sender died is left alone for a minute, then looked for', async () => {
    const { db, clock, standing, deliver, read, pass, asked } = await due();
    const claim = await claimNext(db, {
      platform: 'discord',
      now: clock(),
      leaseMs: SETTLE_MS,
      paceMs: 1_000,
      mine: new Set(),
    });
    // It stood there when the sender was killed.
    standing.push({
      tenant: 'guild-1',
      channel: 'general',
      id: 'm1',
      key: claim!.key,
      message: { blocks: [], sources: new Map(), story: null, trouble: false },
    });
    pass(SETTLE_MS - SECOND);
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(asked).toEqual([]);
    pass(SECOND);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(asked).toEqual(['find general']);
    expect(read('general')).toHaveLength(1);
  });

  test('that this very program is sending is not taken over when its clock is put forward', async () => {
    const { db, clock, pass } = await due();
    const by = (mine: readonly number[]) => ({
      platform: 'discord',
      now: clock(),
      leaseMs: SETTLE_MS,
      paceMs: 1_000,
      mine: new Set(mine),
    });
    const claim = await claimNext(db, by([]));
    pass(DAY);
    expect(await claimNext(db, by([claim!.id]))).toBeUndefined();
    expect(await claimNext(db, by([]))).toMatchObject({ id: claim!.id });
  });

  test('that was taken over is not changed by the one it was taken from, unless it stands', async () => {
    const { db, here, clock, pass } = await due();
    const by = () => ({
      platform: 'discord',
      now: clock(),
      leaseMs: SETTLE_MS,
      paceMs: 1_000,
      mine: new Set<number>(),
    });
    const slow = await claimNext(db, by());
    pass(SETTLE_MS);
    const quick = await claimNext(db, by());
    expect(quick).toMatchObject({ id: slow!.id, lookUp: true, attempts: 2 });
    await giveBack(db, slow!, { state: 'pending', notBefore: clock(), reason: null });
    expect(await states(db, here)).toEqual(['sending']);
    await markSent(db, slow!, { id: 'm1', at: clock() });
    await giveBack(db, quick!, { state: 'ambiguous', notBefore: clock(), reason: null });
    expect(await states(db, here)).toEqual(['sent']);
  });

  test('held by quiet hours comes when they are over', async () => {
    const { deliver, read, at, asked } = await due(['general'], {
      zone: 'Europe/Berlin',
      quiet: { from: '09:00', to: '12:00' },
      schedule: { times: ['09:30'], days: [1], everyMinutes: null },
    });
    expect(await deliver()).toEqual({ sent: 0, nextAt: new Date('2026-03-02T11:00:00Z') });
    at('2026-03-02T10:59:59Z');
    await deliver();
    expect(asked).toEqual([]);
    at('2026-03-02T11:00:00Z');
    await deliver();
    expect(read('general')).toEqual([POST]);
  });
});

describe('a busy platform', () => {
  test('is not asked again before it says, and only in that channel', async () => {
    const { turn, deliver, pass, asked } = await due(['general', 'other']);
    turn({ kind: 'busy', retryAfterMs: 40_000 });
    expect(await deliver()).toEqual({ sent: 1, nextAt: new Date('2026-03-02T08:30:40Z') });
    pass(39_000);
    await deliver();
    expect(asked).toEqual(['post general', 'post other']);
    pass(1_000);
    expect(await deliver()).toEqual({ sent: 1, nextAt: null });
  });

  test.each([Number.POSITIVE_INFINITY, Number.NaN, -5, 1e15])(
    'that says wait %d ms is waited for an hour at most',
    async (retryAfterMs) => {
      const { turn, deliver, pass, read } = await due();
      turn({ kind: 'busy', retryAfterMs });
      await deliver();
      expect(read('general')).toEqual([]);
      pass(HOUR);
      await deliver();
      expect(read('general')).toEqual([POST]);
    },
  );

  test('is not waited for after the clock was put back', async () => {
    const { turn, deliver, at, read } = await due();
    turn({ kind: 'busy', retryAfterMs: 40_000 });
    await deliver();
    at('2026-03-02T07:31:00Z');
    await deliver();
    expect(read('general')).toEqual([POST]);
  });
});

test('one channel gets one post a second, in order; another one does not wait', async () => {
  const { db, at, publish, deliver, subscribe, read, pass, asked } = await due([
    'general',
    'other',
  ]);
  for (const title of ['Tolmen library reopens', 'Vissing bridge is painted']) {
    await subscribe('general', {
      filter: { ...EVERYTHING, topic: title },
      schedule: { times: ['08:40'], days: [1], everyMinutes: null },
    });
    await arrive(db, at('2026-03-02T08:35:00Z'), { title, text: `${title}, the council says.` });
  }
  at('2026-03-02T08:40:00Z');
  await publish();
  await deliver();
  expect(asked).toEqual(['post general', 'post other']);
  pass(SECOND);
  await deliver();
  expect(read('general')).toHaveLength(1);
  pass(200);
  await deliver();
  pass(1_200);
  await deliver();
  expect(read('general')).toEqual([
    POST,
    expect.stringContaining('Tolmen library reopens'),
    expect.stringContaining('Vissing bridge is painted'),
  ]);
});

describe('a channel that is gone', () => {
  test('is asked once; its posts are parked, its admins told once, its stories not counted as told', async () => {
    const { db, here, at, turn, publish, deliver, pass, asked, read } = await due();
    turn({ kind: 'gone', reason: 'Unknown Channel' });
    await deliver();
    for (let i = 0; i < 5; i += 1) {
      pass(MINUTE);
      await publish();
      await deliver();
    }
    expect(asked).toEqual(['post general']);
    expect(await states(db, here)).toEqual(['parked']);
    expect((await channelById(db, here.tenant, here.channel))?.closed).toEqual({
      kind: 'gone',
      reason: 'Unknown Channel',
      at: new Date('2026-03-02T08:30:00Z'),
    });
    const notices = await untoldNotices(db, here.tenant);
    expect(notices).toMatchObject([{ kind: 'gone', channel: here.channel }]);
    expect(await untoldNotices(db, 'guild-2')).toEqual([]);
    expect(await claimNotice(db, here.tenant, notices[0]!, at('2026-03-02T09:00:00Z'))).toBe(true);
    expect(await claimNotice(db, here.tenant, notices[0]!, at('2026-03-02T09:00:00Z'))).toBe(false);
    expect(await untoldNotices(db, here.tenant)).toEqual([]);
    // Somebody mends it: the story is news, and another end would be told anew.
    await reopenChannels(db, here.tenant, here.channel);
    at('2026-03-03T08:30:00Z');
    await publish();
    turn({ kind: 'gone', reason: 'Unknown Channel' });
    await deliver();
    expect(await untoldNotices(db, here.tenant)).toHaveLength(1);
    await reopenChannels(db, here.tenant);
    at('2026-03-04T08:30:00Z');
    await publish();
    await deliver();
    expect(read('general')).toEqual([POST]);
  });

  test('takes nothing along: the others of its tenant go on', async () => {
    const { turn, deliver, read } = await due(['general', 'other']);
    turn({ kind: 'gone', reason: 'Unknown Channel' });
    await deliver();
    expect(read('other')).toEqual([POST]);
  });
});

test('of an edition whose channel closed between two posts the second one is news again, the first is not', async () => {
  const at = await twoPosts();
  at.turn({ kind: 'sent', id: 'm1' }, true);
  at.turn({ kind: 'gone', reason: 'Missing Access' });
  await at.deliver();
  at.pass(5 * SECOND);
  await at.deliver();
  const before = at.read('general');
  expect(before).toHaveLength(1);
  expect(await states(at.db, at.here)).toEqual(['parked', 'sent']);
  await reopenChannels(at.db, at.here.tenant, at.here.channel);
  at.at('2026-03-03T08:30:00Z');
  await at.publish();
  await at.deliver();
  at.at('2026-03-04T08:30:00Z');
  await at.publish();
  await at.deliver();
  expect(at.read('general')).toHaveLength(2);
  expect(at.read('general').toSorted()).toEqual([HARBOUR.title, LIBRARY.title]);
});

test('what was found standing keeps the next post in its channel at a distance, however long it was looked for', async () => {
  const at = await twoPosts();
  at.turn({ kind: 'ambiguous', reason: 'reset' }, true);
  await at.deliver();
  at.pass(SETTLE_MS);
  const find: typeof at.poster.find = async (...asked) => {
    at.pass(5 * SECOND);
    return at.poster.find(...asked);
  };
  const deliver = () =>
    deliverTo({
      show: showPlainly,
      db: at.db,
      clock: at.clock,
      log: silentLog,
      poster: { ...at.poster, find },
    });
  const { nextAt } = await deliver();
  // Whoever posted it may be alive and have done so only now.
  expect(nextAt).toEqual(new Date(at.clock().getTime() + PACE_MS));
  expect(at.asked).toEqual(['post general', 'find general']);
  at.pass(PACE_MS);
  await deliver();
  expect(at.read('general').toSorted()).toEqual([HARBOUR.title, LIBRARY.title]);
});

test('what a refused post told stays told where the rest of its edition is taken back', async () => {
  const at = await twoPosts();
  at.turn({ kind: 'refused', reason: 'invalid_blocks' });
  at.turn({ kind: 'gone', reason: 'Missing Access' });
  await at.deliver();
  at.pass(5 * SECOND);
  await at.deliver();
  await reopenChannels(at.db, at.here.tenant, at.here.channel);
  at.at('2026-03-03T08:30:00Z');
  await at.publish();
  await at.deliver();
  expect(at.read('general')).toHaveLength(1);
});

test('a tenant that took our access away is left alone altogether, and told once', async () => {
  const { db, here, at, turn, calm, publish, deliver, subscribe, asked, all, read } = await due([
    'a',
    'b',
    'c',
  ]);
  await subscribe(
    'd',
    { schedule: { times: ['08:45'], days: [1], everyMinutes: null } },
    'guild-2',
  );
  for (const _ of all) turn({ kind: 'revoked', reason: 'account_inactive' });
  await deliver();
  calm();
  const before = asked.length;
  at('2026-03-02T08:45:00Z');
  await publish();
  await deliver();
  expect(asked.slice(before)).toEqual(['post d']);
  expect(read('d')).toEqual([POST]);
  for (const channel of all) expect(await states(db, channel)).toEqual(['parked']);
  expect(await untoldNotices(db, here.tenant)).toMatchObject([{ kind: 'revoked', channel: null }]);
});

test('a message that is refused is parked and told once until one is taken again', async () => {
  const { db, here, at, turn, publish, deliver, read } = await due(['general'], {
    whenEmpty: 'line',
  });
  turn({ kind: 'refused', reason: 'too long' });
  await deliver();
  at('2026-03-03T08:30:00Z');
  await publish();
  turn({ kind: 'refused', reason: 'too long' });
  await deliver();
  expect(await states(db, here)).toEqual(['parked', 'parked']);
  expect(await untoldNotices(db, here.tenant)).toMatchObject([
    { kind: 'refused', reason: 'too long' },
  ]);
  at('2026-03-04T08:30:00Z');
  await publish();
  await deliver();
  // The refused stories are not tried for ever.
  expect(read('general')).toEqual(['nothing new']);
  expect(await untoldNotices(db, here.tenant)).toEqual([]);
});

test('hundreds of channels that are gone are not all asked within ten minutes', async () => {
  const db = await temporaryStore();
  const { subscribe, publish, deliver, turn, asked, at, pass } = crier(db, '2026-03-02T08:00:00Z');
  const channels = 340;
  const posts = () => asked.filter((one) => one.startsWith('post')).length;
  await arrive(db, at('2026-03-02T08:10:00Z'), HARBOUR);
  for (let i = 0; i < channels; i += 1) {
    await subscribe(`c${i}`);
    turn({ kind: 'gone', reason: 'Unknown Channel' });
  }
  at('2026-03-02T08:30:00Z');
  await publish();
  for (let minutes = 0; minutes < 9; minutes += 1) {
    await deliver();
    pass(MINUTE);
  }
  expect(posts()).toBeGreaterThan(290);
  expect(posts()).toBeLessThan(320);
  pass(DAY / 24);
  await deliver();
  expect(posts()).toBe(channels);
});

describe('a post whose sender was killed when it stood there', () => {
  test('is found however long everything was down', async () => {
    const at = await due();
    const { deliver } = await killedAfterPosting(at);
    at.pass(9 * DAY);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(at.read('general')).toHaveLength(1);
    expect(await states(at.db, at.here)).toEqual(['sent']);
  });

  test('is looked for some more where the platform lets nobody read that far at once', async () => {
    const at = await due();
    const { deliver, faults } = await killedAfterPosting(at);
    faults.push(...Array.from({ length: 4 }, () => new Error('There is much to read.')));
    at.pass(9 * DAY);
    for (let i = 0; i < 7; i += 1) {
      await deliver();
      at.pass(11 * MINUTE);
    }
    expect(faults).toEqual([]);
    expect(at.read('general')).toHaveLength(1);
    expect(await states(at.db, at.here)).toEqual(['sent']);
  });

  test('is given up and told where nobody can read that far', async () => {
    const at = await due();
    const { deliver, faults } = await killedAfterPosting(at);
    faults.push(...Array.from({ length: 99 }, () => new Error('more than 4000 messages')));
    at.pass(9 * DAY);
    for (let i = 0; i < 20; i += 1) {
      await deliver();
      at.pass(11 * MINUTE);
    }
    expect(at.read('general')).toHaveLength(1);
    expect(await states(at.db, at.here)).toEqual(['parked']);
    expect(await untoldNotices(at.db, at.here.tenant)).toMatchObject([{ kind: 'unknown' }]);
  });

  test('is found by a clock that is more than a day ahead', async () => {
    const at = await due();
    const { deliver } = await killedAfterPosting(at);
    at.pass(AHEAD);
    await deliver();
    at.pass(SETTLE_MS);
    await deliver();
    expect(at.read('general')).toHaveLength(1);
    expect(await states(at.db, at.here)).toEqual(['sent']);
  });

  test('and written down by a clock that was ahead is found after it is put right', async () => {
    const at = await due();
    await at.deliver();
    await arrive(at.db, at.at('2026-03-02T20:00:00Z'), {
      title: 'Tolmen library reopens',
      text: 'The library of Tolmen has a copper roof by now.',
    });
    // It is six in the morning of the day before.
    at.at('2026-03-04T09:00:00Z');
    await at.publish();
    const { deliver } = await killedAfterPosting(at, AHEAD);
    at.at('2026-03-03T07:30:00Z');
    await deliver();
    at.pass(SETTLE_MS);
    await deliver();
    expect(await states(at.db, at.here)).toEqual(['sent', 'sent']);
    expect(at.read('general')).toHaveLength(2);
  });
});

describe('what was set by a clock a year ahead blocks nothing after it was put right:', () => {
  test('a lease', async () => {
    const at = await due();
    at.at('2027-03-02T08:30:00Z');
    const { deliver } = await killedAfterPosting(at, 365 * DAY);
    at.at('2026-03-02T08:31:00Z');
    // Nobody may look yet: it might have been begun a moment ago.
    expect(await deliver()).toEqual({ sent: 0, nextAt: new Date('2026-03-02T08:32:00Z') });
    expect(await states(at.db, at.here)).toEqual(['sending']);
    at.at('2026-03-02T08:32:00Z');
    expect(await deliver()).toEqual({ sent: 1, nextAt: null });
    expect(at.read('general')).toHaveLength(1);
  });

  test('the wait for a post nobody knows about, though the clock went wrong only while it was made', async () => {
    const at = await due();
    at.turn({ kind: 'ambiguous', reason: 'reset' }, true);
    const post: typeof at.poster.post = (...request) => {
      at.at('2027-03-02T08:30:00Z');
      return at.poster.post(...request);
    };
    const poster = { ...at.poster, post };
    await deliverTo({ show: showPlainly, db: at.db, clock: at.clock, log: silentLog, poster });
    at.at('2026-03-02T08:31:00Z');
    await at.deliver();
    expect(at.asked).toEqual(['post general']);
    at.pass(SETTLE_MS);
    await at.deliver();
    expect(at.asked).toEqual(['post general', 'find general']);
    expect(at.read('general')).toEqual([POST]);
  });

  test('the wait for a busy platform, though the clock went wrong only while it was asked', async () => {
    const at = await due();
    const busy = { kind: 'busy', retryAfterMs: 40_000 } as const;
    const post = async () => {
      at.at('2027-03-02T08:30:00Z');
      return busy;
    };
    const poster = { ...at.poster, post };
    await deliverTo({ show: showPlainly, db: at.db, clock: at.clock, log: silentLog, poster });
    at.at('2026-03-02T08:31:00Z');
    await at.deliver();
    at.pass(SETTLE_MS);
    await at.deliver();
    expect(at.read('general')).toEqual([POST]);
  });
});

test('quiet hours of almost a day are kept to their end', async () => {
  const at = await due(['general'], { quiet: { from: '08:30', to: '08:29' } });
  const end = new Date('2026-03-03T08:29:00Z');
  expect(await at.deliver()).toEqual({ sent: 0, nextAt: end });
  expect(await at.deliver()).toEqual({ sent: 0, nextAt: end });
});

describe('a post that waited', () => {
  const MORNING = { schedule: { times: ['08:30', '14:00'], days: EVERY_DAY, everyMinutes: null } };

  test('for a month in a store that was restored is looked for and not posted; what it told is news again', async () => {
    const at = await due();
    at.at('2026-04-02T08:00:00Z');
    await at.deliver();
    at.pass(SETTLE_MS);
    await at.deliver();
    expect(at.asked).toEqual(['find general', 'find general']);
    expect(await deliveriesOf(at.db, at.here.tenant, { channel: at.here.channel })).toMatchObject([
      { state: 'parked', reason: 'too old' },
    ]);
    expect(await at.db.selectFrom('told').selectAll().execute()).toEqual([]);
    expect(await untoldNotices(at.db, at.here.tenant)).toEqual([]);
  });

  test('for a month and that stands there since is known to stand', async () => {
    const at = await due();
    const [{ key }] = (await at.db.selectFrom('deliveries').select('key').execute()) as [
      { key: string },
    ];
    await at.poster.post({ tenant: 'guild-1', channel: 'general' }, sentence(POST), key);
    at.at('2026-04-02T08:00:00Z');
    expect(await at.deliver()).toMatchObject({ sent: 1 });
    expect(at.read('general')).toEqual([POST]);
    expect(await states(at.db, at.here)).toEqual(['sent']);
  });

  test('for two hours is looked for first, then posted', async () => {
    const at = await due();
    at.pass(2 * HOUR);
    await at.deliver();
    expect(at.asked).toEqual(['find general', 'post general']);
    expect(at.read('general')).toEqual([POST]);
  });

  test('too long comes with the next edition, though another one was made and posted meanwhile', async () => {
    const at = await due(['general'], MORNING);
    await arrive(at.db, at.at('2026-03-02T13:00:00Z'), LIBRARY);
    at.at('2026-03-02T14:00:00Z');
    await at.publish();
    at.at('2026-03-02T14:31:00Z');
    for (let i = 0; i < 3; i += 1) {
      await at.deliver();
      at.pass(SETTLE_MS);
    }
    expect(at.read('general')).toEqual([`new #2 v1: ${LIBRARY.title}`]);
    at.at('2026-03-03T08:30:00Z');
    await at.publish();
    await at.deliver();
    expect(at.read('general')).toEqual([`new #2 v1: ${LIBRARY.title}`, POST]);
  });

  test('because of quiet hours is posted after nine of them', async () => {
    const at = await due(['general'], { quiet: { from: '08:00', to: '17:30' } });
    await at.deliver();
    at.at('2026-03-02T17:30:00Z');
    await at.deliver();
    expect(at.asked).toEqual(['find general', 'post general']);
    expect(at.read('general')).toEqual([POST]);
  });

  test('and cannot be looked for is not posted', async () => {
    const at = await due();
    at.blind(new Error('Missing Access'));
    at.pass(2 * HOUR);
    await at.deliver();
    expect(at.asked).toEqual(['find general']);
    expect(await states(at.db, at.here)).toEqual(['pending']);
  });
});

test('a look-up that outlasts its lease ends in no post: somebody else may be posting there', async () => {
  const at = await due();
  at.turn({ kind: 'ambiguous', reason: 'reset' });
  await at.deliver();
  at.pass(SETTLE_MS);
  const find: typeof at.poster.find = async () => {
    at.pass(SETTLE_MS);
    return null;
  };
  const poster = { ...at.poster, find };
  const stopped = () => () => {};
  await deliverTo({
    show: showPlainly,
    db: at.db,
    clock: at.clock,
    log: silentLog,
    poster,
    repeat: stopped,
  });
  expect(at.read('general')).toEqual([]);
  at.pass(2 * SETTLE_MS);
  await at.deliver();
  expect(at.read('general')).toEqual([POST]);
});

test('what one platform turned away holds back that platform alone, until it may be asked again', async () => {
  const at = await due();
  const refuse = async (platform: string) => {
    for (let i = 0; i < 300; i += 1) {
      const { id } = await channelAt(at.db, 'many', { platform, place: `@U${i}` });
      const notice = { tenant: 'many', channel: id, kind: 'gone', reason: 'left' } as const;
      await addNotice(at.db, { ...notice, at: at.clock() });
    }
  };
  await refuse('slack');
  const elsewhere = { ...at.poster, name: 'slack' };
  const to = { show: showPlainly, db: at.db, clock: at.clock, log: silentLog, poster: elsewhere };
  expect(await deliverTo(to)).toEqual({ sent: 0, nextAt: null });
  await refuse('discord');
  at.pass(MINUTE);
  expect(await at.deliver()).toEqual({ sent: 0, nextAt: new Date('2026-03-02T08:40:00Z') });
  await at.db
    .deleteFrom('notices')
    .where('channel_id', 'in', (eb) =>
      eb.selectFrom('channels').select('id').where('platform', '=', 'discord'),
    )
    .execute();
  expect(await at.deliver()).toMatchObject({ sent: 1 });
  expect(at.read('general')).toEqual([POST]);
});

test('a fault in one channel is thrown when the posts in the others are made', async () => {
  const at = await due(['a', 'b', 'c']);
  const wait = () => new Promise((done) => setTimeout(done, 30));
  const poster: typeof at.poster = {
    ...at.poster,
    async post(place, ...rest) {
      if (place.channel === 'a') {
        return { kind: 'refused', reason: null } as unknown as Posted;
      }
      for (let i = 0; i < 3; i += 1) await wait();
      return at.poster.post(place, ...rest);
    },
  };
  const to = { show: showPlainly, db: at.db, clock: at.clock, log: silentLog, poster };
  await expect(deliverTo(to)).rejects.toThrow('NOT NULL');
  expect([at.read('b'), at.read('c')]).toEqual([[POST], [POST]]);
  expect(await states(at.db, at.all[1]!)).toEqual(['sent']);
});

test('nothing is begun in a channel that was closed while its posts waited', async () => {
  const at = await due(['a', 'b']);
  at.turn({ kind: 'revoked', reason: 'account_inactive' });
  const to = {
    show: showPlainly,
    db: at.db,
    clock: at.clock,
    log: silentLog,
    poster: at.poster,
    atOnce: 1,
  };
  await deliverTo(to);
  expect(at.asked).toEqual(['post a']);
});

describe('a post that waits for quiet hours to end', () => {
  const QUIET = { quiet: { from: '08:00', to: '10:00' } };

  /** An edition of two stories in one post, written down and not posted yet. */
  async function waiting(about = {}) {
    const db = await temporaryStore();
    const at = crier(db, '2026-03-02T07:00:00Z');
    const here = await at.subscribe('general', { ...QUIET, ...about });
    const harbour = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
    const library = await arrive(db, at.at('2026-03-02T08:11:00Z'), LIBRARY);
    at.at('2026-03-02T08:30:00Z');
    await at.publish();
    await at.deliver();
    expect(at.read('general')).toEqual([]);
    const mute = (about: Parameters<typeof addMute>[2]['about']) =>
      addMute(db, here.tenant, { channel: here.channel, about, byName: 'Ida', at: at.clock() });
    const inTheMorning = async (moment = '2026-03-02T10:00:00Z') => {
      at.at(moment);
      await at.deliver();
      return at.read('general').flatMap((words) => words.split('\n'));
    };
    return { db, ...at, here, harbour, library, mute, inTheMorning };
  }
  const LIBRARY_LINE = 'new #2 v1: Tolmen library reopens';

  test('leaves out a story that was muted meanwhile; it is news again once that is taken back', async () => {
    const { db, here, harbour, mute, inTheMorning, at, publish, deliver, read } = await waiting();
    const id = await mute({ kind: 'story', story: harbour });
    expect(await inTheMorning()).toEqual([LIBRARY_LINE]);
    await dropMute(db, here.tenant, { channel: here.channel, id });
    await arrive(db, at('2026-03-03T07:00:00Z'), { ...HARBOUR, outlet: 'Courier', story: harbour });
    at('2026-03-03T08:30:00Z');
    await publish();
    at('2026-03-03T10:00:00Z');
    await deliver();
    expect(read('general')[1]).toBe('new #1 v2: Kelmouth harbour closes');
  });

  test('leaves out what says a word that was muted meanwhile', async () => {
    const { mute, inTheMorning } = await waiting();
    await mute({ kind: 'phrase', phrase: 'harbour' });
    expect(await inTheMorning()).toEqual([LIBRARY_LINE]);
  });

  test('is not posted where all of it was muted', async () => {
    const { db, here, harbour, library, mute, inTheMorning } = await waiting();
    await mute({ kind: 'story', story: harbour });
    await mute({ kind: 'story', story: library });
    expect(await inTheMorning()).toEqual([]);
    expect(await states(db, here)).toEqual(['parked']);
  });

  test('waits on while its subscription is paused, and comes when it goes on', async () => {
    const { db, here, clock, deliver, inTheMorning } = await waiting();
    await pauseSubscription(db, here.tenant, here.id);
    expect(await inTheMorning()).toEqual([]);
    expect(await deliver()).toEqual({ sent: 0, nextAt: null });
    const run = { next: new Date('2026-03-03T08:30:00Z'), decidedAt: clock() };
    await resumeSubscription(db, here.tenant, { id: here.id, since: clock(), run });
    expect(await inTheMorning('2026-03-02T11:00:00Z')).toHaveLength(2);
  });
});
