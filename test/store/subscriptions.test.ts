import { expect, test } from 'vitest';
import { subscribe } from '../../src/desk/subscribe.ts';
import { EVERYTHING } from '../../src/news/subscription.ts';
import { channelAt, channelsOf } from '../../src/store/channels.ts';
import { lastPostOf } from '../../src/store/deliveries.ts';
import {
  countSubscriptions,
  subscriptionById,
  subscriptionsOf,
} from '../../src/store/subscriptions.ts';
import { crier } from '../support/delivering.ts';
import { arrive, wish } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:00:00Z');

test('everything that is wished for is kept', async () => {
  const db = await temporaryStore();
  const channel = await channelAt(db, 'guild-1', { platform: 'discord', place: 'general' });
  const asked = wish({
    kind: 'alert',
    filter: { ...EVERYTHING, pack: 'world', feeds: [3], stories: [7] },
    schedule: { times: [], days: [], everyMinutes: 5 },
    threshold: 4,
    until: new Date('2026-04-01T00:00:00Z'),
    quiet: { from: '22:00', to: '07:00' },
  });
  const id = await subscribe(db, 'guild-1', { channel: channel.id, wish: asked, now: NOW });
  expect(await subscriptionById(db, 'guild-1', id)).toMatchObject(asked);
  expect(await countSubscriptions(db, 'guild-1')).toBe(1);
  expect(await countSubscriptions(db, 'guild-2')).toBe(0);
});

test('what an earlier Crier wrote is read with nothing said where it said nothing', async () => {
  const db = await temporaryStore();
  const channel = await channelAt(db, 'guild-1', { platform: 'discord', place: 'general' });
  await subscribe(db, 'guild-1', { channel: channel.id, wish: wish(), now: NOW });
  const filter = { topic: 'sea', names: [], feeds: [], must: [], mute: ['cup'] };
  await db
    .updateTable('subscriptions')
    .set({ filter: JSON.stringify(filter) })
    .execute();
  const [held] = await subscriptionsOf(db, 'guild-1', channel.id);
  expect(held?.filter).toEqual({ ...filter, pack: null, stories: [] });
});

test('a channel tells when something was last posted in it, to its own tenant', async () => {
  const db = await temporaryStore();
  const { at, subscribe: ask, publish, deliver } = crier(db, NOW.toISOString());
  const { channel } = await ask('general');
  expect(await lastPostOf(db, 'guild-1', channel)).toBeNull();
  await arrive(db, at('2026-03-02T08:10:00Z'), {});
  at('2026-03-02T08:30:00Z');
  await publish();
  expect(await lastPostOf(db, 'guild-1', channel)).toBeNull();
  await deliver();
  const sentAt = new Date('2026-03-02T08:30:00Z');
  expect(await lastPostOf(db, 'guild-1', channel)).toEqual({ sentAt });
  expect(await lastPostOf(db, 'guild-2', channel)).toBeNull();
  expect((await channelsOf(db, 'guild-1')).map(({ place }) => place)).toEqual(['general']);
  expect(await channelsOf(db, 'guild-2')).toEqual([]);
});
