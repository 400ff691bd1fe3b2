import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/news/pack.ts';
import { EVERYTHING } from '../../src/news/subscription.ts';
import { channelAt, closeChannels } from '../../src/store/channels.ts';
import { feedsOf } from '../../src/store/feeds.ts';
import { nextRunOf } from '../../src/store/schedules.ts';
import { addSubscription, subscriptionsOf } from '../../src/store/subscriptions.ts';
import { answeringOver, answerTo, NOW } from '../support/answering.ts';
import { wish } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';
import {
  ada,
  ben,
  CRANE,
  GENERAL,
  grace,
  OTHER,
  place,
  TENANT,
  valuesOf,
  wordsOf,
} from './place.ts';

const WORLD: Pack = {
  name: 'world',
  title: 'World news',
  language: 'en',
  feeds: [
    { url: 'https://wire.example/feed', title: 'Wire', home: 'https://wire.example' },
    { url: 'https://dead.example/feed', title: 'Deadline', home: 'https://dead.example' },
  ],
};
const tryFeed = async (url: string) =>
  url.includes('dead') ? { problem: 'no answer in time' } : { title: 'A feed', items: 3 };

const held = async (db: Parameters<typeof subscriptionsOf>[0]) => subscriptionsOf(db, TENANT);

describe('subscribing a channel', () => {
  test('to a topic is said to everybody, with who did it, what it is and when it comes first', async () => {
    const { db, say } = await place();
    const { words, shared } = await say(
      '/news subscribe harbour at 08:30 on weekdays tz Europe/Berlin top 5',
    );
    expect(shared).toBe(true);
    expect(words).toContain(
      'Ada subscribed this channel to harbour · 08:30 weekdays, Europe/Berlin · top 5.',
    );
    // It is 09:30 in Berlin on a Monday.
    expect(words).toContain('First digest tomorrow 08:30 Europe/Berlin (in 23 hours)');
    const [one] = await held(db);
    expect(one).toMatchObject({
      filter: { ...EVERYTHING, topic: 'harbour' },
      schedule: { times: ['08:30'], days: [1, 2, 3, 4, 5], everyMinutes: null },
      zone: 'Europe/Berlin',
      stories: 5,
      createdBy: ada.person.id,
      createdByName: 'Ada',
    });
    expect(await nextRunOf(db, TENANT, one!.id)).toEqual(new Date('2026-03-03T07:30:00Z'));
  });

  test('with nothing said is to everything, every morning in the zone of the place', async () => {
    const { db, say } = await place({ zone: 'America/New_York' });
    const { words } = await say('/news subscribe');
    expect(words).toContain('everything · 08:30 daily, America/New_York');
    expect(words).toMatch(/First digest today 08:30 America\/New_York \(in 5 hours\)/);
    expect((await held(db))[0]).toMatchObject({ filter: EVERYTHING, zone: 'America/New_York' });
  });

  test('brings a sample at once, which tells nothing', async () => {
    const { db, say } = await place();
    const { words } = await say('/news subscribe');
    expect(words).toContain('A sample of now. What stands in it may come again');
    expect(words).toContain('Bakery in Vissing');
    expect(words).not.toMatch(/\bNEW\b/);
    expect(await db.selectFrom('told').selectAll().execute()).toEqual([]);
    const second = await say('/news subscribe crane at 18:00');
    expect(second.words).not.toContain('A sample of now');
  });

  test('to what nothing matches yet says so and how to look later', async () => {
    const { say } = await place();
    const { words } = await say('/news subscribe zeppelins');
    expect(words).toContain('Nothing of the last day is what it asks for.');
    expect(words).toContain('/news test #1');
  });

  test('says so of a later one, too, and what was taken for a word', async () => {
    const { say } = await place();
    await say('/news subscribe');
    const none = 'Nothing of the last day is what it asks for.';
    expect((await say('/news subscribe zeppelins')).words).toContain(none);
    const nearly = await say('/news subscribe langs:de zeppelin');
    expect(nearly.words).toContain(
      `There is no option "langs:" here, so it is looked for as a word. Did you mean lang:? ${none}`,
    );
    const other = await say('/news subscribe feed:nosuch');
    expect(other.words).toContain(
      'There is no option "feed:" here, so it is looked for as a word.',
    );
    const found = await say('/news subscribe crane at 18:00');
    expect(found.words).not.toContain(none);
    expect(found.words).not.toContain(CRANE.title);
  });

  test('to a feed that was added just now says that it is read within minutes', async () => {
    const { say } = await place();
    await say('/news feed add https://echo.example/feed Echo');
    const { words } = await say('/news subscribe echo');
    expect(words).toContain('Its feeds are read within minutes; then a sample is shown by');
  });

  test('where each feed was tried and none could be read says that', async () => {
    const { db, say } = await place();
    const failed = { problem: 'there is no server of that name', failures: 2 };
    await db.updateTable('feeds').set(failed).execute();
    const { words } = await say('/news subscribe zeppelins');
    expect(words).toContain('No feed of it could be read yet: /news sources says why.');
    expect(words).not.toContain('is what it asks for');
    expect((await say('/news test #1')).words).toContain('No feed of it could be read yet');
    // It was read once: what is there is all that there is.
    await db.updateTable('feeds').set({ ok_at: NOW.getTime() }).execute();
    expect((await say('/news test #1')).words).toContain('Nothing of the last day is what #1');
  });

  test('to a feed by its name takes that feed', async () => {
    const { db, say } = await place();
    const { words } = await say('/news subscribe the courier at 9');
    expect(words).toContain('subscribed this channel to The Courier · 09:00 daily');
    const [feed] = await feedsOf(db, TENANT);
    expect((await held(db))[0]?.filter).toEqual({ ...EVERYTHING, feeds: [feed!.id] });
  });

  test('to a pack reads its feeds from now on and names those that are dead', async () => {
    const { db, say } = await place({ packs: [WORLD], tryFeed });
    const { words, trouble } = await say('/news subscribe world at 08:30');
    expect(trouble).toBe(false);
    expect(words).toContain('subscribed this channel to World news');
    expect(words).toContain('1 feed of the pack cannot be read and is left out:');
    expect(words).toContain('Deadline: no answer in time');
    expect(words).toContain('Its feeds are read within minutes');
    const urls = (await feedsOf(db, TENANT)).map(({ url }) => url);
    expect(urls).toContain('https://wire.example/feed');
    expect(urls).not.toContain('https://dead.example/feed');
    expect((await held(db))[0]?.filter).toMatchObject({ pack: 'world', topic: null });
  });

  test('to a pack of which nothing can be read changes nothing and says each reason once', async () => {
    const packs = [{ ...WORLD, feeds: [...WORLD.feeds, { ...WORLD.feeds[0]!, title: 'Other' }] }];
    const { db, say } = await place({ packs, tryFeed: async () => ({ problem: 'it is no feed' }) });
    const { words, trouble, shared } = await say('/news subscribe world');
    expect(trouble).toBe(true);
    expect(shared).toBe(false);
    expect(words).toBe(
      'None of the feeds of World news can be read now: it is no feed (Wire, Deadline, Other). Nothing was changed; try again later, or name another pack.',
    );
    expect(await held(db)).toEqual([]);
    expect(await feedsOf(db, TENANT)).toHaveLength(1);
  });

  test('to words that a pack is called by is to the words, unless the pack is meant', async () => {
    const { db, say, options, fill, answering } = await place({ packs: [WORLD], tryFeed });
    await say('/news subscribe "world" at 7');
    await say('/news subscribe topic:world at 8');
    await options('news subscribe', { topic: 'world', at: '9' });
    await fill('/news subscribe', { topic: 'world', at: '10' });
    await say('/news subscribe world trade at 11');
    await say('/news edit #5 topic:world');
    expect((await held(db)).map(({ filter }) => filter)).toEqual(
      Array.from({ length: 5 }, () => ({ ...EVERYTHING, topic: 'world' })),
    );
    const [pack] = await answering.suggest('subjects', 'world', ada);
    expect(pack).toEqual({ label: 'World news (a pack of feeds)', value: 'pack:world' });
    await options('news subscribe', { topic: pack!.value });
    await say('/news subscribe pack:world at 12');
    await say('/news subscribe World at 13');
    const packs = (await held(db)).slice(5).map(({ filter }) => [filter.pack, filter.topic]);
    expect(packs).toEqual(Array.from({ length: 3 }, () => ['world', null]));
  });

  test('to a pack that is none names the nearest', async () => {
    const { say } = await place({ packs: [WORLD] });
    const { words } = await say('/news subscribe pack:wrold');
    expect(words).toBe('There is no pack "wrold". Did you mean pack:world?');
  });

  test('where no feed is read at all says what to do first', async () => {
    const db = await temporaryStore();
    const line = '/news subscribe tech';
    const bare = wordsOf(await answerTo(answeringOver(db), line, ada));
    expect(bare).toBe(
      'I read no feeds yet, so there would be nothing to bring. Add a feed: /news feed add https://…',
    );
    const packs = wordsOf(await answerTo(answeringOver(db, { packs: [WORLD] }), line, ada));
    expect(packs).toContain('Name a pack (world), such as /news subscribe world at 08:30');
    expect(await held(db)).toEqual([]);
  });

  test('a second time to the same is refused with the number of the first', async () => {
    const { db, say } = await place({ packs: [WORLD], tryFeed });
    await say('/news subscribe harbour at 08:30');
    const twin = await say('/news subscribe harbour at 08:30 top 3', grace);
    expect(twin).toMatchObject({ trouble: true, shared: false });
    expect(twin.words).toContain('That is what #1 brings here already: /news list');
    expect((await say('/news subscribe harbour at 18:00')).trouble).toBe(false);
    const elsewhere = { ...ada, channel: OTHER };
    expect((await say('/news subscribe harbour at 08:30', elsewhere)).trouble).toBe(false);
    expect(await held(db)).toHaveLength(3);
  });

  test('a pack is the same pack although another feed of it answers', async () => {
    let isDead = true;
    const { say } = await place({
      packs: [WORLD],
      tryFeed: async (url) =>
        isDead && url.includes('dead')
          ? { problem: 'no answer in time' }
          : { title: null, items: 1 },
    });
    await say('/news subscribe world');
    isDead = false;
    expect((await say('/news subscribe world')).words).toContain('#1 brings here already');
  });

  test('is refused to others than managers, with whom to ask', async () => {
    const { db, say } = await place();
    const refused = await say('/news subscribe harbour', ben);
    expect(refused).toMatchObject({
      trouble: true,
      shared: false,
      words: '/news subscribe is for members with Manage Server: ask one of them.',
    });
    expect(await held(db)).toEqual([]);
  });
});

