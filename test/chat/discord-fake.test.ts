import { type ClientOptions, Events, MessageFlags } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, heard, heardCommand, movableClock, Openings } from '../support/discord/client.ts';
import { ClientRefusal } from '../support/discord/people.ts';
import type { FakeDiscord, FakeDiscordOptions } from '../support/discord/server.ts';

// The stand-in for Discord is the judge of everything the adapter does, so it is itself put to the test, with the real
// client on the other side.

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
    {
      type: 3,
      name: 'view',
      description: 'what to show',
      choices: [
        { name: 'card', value: 'card' },
        { name: 'quotes', value: 'quotes' },
      ],
    },
  ],
};
const NEWS = {
  name: 'news',
  description: 'What is followed here',
  default_member_permissions: String(1 << 5),
  options: [
    {
      type: 1,
      name: 'follow',
      description: 'follow a feed',
      options: [{ type: 7, name: 'where', description: 'a channel', required: true }],
    },
  ],
};
const ASK_ABOUT = { name: 'Ask about this', type: 3 };
const ROW = {
  type: 1,
  components: [
    { type: 2, style: 1, label: 'More', custom_id: 'more' },
    { type: 2, style: 2, label: 'Gone', custom_id: 'gone', disabled: true },
    { type: 2, style: 5, label: 'Source', url: 'https://outlet.example/1' },
  ],
};
const MENU = {
  type: 1,
  components: [
    {
      type: 3,
      custom_id: 'which',
      options: [
        { label: 'First', value: '1' },
        { label: 'Second', value: '2' },
      ],
    },
  ],
};

const openings = new Openings();
afterEach(() => openings.end());

/** A guild with a channel and a reader in it, and a bot that has registered its commands. */
async function newsroom(options: FakeDiscordOptions = {}, client: Partial<ClientOptions> = {}) {
  const time = movableClock();
  const fake = await openings.fake({ clock: time.clock, ...options });
  const guild = fake.build.guild({ name: 'newsroom' });
  const channel = fake.build.channel(guild);
  const reader = fake.build.user({ name: 'ada' });
  fake.build.member(guild, reader);
  const bot = await openings.connected(fake, client);
  await bot.application.commands.set([STORY, NEWS, ASK_ABOUT]);
  return { fake, time, guild, channel, bot, reader: fake.user(reader) };
}

type Newsroom = Awaited<ReturnType<typeof newsroom>>;

const send = ({ bot, channel }: Newsroom, body: object, id = channel.id) =>
  bot.rest.post(`/channels/${id}/messages`, { body });

/** A reader's /story, acknowledged by nobody yet. */
async function asking({ bot, reader, channel }: Newsroom, query = 'austin shoigu') {
  const hears = heardCommand(bot);
  const asked = reader.slash('/story', { query }, { channel });
  return { asked, command: await hears };
}

function nothingWrong(fake: FakeDiscord): void {
  expect(fake.troubles()).toEqual([]);
}

describe('starting', () => {
  test('a client logs in, is told its guilds and registers commands', async () => {
    const { fake, bot, guild } = await newsroom();
    expect(bot.user.id).toBe(fake.applicationId);
    expect(bot.guilds.cache.get(guild.id)?.name).toBe('newsroom');
    const registered = await bot.application.commands.fetch();
    expect(registered.map(({ name }) => name)).toEqual(['story', 'news', 'Ask about this']);
    nothingWrong(fake);
  });

  test('commands of a guild stand beside the global ones and can be changed and removed', async () => {
    const { fake, bot, guild } = await newsroom();
    const made = await bot.application.commands.create({ ...STORY, name: 'here' }, guild.id);
    await bot.application.commands.edit(made, { ...STORY, name: 'there' }, guild.id);
    const names = async () =>
      (await bot.application.commands.fetch({ guildId: guild.id })).map(({ name }) => name);
    expect(await names()).toEqual(['there']);
    await bot.application.commands.delete(made.id, guild.id);
    expect(await names()).toEqual([]);
    nothingWrong(fake);
  });

  test('what a bot reads about its world is answered as Discord describes it', async () => {
    const { fake, bot, guild, channel, reader } = await newsroom();
    await bot.application.fetch();
    const fetched = await bot.guilds.fetch({ guild: guild.id, force: true });
    await fetched.channels.fetch();
    await fetched.roles.fetch();
    await fetched.members.fetch({ user: reader.id, force: true });
    await fetched.members.fetchMe({ force: true });
    await bot.channels.fetch(channel.id, { force: true });
    await bot.rest.get('/users/@me');
    await bot.rest.get('/oauth2/applications/@me');
    nothingWrong(fake);
  });

  test('the token stands nowhere in what was logged, nor do those of interactions', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    await command.reply('hello');
    await command.followUp('again');
    const log = JSON.stringify(room.fake.calls);
    expect(log).not.toContain(room.fake.token);
    expect(log).not.toContain(command.token);
  });

  test('an address nobody knows is 404 and counts against the bot', async () => {
    const { fake, bot } = await newsroom();
    expect(await codeOf(bot.rest.get('/guilds/1/emojis'))).toBe(0);
    expect(fake.unknown).toEqual(['GET /guilds/1/emojis']);
  });
});

