import { type Client, type ClientOptions, Events, GatewayIntentBits, type Guild } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DAY } from '../../src/lib/clock.ts';
import { heardCommand, movableClock, Openings } from '../support/discord/client.ts';
import type { FakeDiscord, FakeDiscordOptions } from '../support/discord/server.ts';

const STORY = { name: 'story', description: 'One story' };
const GUILDS = 1;

// The client waits five seconds between two IDENTIFY; the stand-in does not ask for it.
const HASTY: Partial<ClientOptions> = {
  ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
};

const openings = new Openings();
const lines: WebSocket[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.terminate();
  await openings.end();
});

async function newsroom(options: FakeDiscordOptions = {}) {
  const fake = await openings.fake(options);
  const guild = fake.build.guild();
  const channel = fake.build.channel(guild);
  const bot = await openings.connected(fake, HASTY);
  await bot.application.commands.set([STORY]);
  const reader = fake.user(guild.ownerId);
  return { fake, guild, channel, bot, ask: () => reader.slash('/story', {}, { channel }) };
}

/** Does something to the line and waits until the client itself has come back. */
async function returned(
  bot: Client,
  event: Events.ShardReady | Events.ShardResume,
  act: () => void,
): Promise<void> {
  const back = new Promise<void>((done) => {
    bot.once(event as Events.ShardReady, () => done());
  });
  act();
  await back;
}

/** A connection by hand: everything it is told, and the code it is closed with. */
async function lineTo(fake: FakeDiscord, query = 'v=10&encoding=json') {
  const answer = await fetch(`${fake.url}/v10/gateway`);
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(`${url}/?${query}`);
  lines.push(socket);
  const told: { op: number; t: string | null; d: Record<string, unknown>; s: number }[] = [];
  socket.on('message', (data) => {
    told.push(JSON.parse(String(data)));
  });
  const closed = new Promise<number>((done) => socket.on('close', done));
  await new Promise((done) => socket.once('open', done));
  return {
    socket,
    told,
    closed,
    say: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
  };
}

const identity = (fake: FakeDiscord, more: object = {}) => ({
  token: fake.token,
  intents: GUILDS,
  properties: { os: 'linux', browser: 'test', device: 'test' },
  ...more,
});

describe('coming back', () => {
  test('after close 4000 the session is resumed and told what happened meanwhile', async () => {
    const { fake, bot, ask } = await newsroom();
    const hears = heardCommand(bot);
    fake.gateway.close(4000);
    const asked = ask();
    await (await hears).reply('here I am');
    expect((await asked.answer()).content).toBe('here I am');
    expect(fake.gateway.count).toMatchObject({ identify: 1, resume: 1 });
  });

  test('asked to reconnect, it resumes; cut off without a word, it resumes', async () => {
    const { fake, bot, ask } = await newsroom();
    await returned(bot, Events.ShardResume, () => fake.gateway.askToReconnect());
    await returned(bot, Events.ShardResume, () => fake.gateway.drop());
    const hears = heardCommand(bot);
    ask();
    await hears;
    expect(fake.gateway.count).toMatchObject({ identify: 1, resume: 2 });
  });

  test('a session that can be resumed is resumed, one that cannot is begun anew', async () => {
    const { fake, bot, ask } = await newsroom();
    await returned(bot, Events.ShardResume, () => fake.gateway.invalidate(true));
    expect(fake.gateway.count).toMatchObject({ identify: 1, resume: 1 });
    await returned(bot, Events.ShardReady, () => fake.gateway.invalidate(false));
    expect(fake.gateway.count).toMatchObject({ identify: 2, resume: 1 });
    const hears = heardCommand(bot);
    ask();
    await hears;
  });

  test('close 4009 and a forgotten session end in a new IDENTIFY', async () => {
    const { fake, bot } = await newsroom();
    await returned(bot, Events.ShardReady, () => fake.gateway.close(4009));
    expect(fake.gateway.count.identify).toBe(2);
    await returned(bot, Events.ShardReady, () => {
      fake.gateway.close(4000);
      fake.gateway.expire();
    });
    expect(fake.gateway.count.identify).toBe(3);
  });

  test('when heartbeats are not answered the client gives the line up and resumes', async () => {
    const { fake, bot, ask } = await newsroom({ heartbeatInterval: 80 });
    fake.gateway.acking = false;
    await fake.until('a resume', () => (fake.gateway.count.resume > 0 ? true : undefined));
    fake.gateway.acking = true;
    const hears = heardCommand(bot);
    ask();
    await hears;
    expect(fake.gateway.count.identify).toBe(1);
  });

  test('a packet that is no JSON is passed over', async () => {
    const { fake, bot, ask } = await newsroom();
    fake.gateway.raw('{"op": 0, "t": "INTERACTION_CREA');
    const hears = heardCommand(bot);
    ask();
    await hears;
    expect(fake.gateway.count.resume).toBe(0);
  });
});

