import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/ingest/parse/dates.ts';
import { findDates } from '../../../src/ingest/parse/find-date.ts';

const read = (text: string) => parseDate(text)?.toISOString() ?? null;

describe('parseDate', () => {
  test.each([
    ['Tue, 05 Mar 2024 14:30:00 +0100', '2024-03-05T13:30:00.000Z'],
    ['Tue, 05 Mar 24 14:30 EST', '2024-03-05T19:30:00.000Z'],
    ['5 March 2024', '2024-03-05T00:00:00.000Z'],
    ['Tuesday, March 5th, 2024 at 2:30 p.m.', '2024-03-05T14:30:00.000Z'],
    ['Tue Mar  5 14:30:00 2024', '2024-03-05T14:30:00.000Z'],
    ['Tue, 2024/03/05 14:30:00 GMT', '2024-03-05T14:30:00.000Z'],
    ['Tue, 03/05/2024 – 14:30', '2024-03-05T14:30:00.000Z'],
    ['05-Mar-2024 14:30', '2024-03-05T14:30:00.000Z'],
  ])('%s is read as mail and news programs write it', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['2024-03-05T14:30:00Z', '2024-03-05T14:30:00.000Z'],
    ['2024-03-05T14:30:00.250-05:00', '2024-03-05T19:30:00.250Z'],
    ['20240305T143000Z', '2024-03-05T14:30:00.000Z'],
    ['2024-03-05 14:30', '2024-03-05T14:30:00.000Z'],
    ['2024-065', '2024-03-05T00:00:00.000Z'],
    ['2024-03', '2024-03-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
  ])('%s is read as ISO 8601 and its shortenings', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['5. März 2024, 14:30 Uhr', '2024-03-05T14:30:00.000Z'],
    ['5 mars 2024 à 14:30', '2024-03-05T14:30:00.000Z'],
    ['5 de marzo de 2024', '2024-03-05T00:00:00.000Z'],
    ['mar, 05 mar 2024 14:30:00 +0000', '2024-03-05T14:30:00.000Z'],
    ['5 марта 2024', '2024-03-05T00:00:00.000Z'],
    ['5 Μαρτίου 2024', '2024-03-05T00:00:00.000Z'],
    ['2024年3月5日', '2024-03-05T00:00:00.000Z'],
  ])('%s is read in its own language', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a Korean date is on the Korean clock', () => {
    expect(read('2024년 3월 5일 오후 2:30')).toBe('2024-03-05T05:30:00.000Z');
  });

  test('a date without a zone is UTC', () => {
    expect(read('Tue, 05 Mar 2024 14:30:00')).toBe('2024-03-05T14:30:00.000Z');
  });

  test('ET is the clock on the wall in winter and in summer', () => {
    expect(read('5 Mar 2024 12:00 ET')).toBe('2024-03-05T17:00:00.000Z');
    expect(read('5 Jul 2024 12:00 ET')).toBe('2024-07-05T16:00:00.000Z');
  });

  test('numbers with slashes are American unless they cannot be', () => {
    expect(read('03/05/2024')).toBe('2024-03-05T00:00:00.000Z');
    expect(read('25/12/2024')).toBe('2024-12-25T00:00:00.000Z');
    expect(read('05.03.2024')).toBe('2024-03-05T00:00:00.000Z');
  });

  test.each([
    '',
    'soon',
    '2024-13-05',
    '31 June 2024',
    'Tue, 05 Mar 2024 25:00:00',
    '12',
    '2024-03-05T14:30:00Zoo',
    'Tue, 05 Xyz 2024',
    'May 5',
    '1:2:3:4',
  ])('%j is no date and is not mended into one', (text) => {
    expect(read(text)).toBeNull();
  });

  test('the least and greatest dates that programs write for "none" are none', () => {
    expect(read('0001-01-01T00:00:00Z')).toBeNull();
    expect(read('Fri, 31 Dec 9999 23:59:59 GMT')).toBeNull();
  });

  test('any text gives a valid date or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:TZ+ .,/a-z-]{0,60}$/)), (text) => {
        const date = parseDate(text);
        return date === null || !Number.isNaN(date.getTime());
      }),
    );
  });

  test('every moment is read back from its ISO and its mail form', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toISOString())).toEqual(date);
          expect(parseDate(date.toUTCString())?.getTime()).toBe(
            Math.floor(date.getTime() / 1_000) * 1_000,
          );
        },
      ),
    );
  });
});

describe('findDates', () => {
  test('a date is found inside a line, with the time behind it', () => {
    const [found] = findDates('Published on March 5, 2024 at 2:30 pm by our desk');
    expect(found?.date.toISOString()).toBe('2024-03-05T14:30:00.000Z');
  });

  test('version numbers and years are no dates', () => {
    expect(findDates('Version 1.2.2024b of the 2024 rules')).toEqual([]);
  });
});
