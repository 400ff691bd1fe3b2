import { describe, expect, test } from 'vitest';
import {
  readSubscriptionLine,
  readSubscriptionOptions,
} from '../../src/commands/subscription/line.ts';
import { DAYS } from '../../src/commands/subscription/when.ts';
import { UserError } from '../../src/lib/errors.ts';

const WEEKDAYS = DAYS.slice(0, 5);

describe('a line and the options that say the same are the same request', () => {
  test.each([
    [
      'tech at 08:30 on weekdays tz Europe/Berlin top 7 +must:"ukraine" -mute:"sport" lang:de',
      {
        topic: 'tech',
        at: '08:30',
        on: 'weekdays',
        tz: 'Europe/Berlin',
        top: '7',
        must: 'ukraine',
        mute: 'sport',
        lang: 'de',
      },
      {
        topic: 'tech',
        at: ['08:30'],
        on: WEEKDAYS,
        zone: 'Europe/Berlin',
        top: 7,
        must: ['ukraine'],
        mute: ['sport'],
        language: 'de',
        length: 'short',
      },
    ],
    [
      '"climate at sea" at 6pm and 7:05 on mon,thu tz:"new york" mute:"cup final" mute:golf length:full',
      {
        topic: 'climate at sea',
        at: '07:05, 18:00',
        on: 'thursday and monday',
        tz: 'New York',
        mute: '"cup final", golf',
        length: 'full',
      },
      {
        topic: 'climate at sea',
        zone: 'America/New_York',
        at: ['07:05', '18:00'],
        on: ['mon', 'thu'],
        mute: ['cup final', 'golf'],
        length: 'full',
      },
    ],
    ['', {}, { topic: null, at: [], on: DAYS, zone: null, top: null, must: [], mute: [] }],
    [
      'world at 8 on fri-mon tz utc',
      { topic: 'world', at: '08:00', on: 'fri-mon', tz: 'UTC' },
      { topic: 'world', at: ['08:00'], on: ['mon', 'fri', 'sat', 'sun'], zone: 'UTC' },
    ],
  ])('%s', (line, options, expected) => {
    expect(readSubscriptionLine(line)).toMatchObject(expected);
    expect(readSubscriptionOptions(options)).toEqual(readSubscriptionLine(line));
  });

  test('a zone of two words stands in quote marks or with its underscore', () => {
    const expected = { topic: 'world', zone: 'America/New_York' };
    expect(readSubscriptionLine('world tz:"new york"')).toMatchObject(expected);
    expect(readSubscriptionLine('world tz new_york')).toMatchObject(expected);
  });
});

describe('slips are answered with the nearest right form', () => {
  test.each([
    ['tech at 25:61', 'There is no time "25:61". Write at 08:30, or at 08:30,18:00.'],
    ['tech at 13pm', 'There is no time "13pm". Write at 08:30, or at 08:30,18:00.'],
    ['tech at 8 on wekdays', 'There is no day "wekdays". Did you mean on weekdays?'],
    [
      'tech tz Europe/Berln',
      'There is no time zone "Europe/Berln". Did you mean tz Europe/Berlin?',
    ],
    ['tech tz Mars', 'There is no time zone "Mars". Write a place such as tz Europe/Berlin.'],
    ['tech top many', 'top takes a number from 1 to 20, not "many".'],
    ['tech top 0', 'top takes a number from 1 to 20, not "0".'],
    ['tech lang:klingon', 'lang takes two letters such as en, de or es, not "klingon".'],
    ['tech length:long', 'length takes one of headlines, short, full, not "long".'],
  ])('%s', (line, said) => {
    const slip = () => readSubscriptionLine(line);
    expect(slip).toThrow(UserError);
    expect(slip).toThrow(said);
  });
});