describe('answering', () => {
  test('a slash command is deferred in private and answered by an edit', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    expect(command.options.getString('query')).toBe('austin shoigu');
    room.time.advance(2_900);
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply({ content: 'Two stories.', allowedMentions: { parse: [] } });
    expect(await asked.acknowledged()).toEqual({ type: 5, after: 2_900, ephemeral: true });
    expect(await asked.answer()).toMatchObject({ content: 'Two stories.', flags: 64 });
    expect(room.reader.sees(room.channel)).toHaveLength(1);
    expect(room.fake.messagesIn(room.channel)).toEqual([]);
    nothingWrong(room.fake);
  });

  test('an acknowledgement after three seconds is refused and the token is dead', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    room.time.advance(3_001);
    expect(asked.failed).toBe(true);
    expect(await codeOf(command.deferReply())).toBe(10062);
    expect(await codeOf(command.webhook.send('late'))).toBe(10015);
  });

  test('a second acknowledgement is 40060', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    await command.deferReply();
    const callback = `/interactions/${command.id}/${command.token}/callback` as const;
    const again = room.bot.rest.post(callback, { body: { type: 5 }, auth: false });
    expect(await codeOf(again)).toBe(40060);
  });

  test('a foreign token acknowledges nothing', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    const callback = `/interactions/${command.id}/${command.token}x/callback` as const;
    const call = room.bot.rest.post(callback, { body: { type: 5 }, auth: false });
    expect(await codeOf(call)).toBe(10062);
  });

  test('the token lives fifteen minutes', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    await command.deferReply();
    room.time.advance(15 * 60_000);
    await command.editReply('in time');
    room.time.advance(1);
    expect(await codeOf(command.editReply('late'))).toBe(50027);
  });

  test('a private deferral cannot be made public, nor a public one private', async () => {
    const room = await newsroom();
    const secret = await asking(room);
    await secret.command.deferReply({ flags: MessageFlags.Ephemeral });
    await secret.command.editReply('for one');
    const shared = await asking(room);
    await shared.command.deferReply();
    const url = `/webhooks/${room.fake.applicationId}/${shared.command.token}` as const;
    await room.bot.rest.post(url, { body: { content: 'for all', flags: 64 }, auth: false });
    expect(room.fake.messagesIn(room.channel).map(({ content }) => content)).toEqual(['for all']);
    expect(room.fake.warnings).toEqual([
      'a follow-up right after a deferral edits the deferral: use PATCH @original',
    ]);
  });

  test('a reply, a follow-up and their edits and deletions are seen as they happen', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    await command.reply({ content: 'one', flags: MessageFlags.Ephemeral });
    const more = await command.followUp('two');
    await command.editReply('one, mended');
    await command.webhook.editMessage(more, 'two, mended');
    expect((await asked.answer()).content).toBe('one, mended');
    expect((await asked.followUp()).content).toBe('two, mended');
    expect((await command.fetchReply()).content).toBe('one, mended');
    await command.deleteReply();
    expect(asked.messages().map(({ content }) => content)).toEqual(['two, mended']);
    nothingWrong(room.fake);
  });

  test('where only a person installed the app five follow-ups are the most', async () => {
    const time = movableClock();
    const fake = await openings.fake({
      clock: time.clock,
      buckets: { 'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 50, windowMs: 1_000 } },
    });
    const guild = fake.build.guild({ withBot: false });
    const channel = fake.build.channel(guild);
    const person = fake.build.user();
    fake.build.member(guild, person);
    fake.build.installFor(person);
    const bot = await openings.connected(fake);
    await bot.application.commands.set([{ ...STORY, integrationTypes: [0, 1] }]);
    const hears = heardCommand(bot);
    fake.user(person).slash('/story', { query: 'x' }, { channel });
    const command = await hears;
    expect(command.authorizingIntegrationOwners.toJSON()).toEqual({ 1: person.id });
    await command.reply('first');
    for (let count = 0; count < 5; count += 1) await command.followUp('more');
    expect(await codeOf(command.followUp('too much'))).toBe(40094);
  });

  test('every interaction says where, for whom and with which permissions', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    expect(command.authorizingIntegrationOwners.toJSON()).toEqual({ 0: room.guild.id });
    expect(command.context).toBe(0);
    expect(command.appPermissions.has('SendMessages')).toBe(true);
    expect(command.entitlements.size).toBe(0);
    const hears = heardCommand(room.bot);
    room.reader.slash('/story', { query: 'x' });
    expect((await hears).context).toBe(1);
  });

  test('callbacks that do not fit the interaction are refused', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    const url = `/interactions/${command.id}/${command.token}/callback` as const;
    for (const type of [1, 6, 7, 8]) {
      const call = room.bot.rest.post(url, { body: { type, data: {} }, auth: false });
      expect([type, await codeOf(call)]).toEqual([type, 50035]);
    }
    expect(await codeOf(command.reply('fits'))).toBe('accepted');
  });
});

