import { expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { hurriedTime, REAL_TIME } from '../support/fake-time.ts';
import { EVENTS, openPress } from '../support/press.ts';
import {
  eventually,
  type House,
  minutesToCome,
  openHouse,
  pass,
  settingsFolder,
  subscribeBoth,
} from './house.ts';

const SPEED = 10;
const POST = 'POST /channels/{channel_id}/messages';
const AFTER = [{ kind: 'reset' }, { kind: 'hang' }, { kind: 'status', status: 502 }] as const;

const states = (house: House) =>
  house
    .rows<{ state: string; attempts: number }>('select state, attempts from deliveries order by id')
    .filter(({ state }) => state === 'sent');

test('what was posted is not posted again where the answer is reset, hangs or is a 502', {
  timeout: 300_000,
}, async () => {
  const press = await openPress(systemClock);
  const house = await openHouse({ config: settingsFolder({ feed: press.url }) });
  const { discord, slack } = house;
  // Each fault meets one of three channels, whichever comes first.
  const channels = [
    house.channel,
    discord.build.channel(house.guild),
    discord.build.channel(house.guild),
  ];
  const slackChannels = ['news', 'second', 'third'];
  for (const name of slackChannels.slice(1)) {
    slack.addChannel({ name, team: slack.channel('news').team, members: ['ada', slack.botUser] });
  }
  const before = await house.start();
  for (const [i, channel] of channels.entries()) {
    await subscribeBoth(house, minutesToCome(REAL_TIME, 30), 'UTC', {
      channel,
      slackChannel: slackChannels[i]!,
    });
  }
  await before.stop();
  const striking = AFTER.map((fault) => {
    slack.fail({ method: 'chat.postMessage', when: 'after', fault });
    return discord.faults.add({ on: POST, when: 'after', fault, times: 1 });
  });
  const time = hurriedTime(SPEED);
  const running = await house.start(time);
  press.print(EVENTS[1]!);
  await eventually('six deliveries', () => states(house).length === 6, 200);
  await pass(time, 130_000);
  expect(striking.map((one) => one.struck())).toEqual([1, 1, 1]);
  expect(slack.calls.filter(({ fault }) => fault?.when === 'after')).toHaveLength(3);
  for (const channel of channels) expect(house.posts(channel)).toHaveLength(1);
  for (const name of slackChannels) expect(house.slackPosts(name)).toHaveLength(1);
  // It was looked for, each time.
  expect(states(house).map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(house.troubles()).toEqual([]);
  await running.stop();
});

test('two programs on one folder post each edition once', { timeout: 300_000 }, async () => {
  const press = await openPress(systemClock);
  const house = await openHouse({ config: settingsFolder({ feed: press.url }) });
  const before = await house.start();
  await subscribeBoth(house, minutesToCome(REAL_TIME, 30));
  await before.stop();
  const time = hurriedTime(SPEED);
  const first = await house.start(time);
  const second = await house.start(time);
  for (const [i, event] of EVENTS.slice(0, 3).entries()) {
    press.print(event);
    await eventually(`edition ${i + 1}`, () => states(house).length === 2 * (i + 1), 120);
  }
  await pass(time, 130_000);
  for (const posts of [house.posts(), house.slackPosts()]) {
    expect(posts).toHaveLength(3);
    for (const [i, { title }] of EVENTS.slice(0, 3).entries()) {
      expect(JSON.stringify(posts[i])).toContain(title);
    }
  }
  expect(house.troubles()).toEqual([]);
  const ends = await Promise.all([first.stop(), second.stop()]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  for (const { err } of ends) expect(err).not.toContain('"level":50');
});