describe('where it comes', () => {
  test('another channel may be named, and is mentioned in the answer', async () => {
    const { db, say } = await place();
    const { words } = await say(`/news subscribe harbour in:<#${OTHER}>`);
    expect(words).toContain(`Ada subscribed <#${OTHER}> to harbour`);
    const channel = await channelAt(db, TENANT, { platform: 'discord', place: OTHER });
    expect((await held(db))[0]?.channel).toBe(channel.id);
  });

  test('in:here is the channel that is asked in', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour in:here');
    const channel = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    expect((await held(db))[0]?.channel).toBe(channel.id);
  });

  test('a channel that cannot be posted in is refused with the remedy', async () => {
    const { db, say } = await place({
      checkPlace: async ({ tenant, channel }) =>
        tenant === TENANT && channel === OTHER
          ? [{ what: 'channel #quiet: I lack Send Messages', remedy: 'Give Crier that right.' }]
          : [],
    });
    const refused = await say(`/news subscribe harbour in:${OTHER}`);
    expect(refused).toMatchObject({ trouble: true, shared: false });
    expect(refused.words).toBe(
      'I could not post there. channel #quiet: I lack Send Messages: Give Crier that right.',
    );
    expect(await held(db)).toEqual([]);
    expect((await say('/news subscribe harbour')).trouble).toBe(false);
  });

  test('nobody brings digests into the direct messages of somebody else', async () => {
    const { db, say } = await place();
    const refused = await say(`/news subscribe harbour in:@${ben.person.id}`);
    expect(refused.trouble).toBe(true);
    expect(refused.words).toContain('choose a channel');
    expect((await say(`/news subscribe harbour in:@${ada.person.id}`)).trouble).toBe(false);
    expect(await held(db)).toHaveLength(1);
  });

  test('who asks from nowhere is asked for the channel', async () => {
    const { say } = await place();
    const nowhere = { ...ada, channel: null };
    expect((await say('/news subscribe harbour', nowhere)).words).toBe(
      'Say which channel it is for: in:#…, or say it there.',
    );
    expect((await say(`/news subscribe harbour in:${OTHER}`, nowhere)).trouble).toBe(false);
  });

  test('a channel name is no channel', async () => {
    const { say } = await place();
    expect((await say('/news subscribe harbour in:#general')).words).toContain(
      'in: takes a channel of this place, mentioned as #…, not "#general"',
    );
  });
});

