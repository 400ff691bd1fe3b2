import { describe, expect, test } from 'vitest';
import {
  intervalAfterFailure,
  intervalAfterSuccess,
  retryAfterMs,
} from '../../src/ingest/next-poll.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const BOUNDS = { minMs: 15 * MINUTE, maxMs: DAY };
const every = (ms: number, n = 10) =>
  Array.from({ length: n }, (_, i) => new Date(NOW.getTime() - (i + 1) * ms));
const wait = (more: object) => intervalAfterSuccess({ published: [], now: NOW, ...more }, BOUNDS);

describe('after a poll that went well', () => {
  test('a busy feed is asked as often as allowed, a slow one seldom', () => {
    expect(wait({ published: every(MINUTE) })).toBe(15 * MINUTE);
    expect(wait({ published: every(3 * HOUR) })).toBe(HOUR);
    expect(wait({ published: every(30 * DAY) })).toBe(DAY);
  });

  test('a feed that has fallen silent is asked less and less', () => {
    const silent = (days: number) =>
      wait({ published: every(HOUR).map((d) => new Date(d.getTime() - days * DAY)) });
    expect(silent(1)).toBeGreaterThan(wait({ published: every(HOUR) }));
    expect(silent(5)).toBeGreaterThan(silent(1));
  });

  test('its ttl, max-age and Expires are kept, within the bounds', () => {
    const busy = { published: every(MINUTE) };
    expect(wait({ ...busy, ttlMinutes: 60 })).toBe(HOUR);
    expect(wait({ ...busy, headers: { 'cache-control': 'public, max-age=7200' } })).toBe(2 * HOUR);
    expect(wait({ ...busy, headers: { expires: 'Sun, 01 Mar 2026 15:00:00 GMT' } })).toBe(3 * HOUR);
    expect(wait({ ...busy, ttlMinutes: 999_999 })).toBe(DAY);
  });

  test('dates in the future and no dates at all do no harm', () => {
    expect(wait({ published: [new Date(NOW.getTime() + DAY)] })).toBe(HOUR);
    expect(wait({})).toBe(HOUR);
  });
});

test('failures double the wait up to a day', () => {
  const waits = [1, 2, 3, 4, 20, 2_000].map((n) => intervalAfterFailure(n, BOUNDS));
  expect(waits).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, DAY, DAY]);
});

test('Retry-After is read as seconds or as a date, and never for longer than a day', () => {
  expect(retryAfterMs('120', NOW)).toBe(2 * MINUTE);
  expect(retryAfterMs('Sun, 01 Mar 2026 12:30:00 GMT', NOW)).toBe(30 * MINUTE);
  expect(retryAfterMs('99999999', NOW)).toBe(DAY);
  for (const nonsense of [undefined, '', 'soon', '-5'])
    expect(retryAfterMs(nonsense, NOW)).toBeUndefined();
});
