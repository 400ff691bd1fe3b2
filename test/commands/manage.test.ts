import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/lib/clock.ts';
import { channelAt, closeChannels } from '../../src/store/channels.ts';
import { nextRunOf } from '../../src/store/schedules.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { NOW } from '../support/answering.ts';
import { ada, BAKERY, ben, GENERAL, grace, OTHER, place, TENANT } from './place.ts';

type Db = Awaited<ReturnType<typeof place>>['db'];
const held = (db: Db) => subscriptionsOf(db, TENANT);

describe('pausing', () => {
  test('stops a subscription until it is taken up again, said to everybody', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const paused = await say('/news pause #1', grace);
    expect(paused).toMatchObject({ trouble: false, shared: true });
    expect(paused.words).toBe('Grace paused subscription #1 (harbour).');
    expect(paused.buttons.Resume).toBe('/news resume #1');
    expect((await held(db))[0]?.paused).toBe(true);
    expect((await say('/news pause #1')).words).toBe(
      '#1 is paused already. /news resume #1 takes it up again.',
    );
    const resumed = await say('/news resume #1');
    expect(resumed).toMatchObject({ trouble: false, shared: true });
    expect(resumed.words).toBe(
      'Ada took up subscription #1 (harbour) again. Next digest tomorrow 08:30 UTC (in 24 hours)',
    );
    expect((await held(db))[0]).toMatchObject({
      paused: false,
      since: new Date(NOW.getTime() - DAY),
    });
    expect((await say('/news resume #1')).trouble).toBe(true);
  });

  test('outlasts a change, which says so', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    await say('/news pause #1');
    const edited = await say('/news edit #1 at 9');
    expect(edited.words).toContain('It is paused. /news resume #1');
    expect((await held(db))[0]?.paused).toBe(true);
  });

  test('a closed channel is opened again by taking its subscription up', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const channel = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    await closeChannels(db, channel, { kind: 'gone', reason: 'Missing Access', at: NOW });
    expect((await say('/news resume #1')).words).toContain('Next digest tomorrow 08:30');
    const now = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    expect(now.closed).toBeNull();
  });
});

describe('unsubscribing', () => {
  test('asks first, the asker alone; nothing has happened yet', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const asked = await say('/news unsubscribe #1');
    expect(asked).toMatchObject({ trouble: false, shared: false });
    expect(asked.words).toBe('End subscription #1 (harbour)? Its channel gets no more of it.');
    expect(await held(db)).toHaveLength(1);
    const ended = await say(asked.buttons['End it'] ?? '', grace);
    expect(ended).toMatchObject({ trouble: false, shared: true });
    expect(ended.words).toBe('Grace ended subscription #1 (harbour).');
    expect(await held(db)).toEqual([]);
    expect((await say('/news unsubscribe #1 sure:yes')).trouble).toBe(true);
  });
});

describe('the schedule', () => {
  test('shows the next five times in the zone of the subscription, to the asker alone', async () => {
    const { say } = await place();
    await say('/news subscribe harbour at 08:30,18:00 on weekdays tz Europe/Berlin');
    const shown = await say('/news schedule #1');
    expect(shown.shared).toBe(false);
    expect(shown.words.split('\n')).toEqual([
      '#1 (harbour) comes:',
      'today 18:00 (in 9 hours)',
      'tomorrow 08:30 (in 23 hours)',
      'tomorrow 18:00 (in 33 hours)',
      'Wed, Mar 4 08:30 (in 47 hours)',
      'Wed, Mar 4 18:00 (in 2 days)',
      'Europe/Berlin',
    ]);
  });

  test('is changed by saying times, days or a zone, before everybody', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour top 3');
    const changed = await say('/news schedule #1 at 18:00 on mon tz Asia/Tokyo');
    expect(changed.shared).toBe(true);
    expect(changed.words).toContain('Ada changed when it comes. #1 (harbour) comes:');
    expect((await held(db))[0]).toMatchObject({
      schedule: { times: ['18:00'], days: [1] },
      zone: 'Asia/Tokyo',
      stories: 3,
    });
    expect(await nextRunOf(db, TENANT, 1)).toEqual(new Date('2026-03-02T09:00:00Z'));
    expect((await say('/news schedule #1 at 25:61')).words).toContain('There is no time "25:61"');
  });

  test('of what has no times says so', async () => {
    const { say } = await place();
    await say('/news alert harbour');
    expect((await say('/news schedule #1 at 9')).words).toBe(
      '#1 has no times: it comes as it happens.',
    );
  });
});