describe('slips change nothing and say the nearest right form', () => {
  test.each([
    [
      '/news subscribe tech at 25:61',
      'There is no time "25:61". Write at 08:30, or at 08:30,18:00.',
    ],
    [
      '/news subscribe tech tz Europe/Berln',
      'There is no time zone "Europe/Berln". Did you mean tz Europe/Berlin?',
    ],
    [
      '/news subscribe tech tz Mars',
      'There is no time zone "Mars". Write a place such as tz Europe/Berlin.',
    ],
    ['/news subscribe tech on wekdays', 'There is no day "wekdays". Did you mean on weekdays?'],
    [
      '/news subscribe tech quiet:99-7',
      'quiet takes two times such as quiet:22:00-07:00, or none, not "99-7".',
    ],
    ['/news subscribe tech quiet 22-25', 'quiet takes two times such as quiet:22:00-07:00'],
    ['/news subscribe pack:wrld', 'There is no pack "wrld". There are no packs here.'],
    ['/news subscribe tech top 99', 'top takes a number from 1 to 20, not "99".'],
    ['/news edit harbour', '/news edit needs the number of a subscription'],
    ['/news edit #77 at 9', 'There is no subscription #77 here. /news list shows what there is.'],
    ['/news pause #77', 'There is no subscription #77 here.'],
    ['/news unsubscribe #77 sure:yes', 'There is no subscription #77 here.'],
    ['/news test #77', 'There is no subscription #77 here.'],
    ['/news schedule #77', 'There is no subscription #77 here.'],
  ])('%s', async (line, said) => {
    const { db, say } = await place();
    const answer = await say(line);
    expect(answer).toMatchObject({ trouble: true, shared: false });
    expect(answer.words).toContain(said);
    expect(await held(db)).toEqual([]);
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });
});