describe('being turned away', () => {
  test('a wrong token is 401 at the door', async () => {
    const fake = await openings.fake();
    const client = openings.client(fake);
    await expect(client.login('wrong.token.here')).rejects.toThrow('invalid token');
    expect(fake.calls.map(({ status }) => status)).toEqual([401]);
    expect(fake.limits.invalidRequests).toBe(1);
  });

  test('a token that is reset closes with 4004, and the client stays away', async () => {
    const { fake, bot } = await newsroom();
    const gone = new Promise((done) => bot.once(Events.ShardDisconnect, done));
    fake.revokeToken();
    expect(await gone).toMatchObject({ code: 4004 });
    expect(fake.gateway.count).toMatchObject({ identify: 1, resume: 0 });
  });

  test('privileged intents need to be switched on', async () => {
    const wanting = { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] };
    const fake = await openings.fake();
    await expect(openings.client(fake, wanting).login(fake.token)).rejects.toThrow('disallowed');
    const open = await openings.fake({ privilegedIntents: GatewayIntentBits.MessageContent });
    await openings.connected(open, wanting);
  });

  test('with no IDENTIFY left the client does not even try', async () => {
    const fake = await openings.fake({ identifiesLeft: 0 });
    await expect(openings.client(fake).login(fake.token)).rejects.toThrow('session');
    expect(fake.gateway.count.connect).toBe(0);
  });

  test('one IDENTIFY too many resets the token; the count is of one day', async () => {
    const time = movableClock();
    const fake = await openings.fake({ identifiesLeft: 1, clock: time.clock });
    const first = await lineTo(fake);
    first.say(2, identity(fake));
    await fake.gateway.connected();
    time.advance(DAY);
    const second = await lineTo(fake);
    second.say(2, identity(fake));
    await fake.gateway.connected(2);
    const third = await lineTo(fake);
    third.say(2, identity(fake));
    expect(await third.closed).toBe(4004);
    expect(await second.closed).toBe(4004);
    const answer = await fetch(`${fake.url}/v10/users/@me`, {
      headers: { authorization: `Bot ${fake.token}` },
    });
    expect(answer.status).toBe(401);
  });

  test.each([
    ['an unknown opcode', 4001, [[99, null]]],
    ['no object', 4002, [[2, 'x'.repeat(5_000)]]],
    ['presence before IDENTIFY', 4003, [[3, {}]]],
    ['a wrong token', 4004, [[2, { token: 'wrong' }]]],
    [
      'IDENTIFY twice',
      4005,
      [
        [2, {}],
        [2, {}],
      ],
    ],
    ['a shard that does not exist', 4010, [[2, { shard: [2, 2] }]]],
    ['intents that do not exist', 4013, [[2, { intents: 1 << 30 }]]],
    ['intents that are not allowed', 4014, [[2, { intents: 1 << 15 }]]],
    ['a missing operating system', 4002, [[2, { properties: {} }]]],
  ] as const)('%s is close %i', async (_name, code, packets) => {
    const fake = await openings.fake();
    const line = await lineTo(fake);
    for (const [op, data] of packets)
      line.say(op, op === 2 && typeof data === 'object' ? identity(fake, data) : data);
    expect(await line.closed).toBe(code);
  });

  test('a sequence from the future is close 4007, another version 4012', async () => {
    const fake = await openings.fake();
    const line = await lineTo(fake);
    line.say(2, identity(fake));
    await fake.gateway.connected();
    const session = fake.gateway.sessions[0]!;
    const again = await lineTo(fake);
    again.say(6, { token: fake.token, session_id: session.id, seq: 99 });
    expect(await again.closed).toBe(4007);
    expect(await (await lineTo(fake, 'v=8&encoding=json')).closed).toBe(4012);
  });

  test('a client that never beats is cut off, one that talks too much as well', async () => {
    const fake = await openings.fake({ heartbeatInterval: 20 });
    expect(await (await lineTo(fake)).closed).toBe(4009);
    const busy = await openings.fake();
    const line = await lineTo(busy);
    line.say(2, identity(busy));
    for (let count = 0; count < 120; count += 1) line.say(3, {});
    expect(await line.closed).toBe(4008);
  });
});

