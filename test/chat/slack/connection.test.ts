import { expect, test } from 'vitest';
import { UserError } from '../../../src/lib/errors.ts';
import { answeringOver } from '../../support/answering.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { temporaryStore } from '../../support/store.ts';
import {
  crierInSlack,
  fakeSlack,
  listeningLog,
  manifestFor,
  open,
  openingOf,
  serve,
  tokensOf,
} from './crier-in-slack.ts';

const connections = (fake: FakeSlack, number: number) =>
  fake.until(
    `${number} connections`,
    () =>
      fake.socket.connections().filter((one) => !one.leaving).length === number ? true : undefined,
    40_000,
  );

async function answers(fake: FakeSlack): Promise<void> {
  const asking = await fake.user('ada').slash('/news', 'help', { channel: 'news' });
  expect((await asking.answer()).text).toContain('/digest');
}

test('while one connection is renewed the other one hears what is asked', async () => {
  const { fake } = await crierInSlack();
  for (const connection of [...fake.socket.connections()]) {
    fake.socket.disconnect('refresh_requested', connection);
    await answers(fake);
    await connections(fake, 2);
  }
  await answers(fake);
  expect(fake.socket.opened()).toBe(4);
  expect(fake.violations).toEqual([]);
});

test.for(['cut', 'warning', 'refresh_requested', 'link_disabled'] as const)(
  'after %s of all connections Crier comes back and answers',
  async (what) => {
    const { fake } = await crierInSlack();
    if (what === 'cut') fake.socket.cut();
    else fake.socket.disconnect(what);
    await fake.until(
      'new connections',
      () => (fake.socket.opened() >= 4 ? true : undefined),
      20_000,
    );
    await connections(fake, 2);
    await answers(fake);
  },
);

test('while no connection can be opened Crier tries again, and then answers', async () => {
  const { fake, ended } = await crierInSlack();
  const outcome = Promise.race([ended, Promise.resolve('serving')]);
  for (const fault of [
    { kind: 'status', status: 500 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'reset' },
    { kind: 'malformed' },
    { kind: 'rate limited', retryAfter: 1 },
  ] as const) {
    fake.fail({ method: 'apps.connections.open', when: 'before', fault });
  }
  fake.socket.cut();
  await fake.until('new connections', () => (fake.socket.opened() >= 4 ? true : undefined), 40_000);
  await connections(fake, 2);
  await answers(fake);
  expect(fake.calls.filter(({ fault }) => fault !== null)).toHaveLength(5);
  expect(await outcome).toBe('serving');
});

test('while Slack cannot be reached at the start Crier waits for it', async () => {
  const fake = await fakeSlack();
  fake.fail({ method: 'auth.test', when: 'before', fault: { kind: 'status', status: 503 } });
  fake.fail({ method: 'apps.connections.open', when: 'before', fault: { kind: 'reset' } });
  await crierInSlack({ fake });
  await answers(fake);
});

test('frames that make no sense harm nobody', async () => {
  const { fake } = await crierInSlack();
  for (const frame of ['null', '{}', '{"type":"events_api"}', '{"type":', '[1]', '"x"']) {
    fake.socket.sendRaw(frame);
  }
  fake.socket.sendRaw(Buffer.from([1, 2, 3]));
  await answers(fake);
});

const refusals: [string, (fake: FakeSlack) => Record<string, string>, string][] = [
  ['a wrong bot token', () => ({ CRIER_SLACK_BOT_TOKEN: 'xoxb-wrong' }), 'CRIER_SLACK_BOT_TOKEN'],
  ['a wrong app token', () => ({ CRIER_SLACK_APP_TOKEN: 'xapp-wrong' }), 'CRIER_SLACK_APP_TOKEN'],
  [
    'a removed app',
    (fake) => {
      fake.uninstall();
      return {};
    },
    'install it again',
  ],
  [
    'an app token without its scope',
    (fake) => {
      (fake.app.appTokenScopes as Set<string>).clear();
      return {};
    },
    'connections:write',
  ],
  [
    'Socket Mode switched off',
    (fake) => {
      const { manifest } = fake.app;
      fake.app.manifest = {
        ...manifest,
        settings: { ...manifest.settings, socket_mode_enabled: false },
      };
      return {};
    },
    'switch it on',
  ],
];