describe('the most a place may have', () => {
  async function full() {
    const here = await place();
    const channel = await channelAt(here.db, TENANT, { platform: 'discord', place: OTHER });
    for (let i = 0; i < 200; i += 1) {
      await addSubscription(here.db, TENANT, {
        channel: channel.id,
        wish: wish({ filter: { ...EVERYTHING, topic: `topic ${i}` } }),
        since: NOW,
        run: { next: null, decidedAt: NOW },
      });
    }
    return here;
  }

  test('is 200 subscriptions; one more is refused with what to do', async () => {
    const { db, say } = await full();
    for (const line of [
      '/news subscribe harbour',
      '/news alert harbour',
      '/news follow crane deliver:here',
    ]) {
      const refused = await say(line);
      expect(refused).toMatchObject({ trouble: true });
      expect(refused.words).toContain('200 subscriptions, and that is the most');
      expect(refused.words).toContain('/news unsubscribe #…');
    }
    expect(await held(db)).toHaveLength(200);
    await say('/news unsubscribe #1 sure:yes');
    expect((await say('/news subscribe harbour')).trouble).toBe(false);
  });

  test('what people follow by themselves takes nobody’s room', async () => {
    const { say } = await full();
    expect((await say('/news follow crane', ben)).trouble).toBe(false);
    await say('/news unsubscribe #1 sure:yes');
    expect((await say('/news subscribe harbour')).trouble).toBe(false);
  });
});

