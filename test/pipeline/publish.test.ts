import { describe, expect, test } from 'vitest';
import { change, resume } from '../../src/desk/subscribe.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { EVERY_DAY } from '../../src/news/subscription.ts';
import { editionsSoon } from '../../src/pipeline/draft-edition.ts';
import { publish } from '../../src/pipeline/publish.ts';
import { closeChannels, reopenChannels } from '../../src/store/channels.ts';
import { editionsOf } from '../../src/store/editions.ts';
import { advance, dueSchedules, nextRunOf } from '../../src/store/schedules.ts';
import type { Db } from '../../src/store/schema.ts';
import {
  dropSubscription,
  pauseSubscription,
  subscriptionsOf,
} from '../../src/store/subscriptions.ts';
import { crier } from '../support/delivering.ts';
import { arrive, wish } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const slots = async (db: Db, { channel, tenant }: { channel: number; tenant: string }) =>
  (await editionsOf(db, tenant, { channel, limit: 1000 }))
    .toReversed()
    .map(({ slot, state }) => `${slot} ${state}`);

async function subscribed(about: Parameters<ReturnType<typeof crier>['subscribe']>[1] = {}) {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z');
  const here = await at.subscribe('general', about);
  return { db, ...at, here };
}

/** Two stories with nothing in common; each is told once. */
const NEWS = [
  { title: 'Kelmouth harbour closes', text: 'The harbour of Kelmouth was closed after the storm.' },
  { title: 'Tolmen library reopens', text: 'The library of Tolmen has a copper roof by now.' },
];

describe('a slot', () => {
  test('is made once, at its minute, whatever the beat does', async () => {
    const { db, here, at, publish: beat, deliver, read } = await subscribed();
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-02T08:29:59Z');
    expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 0 });
    at('2026-03-02T08:30:00Z');
    expect(await beat()).toEqual({ made: 1, empty: 0, skipped: 0 });
    expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 0 });
    await deliver();
    expect(read('general')).toEqual(['new #1 v1: Kelmouth harbour closes']);
    expect(await slots(db, here)).toEqual(['2026-03-02T08:30 UTC made']);
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2026-03-03T08:30:00Z'));
  });

  test('with nothing new is written down and says nothing, or a line where that is wanted', async () => {
    const { db, here, at, subscribe, publish: beat, deliver, read } = await subscribed();
    await subscribe('chatty', { whenEmpty: 'line' });
    at('2026-03-02T08:30:00Z');
    await beat();
    await deliver();
    expect(await slots(db, here)).toEqual(['2026-03-02T08:30 UTC empty']);
    expect(read('general')).toEqual([]);
    expect(read('chatty')).toEqual(['nothing new']);
  });

  test('that another program made meanwhile is left to it', async () => {
    const { db, here, at, publishing } = await subscribed();
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-02T08:30:00Z');
    const [due] = await dueSchedules(db, publishing.clock());
    expect(await publish(publishing)).toMatchObject({ made: 1 });
    const run = { next: new Date('2026-03-02T08:30:00Z'), decidedAt: publishing.clock() };
    expect(await advance(db, due!, run)).toBe(false);
    expect(await slots(db, here)).toEqual(['2026-03-02T08:30 UTC made']);
  });

  test('of two subscriptions of one channel bring each story once', async () => {
    const { db, subscribe, at, publish: beat, deliver, read } = await subscribed();
    await subscribe('general', { stories: 1 });
    for (const news of NEWS) await arrive(db, at('2026-03-02T08:10:00Z'), news);
    at('2026-03-02T08:30:00Z');
    await beat();
    await deliver();
    at('2026-03-02T08:31:00Z');
    await deliver();
    expect(read('general').join('\n').split('\n').toSorted()).toEqual([
      'new #1 v1: Kelmouth harbour closes',
      'new #2 v1: Tolmen library reopens',
    ]);
  });

  test('whose edition fails is tried again, and the others go on', async () => {
    const { db, subscribe, at, publishing, here } = await subscribed();
    const there = await subscribe('other');
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-02T08:30:00Z');
    const failing = {
      ...publishing,
      show: (...asked: Parameters<typeof publishing.show>) => {
        if (asked[1].channel === here.channel) throw new Error('no');
        return publishing.show(...asked);
      },
    };
    expect(await publish(failing)).toMatchObject({ made: 1 });
    expect(await slots(db, here)).toEqual([]);
    expect(await slots(db, there)).toHaveLength(1);
    at('2026-03-02T08:31:00Z');
    expect(await publish(publishing)).toMatchObject({ made: 1 });
    expect(await slots(db, here)).toEqual(['2026-03-02T08:30 UTC made']);
  });
});

