import { describe, expect, it } from 'vitest';
import { forgetModelAnswers, modelAnswersOf } from '../../src/store/model-answers.ts';
import { forgetUsage, spentByDay, usageOf } from '../../src/store/usage.ts';
import { temporaryStore } from '../support/store.ts';

const account = (tenant: string, window: string, tokens: number | null) => ({
  tenant,
  holder: 'tenant',
  window,
  limit: { tokens, micros: null },
});
const spending = { calls: 1, tokens: 60, micros: 5 };

describe('what a model has cost', () => {
  it('is added to all accounts or to none', async () => {
    const db = await temporaryStore();
    const usage = usageOf(db);
    const [wide, narrow] = [account('a', '2026-03-01', null), account('b', '2026-03-01', 100)];
    expect(await usage.reserve([wide, narrow], spending)).toBeUndefined();
    expect(await usage.reserve([wide, narrow], spending)).toBe(narrow);
    expect(await spentByDay(db, 'a', '2026-03-01')).toEqual([{ day: '2026-03-01', ...spending }]);
  });

  it('is put right afterwards, by tenant and day', async () => {
    const db = await temporaryStore();
    const usage = usageOf(db);
    const days = [account('a', '2026-03-01', 100), account('a', '2026-03-02', 100)];
    for (const day of days) await usage.reserve([day], spending);
    await usage.adjust([days[0]!], { calls: 0, tokens: -50, micros: -5 });
    expect(await spentByDay(db, 'a', '2026-03-01')).toEqual([
      { day: '2026-03-01', calls: 1, tokens: 10, micros: 0 },
      { day: '2026-03-02', ...spending },
    ]);
    expect(await spentByDay(db, 'b', '2026-03-01')).toEqual([]);
    await forgetUsage(db, '2026-03-02');
    expect(await spentByDay(db, 'a', '2026-01-01')).toHaveLength(1);
  });
});

it('a model’s answer is kept for its tenant until it is forgotten', async () => {
  const db = await temporaryStore();
  const answers = modelAnswersOf(db, () => new Date('2026-03-01T00:00:00Z'));
  await answers.put('a', 'key', { x: 1 });
  await answers.put('a', 'key', { x: 2 });
  expect(await answers.get('a', 'key')).toEqual({ x: 1 });
  expect(await answers.get('b', 'key')).toBeUndefined();
  await forgetModelAnswers(db, new Date('2026-03-02T00:00:00Z'));
  expect(await answers.get('a', 'key')).toBeUndefined();
});
