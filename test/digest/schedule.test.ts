import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catchUp, nextSlot, slotsBetween, slotsDue } from '../../src/digest/schedule.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { EVERY_DAY, type Schedule, WEEKDAYS, WEEKEND } from '../../src/news/subscription.ts';
import { walked } from '../support/wall.ts';

// Half-hour gaps, gaps at midnight, a two-hour gap, summer in the south, quarter-hour zones, and none at all.
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'Asia/Kathmandu',
] as const;

const FROM = new Date('2024-01-01T00:00:00Z');
const UNTIL = new Date('2029-01-01T00:00:00Z');
const daily = (...times: string[]): Schedule => ({ times, days: EVERY_DAY, everyMinutes: null });

describe('five years of slots', () => {
  test.each(ZONES)('in %s each comes exactly once, when the wall says so', (zone) => {
    const times = ['00:00', '00:15', '01:30', '02:15', '02:30', '08:30', '23:45'];
    const slots = slotsBetween(daily(...times), zone, { after: FROM, until: UNTIL });
    expect(slots).toEqual([...walked(times, zone, { after: FROM, until: UNTIL })]);
    expect(new Set(slots.map((slot) => slot.key)).size).toBe(slots.length);
    expect(slots.length).toBeGreaterThan(7 * 1825);
  });

  test.each(ZONES)('in %s asking for the next one again and again misses none', (zone) => {
    const schedule = { times: ['02:30', '08:30'], days: WEEKDAYS, everyMinutes: null };
    const all = slotsBetween(schedule, zone, { after: FROM, until: UNTIL });
    let after = FROM;
    for (const slot of all) {
      const next = nextSlot(schedule, zone, after);
      expect(next).toEqual(slot);
      after = slot.at;
    }
  });
});