describe('changing what comes as it happens', () => {
  const refusals: readonly [string, string][] = [
    ['at 09:00 top 5', 'at and top mean nothing for it.'],
    ['on weekdays', 'on means nothing for it.'],
    ['length:full', 'length means nothing for it.'],
    ['empty:line', 'empty means nothing for it.'],
  ];

  test.each([
    ...refusals,
    ['bakery', 'topic means nothing for it.'],
    ['bakery', 'To follow something else: /news unfollow #1, then /news follow …'],
  ])('a follow refuses what means nothing for it: %s', async (parts, said) => {
    const { db, say } = await place();
    await say('/news follow #1 deliver:here');
    const before = await held(db);
    const refused = await say(`/news edit #1 ${parts}`);
    expect(refused).toMatchObject({ trouble: true });
    expect(refused.words).toContain('#1 follows something and comes as it happens: ');
    expect(refused.words).toContain(said);
    expect(refused.words).toContain('What can be changed: must, mute, lang, quiet, tz, until');
    expect(await held(db)).toEqual(before);
  });

  test.each(refusals)('so does an alert: %s', async (parts, said) => {
    const { db, say } = await place();
    await say('/news alert climate');
    const before = await held(db);
    const refused = await say(`/news edit #1 ${parts}`);
    expect(refused.words).toContain(`#1 is an alert and comes as it happens: ${said}`);
    expect(await held(db)).toEqual(before);
  });

  test('takes what means something, and speaks of no digest', async () => {
    const { db, say } = await place();
    await say('/news follow #1 deliver:here');
    await say('/news alert climate');
    const changed = await say('/news edit #1 until:30d quiet 22-7 -golf');
    expect(changed).toMatchObject({ trouble: false, shared: true });
    expect(changed.words).toContain(
      'as it happens · muted: golf · quiet 22:00–07:00 · until Wed, Apr 1',
    );
    expect(changed.words).not.toContain('igest');
    expect((await say('/news edit #2 topic:"sea walls"')).trouble).toBe(false);
    expect(await held(db)).toMatchObject([
      {
        filter: { mute: ['golf'], topic: null },
        quiet: { from: '22:00', to: '07:00' },
        until: new Date(NOW.getTime() + 30 * DAY),
        schedule: { times: [], days: [] },
      },
      { filter: { topic: 'sea walls' }, threshold: 5, schedule: { times: [], days: [] } },
    ]);
    await say('/news edit #1 until:none');
    expect((await held(db))[0]).toMatchObject({ until: null, quiet: { from: '22:00' } });
    const shown = await say('/news edit #1');
    expect(shown.words).toContain('/news edit #1 until:30d quiet:22:00-07:00');
    expect(shown.words).not.toMatch(/at 07:00|digest/);
  });

  test('its form asks for nothing else, and sent back as it is changes nothing', async () => {
    const { db, say, form, fill } = await place();
    await say('/news follow #1 deliver:here');
    const opened = await form('/news edit #1');
    expect('fields' in opened && opened.fields.map(({ name }) => name)).toEqual([
      'tz',
      'must',
      'mute',
      'lang',
      'quiet',
    ]);
    expect((await fill('/news edit #1', {})).words).toContain('is like that already');
    expect((await fill('/news edit #1', { quiet: '22-7' })).trouble).toBe(false);
    expect((await held(db))[0]).toMatchObject({ quiet: { from: '22:00', to: '07:00' } });
  });

  test('a digest may end by itself, too', async () => {
    const { db, say } = await place();
    const said = await say('/news subscribe harbour until:2026-03-20');
    expect(said.words).toContain('until Fri, Mar 20');
    await say('/news edit #1 at 9');
    expect((await held(db))[0]?.until).toEqual(new Date('2026-03-20T23:59:59.999Z'));
    expect((await say('/news edit #1 until:yesterday')).words).toContain('until takes a span');
  });
});

describe('a test', () => {
  test('shows what would come now, to whoever asks alone, and tells nothing', async () => {
    const { db, say } = await place();
    await say('/news subscribe bakery');
    const shown = await say('/news test #1', ben);
    expect(shown).toMatchObject({ trouble: false, shared: false });
    expect(shown.words).toContain('A sample of #1 (bakery), for you alone.');
    expect(shown.words).toContain(BAKERY.title);
    expect(await db.selectFrom('told').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
  });

  test('of what brings nothing says how to find out why', async () => {
    const { say } = await place();
    await say('/news subscribe zeppelins');
    const shown = await say('/news test #1');
    expect(shown.words).toContain('Nothing of the last day is what #1 (zeppelins) asks for.');
    expect(shown.words).toContain('/news why #…');
    expect(shown.words).toContain('/news edit #1');
  });

  test('of another channel is for managers: who reads here need not know what is read there', async () => {
    const { say, answering } = await place();
    await say(`/news subscribe bakery in:${OTHER}`);
    expect((await say('/news test #1', ben)).words).toContain('There is no subscription #1 here.');
    expect(await answering.suggest('subscriptions', '', ben)).toEqual([]);
    expect((await say('/news test #1', { ...ben, channel: OTHER })).words).toContain(BAKERY.title);
    expect((await say('/news test #1', ada)).words).toContain(BAKERY.title);
    expect(await answering.suggest('subscriptions', '', ada)).toEqual([
      { label: '#1 bakery · 08:30 daily, UTC', value: '#1' },
    ]);
  });
});

test('a subscription belongs to the channel: it outlasts whoever made it', async () => {
  const { db, say } = await place();
  await say('/news subscribe harbour', grace);
  // Grace left, or manages nothing any more; Ada goes on with what she made.
  await say('/news edit #1 at 9', ada);
  expect((await held(db))[0]).toMatchObject({
    createdBy: grace.person.id,
    createdByName: 'Grace',
    schedule: { times: ['09:00'] },
  });
  expect((await say('/news list', ben)).words).toContain('made by Grace');
  expect((await say('/news pause #1', { ...grace, isManager: false })).trouble).toBe(true);
  expect((await say('/news unsubscribe #1 sure:yes', ada)).shared).toBe(true);
});

test('of the numbers of another place nothing is told and nothing done', async () => {
  const { db, say } = await place();
  await say('/news subscribe harbour');
  await say('/news follow crane', ben);
  const before = await held(db);
  const stranger = { ...ada, tenant: 'discord:100000000000000009', channel: '59' };
  for (const line of [
    '/news edit #1 at 9',
    '/news edit #1',
    '/news pause #1',
    '/news unsubscribe #1',
    '/news unsubscribe #1 sure:yes',
    '/news schedule #1',
    '/news test #1',
    '/news unfollow #2',
  ]) {
    const refused = await say(line, stranger);
    expect({ line, trouble: refused.trouble }).toEqual({ line, trouble: true });
    expect(refused.words).not.toMatch(/harbour|crane/);
  }
  expect(await held(db)).toEqual(before);
  expect(before).toHaveLength(2);
});
