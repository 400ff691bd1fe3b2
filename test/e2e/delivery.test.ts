import { expect, test } from 'vitest';
import { HOUR, MINUTE, scaledClock, systemClock } from '../../src/lib/clock.ts';
import { REAL_TIME } from '../support/fake-time.ts';
import {
  answeredWith,
  eventually,
  type House,
  minutesToCome,
  openHouse,
  settingsFolder,
} from './house.ts';

// An hour of the sample newsroom in fifteen seconds: its flood goes on five hours after the start.
const SPEED = 240;

const written = (message: unknown) => JSON.stringify(message);

const openSample = (speed: number) =>
  openHouse({ config: settingsFolder({ speed }), words: ['--sample'] });

/** Somebody asks until the newsroom was read. */
const storyOf = ({ owner, ...house }: House, query: string): Promise<string> =>
  eventually(query, async () => {
    const card = written(await owner.slash('/story', { query }, house).answer());
    return /#(\d+)/.exec(card)?.[1];
  });

test('subscribed in a line and in a command’s options, each channel has the edition at the next minute, once', {
  timeout: 240_000,
}, async () => {
  const house = await openSample(1);
  const running = await house.start();
  await storyOf(house, 'aldra flood');
  const at = minutesToCome(REAL_TIME, 2);
  await answeredWith('subscribed', () =>
    house.owner.slash('/news-admin subscribe', { at, tz: 'UTC', top: '3' }, house).answer(),
  );
  await answeredWith('subscribed', async () => {
    const line = `subscribe at ${at} tz UTC top 3`;
    return (await house.onSlack.slash('/news', line, { channel: 'news' })).answer();
  });
  const both = () => house.posts().length > 0 && house.slackPosts().length > 0;
  await eventually('both editions', both, 130);
  for (const posts of [house.posts(), house.slackPosts()]) {
    expect(posts).toHaveLength(1);
    expect(written(posts[0])).toContain('News digest');
    expect(written(posts[0])).toContain('SAMPLE');
  }
  expect(house.troubles()).toEqual([]);
  expect(await running.stop()).toMatchObject({ code: 0, out: '' });
});

test('as its story goes on the post is edited and none is added, and who follows it is told directly', {
  timeout: 240_000,
}, async () => {
  const house = await openSample(SPEED);
  const { discord, slack, owner, onSlack } = house;
  const began = systemClock();
  const running = await house.start();
  const clock = scaledClock(systemClock, began, SPEED);
  const flood = await storyOf(house, 'aldra flood vissing');
  // Two hours of slots, so that one is to come; only the first finds something new.
  const at = quarters(clock(), new Date(clock().getTime() + 2 * HOUR));
  const options = { at, tz: 'UTC', topic: 'aldra' };
  await answeredWith('subscribed', () =>
    owner.slash('/news-admin subscribe', options, house).answer(),
  );
  await answeredWith('subscribed', async () => {
    const line = `subscribe aldra at ${at} tz UTC`;
    return (await onSlack.slash('/news', line, { channel: 'news' })).answer();
  });
  await answeredWith('You follow', () =>
    owner.slash('/news follow', { what: `#${flood}` }, house).answer(),
  );
  await answeredWith('You follow', async () =>
    (await onSlack.slash('/news', `follow #${flood}`, { channel: 'news' })).answer(),
  );
  const onDiscord = await eventually('the edition on Discord', () => house.posts()[0]);
  const there = await eventually('the edition on Slack', () => house.slackPosts()[0]);
  await eventually('the edit on Discord', () => onDiscord.earlier.length > 0, 150);
  await eventually('the edit on Slack', () => there.edits > 0, 150);
  for (const post of [onDiscord, there]) expect(written(post)).toMatch(/Updated \d\d:\d\d —/);
  expect(house.posts()).toHaveLength(1);
  expect(house.slackPosts()).toHaveLength(1);
  const onDiscordAlone = () =>
    [...discord.world.messages.values()].filter(
      ({ channelId }) => discord.world.channels.get(channelId)?.recipient === owner.id,
    );
  const onSlackAlone = () => slack.messages(onSlack.direct().id);
  for (const told of [onDiscordAlone, onSlackAlone]) {
    await eventually('the direct message', () => told().length > 0);
    expect(told()).toHaveLength(1);
    expect(written(told()[0])).toMatch(/Aldra.*you follow/s);
  }
  expect(house.troubles()).toEqual([]);
  expect(await running.stop()).toMatchObject({ code: 0, out: '' });
});

function quarters(from: Date, until: Date): string {
  const times: string[] = [];
  for (let at = from.getTime() + 15 * MINUTE; at < until.getTime(); at += 15 * MINUTE) {
    times.push(new Date(at).toISOString().slice(11, 16));
  }
  return times.sort().join(',');
}