describe('the clock change', () => {
  const on = (zone: string, day: string, ...times: string[]) =>
    slotsBetween(daily(...times), zone, {
      after: new Date(`${day}T00:00:00Z`),
      until: new Date(new Date(`${day}T00:00:00Z`).getTime() + DAY - 1),
    }).map((slot) => [slot.key, slot.at.toISOString()]);

  test('a time that does not exist fires at the first instant after the gap', () => {
    expect(on('Europe/Berlin', '2026-03-29', '02:30')).toEqual([
      ['2026-03-29T02:30 Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ]);
    // Midnight itself is left out.
    expect(on('Africa/Cairo', '2026-04-23', '00:15')[0]).toEqual([
      '2026-04-24T00:15 Africa/Cairo',
      '2026-04-23T22:00:00.000Z',
    ]);
  });

  test('a time that comes twice fires once, the first time', () => {
    expect(on('Europe/Berlin', '2026-10-25', '02:30')).toEqual([
      ['2026-10-25T02:30 Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ]);
  });

  test('between the two no further slot is due before the next day', () => {
    const between = new Date('2026-10-25T01:10:00Z');
    expect(nextSlot(daily('02:30'), 'Europe/Berlin', between)?.key).toBe(
      '2026-10-26T02:30 Europe/Berlin',
    );
  });

  test('a day that a country left out fires when the next one begins', () => {
    const slots = slotsBetween(daily('08:00'), 'Pacific/Apia', {
      after: new Date('2011-12-30T00:00:00Z'),
      until: new Date('2011-12-31T00:00:00Z'),
    });
    expect(slots).toEqual([
      { key: '2011-12-30T08:00 Pacific/Apia', at: new Date('2011-12-30T10:00:00Z') },
      { key: '2011-12-31T08:00 Pacific/Apia', at: new Date('2011-12-30T18:00:00Z') },
    ]);
  });
});

test('only the days of the schedule, as the calendar of the zone has them', () => {
  // Saturday in Auckland begins on Friday in UTC.
  const slot = nextSlot(
    { times: ['07:00'], days: WEEKEND, everyMinutes: null },
    'Pacific/Auckland',
    new Date('2026-06-10T00:00:00Z'),
  );
  expect(slot).toEqual({
    key: '2026-06-13T07:00 Pacific/Auckland',
    at: new Date('2026-06-12T19:00:00Z'),
  });
});

test('a schedule without times or days has no slot', () => {
  expect(nextSlot({ times: [], days: EVERY_DAY, everyMinutes: null }, 'UTC', FROM)).toBeNull();
  expect(nextSlot({ times: ['08:30'], days: [], everyMinutes: null }, 'UTC', FROM)).toBeNull();
});

test('two halves of a span hold the slots of the whole', () => {
  const moment = fc.date({ min: FROM, max: UNTIL, noInvalidDate: true });
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.array(time, { minLength: 1, maxLength: 4 }),
      moment,
      fc.nat(9 * DAY),
      fc.nat(9 * DAY),
      (zone, times, after, first, second) => {
        const schedule = daily(...times);
        const middle = new Date(after.getTime() + first);
        const until = new Date(middle.getTime() + second);
        const whole = slotsBetween(schedule, zone, { after, until });
        expect([
          ...slotsBetween(schedule, zone, { after, until: middle }),
          ...slotsBetween(schedule, zone, { after: middle, until }),
        ]).toEqual(whole);
        // A day is 23 to 25 hours long here, so their number is bounded from both sides.
        const days = (first + second) / DAY;
        const each = new Set(times).size;
        expect(whole.length).toBeGreaterThanOrEqual(each * Math.floor(days - 0.1));
        expect(whole.length).toBeLessThanOrEqual(each * Math.ceil(days + 0.1));
      },
    ),
    { numRuns: 200 },
  );
});

describe('after a time away', () => {
  const schedule = daily('08:30', '17:30');
  const due = (from: string, now: string) =>
    catchUp(
      slotsBetween(schedule, 'UTC', { after: new Date(from), until: new Date(now) }),
      new Date(now),
    );

  test('of ten minutes the missed edition is caught up', () => {
    const { run, skipped } = due('2026-03-02T08:25:00Z', '2026-03-02T08:35:00Z');
    expect(run?.key).toBe('2026-03-02T08:30 UTC');
    expect(skipped).toEqual([]);
  });

  test('of ten hours only the newest, if it is younger than six hours', () => {
    const young = due('2026-03-02T08:00:00Z', '2026-03-02T18:00:00Z');
    expect(young.run?.key).toBe('2026-03-02T17:30 UTC');
    expect(young.skipped.map((slot) => slot.key)).toEqual(['2026-03-02T08:30 UTC']);
    const old = due(
      '2026-03-02T08:00:00Z',
      new Date(Date.parse('2026-03-02T08:30:00Z') + 6 * HOUR).toISOString(),
    );
    expect(old.run).toBeNull();
    expect(old.skipped).toHaveLength(1);
  });

  test('of ten days one edition at most', () => {
    const { run, skipped } = due('2026-03-02T08:00:00Z', '2026-03-12T09:00:00Z');
    expect(run?.key).toBe('2026-03-12T08:30 UTC');
    expect(skipped).toHaveLength(20);
  });
});

describe('every so many minutes', () => {
  const quarterly: Schedule = { times: [], days: [], everyMinutes: 15 };

  test('the slots stand on a grid from midnight in UTC, whatever the clock on the wall does', () => {
    const slots = slotsBetween(quarterly, 'Asia/Kathmandu', {
      after: new Date('2026-03-29T00:59:00Z'),
      until: new Date('2026-03-29T01:30:00Z'),
    });
    expect(slots).toEqual([
      { key: '2026-03-29T01:00Z every 15', at: new Date('2026-03-29T01:00:00Z') },
      { key: '2026-03-29T01:15Z every 15', at: new Date('2026-03-29T01:15:00Z') },
      { key: '2026-03-29T01:30Z every 15', at: new Date('2026-03-29T01:30:00Z') },
    ]);
  });

  test.each([5, 10, 15, 30, 60, 720])('by %i a day holds as many as fit, each once', (minutes) => {
    const slots = slotsBetween({ ...quarterly, everyMinutes: minutes }, 'Europe/Berlin', {
      after: new Date('2026-03-28T23:59:59Z'),
      until: new Date('2026-03-29T23:59:59Z'),
    });
    expect(slots).toHaveLength((24 * 60) / minutes);
    expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
    expect(slots[0]?.at).toEqual(new Date('2026-03-29T00:00:00Z'));
  });

  test('after a time away only the newest is due', () => {
    const now = new Date('2026-03-29T12:07:00Z');
    const due = (after: string) =>
      slotsDue(quarterly, 'UTC', { after: new Date(after), until: now }).map(({ key }) => key);
    expect(due('2025-03-29T00:00:00Z')).toEqual(['2026-03-29T12:00Z every 15']);
    expect(due('2026-03-29T11:59:59Z')).toEqual(['2026-03-29T12:00Z every 15']);
    expect(due('2026-03-29T12:00:00Z')).toEqual([]);
  });
});