describe('people', () => {
  test('the client sends nothing that is not registered, complete and allowed', async () => {
    const { reader, channel, guild, fake } = await newsroom();
    const here = { channel };
    expect(() => reader.slash('/nothing', {}, here)).toThrow('not registered');
    expect(() => reader.slash('/story', {}, here)).toThrow('"query" is required');
    expect(() => reader.slash('/story', { query: 'a', no: 1 }, here)).toThrow('no option "no"');
    expect(() => reader.slash('/story', { query: 'a', view: 'x' }, here)).toThrow('no choice "x"');
    expect(() => reader.slash('/story', { query: 3 }, here)).toThrow('"query" is a text');
    expect(() => reader.slash('/news follow', { where: channel }, here)).toThrow(
      'may not use /news',
    );
    const stranger = fake.user(fake.build.user());
    expect(() => stranger.slash('/story', { query: 'a' }, here)).toThrow(ClientRefusal);
    fake.build.overwrite(channel, guild.roles.get(guild.id)!, {
      deny: ['USE_APPLICATION_COMMANDS'],
    });
    expect(() => reader.slash('/story', { query: 'a' }, here)).toThrow('may not use commands');
  });

  test('a sub-command with something picked reaches the bot resolved', async () => {
    const { fake, bot, guild, channel } = await newsroom();
    const hears = heardCommand(bot);
    fake.user(guild.ownerId).slash('/news follow', { where: channel }, { channel });
    const command = await hears;
    expect(command.options.getSubcommand()).toBe('follow');
    expect(command.options.getChannel('where')?.id).toBe(channel.id);
  });

  test('typing is answered with suggestions, of which there are at most 25', async () => {
    const room = await newsroom();
    const choices = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ name: `story ${n}`, value: String(n) }));
    const hears = heard(room.bot);
    const typed = room.reader.type('/story', 'query', 'aus', { channel: room.channel });
    const typing = await hears;
    if (!typing.isAutocomplete()) throw new Error('expected typing');
    expect(typing.options.getFocused(true)).toMatchObject({ name: 'query', value: 'aus' });
    expect(await codeOf(typing.respond(choices(26)))).toBe(50035);
    typing.responded = false;
    await typing.respond(choices(25));
    expect(await typed).toHaveLength(25);
  });

  test('buttons are pressed by those who see them, unless they are disabled or links', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    await command.reply({ content: 'one', components: [ROW], flags: MessageFlags.Ephemeral });
    const message = await asked.answer();
    const owner = room.fake.user(room.guild.ownerId);
    expect(() => owner.press(message, 'more')).toThrow('does not see');
    expect(() => room.reader.press(message, 'Gone')).toThrow('disabled');
    expect(() => room.reader.press(message, 'Source')).toThrow('link');
    expect(() => room.reader.press(message, 'Nothing')).toThrow('no button');
    const hears = heard(room.bot);
    const pressed = room.reader.press(message, 'More');
    const press = await hears;
    if (!press.isButton()) throw new Error('expected a button');
    await press.update({ content: 'two', components: [] });
    expect(await pressed.answer()).toMatchObject({
      id: message.id,
      content: 'two',
      components: [],
    });
    nothingWrong(room.fake);
  });

  test('a deferred update is answered by the edit after it', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    await command.reply({ content: 'pick', components: [MENU] });
    const message = await asked.answer();
    expect(() => room.reader.select(message, ['3'])).toThrow('not offered');
    expect(() => room.reader.select(message, ['1', '2'])).toThrow('between 1 and 1');
    const hears = heard(room.bot);
    const picked = room.reader.select(message, ['2']);
    const pick = await hears;
    if (!pick.isStringSelectMenu()) throw new Error('expected a menu');
    expect(pick.values).toEqual(['2']);
    await pick.deferUpdate();
    await pick.editReply({ content: 'second', components: [] });
    expect((await picked.answer()).content).toBe('second');
    nothingWrong(room.fake);
  });

  test('a window is opened, filled in as its fields demand, and sent', async () => {
    const room = await newsroom();
    const { asked, command } = await asking(room);
    await command.showModal({
      customId: 'feed',
      title: 'Follow a feed',
      components: [
        {
          type: 1,
          components: [{ type: 4, customId: 'url', label: 'Address', style: 1, minLength: 5 }],
        },
      ],
    });
    await asked.modal();
    expect(() => room.reader.submit(asked, {})).toThrow('required');
    expect(() => room.reader.submit(asked, { url: 'x' })).toThrow('too short');
    expect(() => room.reader.submit(asked, { no: 'x' })).toThrow('no field "no"');
    const hears = heard(room.bot);
    const sent = room.reader.submit(asked, { url: 'https://a.example/feed' });
    const submission = await hears;
    if (!submission.isModalSubmit()) throw new Error('expected a window');
    expect(submission.fields.getTextInputValue('url')).toBe('https://a.example/feed');
    await submission.reply({ content: 'followed', flags: MessageFlags.Ephemeral });
    expect((await sent.answer()).content).toBe('followed');
    nothingWrong(room.fake);
  });

  test('a message is asked about from its menu', async () => {
    const room = await newsroom();
    const owner = room.fake.world.users.get(room.guild.ownerId)!;
    const said = room.fake.write(room.channel, owner, 'Is this so?');
    const hears = heard(room.bot);
    room.reader.use('Ask about this', said);
    const use = await hears;
    if (!use.isMessageContextMenuCommand()) throw new Error('expected a message command');
    expect(use.targetMessage.content).toBe('Is this so?');
  });

  test('with nobody connected the application does not respond', async () => {
    const { fake, bot, reader, channel } = await newsroom();
    await bot.destroy();
    await fake.until('the end of the session', () =>
      fake.gateway.sessions.length === 0 ? true : undefined,
    );
    const asked = reader.slash('/story', { query: 'a' }, { channel });
    await expect(asked.answer()).rejects.toThrow('nobody is connected');
  });
});

