import { expect, test } from 'vitest';
import { channelAt, channelById, closeChannels } from '../../src/store/channels.ts';
import { countTelling, keepTold, toldTo } from '../../src/store/told.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const GENERAL = { platform: 'discord', place: 'general' };

test('who decides what a channel is told must know all it was told before', async () => {
  const db = await temporaryStore();
  const channel = await channelAt(db, 'guild-1', GENERAL);
  expect(await countTelling(db, 'guild-2', channel)).toBe(false);
  expect(await countTelling(db, 'guild-1', channel)).toBe(true);
  expect(await countTelling(db, 'guild-1', channel)).toBe(false);
  const now = (await channelById(db, 'guild-1', channel.id))!;
  expect(await countTelling(db, 'guild-1', now)).toBe(true);
});

test('a closed channel is told nothing', async () => {
  const db = await temporaryStore();
  const channel = await channelAt(db, 'guild-1', GENERAL);
  await closeChannels(db, channel, { kind: 'gone', reason: 'deleted', at: NOW });
  expect(await countTelling(db, 'guild-1', channel)).toBe(false);
});

test('a channel of the same name in another tenant is another one, and keeps to itself what it was told', async () => {
  const db = await temporaryStore();
  const one = await channelAt(db, 'guild-1', GENERAL);
  const other = await channelAt(db, 'guild-2', GENERAL);
  expect((await channelAt(db, 'guild-1', GENERAL)).id).toBe(one.id);
  expect(other.id).not.toBe(one.id);
  const story = await arrive(db, NOW);
  await keepTold(db, 'guild-1', { channel: one.id, edition: 1, at: NOW }, [
    { story, version: 1, texts: ['It happened.'] },
  ]);
  const asked = { channel: one.id, stories: [story] };
  expect(await toldTo(db, 'guild-1', asked)).toMatchObject([
    { story, of: story, version: 1, texts: ['It happened.'] },
  ]);
  expect(await toldTo(db, 'guild-2', asked)).toEqual([]);
  expect(await channelById(db, 'guild-2', one.id)).toBeUndefined();
});
