import { expect, test } from 'vitest';
import { plausibleDate } from '../../src/ingest/to-article.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';

const NOW = new Date('2026-03-02T08:30:00Z');
const ahead = (ms: number) => plausibleDate(new Date(NOW.getTime() + ms), NOW);

test('a date of the past stands', () => {
  expect(ahead(0)).toEqual(NOW);
  expect(ahead(-MINUTE)).toEqual(new Date('2026-03-02T08:29:00Z'));
  expect(plausibleDate(new Date('1990-01-01T00:00:00Z'), NOW)).toEqual(
    new Date('1990-01-01T00:00:00Z'),
  );
});

test('one some hours ahead is a zone gone wrong and becomes now', () => {
  expect(ahead(1)).toEqual(NOW);
  expect(ahead(14 * HOUR)).toEqual(NOW);
});

test('one further ahead, or before there was a web, is unknown', () => {
  expect(ahead(14 * HOUR + 1)).toBeNull();
  expect(ahead(300 * DAY)).toBeNull();
  expect(plausibleDate(new Date('1989-12-31T23:59:59Z'), NOW)).toBeNull();
  expect(plausibleDate(new Date(0), NOW)).toBeNull();
  expect(plausibleDate(null, NOW)).toBeNull();
});