describe('posting', () => {
  test('the same nonce within minutes gives the first message back', async () => {
    const room = await newsroom();
    const body = { content: 'once', nonce: 'edition-1', enforce_nonce: true };
    const first = (await send(room, body)) as { id: string; nonce: string };
    const second = (await send(room, { ...body, content: 'twice' })) as { id: string };
    expect(second.id).toBe(first.id);
    expect(first.nonce).toBe('edition-1');
    expect(room.fake.messagesIn(room.channel).map(({ content }) => content)).toEqual(['once']);
  });

  test('a nonce does not hold in another channel, without enforcement, or after its time', async () => {
    const room = await newsroom();
    const other = room.fake.build.channel(room.guild);
    const body = { content: 'again', nonce: 'n', enforce_nonce: true };
    await send(room, body);
    await send(room, body, other.id);
    await send(room, { ...body, enforce_nonce: false });
    room.time.advance(10 * 60_000);
    await send(room, body);
    expect(room.fake.messagesIn(room.channel)).toHaveLength(3);
    expect(room.fake.messagesIn(other)).toHaveLength(1);
  });

  test('a nonce whose message was deleted answers Unknown Message', async () => {
    const room = await newsroom();
    const body = { content: 'once', nonce: 'edition-1', enforce_nonce: true };
    const { id } = (await send(room, body)) as { id: string };
    await room.bot.rest.delete(`/channels/${room.channel.id}/messages/${id}`);
    expect(await codeOf(send(room, body))).toBe(10008);
  });

  test('messages are read back newest first, without nonces and without private ones', async () => {
    const room = await newsroom();
    const { command } = await asking(room);
    await command.reply({ content: 'private', flags: MessageFlags.Ephemeral });
    for (const content of ['a', 'b', 'c']) await send(room, { content, nonce: content });
    const url = `/channels/${room.channel.id}/messages` as const;
    const read = (await room.bot.rest.get(url)) as {
      id: string;
      content: string;
      nonce?: string;
    }[];
    expect(read.map(({ content }) => content)).toEqual(['c', 'b', 'a']);
    expect(read.every((one) => one.nonce === undefined)).toBe(true);
    const query = new URLSearchParams({ after: read[2]!.id, limit: '1' });
    expect(await room.bot.rest.get(url, { query })).toMatchObject([{ content: 'b' }]);
    nothingWrong(room.fake);
  });

  test('forum posts need a name, and a tag where one is required', async () => {
    const room = await newsroom();
    const forum = room.fake.build.channel(room.guild, {
      kind: 'forum',
      tags: [{ name: 'world' }, { name: 'pinned', moderated: true }],
      tagRequired: true,
    });
    const [world, moderated] = forum.tags.map(({ id }) => id);
    const post = (body: object) => room.bot.rest.post(`/channels/${forum.id}/threads`, { body });
    const message = { content: 'a story' };
    expect(await codeOf(send(room, message, forum.id))).toBe(40058);
    expect(await codeOf(post({ name: 'Story' }))).toBe(50035);
    expect(await codeOf(post({ name: '', message, applied_tags: [world] }))).toBe(50035);
    expect(await codeOf(post({ name: 'x'.repeat(101), message, applied_tags: [world] }))).toBe(
      50035,
    );
    expect(await codeOf(post({ name: 'Story', message }))).toBe(40067);
    expect(await codeOf(post({ name: 'Story', message, applied_tags: ['1'] }))).toBe(10087);
    expect(await codeOf(post({ name: 'Story', message, applied_tags: [moderated] }))).toBe(50013);
    const made = (await post({ name: 'Story', message, applied_tags: [world] })) as { id: string };
    expect(room.fake.messagesIn(made.id).map(({ content }) => content)).toEqual(['a story']);
    expect(room.fake.ownFaults).toEqual([]);
  });

  test('a thread grows from a message once; an archived one wakes, a locked one does not', async () => {
    const room = await newsroom();
    const { id } = (await send(room, { content: 'top' })) as { id: string };
    const start = () =>
      room.bot.rest.post(`/channels/${room.channel.id}/messages/${id}/threads`, {
        body: { name: 'More' },
      });
    expect(await start()).toMatchObject({ id, parent_id: room.channel.id });
    expect(await codeOf(start())).toBe(160004);
    const thread = room.fake.world.channels.get(id)!;
    room.fake.build.archive(thread);
    await send(room, { content: 'wakes' }, id);
    expect(thread.thread?.archived).toBe(false);
    room.fake.build.archive(thread, true);
    expect(await codeOf(send(room, { content: 'no' }, id))).toBe(50083);
  });

  test('only announcements are crossposted, and once', async () => {
    const room = await newsroom();
    const announcements = room.fake.build.channel(room.guild, { kind: 'announcement' });
    const cross = async (channel: string) => {
      const { id } = (await send(room, { content: 'news' }, channel)) as { id: string };
      const call = () =>
        room.bot.rest.post(`/channels/${channel}/messages/${id}/crosspost`, { body: {} });
      return [await codeOf(call()), await codeOf(call())];
    };
    expect(await cross(room.channel.id)).toEqual([50024, 50024]);
    expect(await cross(announcements.id)).toEqual(['accepted', 40033]);
  });

  test('private messages reach those who share a guild and take them', async () => {
    const { fake, bot, reader } = await newsroom();
    const closed = fake.build.user({ dms: false });
    fake.build.member([...fake.world.guilds.values()][0]!, closed);
    const stranger = fake.build.user();
    const dm = async (recipient_id: string) => {
      const channel = (await bot.rest.post('/users/@me/channels', { body: { recipient_id } })) as {
        id: string;
      };
      return codeOf(bot.rest.post(`/channels/${channel.id}/messages`, { body: { content: 'hi' } }));
    };
    expect(await dm(reader.id)).toBe('accepted');
    expect(await dm(closed.id)).toBe(50007);
    expect(await dm(stranger.id)).toBe(50278);
    expect(fake.ownFaults).toEqual([]);
  });
});

