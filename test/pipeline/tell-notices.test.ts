import { describe, expect, test } from 'vitest';
import { noticeMessage } from '../../src/commands/notices.ts';
import { subscribe } from '../../src/desk/subscribe.ts';
import { HOUR, MINUTE } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { noTries, tellNotices } from '../../src/pipeline/tell-notices.ts';
import { channelAt, reopenChannels } from '../../src/store/channels.ts';
import {
  addNotice,
  claimNotice,
  leaseNotice,
  releaseNotice,
  untoldNotices,
} from '../../src/store/notices.ts';
import type { Db } from '../../src/store/schema.ts';
import { wordsOf } from '../commands/place.ts';
import { wish } from '../support/newsroom.ts';
import { scriptedPoster } from '../support/posting.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const TENANT = 'discord:1';

function telling(db: Db, name = 'discord') {
  const platform = scriptedPoster(name);
  let dies = false;
  const poster: typeof platform.poster = {
    ...platform.poster,
    post: (...of) => (dies ? new Promise(() => {}) : platform.poster.post(...of)),
  };
  const tries = noTries();
  let keys = 0;
  let now = NOW;
  const tell = (signal?: AbortSignal) =>
    tellNotices(
      {
        db,
        clock: () => now,
        log: silentLog,
        poster,
        newKey: () => `key-${keys++}`,
        show: (notice) => noticeMessage(notice, { db, tenant: notice.tenant, language: 'en' }),
        tries,
      },
      signal,
    );
  const read = () =>
    platform.standing.map(({ channel, message }) => `${channel}: ${wordsOf(message)}`);
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  /** Dies with the next post, before that stands anywhere. */
  const die = async () => {
    dies = true;
    void tell();
    await expect.poll(() => leases(db)).not.toEqual([0]);
  };
  return { ...platform, tell, read, pass, die };
}

const leases = async (db: Db) =>
  (await db.selectFrom('notices').select('lease_until').execute()).map((row) => row.lease_until);

/** A channel with a subscription of each of these people. */
async function channelOf(db: Db, people: readonly string[], place = '55', tenant = TENANT) {
  const channel = await channelAt(db, tenant, { platform: 'discord', place });
  for (const createdBy of people) {
    await subscribe(db, tenant, { channel: channel.id, wish: wish({ createdBy }), now: NOW });
  }
  return channel.id;
}

const gone = (channel: number | null, tenant = TENANT) =>
  ({ tenant, channel, kind: 'gone', reason: 'Missing Access', at: NOW }) as const;

test('whoever subscribed a channel is told once, directly, why it gets nothing any more', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7', '8', '7'])));
  const { tell, read } = telling(db);
  expect(await tell()).toBe(1);
  const said = 'I can no longer post there (<#55>): Missing Access.';
  expect(read()).toEqual([
    expect.stringContaining(`@7: ${said}`),
    expect.stringContaining(`@8: ${said}`),
  ]);
  expect(await tell()).toBe(0);
  expect(read()).toHaveLength(2);
  expect(await untoldNotices(db, TENANT)).toEqual([]);
});

test('of many who subscribed it three are told', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['1', '2', '3', '4', '5'])));
  const { tell, standing } = telling(db);
  await tell();
  expect(standing.map(({ channel }) => channel)).toEqual(['@1', '@2', '@3']);
});

test('whom it does not reach is not tried again and again', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7', '8'])));
  const { tell, turn, asked, read } = telling(db);
  turn({ kind: 'gone', reason: 'Cannot send messages to this user' });
  expect(await tell()).toBe(1);
  expect(read()).toEqual([expect.stringContaining('@8:')]);
  await tell();
  expect(asked).toEqual(['post @7', 'post @8']);
});

describe('a notice that reaches nobody', () => {
  const CLOSED = { kind: 'gone', reason: 'Cannot send messages to this user' } as const;

  test('is tried again after an hour, and told once it reaches somebody', async () => {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7', '8'])));
    const { tell, turn, asked, read, pass } = telling(db);
    turn(CLOSED);
    turn({ kind: 'busy', retryAfterMs: 1000 });
    for (let beat = 0; beat < 60; beat += 1) {
      expect(await tell()).toBe(0);
      pass(MINUTE);
    }
    expect(asked).toEqual(['post @7', 'post @8']);
    expect(await untoldNotices(db, TENANT)).toHaveLength(1);
    expect(await tell()).toBe(1);
    expect(read()).toHaveLength(2);
    expect(await untoldNotices(db, TENANT)).toEqual([]);
  });

  test('is tried three times; then it waits for the next answer to a manager', async () => {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7'])));
    const { tell, turn, asked, pass } = telling(db);
    for (let hour = 0; hour < 9; hour += 1) {
      turn(CLOSED);
      await tell();
      pass(HOUR);
    }
    expect(asked).toHaveLength(3);
    expect(await untoldNotices(db, TENANT)).toHaveLength(1);
  });

  test('may be told in the answer to a manager at once', async () => {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7'])));
    const { tell, turn } = telling(db);
    turn(CLOSED);
    await tell();
    const [notice] = await untoldNotices(db, TENANT);
    expect(await claimNotice(db, TENANT, notice!, NOW)).toBe(true);
  });

  test('because posting fails in the middle is not taken for told', async () => {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7'])));
    const { tell, turn, read, pass } = telling(db);
    turn(new Error('no such host'));
    await expect(tell()).rejects.toThrow('no such host');
    expect(await tell()).toBe(0);
    pass(HOUR);
    expect(await tell()).toBe(1);
    expect(read()).toHaveLength(1);
  });

  test('whoever was not reached is not asked for another channel either', async () => {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7'])));
    await addNotice(db, gone(await channelOf(db, ['7'], '56')));
    const { tell, turn, asked } = telling(db);
    turn(CLOSED);
    await tell();
    expect(asked).toEqual(['post @7']);
  });
});

