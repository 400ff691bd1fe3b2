import { Events, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Openings } from '../support/discord/client.ts';
import type { FakeDiscord } from '../support/discord/server.ts';
import type { Channel } from '../support/discord/state.ts';

// Each limit is tried on both sides: the longest that is taken and the shortest that is refused.

const V2 = 1 << 15;
const ROOM = { limit: 1_000, windowMs: 1_000 };

const openings = new Openings();
let fake: FakeDiscord;
let channel: Channel;
beforeEach(async () => {
  fake = await openings.fake({
    buckets: {
      global: ROOM,
      'POST /channels/{channel_id}/messages': ROOM,
      'PATCH /channels/{channel_id}/messages/{message_id}': ROOM,
    },
  });
  channel = fake.build.channel(fake.build.guild());
});
afterEach(() => openings.end());

type Refusal = { code: number; errors?: unknown };

async function call(method: string, path: string, body: unknown) {
  const answer = await fetch(`${fake.url}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${fake.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1)',
      'content-type': 'application/json',
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: JSON.parse(text || '{}') as Refusal & { id: string },
  };
}

const send = (body: unknown) => call('POST', `/channels/${channel.id}/messages`, body);
const register = (commands: unknown) =>
  call('PUT', `/applications/${fake.applicationId}/commands`, commands);

/** The flaws of a refusal: `components.0.label CODE`. */
function flawsIn(errors: unknown, path = ''): string[] {
  return Object.entries((errors ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path} ${code}`)
      : flawsIn(value, path === '' ? key : `${path}.${key}`),
  );
}

async function told(answer: Promise<{ status: number; body: Refusal }>): Promise<unknown> {
  const { status, body } = await answer;
  if (status < 300) return 'taken';
  return body.code === 50035 ? flawsIn(body.errors) : body.code || status;
}

const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'a', custom_id: 'a', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const buttons = (count: number) => many(count, (n) => button({ custom_id: `b${n}` }));
const menu = (more: object = {}) => ({
  type: 3,
  custom_id: 'm',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});
const options = (count: number) => many(count, (n) => ({ label: `o${n}`, value: `o${n}` }));
const text = (content: string) => ({ type: 10, content });
const field = (name: string, value: string) => ({ name, value });

