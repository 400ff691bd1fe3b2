import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  Options,
  type RepliableInteraction,
} from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createFakeDiscord,
  type FakeDiscord,
  type FakeDiscordOptions,
} from '../support/discord/server.ts';

const STORY = {
  name: 'story',
  description: 'One story with its sources',
  options: [
    {
      type: 3,
      name: 'query',
      description: 'words of the story',
      required: true,
      autocomplete: true,
    },
    { type: 5, name: 'share', description: 'show it to everybody' },
  ],
};

const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A clock that moves only when a test says so. */
function movable(start = Date.parse('2030-01-01T12:00:00Z')) {
  let now = start;
  return { clock: () => new Date(now), advance: (ms: number) => void (now += ms) };
}

async function fakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await createFakeDiscord(options);
  open.push(fake);
  return fake;
}

function clientFor(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({}),
    ...options,
    rest: { api: fake.url, version: '10', retries: 0, ...options.rest },
  });
  client.on(Events.Error, () => {});
  open.push({ close: () => client.destroy() });
  return client;
}

async function connect(fake: FakeDiscord, options: Partial<ClientOptions> = {}) {
  const client = clientFor(fake, options);
  const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done));
  await client.login(fake.token);
  return ready;
}

/** A guild with a channel and a reader in it, and a bot that has registered /story. */
async function newsroom(options: FakeDiscordOptions = {}) {
  const time = movable();
  const fake = await fakeDiscord({ clock: time.clock, ...options });
  const guild = fake.build.guild({ name: 'newsroom' });
  const channel = fake.build.channel(guild);
  const reader = fake.build.user({ name: 'ada' });
  fake.build.member(guild, reader);
  const client = await connect(fake);
  await client.application.commands.set([STORY]);
  return { fake, time, guild, channel, reader: fake.user(reader), client };
}

const once = (client: Client) =>
  new Promise<Interaction>((done) => client.once(Events.InteractionCreate, done));

async function onceCommand(client: Client): Promise<ChatInputCommandInteraction> {
  const interaction = await once(client);
  if (!interaction.isChatInputCommand()) throw new Error('expected a command');
  return interaction;
}

const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'accepted',
    (error: { code?: unknown }) => error.code,
  );

describe('starting', () => {
  test('a client logs in, is told its guilds and registers commands', async () => {
    const { fake, client, guild } = await newsroom();
    expect(client.user.id).toBe(fake.applicationId);
    expect(client.guilds.cache.get(guild.id)?.name).toBe('newsroom');
    const registered = await client.application.commands.fetch();
    expect(registered.map(({ name }) => name)).toEqual(['story']);
    expect(fake.unknown).toEqual([]);
    expect(fake.violations).toEqual([]);
    expect(fake.ownFaults).toEqual([]);
  });

  test('the token stands nowhere in what was logged', async () => {
    const { fake } = await newsroom();
    expect(JSON.stringify(fake.calls)).not.toContain(fake.token);
  });
});

describe('answering', () => {
  test('a slash command is deferred in private and answered by an edit', async () => {
    const { fake, time, client, reader, channel } = await newsroom();
    const heard = onceCommand(client);
    const asked = reader.slash('/story', { query: 'austin shoigu' }, { channel });
    const command = await heard;
    expect(command.options.getString('query')).toBe('austin shoigu');
    time.advance(2_900);
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply({ content: 'Two stories.', allowedMentions: { parse: [] } });
    expect(await asked.acknowledged()).toEqual({ type: 5, after: 2_900, ephemeral: true });
    expect(await asked.answer()).toMatchObject({ content: 'Two stories.', flags: 64 });
    expect(reader.sees(channel)).toHaveLength(1);
    expect(fake.messagesIn(channel)).toEqual([]);
    expect(fake.ownFaults).toEqual([]);
  });

  test('an acknowledgement after three seconds is refused and the token is dead', async () => {
    const { time, client, reader, channel } = await newsroom();
    const heard = onceCommand(client);
    const asked = reader.slash('/story', { query: 'x' }, { channel });
    const command = await heard;
    time.advance(3_001);
    expect(asked.failed).toBe(true);
    expect(await codeOf(command.deferReply())).toBe(10062);
    expect(await codeOf(command.webhook.send('late'))).toBe(10015);
  });
});