describe('being told', () => {
  test('with the intent for guilds alone no message is told, but interactions are', async () => {
    const { fake, bot, channel, ask } = await newsroom();
    const hears = heardCommand(bot);
    ask();
    await (await hears).reply('public');
    fake.write(channel, fake.world.bot, 'a message');
    const told = fake.gateway.sessions[0]!.told.map(({ event }) => event);
    expect(told).toContain('INTERACTION_CREATE');
    expect(told.filter((event) => event.startsWith('MESSAGE_'))).toEqual([]);
  });

  test('with the intent for messages, what others say comes without their words', async () => {
    const fake = await openings.fake();
    const guild = fake.build.guild();
    const channel = fake.build.channel(guild);
    const bot = await openings.connected(fake, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    });
    const said: string[] = [];
    const both = new Promise<void>((done) => {
      bot.on(Events.MessageCreate, ({ content }) => {
        said.push(content);
        if (said.length === 2) done();
      });
    });
    fake.write(channel, fake.world.users.get(guild.ownerId)!, 'a secret');
    fake.write(channel, fake.world.users.get(guild.ownerId)!, `hello <@${fake.applicationId}>`);
    await both;
    expect(said).toEqual(['', `hello <@${fake.applicationId}>`]);
  });

  test('joining, an outage and its end, and being removed are told', async () => {
    const { fake, bot, guild } = await newsroom();
    const event = (name: Events.GuildCreate | Events.GuildDelete | Events.GuildUnavailable) =>
      new Promise<Guild>((done) => {
        bot.once(name as Events.GuildCreate, done);
      });
    const created = event(Events.GuildCreate);
    const other = fake.build.guild({ name: 'the other' });
    expect((await created).name).toBe('the other');
    const down = event(Events.GuildUnavailable);
    fake.build.outage(guild, true);
    expect((await down).id).toBe(guild.id);
    fake.build.outage(guild, false);
    const removed = event(Events.GuildDelete);
    fake.build.leave(other);
    expect((await removed).id).toBe(other.id);
    expect(bot.guilds.cache.get(guild.id)?.available).toBe(true);
  });

  test('each shard hears of its own guilds', async () => {
    const fake = await openings.fake();
    const guilds = Array.from({ length: 4 }, () => fake.build.guild());
    const sharded = [await lineTo(fake), await lineTo(fake)];
    for (const [shard, line] of sharded.entries())
      line.say(2, identity(fake, { shard: [shard, 2] }));
    await fake.gateway.connected(2);
    const told = fake.gateway.sessions.map(({ told: all }) =>
      all.flatMap(({ event, text }) =>
        event === 'GUILD_CREATE' ? [(JSON.parse(text) as { d: { id: string } }).d.id] : [],
      ),
    );
    expect(told.flat().toSorted()).toEqual(guilds.map(({ id }) => id).toSorted());
    const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n);
    expect(
      told.every((ids, shard) =>
        ids.every((id) => shardOf(id) === fake.gateway.sessions[shard]!.shard[0]),
      ),
    ).toBe(true);
  });
});