describe('messages', () => {
  test.each<[string, object, unknown]>([
    ['2000 characters', { content: x(2000) }, 'taken'],
    ['2001', { content: x(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
    ['nothing', { content: '' }, 50006],
    ['blanks', { content: ' \n ' }, 50006],
    ['an empty embed', { embeds: [{}] }, 50006],
    ['10 embeds', { embeds: many(10, () => ({ title: 'a' })) }, 'taken'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'a' })) }, ['embeds BASE_TYPE_MAX_LENGTH']],
    ['a title of 256', { embeds: [{ title: x(256) }] }, 'taken'],
    ['a title of 257', { embeds: [{ title: x(257) }] }, ['embeds.0.title BASE_TYPE_MAX_LENGTH']],
    ['a title of 256 and blanks', { embeds: [{ title: ` ${x(256)} ` }] }, 'taken'],
    ['a description of 4096', { embeds: [{ description: x(4096) }] }, 'taken'],
    [
      'a description of 4097',
      { embeds: [{ description: x(4097) }] },
      ['embeds.0.description BASE_TYPE_MAX_LENGTH'],
    ],
    ['25 fields', { embeds: [{ fields: many(25, () => field('a', 'b')) }] }, 'taken'],
    [
      '26 fields',
      { embeds: [{ fields: many(26, () => field('a', 'b')) }] },
      ['embeds.0.fields BASE_TYPE_MAX_LENGTH'],
    ],
    ['a field of 256 and 1024', { embeds: [{ fields: [field(x(256), x(1024))] }] }, 'taken'],
    [
      'a field of 257 and 1025',
      { embeds: [{ fields: [field(x(257), x(1025))] }] },
      [
        'embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH',
        'embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
      ],
    ],
    [
      'a blank field',
      { embeds: [{ fields: [field('a', ' ')] }] },
      ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
    ],
    ['a footer of 2048', { embeds: [{ footer: { text: x(2048) } }] }, 'taken'],
    [
      'a footer of 2049',
      { embeds: [{ footer: { text: x(2049) } }] },
      ['embeds.0.footer.text BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'an author of 257',
      { embeds: [{ author: { name: x(257) } }] },
      ['embeds.0.author.name BASE_TYPE_MAX_LENGTH'],
    ],
    ['6000 in two embeds', { embeds: many(2, () => ({ description: x(3000) })) }, 'taken'],
    [
      '6001 in two embeds',
      { embeds: [{ description: x(3000) }, { description: x(3000), footer: { text: 'x' } }] },
      ['embeds.1 MAX_EMBED_SIZE_EXCEEDED'],
    ],
    [
      'an address that is none',
      { embeds: [{ title: 'a', url: 'a b' }] },
      ['embeds.0.url URL_TYPE_INVALID_URL'],
    ],
    [
      'another scheme',
      { embeds: [{ title: 'a', url: 'ftp://a.example' }] },
      ['embeds.0.url URL_TYPE_INVALID_SCHEME'],
    ],
    ['a nonce of 25', { content: 'a', nonce: x(25) }, 'taken'],
    ['a nonce of 26', { content: 'a', nonce: x(26) }, ['nonce NONCE_TYPE_TOO_LONG']],
    ['a flag for others', { content: 'a', flags: 64 }, ['flags BASE_TYPE_INVALID']],
    [
      'parse and users at once',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    [
      'an unknown kind',
      { content: 'a', allowed_mentions: { parse: ['all'] } },
      ['allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
    ],
    [
      'a reply to nothing',
      { content: 'a', message_reference: { message_id: '1' } },
      ['message_reference REPLIES_UNKNOWN_MESSAGE'],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await told(send(body))).toEqual(expected);
    expect(fake.violations).toHaveLength(expected === 'taken' ? 0 : 1);
  });

  test('a body that is no JSON is 50109', async () => {
    expect(await told(send('{"content": '))).toBe(50109);
  });

  test('an edit is judged together with what it leaves alone', async () => {
    const { body } = await send({ content: 'a', embeds: [{ title: 'b' }] });
    const edit = (change: object) =>
      told(call('PATCH', `/channels/${channel.id}/messages/${body.id}`, change));
    expect(await edit({ content: '' })).toBe('taken');
    expect(await edit({ embeds: [] })).toBe(50006);
    expect(await edit({ content: 'c', embeds: [] })).toBe('taken');
    expect(fake.message(body.id)).toMatchObject({ content: 'c', embeds: [] });
  });

  test('nobody else’s message can be edited', async () => {
    const other = fake.write(channel, fake.build.user(), 'mine');
    const url = `/channels/${channel.id}/messages/${other.id}`;
    expect(await told(call('PATCH', url, { content: 'yours' }))).toBe(50005);
  });
});

describe('rows of components', () => {
  const at = 'components.0.components';
  test.each<[string, object[], unknown]>([
    [
      'five rows of five buttons',
      many(5, (n) => row(...many(5, (m) => button({ custom_id: `${n}${m}` })))),
      'taken',
    ],
    [
      'six rows',
      many(6, (n) => row(button({ custom_id: `${n}` }))),
      ['components BASE_TYPE_MAX_LENGTH'],
    ],
    ['six buttons', [row(...buttons(6))], [`${at} BASE_TYPE_BAD_LENGTH`]],
    ['an empty row', [row()], [`${at} BASE_TYPE_BAD_LENGTH`]],
    ['a button outside a row', [button()], ['components.0.type UNION_TYPE_CHOICES']],
    ['a label of 80', [row(button({ label: x(80) }))], 'taken'],
    ['a label of 81', [row(button({ label: x(81) }))], [`${at}.0.label BASE_TYPE_MAX_LENGTH`]],
    ['an id of 100', [row(button({ custom_id: x(100) }))], 'taken'],
    [
      'an id of 101',
      [row(button({ custom_id: x(101) }))],
      [`${at}.0.custom_id BASE_TYPE_BAD_LENGTH`],
    ],
    [
      'one id twice',
      [row(button(), button())],
      [`${at}.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED`],
    ],
    [
      'a button without an id',
      [row({ type: 2, style: 1, label: 'a' })],
      [`${at}.0.custom_id BASE_TYPE_REQUIRED`],
    ],
    [
      'a link of 512',
      [row({ type: 2, style: 5, label: 'a', url: `https://a.example/${x(494)}` })],
      'taken',
    ],
    [
      'a link of 513',
      [row({ type: 2, style: 5, label: 'a', url: `https://a.example/${x(495)}` })],
      [`${at}.0.url BASE_TYPE_BAD_LENGTH`],
    ],
    [
      'a link with an id',
      [row({ type: 2, style: 5, label: 'a', url: 'https://a.example', custom_id: 'a' })],
      [`${at}.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`],
    ],
    ['25 options', [row(menu({ options: options(25) }))], 'taken'],
    ['26 options', [row(menu({ options: options(26) }))], [`${at}.0.options BASE_TYPE_BAD_LENGTH`]],
    [
      'no options',
      [row(menu({ options: [] }))],
      [
        `${at}.0.options BASE_TYPE_BAD_LENGTH`,
        `${at}.0.max_values SELECT_COMPONENT_MAX_VALUES_BAD`,
      ],
    ],
    [
      'an option of 101',
      [row(menu({ options: [{ label: x(101), value: x(101), description: x(101) }] }))],
      [
        `${at}.0.options.0.label BASE_TYPE_BAD_LENGTH`,
        `${at}.0.options.0.value BASE_TYPE_BAD_LENGTH`,
        `${at}.0.options.0.description BASE_TYPE_MAX_LENGTH`,
      ],
    ],
    [
      'one value twice',
      [row(menu({ options: [...options(1), ...options(1)] }))],
      [`${at}.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`],
    ],
    [
      'a placeholder of 151',
      [row(menu({ placeholder: x(151) }))],
      [`${at}.0.placeholder BASE_TYPE_MAX_LENGTH`],
    ],
    [
      'a menu beside a button',
      [row(button(), menu())],
      [`${at}.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED`],
    ],
    [
      'two menus',
      [row(menu(), menu({ custom_id: 'n' }))],
      [`${at}.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED`],
    ],
    ['a text without the flag', [text('a')], ['components.0.type UNION_TYPE_CHOICES']],
  ])('%s', async (_name, components, expected) => {
    const answer = await told(send({ content: 'a', components }));
    expect(answer === 'taken' ? answer : new Set(answer as string[])).toEqual(
      expected === 'taken' ? expected : new Set(expected as string[]),
    );
  });
});

describe('components of the second kind', () => {
  const v2 = (components: object[], more: object = {}) => ({ flags: V2, components, ...more });
  const container = (...components: object[]) => ({ type: 17, components });
  const section = (...components: object[]) => ({ type: 9, components, accessory: button() });
  test.each<[string, object, unknown]>([
    ['40 in all', v2(many(40, () => text('a'))), 'taken'],
    [
      '41 in all',
      v2(many(41, () => text('a'))),
      ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
    ],
    [
      '41 with those inside',
      v2([container(...many(38, () => text('a')), row(button()))]),
      ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
    ],
    ['4000 characters', v2([text(x(2000)), container(text(x(2000)))]), 'taken'],
    [
      '4001 characters',
      v2([text(x(2000)), container(text(x(2001)))]),
      ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
    ],
    ['10,158 bytes in one text', v2([text('語'.repeat(3386))]), 'taken'],
    ['10,161 bytes in one text', v2([text('語'.repeat(3387))]), 500],
    ['10,147 bytes in two texts', v2([text('語'.repeat(3382)), text('x')]), 500],
    [
      'content beside it',
      v2([text('a')], { content: 'a' }),
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    [
      'empty content beside it',
      v2([text('a')], { content: '' }),
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    [
      'embeds beside it',
      v2([text('a')], { embeds: [{ title: 'a' }] }),
      ['embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    ['nothing in it', v2([]), 50006],
    ['a section of three texts', v2([section(text('a'), text('b'), text('c'))]), 'taken'],
    [
      'a section of four texts',
      v2([section(...many(4, () => text('a')))]),
      ['components.0.components BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a section without accessory',
      v2([{ type: 9, components: [text('a')] }]),
      ['components.0.accessory BASE_TYPE_REQUIRED'],
    ],
    [
      'a container in a container',
      v2([container(container(text('a')))]),
      ['components.0.components.0.type UNION_TYPE_CHOICES'],
    ],
    ['a button at the top', v2([button()]), ['components.0.type UNION_TYPE_CHOICES']],
    [
      'one id in two places',
      v2([section(text('a')), row(button())]),
      ['components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    ['separators', v2([text('a'), { type: 14, spacing: 2 }, text('b')]), 'taken'],
    [
      'a gallery',
      v2([{ type: 12, items: [{ media: { url: 'https://a.example/1.png' } }] }]),
      'taken',
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await told(send(body))).toEqual(expected);
  });

  test('the flag stays for ever, and a message with content takes it only without its content', async () => {
    const url = ({ body }: { body: { id: string } }) =>
      `/channels/${channel.id}/messages/${body.id}`;
    const second = await send(v2([text('a')]));
    expect(await told(call('PATCH', url(second), { flags: 0, content: 'a' }))).toEqual([
      'flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ]);
    expect(await told(call('PATCH', url(second), { components: [text('b')] }))).toBe('taken');
    const first = await send({ content: 'a' });
    expect(await told(call('PATCH', url(first), v2([text('b')])))).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(await told(call('PATCH', url(first), v2([text('b')], { content: null })))).toBe('taken');
  });

  test('components get their numbers in order, and none that was chosen by hand', async () => {
    const { body } = await send(v2([text('a'), { ...text('b'), id: 1 }, container(text('c'))]));
    const shown = fake.message(body.id)?.components as unknown[];
    expect(shown).toMatchObject([{ id: 2 }, { id: 1 }, { id: 3, components: [{ id: 4 }] }]);
  });
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'story', description: 'a', ...more });
  const option = (more: object = {}) => ({ type: 3, name: 'query', description: 'a', ...more });
  const choices = (count: number, length = 1) =>
    many(count, (n) => ({ name: `${n}`.padEnd(length, 'x'), value: `${n}` }));
  /** 7,982 characters of names, descriptions and values, and some more. */
  const longest = (more: number) => ({
    name: 'a',
    description: x(100),
    options: many(20, (n) => ({
      ...option({ name: `o${n}`.padEnd(32, 'o'), description: x(100) }),
      choices: [
        ...many(2, (m) => ({ name: `${m}`.padEnd(100, 'x'), value: `${m}`.padEnd(31, 'x') })),
        ...(n === 0 ? [{ name: 'z', value: x(more) }] : []),
      ],
    })),
  });
  test.each<[string, object[], unknown]>([
    ['a name of 32', [command({ name: x(32) })], 'taken'],
    ['a name of 33', [command({ name: x(33) })], ['0.name BASE_TYPE_BAD_LENGTH']],
    [
      'a name in capitals',
      [command({ name: 'Story' })],
      ['0.name APPLICATION_COMMAND_INVALID_NAME'],
    ],
    [
      'a name with a blank',
      [command({ name: 'a b' })],
      ['0.name APPLICATION_COMMAND_INVALID_NAME'],
    ],
    ['a name in Thai', [command({ name: 'ข่าว' })], 'taken'],
    [
      'a description of 101',
      [command({ description: x(101) })],
      ['0.description BASE_TYPE_BAD_LENGTH'],
    ],
    ['no description', [{ name: 'story' }], ['0.description BASE_TYPE_REQUIRED']],
    ['one name twice', [command(), command()], ['1 APPLICATION_COMMANDS_DUPLICATE_NAME']],
    ['one name for two kinds', [command(), { name: 'story', type: 3 }], 'taken'],
    ['25 options', [command({ options: many(25, (n) => option({ name: `o${n}` })) })], 'taken'],
    [
      '26 options',
      [command({ options: many(26, (n) => option({ name: `o${n}` })) })],
      ['0.options BASE_TYPE_MAX_LENGTH'],
    ],
    ['25 choices of 100', [command({ options: [option({ choices: choices(25, 100) })] })], 'taken'],
    [
      '26 choices',
      [command({ options: [option({ choices: choices(26) })] })],
      ['0.options.0.choices BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a choice of 101',
      [command({ options: [option({ choices: choices(1, 101) })] })],
      ['0.options.0.choices.0.name BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'required after optional',
      [command({ options: [option(), option({ name: 'b', required: true })] })],
      ['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    [
      'one option twice',
      [command({ options: [option(), option()] })],
      ['0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
    ],
    [
      'a sub-command beside an option',
      [command({ options: [{ type: 1, name: 'a', description: 'a' }, option()] })],
      ['0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
    ],
    [
      'choices and suggestions at once',
      [command({ options: [option({ choices: choices(1), autocomplete: true })] })],
      ['0.options.0.autocomplete APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES'],
    ],
    [
      'a menu entry with a description',
      [{ name: 'Ask', type: 3, description: 'a' }],
      ['0.description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET'],
    ],
    ['100 commands', many(100, (n) => command({ name: `c${n}` })), 'taken'],
    ['101 commands', many(101, (n) => command({ name: `c${n}` })), 30032],
    ['8000 characters', [command(longest(18))], 'taken'],
    ['8001 characters', [command(longest(19))], ['0 APPLICATION_COMMAND_TOO_LARGE']],
  ])('%s', async (_name, commands, expected) => {
    expect(await told(register(commands))).toEqual(expected);
  });

  test('a command of the same name is replaced and keeps its id; 200 a day can be made', async () => {
    const url = `/applications/${fake.applicationId}/commands`;
    const first = await call('POST', url, command());
    const second = await call('POST', url, command({ description: 'b' }));
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    const hundred = (prefix: string) => many(100, (n) => command({ name: `${prefix}${n}` }));
    expect(await told(register(hundred('a')))).toBe('taken');
    expect(await told(register(hundred('b')))).toBe(30034);
  });
});

describe('answers to interactions', () => {
  async function asked(suggests: boolean) {
    const bot = await openings.connected(fake);
    const query = { type: 3, name: 'query', description: 'a', autocomplete: true } as const;
    await bot.application.commands.set([{ name: 'story', description: 'a', options: [query] }]);
    const heard = new Promise<Interaction>((done) => bot.once(Events.InteractionCreate, done));
    const reader = fake.user([...fake.world.guilds.values()][0]!.ownerId);
    if (suggests) void reader.type('/story', 'query', 'a', { channel }).catch(() => {});
    else reader.slash('/story', { query: 'a' }, { channel });
    const { id, token } = await heard;
    return (body: object) => told(call('POST', `/interactions/${id}/${token}/callback`, body));
  }

  const input = (more: object = {}) => ({ type: 4, custom_id: 'i', label: 'a', style: 1, ...more });
  const inputs = (count: number) => many(count, (n) => row(input({ custom_id: `i${n}` })));
  const modal = (more: object = {}) => ({
    custom_id: 'm',
    title: 'a',
    components: inputs(1),
    ...more,
  });
  test.each<[string, object, unknown]>([
    ['a title of 45 and five inputs', modal({ title: x(45), components: inputs(5) }), 'taken'],
    ['a title of 46', modal({ title: x(46) }), ['data.title BASE_TYPE_BAD_LENGTH']],
    ['six inputs', modal({ components: inputs(6) }), ['data.components BASE_TYPE_BAD_LENGTH']],
    ['no inputs', modal({ components: [] }), ['data.components BASE_TYPE_BAD_LENGTH']],
    ['an id of 101', modal({ custom_id: x(101) }), ['data.custom_id BASE_TYPE_BAD_LENGTH']],
    [
      'one id twice',
      modal({ components: [...inputs(1), ...inputs(1)] }),
      ['data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'a label of 46',
      modal({ components: [row(input({ label: x(46) }))] }),
      ['data.components.0.components.0.label BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a labelled menu',
      modal({ components: [{ type: 18, label: 'a', component: menu() }] }),
      'taken',
    ],
  ])('a window with %s', async (_name, data, expected) => {
    const answer = await asked(false);
    expect(await answer({ type: 9, data })).toEqual(expected);
  });

  const choice = (length: number) => ({ name: x(length), value: x(length) });
  test.each<[string, object[], unknown]>([
    ['25 of 100', many(25, () => choice(100)), 'taken'],
    ['none', [], 'taken'],
    ['26', many(26, () => choice(1)), ['data.choices BASE_TYPE_MAX_LENGTH']],
    [
      'one of 101',
      [choice(101)],
      ['data.choices.0.name BASE_TYPE_BAD_LENGTH', 'data.choices.0.value BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'one of another kind',
      [{ name: 'a', value: 1 }],
      ['data.choices.0.value STRING_TYPE_CONVERT'],
    ],
  ])('suggestions: %s', async (_name, choices, expected) => {
    const answer = await asked(true);
    expect(await answer({ type: 8, data: { choices } })).toEqual(expected);
  });

  test('a deferral takes no flag but the private one', async () => {
    const answer = await asked(false);
    expect(await answer({ type: 5, data: { flags: V2 } })).toEqual([
      'data.flags BASE_TYPE_INVALID',
    ]);
    expect(await answer({ type: 5, data: { flags: 64 } })).toBe('taken');
  });

  test('what is refused does not acknowledge', async () => {
    const answer = await asked(false);
    expect(await answer({ type: 4, data: { content: x(2001) } })).toEqual([
      'data.content BASE_TYPE_MAX_LENGTH',
    ]);
    expect(await answer({ type: 4, data: { content: x(2000) } })).toBe('taken');
  });
});

describe('mentions', () => {
  const everybody = '@everyone <@1> <@&2>';
  const who = async (body: object) =>
    fake.mentionsOf((await send(body)).body).map(({ kind, id }) => `${kind} ${id}`);

  test('without rules every mention pings, with empty rules none does', async () => {
    expect(await who({ content: everybody })).toEqual(['user 1', 'role 2', 'everyone everyone']);
    expect(await who({ content: everybody, allowed_mentions: { parse: [] } })).toEqual([]);
  });

  test('kinds and people that are named ping, and only where they are written', async () => {
    expect(await who({ content: everybody, allowed_mentions: { parse: ['roles'] } })).toEqual([
      'role 2',
    ]);
    expect(await who({ content: '<@!1> <@3>', allowed_mentions: { users: ['3', '4'] } })).toEqual([
      'user 3',
    ]);
    expect(await who({ content: '@here', allowed_mentions: { parse: ['users'] } })).toEqual([]);
  });

  test('texts of components ping, embeds never do', async () => {
    expect(await who({ content: 'a', embeds: [{ title: everybody }] })).toEqual([]);
    expect(await who({ flags: V2, components: [text('hello <@1>')] })).toEqual(['user 1']);
  });

  test('every mention of every message and edit is remembered', async () => {
    const { body } = await send({ content: '<@1>' });
    await call('PATCH', `/channels/${channel.id}/messages/${body.id}`, {
      content: 'calm',
      allowed_mentions: { parse: [] },
    });
    expect(fake.everyMention()).toEqual([{ kind: 'user', id: '1' }]);
  });
});

test('answers of the fake fit Discord’s own description', async () => {
  await send({
    content: 'a',
    embeds: [{ title: 'a', fields: [field('a', 'b')], footer: { text: 'c' } }],
    components: [row(button(), button({ custom_id: 'c' })), row(menu())],
  });
  await send({
    flags: V2,
    components: [
      {
        type: 17,
        components: [
          text('a'),
          { type: 14 },
          { type: 9, components: [text('b')], accessory: button() },
          row(button({ custom_id: 'b' })),
        ],
      },
    ],
  });
  const { body } = await send({ content: 'a', nonce: 'b' });
  await send({ content: 'reply', message_reference: { message_id: body.id } });
  expect(fake.ownFaults).toEqual([]);
});