test.for(refusals)('%s ends serving with what to do', async ([, spoil, words]) => {
  const fake = await fakeSlack();
  const more = spoil(fake);
  const { log, lines } = listeningLog();
  const environment = { ...tokensOf(fake), ...more };
  const platform = await open(openingOf({ environment, log }));
  const { ended } = serve(platform, answeringOver(await temporaryStore()));
  const error = await ended;
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain(words);
  expect(JSON.stringify(lines)).not.toMatch(/xoxb-|xapp-/);
});

test('a token taken away while Crier serves ends it with what to do', async () => {
  const { fake, ended } = await crierInSlack();
  fake.uninstall();
  const error = await ended;
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('Install the app again');
});

test('an end is an end: connections close, no timer is left, what was asked is answered first', async () => {
  let finish: () => void = () => {};
  const { fake, stop, ended } = await crierInSlack({
    answering: (real) => ({
      ...real,
      prepare: (said, asker) => ({
        shared: false,
        answer: async () => {
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return real.prepare(said, asker).answer();
        },
      }),
    }),
  });
  const asking = await fake.user('ada').slash('/news', 'help', { channel: 'news' });
  await asking.acknowledged();
  const stopping = stop();
  finish();
  await stopping;
  expect(await ended).toBeUndefined();
  expect(asking.answers()).toHaveLength(1);
  await connections(fake, 0);
});

// Slack's library alone would wait 30 s for the other side to hang up: longer than a test may take.
test('at the end a Slack that does not hang up is not waited for', async () => {
  const { fake, stop, ended } = await crierInSlack();
  for (const { socket } of fake.socket.connections()) socket.pause();
  await stop();
  expect(await ended).toBeUndefined();
}, 10_000);

test('nothing secret is written to the log, whatever goes wrong', async () => {
  const { fake, lines } = await crierInSlack();
  const invalid = { kind: 'error', error: 'invalid_auth' } as const;
  fake.fail({ method: 'chat.postMessage', when: 'before', fault: invalid });
  await fake.user('ada').say('@crier digest', { channel: 'news' });
  const broken = { kind: 'status', status: 500 } as const;
  fake.fail({ method: 'response_url', when: 'before', fault: broken });
  await fake.user('ada').slash('/news', 'help', { channel: 'news' });
  fake.fail({ method: 'apps.connections.open', when: 'before', fault: { kind: 'reset' } });
  fake.socket.cut();
  for (const what of ['not delivered', 'unsure', 'did not connect']) {
    await fake.until(what, () => lines.find((line) => line.what.includes(what)));
  }
  const said = JSON.stringify(lines);
  for (const secret of [fake.botToken, fake.app.appToken, 'hooks.', 'response_url', 'ticket=']) {
    expect(said).not.toContain(secret);
  }
});

test('people of another workspace in a shared channel are not answered from this one', async () => {
  const { fake, heard } = await crierInSlack();
  const asking = await fake.user('ada').say('@crier digest', { channel: 'news' });
  await asking.answer();
  const payload = structuredClone(asking.deliveries[0]!.payload) as {
    event_id: string;
    event: { user_team: string };
  };
  payload.event_id = 'Ev0FOREIGN';
  payload.event.user_team = 'T0ELSEWHERE';
  fake.deliver(payload);
  await fake.until('the refusal', () =>
    fake.messages('news').find(({ text }) => text.includes('Only members')),
  );
  expect(heard).toHaveLength(1);
});

test('the printed manifest is one that the fake accepts', async () => {
  const fake = await fakeSlack({ manifest: manifestFor() });
  expect(fake.violations).toEqual([]);
});