test('a notice that can be told to nobody directly waits for the next answer to a manager', async () => {
  const db = await temporaryStore();
  // Nobody subscribed it, or nothing can be posted in the whole place.
  await addNotice(db, gone(await channelOf(db, [])));
  await addNotice(db, { ...gone(null), kind: 'revoked' });
  const { tell, asked } = telling(db);
  expect(await tell()).toBe(0);
  expect(asked).toEqual([]);
  expect(await untoldNotices(db, TENANT)).toHaveLength(2);
});

test("that somebody's direct messages are closed is told to no manager", async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7'], '@7')));
  const { tell, asked } = telling(db);
  expect(await tell()).toBe(0);
  expect(asked).toEqual([]);
  expect(await untoldNotices(db, TENANT)).toEqual([]);
});

test('each platform tells of its own channels, each place of its own', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7'])));
  await addNotice(db, gone(await channelOf(db, ['9'], '66', 'discord:2'), 'discord:2'));
  const other = telling(db, 'slack');
  expect(await other.tell()).toBe(0);
  const { tell, standing } = telling(db);
  await tell();
  expect(standing.map(({ tenant, channel }) => [tenant, channel])).toEqual([
    [TENANT, '@7'],
    ['discord:2', '@9'],
  ]);
});

test('two processes tell it once', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7'])));
  const one = telling(db);
  const two = telling(db);
  const told = await Promise.all([one.tell(), two.tell()]);
  expect(told.sort()).toEqual([0, 1]);
  expect([...one.standing, ...two.standing]).toHaveLength(1);
});

describe('a notice whose program died while it told it', () => {
  async function died(ahead = 0) {
    const db = await temporaryStore();
    await addNotice(db, gone(await channelOf(db, ['7'])));
    const dying = telling(db);
    dying.pass(ahead);
    await dying.die();
    return { db, ...telling(db) };
  }

  test('is told by the next one some minutes later, and then no more', async () => {
    const { db, tell, pass, read } = await died();
    pass(MINUTE);
    expect(await tell()).toBe(0);
    pass(4 * MINUTE);
    expect(await tell()).toBe(1);
    pass(HOUR);
    expect(await tell()).toBe(0);
    expect(read()).toEqual([expect.stringContaining('@7: I can no longer post there')]);
    expect(await untoldNotices(db, TENANT)).toEqual([]);
  });

  test('stands above the next answer to a manager some minutes later', async () => {
    const { db } = await died();
    const [notice] = await untoldNotices(db, TENANT);
    const answer = (minutes: number) =>
      claimNotice(db, TENANT, notice!, new Date(NOW.getTime() + minutes * MINUTE));
    expect([await answer(1), await answer(5), await answer(5)]).toEqual([false, true, false]);
  });

  test('is told at once where the clock was hours ahead then', async () => {
    const { tell } = await died(9 * HOUR);
    expect(await tell()).toBe(1);
  });
});

test('whoever told a notice too slowly does not give it back from under the next one', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7'])));
  const [notice] = await untoldNotices(db, TENANT);
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
  const slow = await leaseNotice(db, TENANT, notice!, at(0));
  expect(await leaseNotice(db, TENANT, notice!, at(6))).toBeDefined();
  await releaseNotice(db, TENANT, slow!);
  expect(await leaseNotice(db, TENANT, notice!, at(7))).toBeUndefined();
});

test('a notice that reached one of two before a fault is told', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7', '8'])));
  const { tell, turn, pass, asked } = telling(db);
  turn({ kind: 'sent', id: 'm1' }, true);
  turn(new Error('no such host'));
  await expect(tell()).rejects.toThrow('no such host');
  pass(HOUR);
  expect(await tell()).toBe(0);
  expect(asked).toEqual(['post @7', 'post @8']);
});

test('a channel that is closed once more after it was mended is told anew', async () => {
  const db = await temporaryStore();
  const channel = await channelOf(db, ['7']);
  const { tell, standing } = telling(db);
  await addNotice(db, gone(channel));
  await tell();
  await addNotice(db, gone(channel));
  await tell();
  expect(standing).toHaveLength(1);
  await reopenChannels(db, TENANT, channel);
  await addNotice(db, gone(channel));
  await tell();
  expect(standing).toHaveLength(2);
});

test('a program that ends begins no further notice', async () => {
  const db = await temporaryStore();
  await addNotice(db, gone(await channelOf(db, ['7'])));
  const { tell, asked } = telling(db);
  expect(await tell(AbortSignal.abort())).toBe(0);
  expect(asked).toEqual([]);
  expect(await untoldNotices(db, TENANT)).toHaveLength(1);
});
