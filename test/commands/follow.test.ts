import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/lib/clock.ts';
import { EVERYTHING } from '../../src/news/subscription.ts';
import { channelById } from '../../src/store/channels.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { NOW } from '../support/answering.ts';
import { ada, BAKERY, ben, CRANE, GENERAL, grace, place, TENANT } from './place.ts';

type Db = Awaited<ReturnType<typeof place>>['db'];
const held = (db: Db) => subscriptionsOf(db, TENANT);
const placeOf = async (db: Db, channel: number) => (await channelById(db, TENANT, channel))?.place;

async function withStories(about: Parameters<typeof place>[0] = {}) {
  const here = await place(about);
  const stories = await here.db.selectFrom('stories').select(['id', 'title']).execute();
  const numberOf = (title: string) => stories.find((one) => one.title === title)!.id;
  return { ...here, crane: numberOf(CRANE.title), bakery: numberOf(BAKERY.title) };
}

describe('following', () => {
  test('a story brings what is new of it by direct message, for two weeks', async () => {
    const { db, say, crane } = await withStories();
    const answer = await say(`/news follow #${crane}`, ben);
    expect(answer).toMatchObject({ trouble: false, shared: false });
    expect(answer.words).toBe(
      `You follow ${CRANE.title} from now on, until Mon, Mar 16. What is new of it comes to you alone, as a direct message.`,
    );
    expect(answer.buttons.Unfollow).toBe('/news unfollow #1');
    const [one] = await held(db);
    expect(one).toMatchObject({
      kind: 'follow',
      filter: { ...EVERYTHING, stories: [crane] },
      until: new Date(NOW.getTime() + 14 * DAY),
      createdBy: ben.person.id,
      since: NOW,
    });
    expect(one?.schedule.everyMinutes).not.toBeNull();
    expect(await placeOf(db, one!.channel)).toBe(`@${ben.person.id}`);
  });

  test('by its whole headline is following that story', async () => {
    const { db, say, bakery } = await withStories();
    await say(`/news follow ${BAKERY.title}`, ben);
    expect((await held(db))[0]?.filter.stories).toEqual([bakery]);
  });

  test('a person or a topic goes on until it is ended', async () => {
    const { db, say } = await withStories();
    expect((await say('/news follow Ines Harrow', ben)).words).toBe(
      'You follow Ines Harrow from now on. What is new of it comes to you alone, as a direct message.',
    );
    await say('/news follow "sea walls" until:7d', ben);
    expect(await held(db)).toMatchObject([
      { filter: { topic: 'Ines Harrow', stories: [] }, until: null },
      { filter: { topic: 'sea walls', stories: [] }, until: new Date(NOW.getTime() + 7 * DAY) },
    ]);
  });

  test('here is for managers, said to everybody with who did it', async () => {
    const { db, say, crane } = await withStories();
    const refused = await say(`/news follow #${crane} here`, ben);
    expect(refused).toMatchObject({ trouble: true, shared: false });
    expect(refused.words).toContain('members with Manage Server');
    expect(refused.words).toContain(`For you alone: /news follow #${crane}`);
    expect(await held(db)).toEqual([]);
    const answer = await say(`/news follow #${crane} here until:2026-03-20`);
    expect(answer.shared).toBe(true);
    expect(answer.words).toBe(
      `Ada made this channel follow ${CRANE.title} from now on, until Fri, Mar 20. What is new of it comes here.`,
    );
    const [one] = await held(db);
    expect(await placeOf(db, one!.channel)).toBe(GENERAL);
  });

  test('the same twice is refused, whatever the letters; others follow it for themselves', async () => {
    const { db, say, crane } = await withStories();
    await say(`/news follow #${crane}`, ben);
    await say('/news follow Ada Quill', ben);
    for (const line of [`/news follow #${crane}`, '/news follow ada quill']) {
      const again = await say(line, ben);
      expect(again).toMatchObject({ trouble: true });
      expect(again.words).toMatch(/You follow that already. \/news unfollow #[12] ends it./);
    }
    expect((await say(`/news follow #${crane}`, grace)).trouble).toBe(false);
    expect(await held(db)).toHaveLength(3);
  });

  test.each([
    ['#999', 'I hold no story #999. Its number stands under its card.'],
    ['crane until:yesterday', 'until takes a span such as 7d or a day such as 2026-12-01'],
    ['crane until:2026-02-30', 'until takes a span such as 7d or a day'],
    ['crane until:2026-03-01', 'until 2026-03-01 is over already.'],
    ['crane until:2030-01-01', 'until takes a year at most.'],
    ['', '/news follow needs'],
  ])('a slip changes nothing: %s', async (words, said) => {
    const { db, say } = await withStories();
    const refused = await say(`/news follow ${words}`, ben);
    expect(refused.trouble).toBe(true);
    expect(refused.words).toContain(said);
    expect(await held(db)).toEqual([]);
  });

  test('a day goes on until its end where the place is', async () => {
    const { db, say } = await withStories({ zone: 'Asia/Tokyo' });
    const { words } = await say('/news follow crane until:2026-03-20', ben);
    expect(words).toContain('until Fri, Mar 20.');
    expect((await held(db))[0]?.until).toEqual(new Date('2026-03-20T14:59:59.999Z'));
  });

  test('twenty things are the most for one person; another may still begin', async () => {
    const { db, say } = await withStories();
    for (let i = 0; i < 20; i += 1) await say(`/news follow topic number ${i}`, ben);
    const refused = await say('/news follow one more', ben);
    expect(refused.trouble).toBe(true);
    expect(refused.words).toContain('You follow 20 things, and that is the most.');
    expect((await say('/news follow one more', grace)).trouble).toBe(false);
    await say('/news unfollow #1', ben);
    expect((await say('/news follow one more', ben)).trouble).toBe(false);
    expect(await held(db)).toHaveLength(21);
  });

  test('direct messages that cannot be opened are refused with the remedy', async () => {
    const { db, say } = await withStories({
      checkPlace: async ({ channel }) =>
        channel.startsWith('@')
          ? [{ what: 'direct messages are closed', remedy: 'Allow them from this server.' }]
          : [],
    });
    expect((await say('/news follow crane', ben)).words).toBe(
      'I could not post there. direct messages are closed: Allow them from this server.',
    );
    expect(await held(db)).toEqual([]);
  });
});

describe('what somebody follows alone is theirs', () => {
  test('neither shown nor changed by others, managers among them', async () => {
    const { db, say, home, form, answering } = await withStories();
    await say('/news follow quarrelsome topic', ben);
    for (const asking of [ada, grace]) {
      for (const line of ['/news list', '/news list everywhere:yes', '/news audit']) {
        expect((await say(line, asking)).words).not.toContain('quarrelsome');
      }
      expect((await home(asking)).words).not.toContain('quarrelsome');
      expect(await answering.suggest('subscriptions', '', asking)).toEqual([]);
      const opened = await form('/news edit #1', asking);
      expect('fields' in opened).toBe(false);
      for (const line of [
        '/news unfollow #1',
        '/news edit #1 at 9',
        '/news edit #1 topic:else',
        '/news pause #1',
        '/news test #1',
        '/news schedule #1',
        '/news unsubscribe #1 sure:yes',
      ]) {
        const refused = await say(line, asking);
        expect({ line, trouble: refused.trouble }).toEqual({ line, trouble: true });
        expect(refused.words).not.toContain('quarrelsome');
      }
    }
    expect(await held(db)).toMatchObject([
      { paused: false, filter: { topic: 'quarrelsome topic' } },
    ]);
    expect((await say('/news list', ben)).words).toContain('quarrelsome topic');
    expect((await home(ben)).words).toContain('quarrelsome topic');
  });

  test('a manager’s own is not spoken of before everybody', async () => {
    const { db, say } = await withStories();
    await say('/news follow quarrelsome topic', ada);
    for (const line of ['/news pause #1', '/news edit #1 topic:else', '/news unsubscribe #1']) {
      const refused = await say(line, ada);
      expect(refused).toMatchObject({ trouble: true, shared: false });
      expect(refused.words).toBe('#1 comes to you alone. /news unfollow #1 ends it.');
    }
    expect((await say('/news unfollow #1', ada)).words).toBe('Ended: you no longer follow #1.');
    expect(await held(db)).toEqual([]);
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });
});

describe('unfollowing', () => {
  test('what is not followed says so', async () => {
    const { say } = await withStories();
    await say('/news subscribe harbour');
    for (const line of ['/news unfollow #1', '/news unfollow #9']) {
      expect((await say(line, ben)).words).toMatch(/You follow nothing of the number #\d\./);
    }
  });

  test('what the channel follows is for managers, and is written down', async () => {
    const { db, say } = await withStories();
    await say('/news follow crane here');
    const refused = await say('/news unfollow #1', ben);
    expect(refused.trouble).toBe(true);
    expect(refused.words).toContain('only members with Manage Server can end it');
    expect((await say('/news unfollow #1', grace)).words).toBe(
      'Ended: nothing more of #1 comes to the channel.',
    );
    expect(await held(db)).toEqual([]);
    const lines = await db.selectFrom('audit').select(['person_name', 'line']).execute();
    expect(lines).toEqual([
      { person_name: 'Ada', line: '/news follow crane here' },
      { person_name: 'Grace', line: '/news unfollow #1' },
    ]);
  });
});

describe('an alert', () => {
  test('is set before everybody, from five independent outlets on unless it says', async () => {
    const { db, say } = await withStories();
    const answer = await say('/news alert climate');
    expect(answer.shared).toBe(true);
    expect(answer.words).toBe(
      'Ada set an alert (#1): this channel is told at once when 5 independent outlets report a new story about climate.',
    );
    await say('/news alert outlets:3 until:7d');
    expect(await held(db)).toMatchObject([
      { kind: 'alert', threshold: 5, filter: { topic: 'climate' }, until: null },
      { kind: 'alert', threshold: 3, filter: EVERYTHING, until: new Date(NOW.getTime() + 7 * DAY) },
    ]);
  });

  test('that is there already, or of a senseless number, is refused', async () => {
    const { db, say } = await withStories();
    await say('/news alert climate');
    expect((await say('/news alert Climate')).words).toContain(
      'That is what #1 does here already.',
    );
    for (const outlets of ['1', 'many', '51', '2.5']) {
      expect((await say(`/news alert floods outlets:${outlets}`)).words).toBe(
        `outlets takes a number from 2 to 50, not "${outlets}".`,
      );
    }
    expect((await say('/news alert floods', ben)).words).toContain('is for members with Manage');
    expect(await held(db)).toHaveLength(1);
  });
});
