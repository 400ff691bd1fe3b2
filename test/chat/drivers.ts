import { PassThrough } from 'node:stream';
import { type APIMessage, ComponentType, MessageFlags } from 'discord.js';
import { onTestFinished } from 'vitest';
import { discord } from '../../src/chat/discord/index.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { slack } from '../../src/chat/slack/index.ts';
import { slackManifest } from '../../src/chat/slack/manifest.ts';
import { operator, terminalPlatform } from '../../src/chat/terminal/terminal.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { silentLog } from '../../src/lib/log.ts';
import { Secret } from '../../src/lib/secret.ts';
import type { Db } from '../../src/store/schema.ts';
import { vaultOf } from '../../src/store/vault.ts';
import { answeringOver } from '../support/answering.ts';
import type { Asked } from '../support/discord/asked.ts';
import { createFakeDiscord } from '../support/discord/server.ts';
import type { Asking } from '../support/slack/asking.ts';
import { createFakeSlack } from '../support/slack/fake-slack.ts';
import { mentionsOf } from '../support/slack/mrkdwn.ts';
import type { Message as SlackSaid } from '../support/slack/state.ts';

// People at each platform, over the real discord.js, the real Bolt and a real prompt.

const SETTINGS = {
  discord: { guild: null },
  slack: { commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' }, managers: [] },
} as const;

/** A request as each platform has it: a command and its options by name. */
export type Request = {
  readonly command: string;
  readonly options?: Readonly<Record<string, string>>;
};

/** What came back, as the asker reads it, and whether others read it too; null where there is nobody else. */
export type Answer = {
  readonly words: string;
  readonly isPublic: boolean | null;
  /** All that came by now: what is too long for one message goes on in others. */
  soFar(): string;
};

export type Driver = {
  ask(request: Request, who?: 'reader' | 'manager'): Promise<Answer>;
  /** Chooses what is called so in the menu under the last answer. */
  choose(label: RegExp, who?: 'reader' | 'manager'): Promise<Answer>;
  /** Presses the button under the last answer. */
  press(label: string, who?: 'reader' | 'manager'): Promise<Answer>;
  /** Gives a command alone, or presses a button under the last answer; fills in the form that opens, by its labels, and sends it. */
  fill(opening: Request | string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** The platform's id of the channel that is asked in, and of whoever asks. */
  readonly ids: { readonly channel: string; readonly reader: string; readonly manager: string };
  /** Suggestions or completions while something is typed; null where the platform has none at that place. */
  suggest(typed: string): Promise<readonly string[]>;
  /** Everything the platform would have refused or punished, and everybody who was pinged. */
  troubles(): readonly unknown[];
};

/** How long an answer may take on a machine that has other things to do: the platforms time acknowledgements alone. */
const PATIENCE_MS = 30_000;

function lineOf({ command, options = {} }: Request): string {
  const isNamed = (name: string) => {
    const kind = COMMANDS.find((one) => one.name === command)?.options[name]?.kind;
    return kind === 'text' || kind === 'channel';
  };
  const given = Object.entries(options);
  const [first] = given.filter(([name], i) => i === 0 && !isNamed(name));
  const others = given.filter((one) => one !== first);
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

export async function onDiscord(db: Db): Promise<Driver> {
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
      .replace(/\*\*|\\(?=[\p{P}\p{S}])/gu, '');
  let last: APIMessage | undefined;
  const answerTo = async (asked: Asked): Promise<Answer> => {
    const { ephemeral } = await asked.acknowledged();
    // What was to be public and is a refusal is taken away, and follows for the asker alone.
    const first = await asked.answer().catch(() => asked.followUp());
    const isAlone = ephemeral || ((first.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const soFar = () => asked.messages().map(wordsOf).join('\n');
    last = first;
    return { words: soFar() || wordsOf(first), isPublic: !isAlone, soFar };
  };
  const shown = () => {
    if (!last) throw new Error('nothing was answered yet');
    return last;
  };
  return {
    async ask({ command, options = {} }, who = 'reader') {
      const isManaging = COMMANDS.find(({ name }) => name === command)?.access === 'managers';
      const line = isManaging ? command.replace(/^news/, 'news-admin') : command;
      const typed = Object.fromEntries(
        Object.entries(options).map(([name, value]) => [name, name === 'share' ? true : value]),
      );
      return answerTo(fake.user(people[who]).slash(`/${line}`, typed, { channel }));
    },
    choose(label, who = 'reader') {
      const offered = (shown().components ?? []).flatMap((row) =>
        'components' in row
          ? row.components.flatMap((one) =>
              one.type === ComponentType.StringSelect ? one.options : [],
            )
          : [],
      );
      const { value } = theOne(offered, label);
      return answerTo(fake.user(people[who]).select(shown(), [value]));
    },
    press: (label, who = 'reader') => answerTo(fake.user(people[who]).press(shown(), label)),
    async fill(opening, fields) {
      const manager = fake.user(people.manager);
      const opened =
        typeof opening === 'string'
          ? manager.press(shown(), opening)
          : manager.slash(
              `/${opening.command.replace(/^news/, 'news-admin')}`,
              opening.options ?? {},
              { channel },
            );
      const { components } = await opened.modal();
      const names = new Map(
        (components as { readonly label: string; readonly component: { custom_id: string } }[]).map(
          ({ label, component }) => [label, component.custom_id],
        ),
      );
      const named = Object.entries(fields).map(([label, value]) => [names.get(label), value]);
      return answerTo(manager.submit(opened, Object.fromEntries(named)));
    },
    ids: { channel: channel.id, reader: people.reader.id, manager: people.manager.id },
    suggest: async (typed) =>
      (await fake.user(people.reader).type('/story', 'query', typed, { channel })).map(
        ({ name }) => name,
      ),
    troubles: () => [...fake.troubles(), ...fake.everyMention()],
  };
}

export async function onSlack(db: Db): Promise<Driver> {
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
  let last: SlackSaid | undefined;
  const answerTo = async (asking: Asking): Promise<Answer> => {
    await asking.acknowledged();
    const first = await asking.answer({ timeoutMs: PATIENCE_MS });
    const soFar = () => asking.answers().map(textOf).join('\n');
    last = first;
    return { words: soFar() || textOf(first), isPublic: first.ephemeralTo === null, soFar };
  };
  const shown = () => {
    if (!last) throw new Error('nothing was answered yet');
    return last;
  };
  return {
    async ask(request, who = 'reader') {
      const [command = '', ...rest] = lineOf(request).split(' ');
      return answerTo(await people[who].slash(command, rest.join(' '), { channel: 'news' }));
    },
    async choose(label, who = 'reader') {
      type Option = { readonly text: { readonly text: string }; readonly value: string };
      const menus: { readonly action_id: string; readonly options: readonly Option[] }[] = [];
      JSON.stringify(shown().blocks, (_key, value) => {
        if (value?.type === 'static_select') menus.push(value);
        return value;
      });
      for (const { action_id, options } of menus) {
        const { value } = theOne(
          options.map((one) => ({ label: one.text.text, value: one.value })),
          label,
        );
        return answerTo(await people[who].select(shown(), action_id, value));
      }
      throw new Error('there is no menu');
    },
    press: async (label, who = 'reader') => answerTo(await people[who].press(shown(), label)),
    async fill(opening, fields) {
      const [command = '', ...rest] = typeof opening === 'string' ? [] : lineOf(opening).split(' ');
      const asking =
        typeof opening === 'string'
          ? await people.manager.press(shown(), opening)
          : await people.manager.slash(command, rest.join(' '), { channel: 'news' });
      const form = await asking.modal();
      const since = fake.world.revision;
      await (await people.manager.submit(form, fields)).acknowledged();
      // The answer comes by the address of whatever opened the form.
      const came = () => own().filter(({ revision }) => revision > since);
      const first = await fake.until('the answer to a form', () => came()[0]);
      const soFar = () => came().map(textOf).join('\n');
      last = first;
      return { words: soFar(), isPublic: first.ephemeralTo === null, soFar };
    },
    ids: {
      channel: fake.channel('news').id,
      reader: people.reader.id,
      manager: people.manager.id,
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

/** What a reader would choose by this name. */
function theOne<T extends { readonly label: string }>(offered: readonly T[], label: RegExp): T {
  const found = offered.find((one) => label.test(one.label));
  if (!found) throw new Error(`${label} is not offered: ${offered.map((one) => one.label)}`);
  return found;
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

export async function atTheTerminal(db: Db): Promise<Driver> {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const platform = terminalPlatform({ streams: { input, output }, environment: {} });
  await served(platform, db);
  onTestFinished(() => void input.end());
  const answering = answeringOver(db);
  return {
    async ask(request) {
      written = '';
      input.write(`${lineOf(request)}\n`);
      while (!written.endsWith('\n\n')) await new Promise((done) => setTimeout(done, 5));
      const words = written.replace(/\n│ ?/g, ' ').replace(/\s+/g, ' ');
      return { words, isPublic: null, soFar: () => words };
    },
    choose: () => Promise.reject(new Error('a terminal has no menus')),
    press: () => Promise.reject(new Error('a terminal has no buttons')),
    fill: () => Promise.reject(new Error('a terminal has no forms')),
    ids: { channel: 'here', reader: operator.person.id, manager: operator.person.id },
    suggest: async (typed) => await answering.complete(`/story ${typed}`, operator),
    troubles: () => [],
  };
}
