import { describe, expect, test } from 'vitest';
import { readSubscriptionLine } from '../../src/commands/subscription/line.ts';
import { readSubscription } from '../../src/commands/subscription/request.ts';
import { readDays, writeDays } from '../../src/commands/subscription/when.ts';
import { readZone, suggestZones } from '../../src/commands/subscription/zone.ts';
import { UserError } from '../../src/lib/errors.ts';

const fromLine = (line: string) => readSubscription(readSubscriptionLine(line));

describe('a line and the options that say the same are the same request', () => {
  test.each([
    [
      '"tech" at 08:30 on weekdays tz Europe/Berlin top 7 +must:"ukraine" -mute:"sport" lang:de',
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
        on: [1, 2, 3, 4, 5],
        zone: 'Europe/Berlin',
        top: 7,
        must: ['ukraine'],
        mute: ['sport'],
        language: 'de',
      },
    ],
    [
      '"climate at sea" at 6pm and 7:05 on mon,thu tz:"new york" mute:"cup final, men" mute:golf length:full',
      {
        topic: 'climate at sea',
        at: '07:05, 18:00',
        on: 'thursday and monday',
        tz: 'New York',
        mute: '"cup final, men", golf',
        length: 'full',
      },
      {
        topic: 'climate at sea',
        zone: 'America/New_York',
        at: ['07:05', '18:00'],
        on: [1, 4],
        mute: ['cup final, men', 'golf'],
        length: 'full',
      },
    ],
    ['', {}, {}],
    [
      'topic:world at 8 on fri-mon tz utc quiet:22:00-07:00 empty:line',
      {
        topic: 'world',
        at: '08:00',
        on: 'fri-mon',
        tz: 'UTC',
        quiet: '10pm to 7am',
        empty: 'line',
      },
      {
        topic: 'world',
        at: ['08:00'],
        on: [1, 5, 6, 7],
        zone: 'UTC',
        quiet: { from: '22:00', to: '07:00' },
        whenEmpty: 'line',
      },
    ],
  ])('%s', (line, options, expected) => {
    expect(fromLine(line)).toEqual(expected);
    expect(readSubscription(options)).toEqual(fromLine(line));
  });

  test('one bare word may name a pack; in quote marks, behind topic: or among others it does not', () => {
    expect(fromLine('climate at 8')).toEqual({ topic: 'climate', mayBePack: true, at: ['08:00'] });
    for (const line of ['"climate"', '“climate”', 'topic:climate', 'topic:"climate"']) {
      expect(fromLine(line)).toEqual({ topic: 'climate' });
    }
    expect(fromLine('climate change')).toEqual({ topic: 'climate change' });
    expect(fromLine('climate pack:world')).toEqual({ topic: 'climate', pack: 'world' });
    // As it is chosen from what is suggested for the topic.
    expect(readSubscription({ topic: 'pack:climate' })).toEqual({ pack: 'climate' });
  });

  test('a place is known by the name it has now and by the one it had', () => {
    const zones = ['Europe/Kyiv', 'kyiv', 'asia/kolkata', 'Kolkata', 'US/Eastern', 'utc'];
    expect(zones.map(readZone)).toEqual([
      'Europe/Kyiv',
      'Europe/Kyiv',
      'Asia/Kolkata',
      'Asia/Kolkata',
      'US/Eastern',
      'UTC',
    ]);
    expect(readZone('Europe/Kiev')).toBe('Europe/Kiev');
    expect(suggestZones('kyi')).toEqual(['Europe/Kyiv']);
    // A shift is no place's clock: it knows no summer.
    for (const shift of ['CET', 'EST', '+02:00']) expect(() => readZone(shift)).toThrow(UserError);
  });

  test('a zone of two words stands in quote marks or with its underscore', () => {
    const expected = { topic: 'world', zone: 'America/New_York' };
    expect(fromLine('world tz:"new york"')).toMatchObject(expected);
    expect(fromLine('world tz new_york')).toMatchObject(expected);
  });

  test.each([
    ['climate change every day at 8', { topic: 'climate change', on: [1, 2, 3, 4, 5, 6, 7] }],
    ['every day at 8 climate change', { topic: 'climate change', on: [1, 2, 3, 4, 5, 6, 7] }],
    ['climate change daily at 8', { topic: 'climate change', on: [1, 2, 3, 4, 5, 6, 7] }],
    ['climate change at 8 everyday', { topic: 'climate change', on: [1, 2, 3, 4, 5, 6, 7] }],
    ['climate change at 8 every weekday', { topic: 'climate change', on: [1, 2, 3, 4, 5] }],
    ['every monday and friday at 8 climate change', { topic: 'climate change', on: [1, 5] }],
    ['sea walls at 8 and on mondays and fridays', { topic: 'sea walls', on: [1, 5] }],
    ['sea walls on the weekend at 8', { topic: 'sea walls', on: [6, 7] }],
    ['the daily mail at 8', { topic: 'the daily mail' }],
    ['"every day" heroes at 8', { topic: 'every day heroes' }],
    ['every breath at 8', { topic: 'every breath' }],
  ])('days are taken as they are said: %s', (line, expected) => {
    expect(fromLine(line)).toEqual({ ...expected, at: ['08:00'] });
  });

  test.each([
    'quiet 22-7',
    'quiet 22:00-07:00',
    'quiet 10pm to 7am',
    'quiet 10 pm to 7 am',
    'quiet from 22 to 7',
    'quiet 22:00 - 07:00',
    'quiet 22 –7',
    'quiet 22 -7',
  ])('so are quiet hours: %s', (said) => {
    const expected = { topic: 'sea walls', quiet: { from: '22:00', to: '07:00' }, at: ['08:00'] };
    expect(fromLine(`sea walls ${said} at 8`)).toEqual(expected);
    expect(fromLine(`at 8 ${said} sea walls`)).toEqual(expected);
    expect(fromLine('a quiet place')).toEqual({ topic: 'a quiet place' });
    expect(fromLine('quiet none')).toEqual({ quiet: null });
  });

  test('a sign before a word is what must stand in a story, or must not', () => {
    expect(fromLine('+climate -sport -"cup final" +must:"sea, wall" at 8')).toEqual({
      must: ['climate', 'sea, wall'],
      mute: ['sport', 'cup final'],
      at: ['08:00'],
    });
    expect(fromLine('covid-19 news - today')).toEqual({ topic: 'covid-19 news - today' });
  });

  test('what is emptied is another thing than what is not said', () => {
    expect(readSubscription({ topic: '', must: '', quiet: '', lang: '' })).toEqual({
      topic: null,
      must: [],
      quiet: null,
      language: null,
    });
    expect(readSubscription({ topic: null, must: null })).toEqual({});
  });

  test('days are said as they are read', () => {
    for (const said of ['daily', 'weekdays', 'weekends', 'mon,thu', 'sun']) {
      expect(writeDays(readDays(said))).toBe(said);
    }
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
    ['tech quiet:22:00', 'quiet takes two times such as quiet:22:00-07:00, or none, not "22:00".'],
    ['tech mute:!!!', 'mute takes words such as mute:"cup final", not "!!!".'],
    ['tech +"…"', 'must takes words such as must:"cup final", not "…".'],
    ['tech quiet 22', 'quiet takes two times such as quiet:22:00-07:00, or none, not "22".'],
    ['tech on fire', 'There is no day "fire". Write on weekdays, on daily or on mon,thu.'],
    ['tech empty:maybe', 'empty takes silence or line, not "maybe".'],
  ])('%s', (line, said) => {
    const slip = () => fromLine(line);
    expect(slip).toThrow(UserError);
    expect(slip).toThrow(said);
  });
});
