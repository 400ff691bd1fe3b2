import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { sentence } from '../../src/chat/message.ts';
import type { Answering } from '../../src/chat/platform.ts';
import { createAnswering } from '../../src/commands/answer.ts';
import type { Log } from '../../src/lib/log.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { answeringOver } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';
import { closedRoom, goOnline, openRoom, soon } from './discord/newsroom.ts';
import {
  crierInSlack,
  fakeSlack,
  listeningLog,
  open,
  openingOf,
  serve,
  tokensOf,
} from './slack/crier-in-slack.ts';

const WRONG = 'canary-4d1f.wrong.token-77aa';

/** What Crier told anybody, however deep in an error it stands. */
const told = (...all: unknown[]): string =>
  inspect(all, {
    depth: 20,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: Number.POSITIVE_INFINITY,
  });

function expectNone(secrets: readonly string[], words: string): void {
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    expect(words).not.toContain(secret);
  }
}

/** The real commands over a store that is gone: whatever is asked ends in a fault, which is logged. */
async function broken(log: Log): Promise<Answering> {
  const db = await temporaryStore();
  const answering = createAnswering({
    db,
    log,
    clock: () => new Date(),
    async contextOf({ tenant }) {
      if (tenant !== EVERYBODY) throw new Error('no such table');
      return { db } as never;
    },
  });
  const fault = Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
  return {
    ...answering,
    // Answering promises never to fail; the platforms do not rely on it.
    prepare: (said, asker) =>
      said.kind === 'options' && said.options.query === 'throw'
        ? { shared: false, answer: () => Promise.reject(fault) }
        : answering.prepare(said, asker),
  };
}

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const EDIT = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const FOLLOW_UP = 'POST /webhooks/{webhook_id}/{webhook_token}';
const POST = 'POST /channels/{channel_id}/messages';

test('Discord: a wrong token is in no error and no line', async () => {
  const room = await closedRoom({ token: WRONG });
  const error = await room.platform
    .serve(room.answering, new AbortController().signal)
    .catch((reason: unknown) => reason);
  const found = await room.platform.check([{ tenant: EVERYBODY, channel: room.channel.id }]);
  const posted = await room.platform.post(
    { tenant: EVERYBODY, channel: room.channel.id },
    sentence('News.'),
    'a-key',
  );
  expect(error).toBeInstanceOf(Error);
  expect(found.some(({ remedy }) => remedy !== null)).toBe(true);
  expectNone([WRONG, 'canary-4d1f', 'token-77aa'], told(error, found, posted, room.lines));
});

test('Discord: whatever fails on the way, no token of the bot or of an interaction is told', async () => {
  // So many in a second that nobody is told to wait: each meets the fault that is set for it.
  const much = { limit: 1_000, windowMs: 1_000 };
  const buckets = Object.fromEntries([CALLBACK, EDIT, FOLLOW_UP, POST].map((on) => [on, much]));
  const room = await openRoom({ fake: { buckets } });
  const { fake } = room;
  const where = { channel: room.channel };
  const place = { tenant: `discord:${room.guild.id}` as const, channel: room.channel.id };
  const outcomes: unknown[] = [];
  const faults = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 404 },
    { kind: 'reset' },
    { kind: 'garbage' },
  ] as const;
  for (const [at, fault] of faults.entries()) {
    for (const on of [CALLBACK, EDIT, FOLLOW_UP, POST]) {
      const striking = fake.faults.add({ on, when: 'before', fault, times: 4 });
      room.manager.slash('/news list', {}, where);
      room.reader.slash('/story', { query: 'crane', share: true }, where);
      if (on === CALLBACK || on === EDIT) await soon(() => striking.struck() >= 2);
      outcomes.push(await room.platform.post(place, sentence('News.'), `key-${at}-${on.length}`));
      outcomes.push(await room.platform.check([place]));
      striking.end();
    }
  }
  await soon(() => room.lines.filter(({ level }) => /warn|error/.test(level)).length >= 4);
  fake.revokeToken();
  await soon(() => fake.gateway.live.length === 0);
  outcomes.push(await room.platform.post(place, sentence('News.'), 'the-last'));
  outcomes.push(await room.platform.check([place]));
  const tokens = [...fake.world.interactions.values()].map(({ token }) => token);
  expect(tokens.length).toBeGreaterThan(30);
  const said = told(outcomes, room.lines, [...fake.world.messages.values()].map(shown));
  expectNone([fake.token, ...tokens], said);
});

test('Discord: a token that is reset while Crier serves is not in what it ends with', async () => {
  const room = await closedRoom();
  const { serving } = await goOnline(room);
  room.fake.revokeToken();
  const error = await serving.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expectNone([room.fake.token], told(error, room.lines));
});

test('Discord: faults inside a command are logged without tokens', async () => {
  const { log, lines } = listeningLog();
  const answering = await broken(log);
  const room = await openRoom({ answering: () => answering });
  const where = { channel: room.channel };
  const asked = [
    room.reader.slash('/story', { query: 'throw' }, where),
    room.reader.slash('/story', { query: 'crane' }, where),
    room.reader.slash('/digest', {}, where),
  ];
  const answers = await Promise.all(asked.map((one) => one.answer()));
  await soon(() => room.lines.some(({ level }) => level === 'error'));
  expect(lines.some(({ level }) => level === 'error')).toBe(true);
  const tokens = asked.map(({ interaction }) => interaction.token);
  expectNone([room.fake.token, ...tokens], told(answers.map(shown), lines, room.lines));
});