describe('after a time away', () => {
  test.each([
    ['ten minutes', 10 * MINUTE, ['2026-03-02T08:30 UTC empty']],
    ['ten hours', 10 * HOUR, ['2026-03-02T08:30 UTC skipped', '2026-03-02T17:30 UTC empty']],
    ['six hours and one slot', 6 * HOUR + 5 * MINUTE, ['2026-03-02T08:30 UTC skipped']],
  ])(
    'of %s the newest slot is caught up if it is young, the others skipped',
    async (_, ms, expected) => {
      const {
        db,
        here,
        at,
        pass,
        publish: beat,
      } = await subscribed({
        schedule: { times: ['08:30', '17:30'], days: [1, 2, 3, 4, 5, 6, 7], everyMinutes: null },
      });
      at('2026-03-02T08:25:00Z');
      pass(ms);
      await beat();
      expect(await slots(db, here)).toEqual(expected);
    },
  );

  test('of ten days one edition comes, with what was not told in the last week', async () => {
    const { db, here, at, publish: beat, deliver, read } = await subscribed();
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    await arrive(db, at('2026-03-10T08:10:00Z'), NEWS[1]);
    at('2026-03-12T09:00:00Z');
    expect(await beat()).toEqual({ made: 1, empty: 0, skipped: 10 });
    await deliver();
    expect((await slots(db, here)).at(-1)).toBe('2026-03-12T08:30 UTC made');
    expect(read('general')).toEqual(['new #2 v1: Tolmen library reopens']);
  });

  test('of years it is quickly done', async () => {
    const {
      db,
      here,
      at,
      publish: beat,
    } = await subscribed({
      schedule: {
        times: ['08:30', '12:30', '17:30'],
        days: [1, 2, 3, 4, 5, 6, 7],
        everyMinutes: null,
      },
    });
    at('2036-03-02T00:00:00Z');
    await beat();
    expect((await slots(db, here)).length).toBeLessThan(100);
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2036-03-02T08:30:00Z'));
  });
});

