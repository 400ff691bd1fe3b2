import { PassThrough } from 'node:stream';
import type { APIMessage } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { discord } from '../../src/chat/discord/index.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { slack } from '../../src/chat/slack/index.ts';
import { slackManifest } from '../../src/chat/slack/manifest.ts';
import { terminalPlatform } from '../../src/chat/terminal/terminal.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { silentLog } from '../../src/lib/log.ts';
import { Secret } from '../../src/lib/secret.ts';
import type { Db } from '../../src/store/schema.ts';
import { vaultOf } from '../../src/store/vault.ts';
import { answeringOver, type Told, tell } from '../support/answering.ts';
import { createFakeDiscord } from '../support/discord/server.ts';
import { createFakeSlack } from '../support/slack/fake-slack.ts';
import { mentionsOf } from '../support/slack/mrkdwn.ts';
import type { Message as SlackSaid } from '../support/slack/state.ts';
import { temporaryStore } from '../support/store.ts';

// What every platform promises, asked through the real discord.js, the real Bolt and a real prompt.

const SETTINGS = {
  discord: { guild: null },
  slack: { commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' }, managers: [] },
} as const;

/** A request as each platform has it: a command and its options by name. */
type Request = { readonly command: string; readonly options?: Readonly<Record<string, string>> };

/** What came back, as the asker reads it, and whether others read it too; null where there is nobody else. */
type Answer = { readonly words: string; readonly isPublic: boolean | null };

type Driver = {
  ask(request: Request, who?: 'reader' | 'manager'): Promise<Answer>;
  /** Suggestions or completions while something is typed; null where the platform has none at that place. */
  suggest(typed: string): Promise<readonly string[]>;
  /** Everything the platform would have refused or punished, and everybody who was pinged. */
  troubles(): readonly unknown[];
};

function lineOf({ command, options = {} }: Request): string {
  const [first = '', ...others] = Object.entries(options);
  const bare = first ? ` ${first[1]}` : '';
  return `/${command}${bare}${others.map(([name, value]) => ` ${name}:"${value}"`).join('')}`;
}

async function served(platform: Platform, db: Db): Promise<void> {
  const stop = new AbortController();
  const serving = platform.serve(answeringOver(db), stop.signal);
  serving.catch(() => {});
  onTestFinished(async () => {
    stop.abort();
    await serving;
  });
}

const opening = (db: Db, secrets: Record<string, string>, variables: Record<string, string>) => ({
  settings: SETTINGS,
  secret: (name: string) => (secrets[name] ? new Secret(secrets[name]) : undefined),
  variable: (name: string) => variables[name],
  vault: vaultOf(db),
  sample: false,
  clock: () => new Date(),
  log: silentLog,
});

async function onDiscord(db: Db): Promise<Driver> {
  const fake = await createFakeDiscord();
  onTestFinished(() => fake.close());
  const guild = fake.build.guild({ name: 'newsroom' });
  const channel = fake.build.channel(guild);
  const people = {
    reader: fake.build.user({ name: 'ada' }),
    manager: fake.build.user({ name: 'grace' }),
  };
  fake.build.member(guild, people.reader);
  fake.build.member(guild, people.manager, [
    fake.build.role(guild, { permissions: ['MANAGE_GUILD'] }),
  ]);
  const platform = await discord.open(
    opening(db, { CRIER_DISCORD_TOKEN: fake.token }, { CRIER_DISCORD_API_URL: fake.url }),
  );
  await served(platform!, db);
  await fake.until('commands', () => fake.world.commands.size || undefined);
  const wordsOf = (message: APIMessage) =>
    [
      message.content,
      ...message.embeds.flatMap((embed) => [
        embed.title,
        embed.description,
        embed.footer?.text,
        ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
      ]),
    ]
      .filter(Boolean)
      .join('\n')
      .replace(/\\(?=[\p{P}\p{S}])/gu, '');
  return {
    async ask({ command, options = {} }, who = 'reader') {
      const isManaging = COMMANDS.find(({ name }) => name === command)?.access === 'managers';
      const line = isManaging ? command.replace(/^news/, 'news-admin') : command;
      const typed = Object.fromEntries(
        Object.entries(options).map(([name, value]) => [name, name === 'share' ? true : value]),
      );
      const asked = fake.user(people[who]).slash(`/${line}`, typed, { channel });
      const first = await asked.answer();
      const { ephemeral } = await asked.acknowledged();
      const all = asked.messages();
      return {
        words: (all.length > 0 ? all : [first]).map(wordsOf).join('\n'),
        isPublic: !ephemeral,
      };
    },
    suggest: async (typed) =>
      (await fake.user(people.reader).type('/story', 'query', typed, { channel })).map(
        ({ name }) => name,
      ),
    troubles: () => [...fake.troubles(), ...fake.everyMention()],
  };
}

async function onSlack(db: Db): Promise<Driver> {
  const manifest = slackManifest(COMMANDS, SETTINGS.slack, { requests: 'socket', publicUrl: null });
  const fake = await createFakeSlack({ manifest });
  onTestFinished(() => fake.close());
  const platform = await slack.open(
    opening(
      db,
      { CRIER_SLACK_BOT_TOKEN: fake.botToken, CRIER_SLACK_APP_TOKEN: fake.app.appToken },
      { CRIER_SLACK_API_URL: fake.apiUrl },
    ),
  );
  await served(platform!, db);
  await fake.until('connections', () => fake.socket.connections().length >= 2 || undefined);
  const people = { reader: fake.user('ben'), manager: fake.user('ada') };
  const own = () => fake.world.messages.filter(({ via }) => via !== 'person');
  return {
    async ask(request, who = 'reader') {
      const [command = '', ...rest] = lineOf(request).split(' ');
      const asking = await people[who].slash(command, rest.join(' '), { channel: 'news' });
      const first = await asking.answer();
      await asking.acknowledged();
      // What is too long for one message goes on in others.
      await new Promise((done) => setTimeout(done, 50));
      const all = asking.answers();
      return {
        words: (all.length > 0 ? all : [first]).map(textOf).join('\n'),
        isPublic: first.ephemeralTo === null,
      };
    },
    async suggest(typed) {
      const asking = await people.reader.slash('/story', '', { channel: 'news' });
      const view = await asking.modal();
      const menu = JSON.stringify(view).match(
        /"type":"external_select"[^}]*?"action_id":"([^"]+)"/,
      );
      const id = menu?.[1] ?? JSON.stringify(view).match(/"action_id":"([^"]+)"/)?.[1] ?? '';
      return (await people.reader.suggest(view, id, typed)).map(({ label }) => label);
    },
    troubles: () => [
      ...fake.violations,
      ...fake.failures,
      ...own().flatMap((message) => [...mentionsOf(message)]),
    ],
  };
}

