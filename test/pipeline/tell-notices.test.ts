import { expect, test } from 'vitest';
import { noticeMessage } from '../../src/commands/notices.ts';
import { subscribe } from '../../src/desk/subscribe.ts';
import { silentLog } from '../../src/lib/log.ts';
import { tellNotices } from '../../src/pipeline/tell-notices.ts';
import { channelAt, reopenChannels } from '../../src/store/channels.ts';
import { addNotice, untoldNotices } from '../../src/store/notices.ts';
import type { Db } from '../../src/store/schema.ts';
import { wordsOf } from '../commands/place.ts';
import { wish } from '../support/newsroom.ts';
import { scriptedPoster } from '../support/posting.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const TENANT = 'discord:1';

function telling(db: Db, name = 'discord') {
  const platform = scriptedPoster(name);
  let keys = 0;
  const tell = (signal?: AbortSignal) =>
    tellNotices(
      {
        db,
        clock: () => NOW,
        log: silentLog,
        poster: platform.poster,
        newKey: () => `key-${keys++}`,
        show: (notice) => noticeMessage(notice, { db, tenant: notice.tenant }),
      },
      signal,
    );
  const read = () =>
    platform.standing.map(({ channel, message }) => `${channel}: ${wordsOf(message)}`);
  return { ...platform, tell, read };
}

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

test('a notice that can be told to nobody directly waits for the next answer to a manager', async () => {
  const db = await temporaryStore();
  // Nobody subscribed it, it is somebody's direct messages, or nothing can be posted in the whole place.
  await addNotice(db, gone(await channelOf(db, [])));
  await addNotice(db, gone(await channelOf(db, ['7'], '@7')));
  await addNotice(db, { ...gone(null), kind: 'revoked' });
  const { tell, asked } = telling(db);
  expect(await tell()).toBe(0);
  expect(asked).toEqual([]);
  expect(await untoldNotices(db, TENANT)).toHaveLength(3);
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