describe('forms', () => {
  test('the form opens with what a subscription here would be', async () => {
    const { form } = await place({ packs: [WORLD], zone: 'Europe/Berlin' });
    const opened = await form('/news subscribe');
    if ('blocks' in opened) throw new Error(wordsOf(opened));
    expect(valuesOf(opened)).toMatchObject({
      at: '08:30',
      on: 'daily',
      tz: 'Europe/Berlin',
      in: GENERAL,
      topic: '',
      pack: '',
    });
    expect(opened.fields.find(({ name }) => name === 'pack')).toMatchObject({
      kind: 'choice',
      choices: [{ label: 'World news (en)', value: 'world' }],
    });
    expect(opened.fields.slice(0, 5).map(({ name }) => name)).toEqual([
      'pack',
      'topic',
      'at',
      'in',
      'tz',
    ]);
  });

  test.each([
    ['/news subscribe harbour at 07:15', { topic: 'harbour', at: '07:15' }],
    [
      '/news subscribe harbour +must:crane -mute:"cup final, men" at 8,18 on weekends top 4',
      {
        topic: 'harbour',
        must: 'crane',
        mute: '"cup final, men"',
        at: '8, 18',
        on: 'weekends',
        top: '4',
      },
    ],
    [
      `/news subscribe in:${OTHER} quiet:22:00-07:00 length:full`,
      { in: OTHER, quiet: '22:00-07:00', length: 'full' },
    ],
  ])('filled in it is the same as the line %s', async (line, fields) => {
    const typed = await place({ packs: [WORLD] });
    const filled = await place({ packs: [WORLD] });
    const one = await typed.say(line);
    const other = await filled.fill('/news subscribe', fields);
    expect(other.words).toBe(one.words);
    expect(other.shared).toBe(true);
    expect(await held(filled.db)).toEqual(await held(typed.db));
  });

  test('chosen options are the same as the line, too', async () => {
    const typed = await place();
    const chosen = await place();
    await typed.say('/news subscribe harbour at 08:30 on mon,thu tz Europe/Berlin mute:football');
    await chosen.options('news subscribe', {
      topic: 'harbour',
      at: '08:30',
      on: 'mon,thu',
      tz: 'Europe/Berlin',
      mute: 'football',
    });
    expect(await held(chosen.db)).toEqual(await held(typed.db));
  });

  test('without packs no pack is asked for', async () => {
    const { form } = await place();
    const opened = await form('/news subscribe');
    expect('fields' in opened && opened.fields.map(({ name }) => name)).not.toContain('pack');
  });

  test('a slip in a form is told to whoever sent it alone', async () => {
    const { db, fill } = await place();
    const slip = await fill('/news subscribe', { topic: 'x', at: '25:61' });
    expect(slip).toMatchObject({ trouble: true, shared: false });
    expect(slip.words).toContain('There is no time "25:61"');
    expect(await held(db)).toEqual([]);
  });

  test('no form is opened for others than managers, nor for commands without one', async () => {
    const { form, answering } = await place();
    for (const line of ['/news subscribe', '/news edit #1', '/news settings']) {
      const opened = await form(line, ben);
      expect('blocks' in opened && wordsOf(opened)).toContain('is for members with Manage Server');
    }
    const sent = answering.prepare(
      { kind: 'form', line: '/news subscribe', options: { topic: 'x' } },
      ben,
    );
    expect(sent.shared).toBe(false);
    expect(wordsOf(await sent.answer())).toContain('is for members with Manage Server');
    const none = await form('/news pause #1');
    expect('blocks' in none && wordsOf(none)).toContain('/news pause has no form');
  });
});

