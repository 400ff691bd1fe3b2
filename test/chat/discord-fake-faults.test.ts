import { afterEach, describe, expect, test, vi } from 'vitest';
import { codeOf, heardCommand, Openings } from '../support/discord/client.ts';
import type { Fault } from '../support/discord/faults.ts';
import type { FakeDiscord, FakeDiscordOptions } from '../support/discord/server.ts';

const SEND = 'POST /channels/{channel_id}/messages';

const openings = new Openings();
afterEach(() => openings.end());

async function newsroom(options: FakeDiscordOptions = {}, rest: object = {}) {
  const fake = await openings.fake(options);
  const guild = fake.build.guild();
  const channel = fake.build.channel(guild);
  const bot = await openings.connected(fake, { rest });
  return { fake, guild, channel, bot };
}

/** A call without the client in between. */
const bare = (fake: FakeDiscord, path: string, body?: object, token = fake.token) =>
  fetch(`${fake.url}/v10${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bot ${token}`,
      'user-agent': 'DiscordBot (https://example.org, 1)',
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

describe('faults', () => {
  const faults: readonly Fault[] = [
    { kind: 'reset' },
    { kind: 'hang' },
    { kind: 'status', status: 502 },
    { kind: 'garbage' },
    { kind: 'limited', retryAfter: null },
    { kind: 'limited', retryAfter: 1 },
  ];

  test.each(
    faults.flatMap((fault) => [[fault, 'before', 0] as const, [fault, 'after', 1] as const]),
  )('%o %s the effect leaves %i messages', async (fault, when, left) => {
    const { fake, channel, bot } = await newsroom({}, { rejectOnRateLimit: ['/channels'] });
    const striking = fake.faults.add({ on: SEND, when, fault, times: 1 });
    const body = { content: 'news' };
    const patience = new AbortController();
    const { signal } = patience;
    const sent = codeOf(bot.rest.post(`/channels/${channel.id}/messages`, { body, signal }));
    // An answer that never comes is waited for until it would have been sent, not for a time.
    if (fault.kind === 'hang') {
      await vi.waitUntil(() => striking.struck() === 1, { timeout: 20_000 });
      patience.abort();
    }
    expect(await sent).not.toBe('accepted');
    expect(striking.struck()).toBe(1);
    expect(fake.messagesIn(channel)).toHaveLength(left);
  });

  test('a client that tries again stores copies, with a nonce it stores one', async () => {
    const { fake, guild, channel, bot } = await newsroom({}, { retries: 2 });
    const other = fake.build.channel(guild);
    const fault = { kind: 'status', status: 500 } as const;
    fake.faults.add({ on: SEND, when: 'after', fault, times: 2 });
    await bot.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'news' } });
    fake.faults.add({ on: SEND, when: 'after', fault, times: 2 });
    const body = { content: 'news', nonce: 'n', enforce_nonce: true };
    await bot.rest.post(`/channels/${other.id}/messages`, { body });
    expect(fake.messagesIn(channel)).toHaveLength(3);
    expect(fake.messagesIn(other)).toHaveLength(1);
  });

  test('a fault strikes the routes it names, as often as it says, until it is ended', async () => {
    const { fake, bot, channel } = await newsroom();
    const fault = { kind: 'status', status: 503 } as const;
    const striking = fake.faults.add({ on: /^GET \/channels/, when: 'before', fault });
    const read = () => codeOf(bot.rest.get(`/channels/${channel.id}`));
    expect([await read(), await read()]).not.toContain('accepted');
    expect(await codeOf(bot.rest.get('/users/@me'))).toBe('accepted');
    striking.end();
    expect(await read()).toBe('accepted');
    expect(striking.struck()).toBe(2);
  });

  test('an answer lost on the way is an answer given', async () => {
    const { fake, guild, channel, bot } = await newsroom();
    await bot.application.commands.set([{ name: 'story', description: 'One story' }]);
    fake.faults.add({ on: /callback$/, when: 'after', fault: { kind: 'reset' }, times: 1 });
    const hears = heardCommand(bot);
    const asked = fake.user(guild.ownerId).slash('/story', {}, { channel });
    const command = await hears;
    expect(await codeOf(command.deferReply())).not.toBe('accepted');
    expect((await asked.acknowledged()).type).toBe(5);
    const callback = `/interactions/${command.id}/${command.token}/callback` as const;
    const again = bot.rest.post(callback, { body: { type: 5 }, auth: false });
    expect(await codeOf(again)).toBe(40060);
  });
});