/** Every text of the blocks, one after another. */
function textOf({ blocks }: Pick<SlackSaid, 'blocks'>): string {
  const found: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if ((key === 'text' || key === 'name') && typeof value === 'string') found.push(value);
    return value;
  });
  return found.join(' ').replace(/\s+/g, ' ');
}

async function atTheTerminal(db: Db): Promise<Driver> {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const platform = terminalPlatform({ streams: { input, output }, environment: {} });
  await served(platform, db);
  onTestFinished(() => void input.end());
  const answering = answeringOver(db);
  const { operator } = await import('../../src/chat/terminal/terminal.ts');
  return {
    async ask(request) {
      written = '';
      input.write(`${lineOf(request)}\n`);
      while (!written.endsWith('\n\n')) await new Promise((done) => setTimeout(done, 5));
      return { words: written.replace(/\n│ ?/g, ' ').replace(/\s+/g, ' '), isPublic: null };
    },
    suggest: async (typed) => await answering.complete(`/story ${typed}`, operator),
    troubles: () => [],
  };
}

const LONG = (name: string, sentence: string): Told => ({
  url: `https://long.example/${name}`,
  outlet: 'Langtext',
  title: sentence.slice(0, 120),
  text: Array.from({ length: 60 }, (_, i) => sentence.replace('#', String(i + 1))).join(' '),
});

const NEWS: readonly Told[] = [
  {
    url: 'https://courier.example/crane',
    outlet: 'The Courier',
    title: 'Kelmouth harbour closed after crane falls into the dock',
    text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
  },
  {
    url: 'https://herald.example/crane',
    outlet: 'Herald',
    title: 'Crane falls into dock, Kelmouth harbour closed',
    text: 'A crane fell into the main dock of Kelmouth on Monday and the harbour was closed. “We will lift it before the weekend,” harbour master Ada Quill said. Ferries to Sandrey were sent to Port Oswin instead.',
  },
  {
    url: 'https://herald.example/bakery',
    outlet: 'Herald',
    title: 'Kelmouth bakery wins the golden rye for its bread',
    text: 'A bakery in Kelmouth has won the golden rye for the best bread of the coast. “We only ever wanted to sell bread that keeps for a week,” baker Ines Harrow said on Sunday.',
  },
  LONG(
    'english',
    'In the longest council meeting of Brixford number # members spoke at length about the wall that the sea has been taking down stone by stone for all of these years.',
  ),
  LONG(
    'chinese',
    '第#位市议员在市政厅的长会上谈到了海堤的修缮和预算问题，并说明年必须完工，否则全城都会受到影响。',
  ),
  LONG(
    'arabic',
    'قال العضو رقم # في المجلس إن السور البحري يحتاج إلى إصلاح عاجل قبل نهاية العام وإن المدينة كلها تنتظر القرار.',
  ),
  LONG(
    'emoji',
    'Festival 🎉 of kites 🪁 number # opened 👨‍👩‍👧‍👦 in the meadows of Vissing 🏳️‍🌈 with lanterns 🏮 and one @everyone <!channel> too many.',
  ),
];