describe('a clock that is put', () => {
  test('back an hour makes nothing twice and loses nothing', async () => {
    const {
      db,
      here,
      at,
      publish: beat,
    } = await subscribed({
      schedule: { times: ['08:30', '09:15'], days: [1, 2, 3, 4, 5, 6, 7], everyMinutes: null },
    });
    at('2026-03-02T08:45:00Z');
    await beat();
    at('2026-03-02T07:45:00Z');
    await beat();
    at('2026-03-02T08:31:00Z');
    await beat();
    at('2026-03-02T09:15:00Z');
    await beat();
    expect(await slots(db, here)).toEqual([
      '2026-03-02T08:30 UTC empty',
      '2026-03-02T09:15 UTC empty',
    ]);
  });

  test('back after an edition does not hide what comes next', async () => {
    const {
      db,
      at,
      publish: beat,
      deliver,
      read,
    } = await subscribed({
      schedule: { times: ['08:30', '11:30', '16:30'], days: [1], everyMinutes: null },
    });
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    // Three hours ahead, and back.
    at('2026-03-02T11:40:00Z');
    await beat();
    await arrive(db, at('2026-03-02T08:50:00Z'), NEWS[1]);
    at('2026-03-02T16:30:00Z');
    await beat();
    await deliver();
    at('2026-03-02T16:31:00Z');
    await deliver();
    expect(read('general')).toEqual([
      'new #1 v1: Kelmouth harbour closes',
      'new #2 v1: Tolmen library reopens',
    ]);
  });

  test.each([
    ['every day', EVERY_DAY, '2026-03-03'],
    ['once a week', [1], '2026-03-09'],
  ] as const)(
    'a year ahead and back again hides nothing of a digest that comes %s',
    async (_, days, next) => {
      const {
        db,
        at,
        publish: beat,
        deliver,
        read,
      } = await subscribed({ schedule: { times: ['08:30'], days, everyMinutes: null } });
      await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
      at('2026-03-02T08:30:00Z');
      await beat();
      at('2027-03-02T10:00:00Z');
      await beat();
      await deliver();
      at('2026-03-02T10:05:00Z');
      await beat();
      await deliver();
      at('2026-03-02T10:06:00Z');
      await deliver();
      await arrive(db, at('2026-03-02T20:00:00Z'), NEWS[1]);
      at(`${next}T08:30:00Z`);
      await beat();
      await deliver();
      expect(read('general')).toEqual([
        'new #1 v1: Kelmouth harbour closes',
        'new #2 v1: Tolmen library reopens',
      ]);
    },
  );

  test('back to a year ago hides nothing that comes without a date, and nothing that is followed', async () => {
    const { db, at, subscribe, publish: beat, deliver, read } = await subscribed();
    await subscribe('followed', {
      kind: 'follow',
      schedule: { times: [], days: [1, 2, 3, 4, 5, 6, 7], everyMinutes: 15 },
    });
    at('2026-03-02T08:30:00Z');
    await beat();
    await arrive(db, at('2025-03-02T08:40:00Z'), { ...NEWS[0], publishedAt: null });
    at('2026-03-03T08:30:00Z');
    await beat();
    await deliver();
    expect(read('general')).toEqual(['new #1 v1: Kelmouth harbour closes']);
    expect(read('followed')).toEqual(['new #1 v1: Kelmouth harbour closes']);
  });

  test('back after somebody subscribed hides nothing from them', async () => {
    const { db, at, subscribe, publish: beat, deliver, read } = await subscribed();
    at('2027-03-02T08:00:00Z');
    await subscribe('late');
    await beat();
    await arrive(db, at('2026-03-02T09:00:00Z'), NEWS[0]);
    await beat();
    at('2026-03-03T08:30:00Z');
    await beat();
    await deliver();
    expect(read('late')).toEqual(['new #1 v1: Kelmouth harbour closes']);
  });

  test('days ahead and back again still makes the days between', async () => {
    const { db, here, at, publish: beat } = await subscribed();
    at('2026-03-05T09:00:00Z');
    await beat();
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2026-03-06T08:30:00Z'));
    for (const day of ['02', '03', '04', '05', '06']) {
      at(`2026-03-${day}T08:00:00Z`);
      await beat();
      at(`2026-03-${day}T08:30:00Z`);
      await beat();
    }
    expect((await slots(db, here)).toSorted()).toEqual(
      ['02', '03', '04', '05', '06'].map((day) => `2026-03-${day}T08:30 UTC empty`),
    );
  });

  test('back: the next run that is announced is one that was not made yet', async () => {
    const { db, here, at, publishing, publish: beat } = await subscribed();
    const announced: (string | undefined)[] = [];
    const show: typeof publishing.show = async (edition, subscription) => {
      announced.push(edition.next?.toISOString().slice(0, 10));
      return publishing.show(edition, subscription);
    };
    at('2026-03-05T09:00:00Z');
    await beat();
    at('2026-03-04T08:00:00Z');
    await beat();
    await arrive(db, at('2026-03-04T08:10:00Z'), NEWS[0]);
    at('2026-03-04T08:30:00Z');
    expect(await publish({ ...publishing, show })).toMatchObject({ made: 1 });
    expect(announced).toEqual(['2026-03-06']);
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2026-03-06T08:30:00Z'));
  });

  test('back while an edition is being made leaves that to its time, where its schedule was looked at meanwhile', async () => {
    const db = await temporaryStore();
    // It is three hours ahead.
    const { at, subscribe, publishing, publish: other } = crier(db, '2026-03-02T11:00:00Z');
    const schedule = { times: ['12:00'], days: EVERY_DAY, everyMinutes: null };
    const here = await subscribe('general', { schedule });
    at('2026-03-02T12:00:00Z');
    const show: typeof publishing.show = async (...of) => {
      at('2026-03-02T09:00:00Z');
      await other();
      return publishing.show(...of);
    };
    await publish({ ...publishing, show });
    expect(await slots(db, here)).toEqual([]);
    at('2026-03-02T12:00:00Z');
    await other();
    expect(await slots(db, here)).toEqual(['2026-03-02T12:00 UTC empty']);
  });
});

describe('a night of the clock change', () => {
  test.each([
    ['spring', '2026-03-28T12:00:00Z', '2026-03-29'],
    ['autumn', '2026-10-24T12:00:00Z', '2026-10-25'],
  ])('in %s brings one edition at half past two', async (_, from, day) => {
    const { db, at, pass, subscribe, publish: beat } = await subscribed();
    at(from);
    const there = await subscribe('night', {
      zone: 'Europe/Berlin',
      schedule: { times: ['02:30'], days: [1, 2, 3, 4, 5, 6, 7], everyMinutes: null },
    });
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      pass(10 * MINUTE);
      await beat();
    }
    expect(await slots(db, there)).toEqual([`${day}T02:30 Europe/Berlin empty`]);
  });
});