describe('permissions', () => {
  test('each one that is missing is missed by the call that needs it', async () => {
    const room = await newsroom({
      buckets: { 'POST /channels/{channel_id}/messages': { limit: 50, windowMs: 1_000 } },
    });
    const { fake, channel, guild } = room;
    const everyone = guild.roles.get(guild.id)!;
    const deny = (...names: Parameters<typeof fake.build.overwrite>[2]['deny'] & object) =>
      fake.build.overwrite(channel, everyone, { deny: names });
    const url = `/channels/${channel.id}/messages` as const;
    const { id } = (await send(room, { content: 'before' })) as { id: string };
    deny('VIEW_CHANNEL');
    expect(await codeOf(send(room, { content: 'x' }))).toBe(50001);
    expect(await codeOf(room.bot.rest.get(`/channels/${channel.id}`))).toBe(50001);
    deny('SEND_MESSAGES');
    expect(await codeOf(send(room, { content: 'x' }))).toBe(50013);
    deny('EMBED_LINKS');
    expect(await codeOf(send(room, { content: 'x' }))).toBe('accepted');
    expect(await codeOf(send(room, { embeds: [{ title: 'x' }] }))).toBe(50013);
    expect(await send(room, { content: 'x', embeds: [{ title: 'x' }] })).toMatchObject({
      embeds: [],
    });
    expect(fake.warnings).toEqual([
      'embeds were dropped without a word: the bot lacks EMBED_LINKS',
    ]);
    deny('READ_MESSAGE_HISTORY');
    expect(await room.bot.rest.get(url)).toEqual([]);
    expect(await codeOf(room.bot.rest.get(`${url}/${id}`))).toBe(50013);
    deny('CREATE_PUBLIC_THREADS', 'SEND_MESSAGES_IN_THREADS');
    const start = () => room.bot.rest.post(`${url}/${id}/threads`, { body: { name: 'More' } });
    expect(await codeOf(start())).toBe(50013);
    deny('SEND_MESSAGES_IN_THREADS');
    await start();
    expect(await codeOf(send(room, { content: 'x' }, id))).toBe(50013);
  });

  test('an overwrite for the bot goes before one for a role, and administrators may do all', async () => {
    const room = await newsroom();
    const { fake, channel, guild } = room;
    fake.build.overwrite(channel, guild.roles.get(guild.id)!, { deny: ['VIEW_CHANNEL'] });
    fake.build.overwrite(channel, fake.world.bot, { allow: ['VIEW_CHANNEL'] });
    expect(await codeOf(send(room, { content: 'x' }))).toBe('accepted');
    fake.build.overwrite(channel, fake.world.bot, { deny: ['VIEW_CHANNEL'] });
    expect(await codeOf(send(room, { content: 'x' }))).toBe(50001);
    guild.members
      .get(fake.world.bot.id)!
      .roles.push(fake.build.role(guild, { permissions: ['ADMINISTRATOR'] }).id);
    expect(await codeOf(send(room, { content: 'x' }))).toBe('accepted');
  });

  test('channels and guilds that are gone say so', async () => {
    const room = await newsroom();
    const told = new Promise((done) => room.bot.once(Events.ChannelDelete, done));
    room.fake.build.deleteChannel(room.channel);
    await told;
    expect(await codeOf(send(room, { content: 'x' }))).toBe(10003);
    const other = room.fake.build.channel(room.guild);
    const left = new Promise((done) => room.bot.once(Events.GuildDelete, done));
    room.fake.build.leave(room.guild);
    await left;
    expect(await codeOf(send(room, { content: 'x' }, other.id))).toBe(50001);
    expect(await codeOf(room.bot.rest.get(`/guilds/${room.guild.id}`))).toBe(10004);
  });
});