test('Slack: a wrong token is in no error and no line', async () => {
  for (const [name, begins] of [
    ['CRIER_SLACK_BOT_TOKEN', 'xoxb-'],
    ['CRIER_SLACK_APP_TOKEN', 'xapp-'],
  ] as const) {
    const fake = await fakeSlack();
    const misplaced = open(openingOf({ environment: { ...tokensOf(fake), [name]: WRONG } }));
    expectNone([WRONG], told(await misplaced.catch((reason: unknown) => reason)));
    const { log, lines } = listeningLog();
    const environment = { ...tokensOf(fake), [name]: begins + WRONG };
    const platform = await open(openingOf({ environment, log }));
    const { ended } = serve(platform, answeringOver(await temporaryStore()));
    const error = await ended;
    const place = { tenant: EVERYBODY, channel: fake.channel('news').id };
    const found = await platform.check([place]);
    const posted = await platform.post(place, sentence('News.'), 'a-key');
    expect(error).toBeInstanceOf(Error);
    const secrets = [WRONG, 'canary-4d1f', fake.app.appToken, fake.botToken];
    expectNone(secrets, told(error, found, posted, lines));
  }
});

test('Slack: whatever fails on the way, no token, address or trigger is told', async () => {
  const crier = await crierInSlack();
  const { fake, lines, platform } = crier;
  const { botToken } = fake;
  const [ada, ben] = [fake.user('ada'), fake.user('ben')];
  const where = { channel: 'news' };
  const place = { tenant: `slack:${ada.user.team}` as const, channel: fake.channel('news').id };
  const outcomes: unknown[] = [];
  const faults = [
    { kind: 'status', status: 500, body: 'upstream' },
    { kind: 'status', status: 404 },
    { kind: 'reset' },
    { kind: 'malformed' },
    { kind: 'error', error: 'invalid_auth' },
  ] as const;
  const methods = [
    'response_url',
    'chat.postMessage',
    'chat.postEphemeral',
    'views.open',
    'conversations.open',
    'users.info',
    'apps.connections.open',
    'auth.test',
  ];
  for (const [at, fault] of faults.entries()) {
    for (const method of methods) fake.fail({ method, when: 'before', fault, times: 2 });
    const asked = [
      await ada.slash('/story', 'kelmouth crane', where),
      await ada.slash('/story', '', where),
      await ben.slash('/news', 'help', where),
      await ben.slash('/story', 'kelmouth crane share:yes', where),
      await ada.say('@crier digest', where),
    ];
    await Promise.all(asked.map((one) => one.acknowledged()));
    outcomes.push(await platform.post(place, sentence('News.'), `key-${at}`));
    outcomes.push(await platform.check([place]));
    fake.socket.cut();
    const opened = fake.socket.opened();
    fake.clearFaults();
    await fake.until('new connections', () => fake.socket.opened() > opened || undefined, 20_000);
  }
  await fake.until(
    'what failed',
    () => lines.filter(({ level }) => level === 'warn').length >= 5 || undefined,
  );
  fake.uninstall();
  outcomes.push(await crier.ended);
  outcomes.push(await platform.post(place, sentence('News.'), 'the-last'));
  outcomes.push(await platform.check([place]));
  const secrets = [botToken, fake.app.appToken, fake.app.signingSecret, ...secretsIn(fake)];
  expect(secrets.length).toBeGreaterThan(40);
  const own = fake.world.messages.filter(({ via }) => via !== 'person');
  expectNone(secrets, told(outcomes, lines, own.map(shown)));
}, 60_000);

test('Slack: faults inside a command are logged without tokens', async () => {
  const { log, lines } = listeningLog();
  const answering = await broken(log);
  const failing: Answering = {
    ...answering,
    prepare: (said, asker) =>
      said.kind === 'line' && said.line.includes('throw')
        ? { shared: false, answer: () => Promise.reject(new Error('the disk is full')) }
        : answering.prepare(said, asker),
  };
  const { fake, lines: own } = await crierInSlack({ answering: () => failing });
  const where = { channel: 'news' };
  await fake.user('ada').slash('/story', 'throw', where);
  const answer = await (await fake.user('ada').slash('/digest', '', where)).answer();
  await fake.until('both faults', () =>
    own.some(({ level }) => level === 'error') && lines.some(({ level }) => level === 'error')
      ? true
      : undefined,
  );
  const secrets = [fake.botToken, fake.app.appToken, ...secretsIn(fake)];
  expectNone(secrets, told(shown(answer), own, lines));
});

/** Of a message what its readers and their clients get. */
function shown(message: object): object {
  const { content, embeds, components, text, blocks, attachments, metadata } = message as Record<
    string,
    unknown
  >;
  return { content, embeds, components, text, blocks, attachments, metadata };
}

/** Everything that was delivered and is worth something: addresses for answers, triggers, verification tokens. */
function secretsIn({ deliveries }: { readonly deliveries: readonly { payload: unknown }[] }) {
  const found = new Set<string>();
  JSON.stringify(
    deliveries.map(({ payload }) => payload),
    (key, value: unknown) => {
      if (typeof value !== 'string' || value === '') return value;
      if (key === 'response_url') found.add(value.split('/').at(-1) ?? '');
      if (key === 'trigger_id') found.add(value.split('.').at(-1) ?? '');
      if (key === 'token') found.add(value);
      return value;
    },
  );
  return [...found];
}