describe.each([
  ['discord', onDiscord],
  ['slack', onSlack],
  ['terminal', atTheTerminal],
] as const)('%s', (name, driver) => {
  async function room(): Promise<Driver> {
    const db = await temporaryStore();
    await tell(db, NEWS);
    return await driver(db);
  }
  const hasOthers = name !== 'terminal';

  test('every command is answered, to the asker alone', async () => {
    const here = await room();
    const asked: [Request, RegExp][] = [
      [
        { command: 'story', options: { query: 'kelmouth crane' } },
        /We will lift it before the weekend.*Ada Quill/s,
      ],
      [{ command: 'story', options: { query: 'kelmouth crane', view: 'sources' } }, /Herald/],
      [
        { command: 'ask', options: { question: 'what did ada quill say about the crane' } },
        /We will lift it/,
      ],
      [{ command: 'digest', options: { topic: 'kelmouth' } }, /News digest/],
      [{ command: 'digest', options: { topic: 'kelmouth', length: 'headlines' } }, /golden rye/],
      [{ command: 'news list' }, /feeds/],
      [{ command: 'news sources' }, /No feeds yet/],
      [{ command: 'news status' }, /Stories/],
      [{ command: 'news why', options: { about: 'kelmouth crane' } }, /It is in the digest/],
      [{ command: 'news help' }, /\/digest/],
    ];
    expect(new Set(asked.map(([{ command }]) => command))).toEqual(
      new Set(COMMANDS.filter(({ access }) => access === 'all').map((one) => one.name)),
    );
    for (const [request, said] of asked) {
      const { words, isPublic } = await here.ask(request);
      expect({ request, words }).toMatchObject({ words: expect.stringMatching(said) });
      expect(isPublic).toBe(hasOthers ? false : null);
    }
    expect(here.troubles()).toEqual([]);
  });

  test('what is shared everybody sees', async () => {
    const here = await room();
    const { words, isPublic } = await here.ask({
      command: 'story',
      options: { query: 'kelmouth crane', share: 'yes' },
    });
    expect(words).toMatch(/Kelmouth harbour/);
    expect(isPublic).toBe(hasOthers ? true : null);
    expect(here.troubles()).toEqual([]);
  });

  test('nothing found names the nearest; several are offered; slips are explained', async () => {
    const here = await room();
    const none = await here.ask({ command: 'story', options: { query: 'crane over atlantis' } });
    expect(none.words).toMatch(/No story holds all of/);
    expect(none.words).toMatch(/Kelmouth/);
    const several = await here.ask({ command: 'story', options: { query: 'kelmouth' } });
    expect(several.words).toMatch(/2 stories about/);
    const gone = await here.ask({ command: 'story', options: { query: '#999999' } });
    expect(gone.words).toMatch(/No story/);
    expect(here.troubles()).toEqual([]);
  });

  test('stories are suggested while somebody types', async () => {
    const here = await room();
    expect((await here.suggest('kelmouth cra')).join()).toMatch(/crane/i);
    expect((await here.suggest('zeppelin')).join()).not.toMatch(/kelmouth|crane/i);
  });

  test('long stories in any script come whole and within every limit', async () => {
    const here = await room();
    for (const [query, said] of [
      ['council brixford', /members spoke at length/],
      ['市议员', /市政厅/],
      ['المجلس', /السور البحري/],
      ['kites', /🪁/u],
    ] as const) {
      const { words } = await here.ask({ command: 'story', options: { query } });
      expect(words).toMatch(said);
    }
    await here.ask({ command: 'digest', options: { length: 'full' } as never });
    expect(here.troubles()).toEqual([]);
  });

  test.runIf(hasOthers)('commands for managers are theirs alone', async () => {
    const here = await room();
    const request = { command: 'news feed check' };
    const refused = await here.ask(request, 'reader').then(
      ({ words }) => words,
      (error: Error) => error.message,
    );
    expect(refused).toMatch(/is for .*: ask one of them|may not|not allowed|permission/i);
    expect((await here.ask(request, 'manager')).words).toMatch(/no feeds of its own/);
  });
});
