import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { channelAt, closeChannels } from '../../src/store/channels.ts';
import { addNotice, forgetNotice } from '../../src/store/notices.ts';
import { NOW } from '../support/answering.ts';
import { passing } from './passing.ts';
import { ada, ben, CRANE, GENERAL, OTHER, place, TENANT } from './place.ts';

describe('the list', () => {
  test('where nothing comes says what is there, and to managers how to begin', async () => {
    const { say, home } = await place();
    const forAll = await say('/news list', ben);
    expect(forAll.words).toContain('Nothing comes here by itself yet.');
    expect(forAll.words).toContain('members with Manage Server can have one come here every day.');
    expect(forAll.buttons).toEqual({});
    const forManagers = await say('/news list', ada);
    expect(forManagers.buttons).toMatchObject({ Subscribe: '/news subscribe' });
    expect((await home(ada)).buttons).toMatchObject({
      Subscribe: '/news subscribe',
      Settings: '/news settings',
    });
    expect((await home(ben)).buttons).toEqual({});
  });

  test('everybody sees what the channel gets, when it comes and who made it; managers may change it', async () => {
    const { say } = await place();
    await say('/news subscribe harbour at 08:30 on weekdays tz Europe/Berlin top 3');
    const lines = [
      'This channel',
      '#1 harbour · 08:30 weekdays, Europe/Berlin · top 3',
      'Next digest tomorrow 08:30 Europe/Berlin (in 23 hours) · made by Ada, just now',
    ];
    const forAll = await say('/news list', ben);
    expect(forAll.words.split('\n')).toEqual(lines);
    expect(forAll).toMatchObject({ shared: false, buttons: { Sample: '/news test #1' } });
    expect(Object.keys(forAll.buttons)).toEqual(['Sample']);
    const forManagers = await say('/news list', ada);
    expect(forManagers.words.split('\n')).toEqual(lines);
    expect(forManagers.buttons).toEqual({
      Change: '/news edit #1',
      Sample: '/news test #1',
      Pause: '/news pause #1',
      End: '/news unsubscribe #1',
    });
    await say('/news pause #1');
    const paused = await say('/news list');
    expect(paused.words).toContain('Paused · made by Ada');
    expect(paused.buttons.Resume).toBe('/news resume #1');
  });

  test('every button of it does what it says for whoever sees it', async () => {
    const { say, form } = await place();
    await say('/news subscribe harbour');
    await say('/news follow crane', ben);
    await say('/news follow bakery here');
    await say('/news alert floods');
    for (const asking of [ada, ben]) {
      const { buttons, message } = await say('/news list', asking);
      expect(Object.keys(buttons).length).toBeGreaterThan(0);
      for (const block of message.blocks) {
        if (block.kind !== 'buttons') continue;
        for (const { line, press } of block.buttons) {
          if (/unfollow/.test(line)) continue;
          if (press === 'fill') expect('fields' in (await form(line, asking))).toBe(true);
          else
            expect({ line, trouble: (await say(line, asking)).trouble }).toEqual({
              line,
              trouble: false,
            });
          if (line.includes('pause')) await say(line.replace('pause', 'resume'), asking);
        }
      }
    }
  });

  test('what somebody follows alone stands in theirs, with the headline of the story', async () => {
    const { db, say } = await place();
    const [story] = await db
      .selectFrom('stories')
      .select('id')
      .where('title', '=', CRANE.title)
      .execute();
    await say(`/news follow #${story!.id}`, ben);
    const listed = await say('/news list', ben);
    expect(listed.words).toContain('Your direct messages');
    expect(listed.words).toContain(`#1 follows ${CRANE.title} · as it happens · until Mon, Mar 16`);
    expect(listed.buttons).toEqual({ Unfollow: '/news unfollow #1' });
  });

  test('other channels are shown to managers alone, who ask for them', async () => {
    const { say, home } = await place();
    await say(`/news subscribe harbour in:${OTHER}`);
    expect((await say('/news list', ada)).words).not.toContain('harbour');
    expect((await say('/news list everywhere:yes', ada)).words).toContain(
      `<#${OTHER}>\n#1 harbour`,
    );
    expect((await say('/news list everywhere:yes', ben)).words).not.toContain('harbour');
    expect((await home(ada)).words).toContain('harbour');
    expect((await home(ben)).words).not.toContain('harbour');
    expect((await say('/news list', { ...ben, channel: OTHER })).words).toContain('harbour');
  });

  test('a closed channel says why, and what a manager does when it is mended', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const channel = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    await closeChannels(db, channel, { kind: 'gone', reason: 'Missing Access', at: NOW });
    expect((await say('/news list')).words).toContain(
      'I cannot post there: Missing Access. When that is mended, change a subscription of it, or resume it, and posts go on.',
    );
    expect((await say('/news list', ben)).words).toContain(
      'Missing Access. Tell members with Manage Server.',
    );
  });

  test('what was not taken stands there for managers until it is mended, though they were told', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const { id } = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    const notice = { tenant: TENANT, channel: id, reason: 'Invalid Form Body', at: NOW } as const;
    await addNotice(db, { ...notice, kind: 'refused' });
    const said = 'A digest was not taken (now): Invalid Form Body.';
    expect((await say('/news audit')).words).toContain('Invalid Form Body');
    expect((await say('/news list')).words).toContain(said);
    expect((await say('/news list', ben)).words).not.toContain('Invalid Form Body');
    await forgetNotice(db, TENANT, { channel: id, kind: 'refused' });
    expect((await say('/news list')).words).not.toContain('Invalid Form Body');
  });

  test('that direct messages do not arrive is told to whose they are, and to nobody else', async () => {
    const { db, say } = await place();
    await say('/news follow bakery', ben);
    const own = await channelAt(db, TENANT, { platform: 'discord', place: `@${ben.person.id}` });
    const gone = { kind: 'gone', reason: 'Cannot send messages to this user', at: NOW } as const;
    await closeChannels(db, own, gone);
    await addNotice(db, { tenant: TENANT, channel: own.id, ...gone });
    expect((await say('/news list', ben)).words).toContain(
      'I cannot write to you: Cannot send messages to this user. Once that is mended, follow something anew by /news follow, and all of this goes on.',
    );
    for (const line of ['/news audit', '/news list', '/news list everywhere']) {
      expect((await say(line)).words).not.toContain('Cannot send');
    }
    await say('/news follow crane', ben);
    expect((await say('/news list', ben)).words).not.toContain('Cannot send');
  });

  test('mutes stand under what they keep out', async () => {
    const { say } = await place();
    await say('/news mute football');
    expect((await say('/news list', ben)).words).toContain('Muted here: “football” · /news unmute');
  });
});

describe('the list after some days', () => {
  test('says when something was posted last, and that others found nothing', async () => {
    const { db, say } = await place();
    await say('/news subscribe crane');
    await say('/news subscribe zeppelins at 18:00');
    const { pass, later, standing } = passing(db);
    for (let hour = 0; hour < 8 * 24; hour += 1) await pass(HOUR);
    expect(standing).toHaveLength(1);
    const listed = await later('/news list');
    expect(listed).toContain('Last post 7 days ago.');
    const [, crane = '', zeppelins = ''] = listed.split(/^#\d /m);
    expect(zeppelins).toContain(
      'Nothing has matched for 8 days: its words may be too narrow. /news edit #2',
    );
    expect(crane).toMatch(/^crane/);
    expect(await later('/news list', ben)).toContain('too narrow. /news test #2');
  });

  test('a few days without news are no reason to worry anybody', async () => {
    const { db, say } = await place();
    await say('/news subscribe zeppelins');
    const { pass, later } = passing(db);
    for (let hour = 0; hour < 5 * 24; hour += 1) await pass(HOUR);
    expect(await later('/news list')).not.toContain('Nothing has matched');
    await pass(3 * DAY);
    expect(await later('/news list')).toContain('Nothing has matched for 8 days');
  });
});
