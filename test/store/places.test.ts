import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/lib/clock.ts';
import { actsOf, addAct } from '../../src/store/audit.ts';
import { addReport, reportsOfAll } from '../../src/store/reports.ts';
import {
  keepSettings,
  leftBefore,
  markLeft,
  markPresent,
  settingsOf,
} from '../../src/store/tenants.ts';
import { temporaryStore } from '../support/store.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const at = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('what a place decided', () => {
  test('is nothing until it decides, and outlasts Crier being taken out', async () => {
    const db = await temporaryStore();
    expect(await settingsOf(db, 'slack:T1')).toEqual({ zone: null, language: null });
    await keepSettings(db, 'slack:T1', { zone: 'Asia/Tokyo', language: null });
    await markLeft(db, 'slack:T1', NOW);
    expect(await settingsOf(db, 'slack:T1')).toEqual({ zone: 'Asia/Tokyo', language: null });
    await keepSettings(db, 'slack:T1', { zone: null, language: 'de' });
    expect(await settingsOf(db, 'slack:T1')).toEqual({ zone: null, language: 'de' });
    expect(await leftBefore(db, at(1))).toEqual(['slack:T1']);
    expect(await settingsOf(db, 'slack:T10')).toEqual({ zone: null, language: null });
  });
});

describe('a place that was left', () => {
  test('is so since the first time that is told, until Crier is there again', async () => {
    const db = await temporaryStore();
    await markLeft(db, 'slack:T1', NOW);
    await markLeft(db, 'slack:T1', at(5));
    await markLeft(db, 'slack:T2', at(5));
    expect(await leftBefore(db, NOW)).toEqual([]);
    expect(await leftBefore(db, at(1))).toEqual(['slack:T1']);
    expect(await markPresent(db, ['slack:T1', 'slack:T3'])).toEqual(['slack:T1']);
    expect(await markPresent(db, ['slack:T1'])).toEqual([]);
    expect(await leftBefore(db, at(9))).toEqual(['slack:T2']);
    await markLeft(db, 'slack:T1', at(8));
    expect(await leftBefore(db, at(8))).toEqual(['slack:T2']);
  });

  test('comes back among as many places as there are', async () => {
    const db = await temporaryStore();
    const all = Array.from({ length: 40_000 }, (_, i) => `discord:${i}`);
    await markLeft(db, 'discord:39999', NOW);
    expect(await markPresent(db, all)).toEqual(['discord:39999']);
  });
});

test('acts are read newest first, those of one place alone', async () => {
  const db = await temporaryStore();
  const act = (line: string, moment: Date) => ({
    at: moment,
    person: { id: 'U1', name: 'Ada' },
    channel: line === 'b' ? null : 'C1',
    line,
  });
  await addAct(db, 'slack:T1', act('a', at(0)));
  await addAct(db, 'slack:T2', act('x', at(1)));
  await addAct(db, 'slack:T1', act('b', at(2)));
  // A clock that was put back changes nothing in the order.
  await addAct(db, 'slack:T1', act('c', at(1)));
  expect((await actsOf(db, 'slack:T1', 2)).map(({ line }) => line)).toEqual(['c', 'b']);
  expect(await actsOf(db, 'slack:T1', 10)).toEqual([
    act('c', at(1)),
    act('b', at(2)),
    act('a', at(0)),
  ]);
});

test('reports are numbered and read newest first, those of all places: they are the operator’s', async () => {
  const db = await temporaryStore();
  const report = { at: NOW, story: 7, version: 2, words: 'wrong speaker', person: 'U1' };
  expect(await addReport(db, 'slack:T1', report)).toBe(1);
  expect(await addReport(db, 'discord:1', { ...report, words: null })).toBe(2);
  const { person: _, ...sent } = report;
  // The story is not held here: its headline is unknown.
  const shown = { ...sent, headline: null };
  expect(await reportsOfAll(db, 10)).toEqual([
    { ...shown, id: 2, tenant: 'discord:1', words: null },
    { ...shown, id: 1, tenant: 'slack:T1' },
  ]);
  expect(await reportsOfAll(db, 1)).toHaveLength(1);
});