describe('a subscription', () => {
  test('that is paused brings nothing, and taken up again not what was missed', async () => {
    const { db, here, at, publish: beat, deliver, read } = await subscribed();
    await pauseSubscription(db, here.tenant, here.id);
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-04T09:00:00Z');
    expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 0 });
    await resume(db, here.tenant, { id: here.id, now: at('2026-03-05T07:00:00Z') });
    await arrive(db, at('2026-03-05T08:00:00Z'), NEWS[1]);
    at('2026-03-05T08:30:00Z');
    await beat();
    await deliver();
    expect(await slots(db, here)).toEqual(['2026-03-05T08:30 UTC made']);
    expect(read('general')).toEqual(['new #2 v1: Tolmen library reopens']);
  });

  test('that is changed when its slot is due keeps that slot', async () => {
    const { db, here, at, publish: beat } = await subscribed();
    const now = at('2026-03-02T08:30:20Z');
    await change(db, here.tenant, { id: here.id, wish: wish({ stories: 3 }), now });
    expect(await beat()).toMatchObject({ empty: 1 });
  });

  test('that is given another time comes at that one', async () => {
    const { db, here, at, publish: beat } = await subscribed();
    const schedule = { times: ['12:00'], days: [1, 2, 3, 4, 5, 6, 7] as const, everyMinutes: null };
    await change(db, here.tenant, {
      id: here.id,
      wish: wish({ schedule, zone: 'Europe/Berlin' }),
      now: at('2026-03-02T08:20:00Z'),
    });
    at('2026-03-02T11:00:00Z');
    await beat();
    expect(await slots(db, here)).toEqual(['2026-03-02T12:00 Europe/Berlin empty']);
  });

  test('that is ended gives up what was not begun; its stories are news for the next one', async () => {
    const { db, here, at, subscribe, publish: beat, deliver, read } = await subscribed();
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-02T08:30:00Z');
    await beat();
    expect(await dropSubscription(db, here.tenant, here.id)).toBe(true);
    await deliver();
    expect(read('general')).toEqual([]);
    await subscribe('general', { schedule: { times: ['09:00'], days: [1], everyMinutes: null } });
    at('2026-03-02T09:00:00Z');
    await beat();
    await deliver();
    expect(read('general')).toEqual(['new #1 v1: Kelmouth harbour closes']);
  });

  test("is out of other tenants' reach", async () => {
    const { db, here, at } = await subscribed();
    const now = at('2026-03-02T08:20:00Z');
    expect(await dropSubscription(db, 'guild-2', here.id)).toBe(false);
    expect(await pauseSubscription(db, 'guild-2', here.id)).toBe(false);
    await expect(change(db, 'guild-2', { id: here.id, wish: wish(), now })).rejects.toThrow(
      /no such/,
    );
    await expect(resume(db, 'guild-2', { id: here.id, now })).rejects.toThrow(/no such/);
    expect(await editionsOf(db, 'guild-2', { channel: here.channel, limit: 9 })).toEqual([]);
    expect(await nextRunOf(db, 'guild-2', here.id)).toBeNull();
    expect(await subscriptionsOf(db, 'guild-2')).toEqual([]);
    expect(await subscriptionsOf(db, 'guild-2', here.channel)).toEqual([]);
    expect(await subscriptionsOf(db, here.tenant, here.channel)).toMatchObject([wish()]);
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2026-03-02T08:30:00Z'));
  });
});

test('a closed channel gets no editions until it is opened; then what it missed is news', async () => {
  const { db, here, at, publish: beat, deliver, read } = await subscribed();
  await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
  await closeChannels(
    db,
    { id: here.channel, tenant: here.tenant, platform: 'discord' },
    { kind: 'gone', reason: 'deleted', at: at('2026-03-02T08:20:00Z') },
  );
  at('2026-03-02T08:30:00Z');
  expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 1 });
  await reopenChannels(db, here.tenant, here.channel);
  at(new Date(Date.parse('2026-03-02T08:30:00Z') + DAY).toISOString());
  await beat();
  await deliver();
  expect(read('general')).toEqual(['new #1 v1: Kelmouth harbour closes']);
});