describe('editing', () => {
  const FULL =
    '/news subscribe harbour at 08:30 on weekdays tz Europe/Berlin top 5 must:crane mute:football lang:de length:full quiet:22:00-07:00 empty:line';

  test('changes what is said and keeps the rest, and says it to everybody', async () => {
    const { db, say } = await place();
    await say(FULL);
    const [before] = await held(db);
    const edited = await say('/news edit #1 at 07:00', grace);
    expect(edited.shared).toBe(true);
    expect(edited.words).toContain(
      'Grace changed subscription #1: harbour · 07:00 weekdays, Europe/Berlin · top 5 · full · must: crane · muted: football · in de · quiet 22:00–07:00 · says so when there is nothing',
    );
    expect(edited.words).toContain('Next digest tomorrow 07:00');
    expect(await held(db)).toEqual([
      { ...before, schedule: { ...before!.schedule, times: ['07:00'] } },
    ]);
    expect(await nextRunOf(db, TENANT, 1)).toEqual(new Date('2026-03-03T06:00:00Z'));
  });

  test('the form holds what holds now; sent back as it is it changes nothing', async () => {
    const { db, say, form, fill } = await place();
    await say(FULL);
    const before = await held(db);
    const opened = await form('/news edit #1');
    if ('blocks' in opened) throw new Error(wordsOf(opened));
    expect(valuesOf(opened)).toEqual({
      topic: 'harbour',
      at: '08:30',
      on: 'weekdays',
      tz: 'Europe/Berlin',
      top: '5',
      must: 'crane',
      mute: 'football',
      length: 'full',
      lang: 'de',
      quiet: '22:00-07:00',
      empty: 'line',
    });
    const same = await fill('/news edit #1', {});
    expect(same).toMatchObject({ trouble: true, shared: false });
    expect(same.words).toContain('#1 is like that already');
    expect(await held(db)).toEqual(before);
  });

  test('a field that is emptied takes out; one that is left out by the platform stays', async () => {
    const { db, say, fill, answering } = await place();
    await say(FULL);
    await fill('/news edit #1', { topic: '', must: '', mute: '', lang: '', quiet: '' });
    expect((await held(db))[0]).toMatchObject({
      filter: EVERYTHING,
      language: null,
      quiet: null,
      zone: 'Europe/Berlin',
      length: 'full',
    });
    await say('/news edit #1 topic:crane mute:golf');
    // Discord shows five fields: what it does not show does not come back.
    const five = { topic: 'crane', at: '09:00', on: 'daily', tz: 'UTC', top: '3' };
    const sent = answering.prepare({ kind: 'form', line: '/news edit #1', options: five }, ada);
    await sent.answer();
    expect((await held(db))[0]).toMatchObject({
      filter: { topic: 'crane', mute: ['golf'] },
      schedule: { times: ['09:00'] },
      stories: 3,
    });
  });

  test('quiet hours end by none, a zone moves the times along', async () => {
    const { db, say } = await place();
    await say(FULL);
    await say('/news edit #1 quiet:none tz Asia/Tokyo');
    expect((await held(db))[0]).toMatchObject({ quiet: null, zone: 'Asia/Tokyo' });
    expect(await nextRunOf(db, TENANT, 1)).toEqual(new Date('2026-03-02T23:30:00Z'));
  });

  test('what is about a feed is widened to everything by emptying its name', async () => {
    const { db, say, form, fill } = await place();
    await say('/news subscribe the courier');
    const opened = await form('/news edit #1');
    expect('fields' in opened && valuesOf(opened).topic).toBe('The Courier');
    expect((await fill('/news edit #1', {})).words).toContain('is like that already');
    await fill('/news edit #1', { topic: '' });
    expect((await held(db))[0]?.filter).toEqual(EVERYTHING);
  });

  test('a pack stays a pack whatever else is changed', async () => {
    const { db, say, fill } = await place({ packs: [WORLD], tryFeed });
    await say('/news subscribe world');
    const [before] = await held(db);
    await fill('/news edit #1', { at: '10:00' });
    expect((await held(db))[0]?.filter).toEqual(before!.filter);
    await say('/news edit #1 topic:harbour');
    expect((await held(db))[0]?.filter).toEqual({ ...before!.filter, topic: 'harbour' });
  });

  test('with nothing said shows what holds and how to change it, to the asker alone', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    const shown = await say('/news edit #1');
    expect(shown).toMatchObject({ trouble: false, shared: false });
    expect(shown.words).toContain('#1 harbour · 08:30 daily, UTC');
    expect(shown.words).toContain('/news edit #1 at 07:00');
    expect(shown.words).not.toContain('changed');
    expect(await db.selectFrom('audit').select('line').execute()).toHaveLength(1);
  });

  test('of a closed channel opens it again, once nothing stands in the way', async () => {
    let isMended = false;
    const { db, say } = await place({
      checkPlace: async () => (isMended ? [] : [{ what: 'no right', remedy: 'Give it.' }]),
    });
    const channel = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
    isMended = true;
    await say('/news subscribe harbour');
    isMended = false;
    await closeChannels(db, channel, { kind: 'gone', reason: 'Missing Access', at: NOW });
    const isClosed = async () =>
      (await channelAt(db, TENANT, { platform: 'discord', place: GENERAL })).closed !== null;
    expect((await say('/news edit #1 at 9')).words).toContain('I could not post there.');
    expect(await isClosed()).toBe(true);
    isMended = true;
    expect((await say('/news edit #1 at 9')).trouble).toBe(false);
    expect(await isClosed()).toBe(false);
  });
});
