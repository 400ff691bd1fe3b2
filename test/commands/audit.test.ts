import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { channelAt } from '../../src/store/channels.ts';
import { addNotice } from '../../src/store/notices.ts';
import { NOW } from '../support/answering.ts';
import { arrive } from '../support/newsroom.ts';
import { passing } from './passing.ts';
import { ada, ben, GENERAL, grace, OTHER, place, TENANT } from './place.ts';

type Db = Awaited<ReturnType<typeof place>>['db'];
const acts = async (db: Db) =>
  (await db.selectFrom('audit').select(['person_name', 'line']).orderBy('id').execute()).map(
    ({ person_name: name, line }) => `${name}: ${line}`,
  );

describe('what was changed is written down', () => {
  test('alike whether typed, chosen or filled in', async () => {
    const { db, say, options, fill } = await place();
    await say('/news subscribe harbour at 9');
    await options('news subscribe', { topic: 'bakery', at: '08:30, 18:00' }, grace);
    await fill('/news edit #1', { topic: 'crane', must: '' });
    expect(await acts(db)).toEqual([
      'Ada: /news subscribe harbour at 9',
      'Grace: /news subscribe topic:bakery at:"08:30, 18:00"',
      expect.stringMatching(/^Ada: \/news edit #1 topic:crane at:09:00 on:daily tz:UTC/),
    ]);
  });

  test('what only asks, shows or was refused is not', async () => {
    const { db, say } = await place();
    await say('/news subscribe harbour');
    for (const line of [
      '/news unsubscribe #1',
      '/news edit #1',
      '/news edit #1 top 7',
      '/news schedule #1',
      '/news settings',
      '/news unmute',
      '/news audit',
      '/news feed check',
      '/news list',
      '/news subscribe harbour',
      '/news subscribe tech at 25:61',
      '/news pause #9',
    ]) {
      await say(line);
    }
    await say('/news subscribe harbour at 18:00', ben);
    expect(await acts(db)).toEqual(['Ada: /news subscribe harbour']);
  });

  test('every command of managers that changes something is', async () => {
    const feeds = [{ url: 'https://listed.example/feed', title: 'Listed', language: null }];
    const { db, say } = await place({ readFeedList: async () => ({ feeds }) });
    const lines = [
      '/news subscribe harbour',
      '/news edit #1 at 9',
      '/news schedule #1 at 18:00',
      '/news pause #1',
      '/news resume #1',
      '/news alert climate',
      '/news mute football',
      '/news unmute football',
      '/news feed add https://new.example/feed',
      '/news feed remove https://new.example/feed',
      '/news feed import https://lists.example/feeds.opml',
      '/news settings tz:Asia/Tokyo',
      '/news unsubscribe #1 sure:yes',
    ];
    const names = COMMANDS.filter(({ access }) => access === 'managers').map(({ name }) => name);
    const onlyLook = ['news feed check', 'news feed export', 'news spend', 'news audit'];
    for (const name of names.filter((one) => !onlyLook.includes(one))) {
      expect(lines.some((line) => line.startsWith(`/${name} `))).toBe(true);
    }
    for (const line of lines)
      expect({ line, ...(await say(line)) }).toMatchObject({ line, trouble: false });
    expect(await acts(db)).toHaveLength(lines.length);
  });

  test('without what may be secret in the address of a feed', async () => {
    const { db, say } = await place();
    await say('/news feed add https://ada:s3cret@new.example/k3y/feed?token=t0ken Some Name');
    expect(await acts(db)).toEqual(['Ada: /news feed add https://new.example/… Some Name']);
  });

  test.each([
    '<http://new.example/feed?key=s3cret|new.example/feed?key=s3cret> Some Name',
    '<http://ada:s3cret@new.example/s3cret> Some Name',
  ])('as Slack writes it, the label behind the bar is dropped: %s', async (address) => {
    const { db, say } = await place();
    expect((await say(`/news feed add ${address}`)).trouble).toBe(false);
    expect(await acts(db)).toEqual(['Ada: /news feed add http://new.example/… Some Name']);
  });

  test('what people do for themselves is not the managers’ to read', async () => {
    const { db, say } = await place();
    await say('/news follow crane', ben);
    await say('/news unfollow #1', ben);
    await say('/news report #1 wrong', ben);
    await say('/story crane share:yes', ben);
    expect(await acts(db)).toEqual([]);
  });
});

describe('the audit', () => {
  test('shows the latest first, with when, who and where, to managers of the place alone', async () => {
    const { say } = await place();
    await say('/news subscribe harbour');
    await say('/news pause #1', { ...grace, channel: OTHER });
    const shown = await say('/news audit');
    expect(shown.shared).toBe(false);
    expect(shown.words).toContain(
      [
        `Mar 2, 08:30 Grace: /news pause #1 in <#${OTHER}>`,
        `Mar 2, 08:30 Ada: /news subscribe harbour in <#${GENERAL}>`,
      ].join('\n'),
    );
    expect(shown.words).toContain('Digests of this channel\nNone was due yet.');
    expect((await say('/news audit', ben)).words).toContain('is for members with Manage Server');
    const elsewhere = { ...ada, tenant: 'discord:100000000000000009' };
    expect((await say('/news audit', elsewhere)).words).toContain('Nothing was changed in this');
  });

  test('shows ten changes', async () => {
    const { say } = await place();
    for (let i = 0; i < 12; i += 1) await say(`/news mute word${i}`);
    const { words } = await say('/news audit');
    expect(words).toContain('word11');
    expect(words).toContain('word2');
    expect(words).not.toMatch(/word1\b/);
  });
});

test('the audit shows all posts of each digest, in their order, and the same of several once', async () => {
  const { db, say } = await place();
  await say('/news subscribe');
  const { move, write, send, later } = passing(db, 1);
  const come = async (day: number, names: readonly string[]) => {
    for (const name of names) {
      await arrive(db, new Date(NOW.getTime() + day * DAY - HOUR), { title: `The ${name} opens` });
    }
    move(DAY);
    await write();
  };
  await come(1, ['museum of salt', 'northern ferry', 'long tunnel']);
  await send();
  const first = /#1.* · posted Mar 3, 08:30, 4 × waits to be posted$/m;
  expect(await later('/news audit')).toMatch(first);
  // Later digests have more posts than there is room for digests.
  await come(2, ['glass bridge', 'new brewery', 'old cinema', 'ski lift', 'planetarium']);
  await come(3, ['tea house', 'racing track', 'sugar mill', 'dry dock', 'beach hotel']);
  const words = await later('/news audit');
  expect(words).toMatch(first);
  expect(words.match(/ · 5 × waits to be posted$/gm)).toHaveLength(2);
});

test('what the managers must know stands once above the next private answer to one of them', async () => {
  const { db, say } = await place();
  await say('/news subscribe harbour');
  const channel = await channelAt(db, TENANT, { platform: 'discord', place: GENERAL });
  const gone = { kind: 'gone', reason: 'Missing Access', at: NOW } as const;
  await addNotice(db, { tenant: TENANT, channel: channel.id, ...gone });
  const elsewhere = { ...ada, tenant: 'discord:100000000000000009' };
  const said = `I can no longer post there (<#${GENERAL}>): Missing Access.`;
  expect((await say('/news audit', elsewhere)).words).not.toContain('Missing Access');
  expect((await say('/news list', ben)).words).not.toContain(said);
  expect((await say('/news pause #1')).words).not.toContain(said);
  expect((await say('/news audit', grace)).words).toContain(said);
  expect((await say('/news audit', ada)).words).not.toContain(said);
});