describe('rate limits', () => {
  test('the client obeys a bucket it learns of: many at once, and none is refused', async () => {
    const { fake, channel, bot } = await newsroom({
      buckets: { [SEND]: { limit: 2, windowMs: 150 } },
    });
    const send = (content: string) =>
      bot.rest.post(`/channels/${channel.id}/messages`, { body: { content } });
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(send));
    expect(fake.messagesIn(channel)).toHaveLength(5);
    expect(fake.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('a bucket is one channel’s own, and says how long to wait when it is empty', async () => {
    const { fake, guild, channel } = await newsroom({
      buckets: { [SEND]: { limit: 1, windowMs: 60_000 } },
      rateClock: () => new Date(0),
    });
    const other = fake.build.channel(guild);
    const send = (id: string) => bare(fake, `/channels/${id}/messages`, { content: 'x' });
    const first = await send(channel.id);
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(first.headers.get('x-ratelimit-reset-after')).toBe('60.000');
    const second = await send(channel.id);
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('60');
    expect(second.headers.get('x-ratelimit-scope')).toBe('user');
    expect(await second.json()).toEqual({
      message: 'You are being rate limited.',
      retry_after: 60,
      global: false,
    });
    const elsewhere = await send(other.id);
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get('x-ratelimit-bucket')).toBe(
      first.headers.get('x-ratelimit-bucket'),
    );
  });

  test('fifty a second are the most, of everything but interactions', async () => {
    const { fake, guild, channel, bot } = await newsroom({ rateClock: () => new Date(0) });
    await bot.application.commands.set([{ name: 'story', description: 'One story' }]);
    const hears = heardCommand(bot);
    fake.user(guild.ownerId).slash('/story', {}, { channel });
    const command = await hears;
    const before = fake.calls.length;
    for (let count = before; count < 50; count += 1) await bare(fake, `/users/@me?${count}`);
    const over = await bare(fake, `/channels/${channel.id}`);
    expect(over.status).toBe(429);
    expect(over.headers.get('x-ratelimit-global')).toBe('true');
    expect(await over.json()).toMatchObject({ global: true });
    expect(await codeOf(command.reply('still heard'))).toBe('accepted');
  });

  test('refused requests are counted, shared limits are not, and too many shut the address out', async () => {
    const { fake, channel } = await newsroom({ buckets: { invalid: { limit: 4, windowMs: 0 } } });
    const shared = { kind: 'limited', retryAfter: 1, scope: 'shared' } as const;
    fake.faults.add({ on: 'GET /users/@me', when: 'before', fault: shared, times: 1 });
    expect((await bare(fake, '/users/@me')).status).toBe(429);
    expect(fake.limits.invalidRequests).toBe(0);
    for (let count = 0; count < 3; count += 1) await bare(fake, '/users/@me', undefined, 'wrong');
    fake.build.overwrite(channel, fake.world.bot, { deny: ['VIEW_CHANNEL'] });
    expect((await bare(fake, `/channels/${channel.id}`)).status).toBe(403);
    expect(fake.limits.invalidRequests).toBe(4);
    expect(fake.limits.banned).toBe(true);
    const shut = await bare(fake, '/users/@me');
    expect(shut.status).toBe(429);
    expect(await shut.text()).toBe('error code: 1015');
  });
});
