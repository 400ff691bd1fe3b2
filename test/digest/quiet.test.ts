import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../src/digest/quiet.ts';
import { zoneNamed } from '../../src/digest/zone.ts';
import { localTime } from '../../src/news/subscription.ts';

const night = { from: '22:00', to: '07:00' };
const end = (zone: string, now: string, quiet = night) =>
  quietUntil(quiet, zone, new Date(now))?.toISOString() ?? null;

describe('quiet hours', () => {
  test('over midnight end in the morning, from either side of it', () => {
    expect(end('Europe/Berlin', '2026-01-10T21:00:00Z')).toBe('2026-01-11T06:00:00.000Z');
    expect(end('Europe/Berlin', '2026-01-11T05:59:00Z')).toBe('2026-01-11T06:00:00.000Z');
  });

  test('are over at their last minute and not begun before their first', () => {
    expect(end('Europe/Berlin', '2026-01-11T06:00:00Z')).toBeNull();
    expect(end('Europe/Berlin', '2026-01-10T20:59:59Z')).toBeNull();
  });

  test('within a day', () => {
    const noon = { from: '12:00', to: '13:30' };
    expect(end('Asia/Kathmandu', '2026-01-10T06:20:00Z', noon)).toBe('2026-01-10T07:45:00.000Z');
    expect(end('Asia/Kathmandu', '2026-01-10T07:45:00Z', noon)).toBeNull();
  });

  test('that end inside a gap of the clock end with it', () => {
    const early = { from: '22:00', to: '02:30' };
    expect(end('Europe/Berlin', '2026-03-29T00:30:00Z', early)).toBe('2026-03-29T01:00:00.000Z');
  });

  test('that end in the hour that comes twice end the first time', () => {
    const early = { from: '22:00', to: '02:30' };
    expect(end('Europe/Berlin', '2026-10-25T00:10:00Z', early)).toBe('2026-10-25T00:30:00.000Z');
    expect(end('Europe/Berlin', '2026-10-25T01:10:00Z', early)).toBeNull();
  });

  test('that begin when they end are none', () => {
    expect(end('UTC', '2026-01-10T12:00:00Z', { from: '12:00', to: '12:00' })).toBeNull();
    expect(quietUntil(null, 'UTC', new Date(0))).toBeNull();
  });
});

test.each([
  ['8:30', '08:30'],
  [' 08.05 ', '08:05'],
  ['23:59', '23:59'],
  ['25:61', undefined],
  ['24:00', undefined],
  ['8', undefined],
  ['08:3', undefined],
  ['-1:30', undefined],
])('%j as a time of day is %j', (typed, time) => {
  expect(localTime(typed)).toBe(time);
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  [' Asia/Kolkata ', 'Asia/Kolkata'],
  ['UTC', 'UTC'],
  ['Europe/Atlantis', undefined],
  ['+02:00', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%j as a zone is %j', (typed, zone) => {
  expect(zoneNamed(typed)).toBe(zone);
});
