import { describe, expect, test } from 'vitest';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { settingsOf } from '../../src/store/tenants.ts';
import { ada, ben, place, TENANT, valuesOf, wordsOf } from './place.ts';

describe('the settings of a place', () => {
  test('say how it is, which changes nothing', async () => {
    const { db, say } = await place();
    const shown = await say('/news settings');
    expect(shown).toMatchObject({ trouble: false, shared: false });
    expect(shown.words).toContain('Time zone: UTC (now Mar 2, 08:30)');
    expect(shown.words).toContain('Language: English');
    expect(shown.buttons).toEqual({ Change: '/news settings' });
    expect(await settingsOf(db, TENANT)).toEqual({ zone: null, language: null });
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });

  test('change what times are shown in and what new subscriptions mean; those there keep theirs', async () => {
    const { db, say, form } = await place();
    await say('/news subscribe harbour');
    const saved = await say('/news settings tz:"new york" lang:de');
    expect(saved.words).toContain('Gespeichert.');
    expect(saved.words).toContain('Zeitzone: America/New_York (jetzt 2. März, 03:30)');
    expect(saved.words).toContain('Sprache: Deutsch');
    const opened = await form('/news subscribe');
    expect('fields' in opened && valuesOf(opened).tz).toBe('America/New_York');
    await say('/news subscribe bakery');
    expect((await subscriptionsOf(db, TENANT)).map(({ zone }) => zone)).toEqual([
      'UTC',
      'America/New_York',
    ]);
    expect((await say('/news audit')).words).toContain('2. März, 03:30 Ada: /news settings');
  });

  test('are the operator’s again by emptying them, one for one', async () => {
    const { db, say, form, fill } = await place({ zone: 'Europe/Berlin' });
    await say('/news settings tz:Asia/Tokyo lang:ja');
    const opened = await form('/news settings');
    expect('fields' in opened && valuesOf(opened)).toEqual({ tz: 'Asia/Tokyo', lang: 'ja' });
    await fill('/news settings', { tz: '' });
    expect(await settingsOf(db, TENANT)).toEqual({ zone: null, language: 'ja' });
    expect((await say('/news settings')).words).toContain('Europe/Berlin');
    await fill('/news settings', { tz: '', lang: '' });
    expect(await settingsOf(db, TENANT)).toEqual({ zone: null, language: null });
  });

  test.each([
    ['tz:Mars', 'There is no time zone "Mars".'],
    ['lang:klingon', 'lang takes two letters such as en, de or es, not "klingon".'],
    ['lang:qq', 'lang takes two letters'],
    ['zone:UTC', 'I do not understand'],
  ])('a slip changes nothing: %s', async (words, said) => {
    const { db, say } = await place();
    const refused = await say(`/news settings ${words}`);
    expect(refused.trouble).toBe(true);
    expect(refused.words).toContain(said);
    expect(await settingsOf(db, TENANT)).toEqual({ zone: null, language: null });
  });

  test('are one place’s alone, and for its managers', async () => {
    const { db, say } = await place();
    await say('/news settings tz:Asia/Tokyo');
    const elsewhere = { ...ada, tenant: 'discord:100000000000000009' };
    expect((await say('/news settings', elsewhere)).words).toContain('UTC');
    expect((await say('/news settings tz:UTC', ben)).words).toContain('is for members with Manage');
    expect(await settingsOf(db, TENANT)).toEqual({ zone: 'Asia/Tokyo', language: null });
  });

  test('the welcome shows managers the zone that times are meant in', async () => {
    const { say, answering } = await place();
    await say('/news settings tz:Asia/Tokyo');
    const [greeting] = await answering.welcome(ada);
    expect(wordsOf(greeting!)).toContain('Times are meant in Asia/Tokyo, where it is 17:30 now');
    const [forAll] = await answering.welcome(ben);
    expect(wordsOf(forAll!)).not.toContain('Asia/Tokyo');
  });
});
