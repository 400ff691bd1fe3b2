import { expect, test } from 'vitest';
import { addMute, dropMute, mutesOf } from '../../src/store/mutes.ts';
import { temporaryStore } from '../support/store.ts';

const AT = new Date('2026-03-02T08:00:00Z');
const mute = (about: Parameters<typeof addMute>[2]['about'], channel = 1) => ({
  channel,
  about,
  byName: 'Ida',
  at: AT,
});

test('a mute belongs to its channel and tenant, and can be taken back there', async () => {
  const db = await temporaryStore();
  const id = await addMute(db, 'guild-1', mute({ kind: 'phrase', phrase: 'cup final' }));
  expect(await mutesOf(db, 'guild-1', 1)).toEqual([
    { id, about: { kind: 'phrase', phrase: 'cup final' }, byName: 'Ida', at: AT },
  ]);
  expect(await mutesOf(db, 'guild-1', 2)).toEqual([]);
  expect(await mutesOf(db, 'guild-2', 1)).toEqual([]);
  expect(await dropMute(db, 'guild-2', { channel: 1, id })).toBe(false);
  expect(await dropMute(db, 'guild-1', { channel: 2, id })).toBe(false);
  expect(await dropMute(db, 'guild-1', { channel: 1, id })).toBe(true);
  expect(await mutesOf(db, 'guild-1', 1)).toEqual([]);
});

test('what is muted already is not muted twice', async () => {
  const db = await temporaryStore();
  const first = await addMute(db, 'guild-1', mute({ kind: 'phrase', phrase: 'Cup final' }));
  expect(await addMute(db, 'guild-1', mute({ kind: 'phrase', phrase: 'cup Final' }))).toBe(first);
  const story = await addMute(db, 'guild-1', mute({ kind: 'story', story: 7 }));
  expect(await addMute(db, 'guild-1', mute({ kind: 'story', story: 7 }))).toBe(story);
  expect(await addMute(db, 'guild-1', mute({ kind: 'story', story: 7 }, 2))).not.toBe(story);
  expect(await mutesOf(db, 'guild-1', 1)).toHaveLength(2);
});
