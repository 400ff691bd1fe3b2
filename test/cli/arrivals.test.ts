import { expect, test } from 'vitest';
import { createArrivals } from '../../src/cli/inspect/arrivals.ts';

test('rows come at the latest date seen so far, those without a date with the others', () => {
  const arrivedAt = createArrivals(10);
  expect([arrivedAt(null), arrivedAt(5), arrivedAt(3), arrivedAt(null), arrivedAt(9)]).toEqual([
    0, 5, 5, 5, 9,
  ]);
});

test('one date far ahead moves nothing; a second one there does', () => {
  const arrivedAt = createArrivals(10);
  expect([
    arrivedAt(1),
    arrivedAt(9_000),
    arrivedAt(2),
    arrivedAt(9_001),
    arrivedAt(9_002),
  ]).toEqual([1, 1, 2, 9_000, 9_002]);
});
