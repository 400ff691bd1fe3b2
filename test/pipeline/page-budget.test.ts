import { expect, test } from 'vitest';
import { startBudget } from '../../src/pipeline/page-budget.ts';

test('so many pages and no more', () => {
  const mayRead = startBudget({ pages: 3, ms: 1_000 }, () => 0);
  expect([mayRead(), mayRead(), mayRead(), mayRead(), mayRead()]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('no page is begun after the time, which runs from the first one', () => {
  let at = 50_000;
  const mayRead = startBudget({ pages: 100, ms: 1_000 }, () => at);
  at = 90_000;
  expect(mayRead()).toBe(true);
  at = 91_000;
  expect(mayRead()).toBe(true);
  at = 91_001;
  expect(mayRead()).toBe(false);
});

test('the first page may always be read, so that every poll gets further', () => {
  let at = 0;
  const mayRead = startBudget({ pages: 5, ms: 10 }, () => {
    at += 11;
    return at;
  });
  expect(mayRead()).toBe(true);
  expect(mayRead()).toBe(false);
});