describe('a schedule of every few minutes', () => {
  const every = (minutes: number) => ({
    schedule: { times: [], days: [], everyMinutes: minutes },
    whenEmpty: 'line' as const,
  });

  test('looks once in each span, keeps one row of all that found nothing, and says nothing', async () => {
    const { db, here, at, pass, publish: beat, deliver, read } = await subscribed(every(15));
    at('2026-03-02T08:00:00Z');
    let looks = 0;
    for (let minutes = 0; minutes < 120; minutes += 1) {
      pass(MINUTE);
      looks += (await beat()).empty;
    }
    expect(looks).toBe(8);
    expect(await slots(db, here)).toEqual(['2026-03-02T10:00Z every 15 empty']);
    await arrive(db, at('2026-03-02T10:05:00Z'), NEWS[0]);
    at('2026-03-02T10:15:00Z');
    await beat();
    await deliver();
    at('2026-03-02T10:30:00Z');
    await beat();
    await deliver();
    expect(await slots(db, here)).toEqual([
      '2026-03-02T10:15Z every 15 made',
      '2026-03-02T10:30Z every 15 empty',
    ]);
    expect(read('general')).toEqual(['new #1 v1: Kelmouth harbour closes']);
  });

  test('after days away looks once, brings what came, and reports nothing as skipped', async () => {
    const { db, here, at, publish: beat, deliver, read } = await subscribed(every(5));
    await arrive(db, at('2026-03-04T08:10:00Z'), NEWS[0]);
    at('2026-03-05T08:02:00Z');
    expect(await beat()).toEqual({ made: 1, empty: 0, skipped: 0 });
    await deliver();
    expect(await slots(db, here)).toEqual(['2026-03-05T08:00Z every 5 made']);
    expect(read('general')).toHaveLength(1);
    expect(await nextRunOf(db, here.tenant, here.id)).toEqual(new Date('2026-03-05T08:05:00Z'));
  });

  test('in a closed channel leaves no rows', async () => {
    const { db, here, at, publish: beat } = await subscribed(every(5));
    await closeChannels(
      db,
      { id: here.channel, tenant: here.tenant, platform: 'discord' },
      { kind: 'gone', reason: 'deleted', at: at('2026-03-02T08:20:00Z') },
    );
    at('2026-03-02T09:00:00Z');
    expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 0 });
    expect(await slots(db, here)).toEqual([]);
  });
});

describe('a subscription with an end', () => {
  test('brings nothing from then on and is gone, its editions stay in the books', async () => {
    const {
      db,
      here,
      at,
      publish: beat,
    } = await subscribed({
      until: new Date('2026-03-03T12:00:00Z'),
    });
    at('2026-03-02T08:30:00Z');
    await beat();
    at('2026-03-03T08:30:00Z');
    await beat();
    at('2026-03-03T12:00:00Z');
    await beat();
    expect(await subscriptionsOf(db, here.tenant)).toEqual([]);
    at('2026-03-04T08:30:00Z');
    expect(await beat()).toEqual({ made: 0, empty: 0, skipped: 0 });
    expect(await slots(db, here)).toHaveLength(2);
  });

  test('still posts what it brought before', async () => {
    const {
      db,
      here,
      at,
      publish: beat,
      deliver,
      read,
    } = await subscribed({
      until: new Date('2026-03-02T08:31:00Z'),
      quiet: { from: '08:00', to: '10:00' },
    });
    await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
    at('2026-03-02T08:30:00Z');
    await beat();
    at('2026-03-02T09:00:00Z');
    await deliver();
    await beat();
    expect(read('general')).toEqual([]);
    at('2026-03-02T10:00:00Z');
    await deliver();
    await beat();
    expect(read('general')).toHaveLength(1);
    expect(await subscriptionsOf(db, here.tenant)).toEqual([]);
  });
});

test('what an edition is shown by knows when it was made and when the next one comes', async () => {
  const { db, at, publishing } = await subscribed();
  await arrive(db, at('2026-03-02T08:10:00Z'), NEWS[0]);
  at('2026-03-02T08:30:20Z');
  const seen: unknown[] = [];
  const show: typeof publishing.show = async (edition, subscription) => {
    seen.push([edition.madeAt, edition.next, edition.items.map(({ revised }) => revised)]);
    return publishing.show(edition, subscription);
  };
  await publish({ ...publishing, show });
  expect(seen).toEqual([
    [new Date('2026-03-02T08:30:20Z'), new Date('2026-03-03T08:30:00Z'), [null]],
  ]);
});

test('what the next editions would hold is known some minutes ahead, and decides nothing', async () => {
  const { db, here, at, publish: beat } = await subscribed();
  const story = await arrive(db, at('2026-03-02T08:05:00Z'), NEWS[0]);
  expect(await editionsSoon({ db }, at('2026-03-02T08:10:00Z'))).toEqual([]);
  expect(await editionsSoon({ db }, at('2026-03-02T08:27:00Z'))).toMatchObject([
    { item: { story: { id: story } }, tenant: here.tenant, language: null },
  ]);
  at('2026-03-02T08:30:00Z');
  expect(await beat()).toMatchObject({ made: 1 });
  expect(await editionsSoon({ db }, at('2026-03-03T08:27:00Z'))).toEqual([]);
});
