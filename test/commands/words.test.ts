import { expect, test } from 'vitest';
import { count, showSpan } from '../../src/commands/show/words.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';

test('things are counted as they are said', () => {
  expect([count(1, 'story'), count(2, 'story'), count(3, 'day'), count(1_200, 'outlet')]).toEqual([
    '1 story',
    '2 stories',
    '3 days',
    '1,200 outlets',
  ]);
});

test('a span is said in days where it is whole days', () => {
  expect([showSpan(DAY), showSpan(3 * DAY), showSpan(36 * HOUR), showSpan(HOUR / 2)]).toEqual([
    '24 h',
    '3 days',
    '36 h',
    '30 min',
  ]);
});
