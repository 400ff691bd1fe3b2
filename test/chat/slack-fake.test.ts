import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Running, startHttpApp, startSocketApp } from '../support/slack/bolt.ts';
import { movableClock } from '../support/slack/clock.ts';
import {
  createFakeSlack,
  type FakeSlack,
  type FakeSlackOptions,
} from '../support/slack/fake-slack.ts';

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

async function slack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const fake = await createFakeSlack(options);
  open.push({ stop: () => fake.close() });
  return fake;
}

async function started(running: Promise<Running>): Promise<Running> {
  const one = await running;
  open.push(one);
  return one;
}

test('a command over Socket Mode is acknowledged and answered to the one who asked', async () => {
  const fake = await slack();
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `You asked for ${command.text}.` });
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'harbour dispute', { channel: 'news' });
  expect((await asking.acknowledged()).ackBody).toBeUndefined();
  const answer = await asking.answer();
  expect(answer.text).toBe('You asked for harbour dispute.');
  expect(answer.ephemeralTo).toBe(fake.user('ada').id);
  expect(fake.user('ben').sees('news')).toEqual([]);
  expect(fake.violations).toEqual([]);
});

test('a command as a signed request is acknowledged with the answer itself', async () => {
  const fake = await slack();
  await started(
    startHttpApp(fake, (app) => {
      app.command('/story', async ({ ack }) => {
        await ack({ text: 'Here it is.', response_type: 'in_channel' });
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'x', { channel: 'news' });
  expect((await asking.answer()).via).toBe('ack');
  expect(fake.user('ben').sees('news')).toHaveLength(1);
  expect(fake.violations).toEqual([]);
});

test('a command acknowledged too late fails before the eyes of the one who typed it', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  let acknowledge: (() => void) | undefined;
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack }) => {
        await new Promise<void>((resolve) => {
          acknowledge = resolve;
        });
        await ack('too late');
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', 'x', { channel: 'news' });
  const late = await fake.until('the listener', () => acknowledge);
  clock.advance(3_000);
  await expect(asking.answer()).rejects.toThrow(
    '/story x failed with the error "operation_timeout"',
  );
  late();
  await fake.until(
    'the late acknowledgement',
    () => asking.deliveries[0]?.attempts[0]?.ackAfterMs ?? undefined,
  );
  expect(
    fake
      .user('ada')
      .sees('news')
      .map(({ author }) => author),
  ).toEqual(['USLACKBOT']);
});

test('a response address takes five answers and no sixth', async () => {
  const fake = await slack();
  const refusals: unknown[] = [];
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond }) => {
        await ack();
        for (let answer = 1; answer <= 6; answer += 1) {
          await respond(`answer ${answer}`).catch((error: unknown) => refusals.push(error));
        }
      });
    }),
  );
  const asking = await fake.user('ada').slash('/story', '', { channel: 'news' });
  await fake.until('the refusal', () => refusals[0]);
  expect(asking.answers().map(({ text }) => text)).toEqual([
    'answer 1',
    'answer 2',
    'answer 3',
    'answer 4',
    'answer 5',
  ]);
  expect(refusals).toHaveLength(1);
  expect(fake.calls.at(-1)).toMatchObject({ method: 'response_url', status: 404 });
});

test('an answer whose connection broke after it arrived stands there once', async () => {
  const fake = await slack();
  const failed: unknown[] = [];
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond }) => {
        await ack();
        await respond('here').catch((error: unknown) => failed.push(error));
      });
    }),
  );
  fake.fail({ method: 'response_url', when: 'after', fault: { kind: 'reset' } });
  const asking = await fake
    .user('ada')
    .slash('/story', '', { channel: fake.user('ada').direct().id });
  await fake.until('the broken connection', () => failed[0]);
  expect(asking.answers()).toHaveLength(1);
});

test('a response address is dead after 30 minutes', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  let late: () => Promise<unknown> = async () => {};
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond }) => {
        late = () => respond('at last');
        await ack();
      });
    }),
  );
  await (await fake.user('ada').slash('/story', '')).acknowledged();
  clock.advance(30 * 60_000 + 1);
  await expect(late()).rejects.toThrow('404');
});

test('blocks over a limit are refused with the place, and noted', async () => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  const post = app.client.chat.postMessage({
    channel: fake.channel('news').id,
    text: 'x',
    blocks: [
      { type: 'divider' },
      { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } },
    ],
  });
  await expect(post).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
      },
    },
  });
  expect(fake.messages('news')).toEqual([]);
  expect(fake.violations).toHaveLength(1);
});

test.for([
  { kind: 'reset' },
  { kind: 'status', status: 502 },
  { kind: 'malformed' },
  { kind: 'hang' },
  { kind: 'rate limited', retryAfter: 7 },
  { kind: 'rate limited', retryAfter: null },
  { kind: 'error', error: 'fatal_error' },
] as const)('$kind before the effect posts nothing, after it one message', async (fault) => {
  const fake = await slack();
  const patience = fault.kind === 'hang' ? { timeout: 300 } : {};
  const { app } = await started(startSocketApp(fake, () => {}, patience));
  const channel = fake.channel('news').id;
  const post = (text: string) => app.client.chat.postMessage({ channel, text });

  fake.fail({ method: 'chat.postMessage', when: 'before', fault });
  await expect(post('before')).rejects.toThrow();
  expect(fake.messages('news')).toHaveLength(0);

  fake.fail({ method: 'chat.postMessage', when: 'after', fault });
  await expect(post('after')).rejects.toThrow();
  expect(fake.messages('news').map(({ text }) => text)).toEqual(['after']);

  await post('unharmed');
  expect(fake.messages('news')).toHaveLength(2);
  expect(fake.calls.filter(({ fault: struck }) => struck !== null)).toHaveLength(2);
});

test.for(['refresh_requested', 'warning', 'silence', 'cut'] as const)(
  'after %s the app comes back with a new connection and hears again',
  async (what) => {
    const fake = await slack();
    await started(
      startSocketApp(fake, (app) => {
        app.command('/story', ({ ack }) => ack('here'));
      }),
    );
    if (what === 'silence') fake.socket.silence();
    else if (what === 'cut') fake.socket.cut();
    else fake.socket.disconnect(what);
    const back = () => fake.socket.connections().some(({ number }) => number === 2) || undefined;
    await fake.until('the second connection', back, 20_000);
    await fake.until('the end of the first', () =>
      fake.socket.connections().length === 1 ? true : undefined,
    );
    const asking = await fake.user('ada').slash('/story', '');
    expect((await asking.answer()).text).toBe('here');
  },
);

test('a command while nobody is connected fails at once', async () => {
  const fake = await slack();
  const asking = await fake.user('ada').slash('/story', '');
  await expect(asking.answer()).rejects.toThrow('dispatch_failed');
});

test('an app that may open no connection does not start', async () => {
  const fake = await slack();
  fake.fail({
    method: 'apps.connections.open',
    when: 'before',
    fault: { kind: 'error', error: 'invalid_auth' },
  });
  await expect(startSocketApp(fake, () => {})).rejects.toThrow('invalid_auth');
});

test('frames that cannot be read do not keep the next command from being answered', async () => {
  const fake = await slack();
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', ({ ack }) => ack('still here'));
    }),
  );
  fake.socket.sendRaw('{"type":');
  fake.socket.sendRaw(Buffer.from([1, 2, 3]));
  expect((await (await fake.user('ada').slash('/story', '')).answer()).text).toBe('still here');
});

test('with several connections any one gets the envelope, and each only once', async () => {
  const fake = await slack();
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    await started(
      startSocketApp(fake, (app) => {
        app.command('/story', async ({ ack }) => {
          heard.push(name);
          await ack(name);
        });
      }),
    );
  }
  await (await fake.user('ada').slash('/story', '')).answer();
  await (await fake.user('ada').slash('/story', '')).answer();
  expect(heard.toSorted()).toEqual(['first', 'second']);
});

test('an event nobody acknowledged comes again with the same event id', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  const heard: { id: string; retry: unknown; why: unknown }[] = [];
  await started(
    startSocketApp(fake, (app) => {
      app.event('app_mention', async ({ body, context }) => {
        heard.push({ id: body.event_id, retry: context.retryNum, why: context.retryReason });
      });
    }),
  );
  fake.socket.swallow(true);
  const asking = await fake.user('ada').say('@crier hello', { channel: 'news' });
  fake.socket.swallow(false);
  clock.advance(3_000);
  const again = await fake.until('the second delivery', () => heard[0]);
  expect(again).toMatchObject({ retry: 1, why: 'timeout' });
  expect(again.id).toBe(asking.deliveries[0]?.payload.event_id);
});

/** A request URL that answers everything with these; what was asked stands in `heard`. */
async function failingApp(fake: FakeSlack, status: number, headers: { [name: string]: string }) {
  const heard: unknown[] = [];
  const server = createServer((request, response) => {
    heard.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
    request.resume();
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  fake.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return heard;
}

test('a request URL that fails is asked again at once, after a minute and after five', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  const heard = await failingApp(fake, 500, {});
  await fake.user('ada').say('@crier hello', { channel: 'news' });
  const delivery = fake.deliveries[0];
  const failed = (times: number) =>
    fake.until(`failure ${times}`, () =>
      delivery?.attempts.filter(({ outcome }) => outcome === 'failed').length === times
        ? true
        : undefined,
    );
  await failed(2);
  clock.advance(60_000);
  await failed(3);
  clock.advance(300_000);
  await failed(4);
  expect(delivery?.outcome).toBe('failed');
  expect(heard).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ]);
});

test('a request URL that asks for no retry is not asked again', async () => {
  const fake = await slack();
  const heard = await failingApp(fake, 500, { 'x-slack-no-retry': '1' });
  const asking = await fake.user('ada').say('@crier hello', { channel: 'news' });
  const delivery = asking.deliveries[0];
  if (delivery === undefined) throw new Error('nothing was delivered');
  expect((await fake.settled(delivery)).nextAt).toBeNull();
  expect(heard).toHaveLength(1);
});

test.for(['wrong', 'old', 'missing'] as const)(
  'a request with a %s signature is refused by Bolt',
  async (signing) => {
    const fake = await slack();
    let heard = 0;
    await started(
      startHttpApp(fake, (app) => {
        app.use(async () => {
          heard += 1;
        });
      }),
    );
    const payload = commandOf(fake, '/story');
    const delivery = await fake.settled(fake.deliver(payload, { signing }));
    expect(delivery).toMatchObject({ outcome: 'failed', attempts: [{ status: 401 }] });
    expect(heard).toBe(0);
  },
);

const commandOf = (fake: FakeSlack, command: string) => ({
  token: fake.app.verificationToken,
  team_id: fake.channel('news').team,
  channel_id: fake.channel('news').id,
  user_id: fake.user('ada').id,
  command,
  text: '',
  response_url: 'https://hooks.slack.com/commands/T0/1/x',
  trigger_id: '1.2.3',
});

test('the request URL gives the challenge back', async () => {
  const fake = await slack();
  await started(startHttpApp(fake, () => {}));
  expect(await fake.verifyUrl()).toBe(true);
});

test('a mention is answered in its thread, and the answer is found again by its metadata', async () => {
  const fake = await slack();
  const { app } = await started(
    startSocketApp(fake, (running) => {
      running.event('app_mention', async ({ event, client }) => {
        await client.chat.postMessage({
          channel: event.channel,
          thread_ts: event.ts,
          text: 'Said on Monday.',
          metadata: { event_type: 'crier_delivery', event_payload: { key: 'd1' } },
        });
      });
    }),
  );
  const asking = await fake.user('ben').say('@crier who said that?', { channel: 'news' });
  const answer = await asking.answer();
  expect(answer.threadTs).toBe(asking.said?.ts);
  const channel = fake.channel('news').id;
  const thread = { channel, ts: asking.said?.ts ?? '' };
  const blind = await app.client.conversations.replies(thread);
  expect(blind.messages?.[1]?.metadata).toBeUndefined();
  const seeing = await app.client.conversations.replies({ ...thread, include_all_metadata: true });
  expect(seeing.messages?.[1]?.metadata?.event_payload).toEqual({ key: 'd1' });
  // A thread's answers do not stand in the channel's history.
  expect((await app.client.conversations.history({ channel })).messages).toHaveLength(1);
  expect(fake.violations).toEqual([]);
});

const BUTTONS = [
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' }, value: '7' },
      {
        type: 'overflow',
        action_id: 'menu',
        options: [{ text: { type: 'plain_text', text: 'Mute' }, value: 'mute:7' }],
      },
    ],
  },
] as const;

test('only the one who sees an ephemeral message can press its button, and only while it stands there', async () => {
  const fake = await slack();
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'A story', blocks: [...BUTTONS] as never });
      });
      app.action('more', async ({ ack, respond, action }) => {
        await ack();
        const value = 'value' in action ? action.value : '';
        await respond({ text: `All of ${value}`, blocks: [], replace_original: true });
      });
    }),
  );
  const ada = fake.user('ada');
  const card = await (await ada.slash('/story', 'x', { channel: 'news' })).answer();
  await expect(fake.user('ben').press(card, 'More')).rejects.toThrow('does not see');
  await expect(ada.press(card, 'Less')).rejects.toThrow('no element called Less');
  const pressed = await ada.press(card, 'More');
  expect((await pressed.answer()).text).toBe('All of 7');
  expect(ada.sees('news')).toHaveLength(1);
  await expect(ada.press(card, 'More')).rejects.toThrow('nothing to use');
  expect(fake.violations).toEqual([]);
});

test('an overflow menu sends the chosen option', async () => {
  const fake = await slack();
  const { app } = await started(
    startSocketApp(fake, (running) => {
      running.action('menu', async ({ ack, action, body, client }) => {
        await ack();
        const value = action.type === 'overflow' ? action.selected_option.value : '';
        await client.chat.postEphemeral({
          channel: body.channel?.id ?? '',
          user: body.user.id,
          text: `muted by ${value}`,
        });
      });
    }),
  );
  await app.client.chat.postMessage({
    channel: fake.channel('news').id,
    text: 'A story',
    blocks: [...BUTTONS] as never,
  });
  const card = fake.user('ben').sees('news')[0];
  if (card === undefined) throw new Error('no card');
  const answer = await (await fake.user('ben').select(card, 'menu', 'Mute')).answer();
  expect(answer).toMatchObject({ text: 'muted by mute:7', ephemeralTo: fake.user('ben').id });
  expect(fake.user('ada').sees('news')).toHaveLength(1);
});

const FORM = {
  type: 'modal' as const,
  callback_id: 'follow',
  title: { type: 'plain_text' as const, text: 'Follow' },
  submit: { type: 'plain_text' as const, text: 'Follow' },
  blocks: [
    {
      type: 'input',
      block_id: 'story',
      label: { type: 'plain_text', text: 'Story' },
      element: { type: 'external_select', action_id: 'pick', min_query_length: 2 },
    },
    {
      type: 'input',
      block_id: 'hour',
      optional: true,
      label: { type: 'plain_text', text: 'At' },
      element: { type: 'timepicker', action_id: 'at', initial_time: '07:30' },
    },
  ],
};

test('a form asks the app for options while somebody types, and is sent with what was chosen', async () => {
  const fake = await slack();
  const sent: unknown[] = [];
  await started(
    startSocketApp(fake, (app) => {
      app.command('/story', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: FORM as never });
      });
      app.options('pick', async ({ ack, payload }) => {
        await ack({
          options: [{ text: { type: 'plain_text', text: `${payload.value}…` }, value: 's1' }],
        });
      });
      app.view('follow', async ({ ack, view }) => {
        const chosen = view.state.values.story?.pick?.selected_option?.value;
        sent.push([chosen, view.state.values.hour?.at?.selected_time]);
        if (sent.length === 1) {
          await ack({ response_action: 'errors', errors: { story: 'Closed already.' } });
        } else await ack();
      });
    }),
  );
  const ada = fake.user('ada');
  const form = await (await ada.slash('/story', '')).modal();
  await expect(ada.suggest(form, 'pick', 'a')).rejects.toThrow('more letters');
  await expect(ada.submit(form)).rejects.toThrow('"Story" has to be filled in');
  await expect(ada.submit(form, { pick: 'au…' })).rejects.toThrow('no option');
  expect(await ada.suggest(form, 'pick', 'au')).toEqual([{ label: 'au…', value: 's1' }]);
  const first = await ada.submit(form, { pick: 'au…' });
  await first.acknowledged();
  expect(form.errors).toEqual({ story: 'Closed already.' });
  await (await ada.submit(form)).acknowledged();
  expect(ada.modal()).toBeUndefined();
  expect(sent).toEqual([
    ['s1', '07:30'],
    ['s1', '07:30'],
  ]);
  expect(fake.violations).toEqual([]);
});

test('a trigger opens one modal, within three seconds', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  const triggers: string[] = [];
  const { app } = await started(
    startSocketApp(fake, (running) => {
      running.command('/story', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    }),
  );
  const open = (trigger: string | undefined) =>
    app.client.views.open({ trigger_id: trigger ?? '', view: FORM as never });
  await (await fake.user('ada').slash('/story', '')).acknowledged();
  await open(triggers[0]);
  await expect(open(triggers[0])).rejects.toThrow('exchanged_trigger_id');
  await (await fake.user('ada').slash('/story', '')).acknowledged();
  clock.advance(3_001);
  await expect(open(triggers[1])).rejects.toThrow('expired_trigger_id');
  await expect(open('1.2.3')).rejects.toThrow('invalid_trigger_id');
});

test('shortcuts and the home tab reach the app', async () => {
  const fake = await slack();
  await started(
    startSocketApp(fake, (app) => {
      app.shortcut('tell', async ({ ack, respond, shortcut }) => {
        await ack();
        const text = 'message' in shortcut ? shortcut.message.text : '';
        await respond(`about: ${text}`);
      });
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'divider' }] },
        });
      });
    }),
  );
  const ada = fake.user('ada');
  const said = (await ada.say('a new pier', { channel: 'news' })).said;
  if (said === null) throw new Error('nothing said');
  expect((await (await ada.messageShortcut('tell', said)).answer()).text).toBe('about: a new pier');
  await ada.openHome();
  await fake.until('the home tab', () => ada.home());
  await expect(ada.shortcut('unheard-of')).rejects.toThrow('declares no global shortcut');
  expect(fake.violations).toEqual([]);
});

test('posting is limited in each channel by itself', async () => {
  const clock = movableClock();
  const fake = await slack({ clock });
  fake.invite('general');
  const { app } = await started(startSocketApp(fake, () => {}));
  const post = (channel: string) =>
    app.client.chat.postMessage({ channel: fake.channel(channel).id, text: 'x' });
  for (let burst = 0; burst < 3; burst += 1) await post('news');
  await expect(post('news')).rejects.toMatchObject({ retryAfter: 1 });
  await post('general');
  clock.advance(1_000);
  await post('news');
  expect(fake.messages('news')).toHaveLength(4);
});

test('outside the Marketplace history is read once a minute, fifteen messages', async () => {
  const clock = movableClock();
  const fake = await slack({ clock, trusted: false });
  const { app } = await started(startSocketApp(fake, () => {}));
  for (let count = 0; count < 20; count += 1) await fake.user('ada').say('x', { channel: 'news' });
  const read = () =>
    app.client.conversations.history({ channel: fake.channel('news').id, limit: 100 });
  expect((await read()).messages).toHaveLength(15);
  await expect(read()).rejects.toMatchObject({ retryAfter: 60 });
  clock.advance(60_000);
  await read();
});

test.for([
  ['not_in_channel', (fake: FakeSlack) => fake.remove('news')],
  ['is_archived', (fake: FakeSlack) => fake.archive('news')],
  ['channel_not_found', (fake: FakeSlack) => fake.deleteChannel('news')],
  ['token_revoked', (fake: FakeSlack) => fake.revoke()],
  ['account_inactive', (fake: FakeSlack) => fake.uninstall()],
  [
    'restricted_action',
    (fake: FakeSlack) => {
      fake.channel('news').restricted = true;
    },
  ],
] as const)('posting where the app cannot any more is %s', async ([error, happen]) => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  happen(fake);
  const post = app.client.chat.postMessage({ channel: fake.channel('news').id, text: 'x' });
  await expect(post).rejects.toMatchObject({ data: { error } });
});

test('a private channel the bot is not in does not exist for it', async () => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  const channel = fake.channel('desk').id;
  await expect(app.client.chat.postMessage({ channel, text: 'x' })).rejects.toThrow(
    'channel_not_found',
  );
  await expect(fake.user('ben').slash('/story', '', { channel: 'desk' })).rejects.toThrow(
    'sees no channel',
  );
});

test('a scope that was not granted is named', async () => {
  const fake = await slack({ empty: true });
  const team = fake.addTeam('Bare');
  fake.addUser({ name: 'ada', team });
  fake.install(team, ['chat:write']);
  const { app } = await started(startSocketApp(fake, () => {}));
  await expect(app.client.users.list({})).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
  });
});

test('a method the fake does not know is unknown_method and noted', async () => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  await expect(app.client.pins.list({ channel: 'C1' })).rejects.toThrow('unknown_method');
  expect(fake.violations).toMatchObject([{ where: 'pins.list', what: 'unknown_method' }]);
});

test('one workspace knows nothing of the other', async () => {
  const fake = await slack();
  const other = fake.addTeam('Other');
  const carl = fake.addUser({ name: 'carl', team: other });
  fake.addChannel({ name: 'news', team: other });
  const { botToken } = fake.install(other);
  fake.invite('news', other);
  const { app } = await started(startSocketApp(fake, () => {}));
  const post = (token: string, team?: string) =>
    app.client.chat.postMessage({ token, channel: fake.channel('news', team).id, text: 'x' });
  await post(botToken, other);
  await expect(post(botToken)).rejects.toThrow('channel_not_found');
  await expect(post(fake.botToken, other)).rejects.toThrow('channel_not_found');
  await expect(app.client.users.info({ user: carl.id })).rejects.toThrow('user_not_found');
  expect(fake.calls.map(({ team }) => team)).toContain(other);
});

test('no token stands in the log of calls', async () => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  await app.client.auth.test({ token: fake.botToken });
  const log = JSON.stringify(fake.calls);
  expect(log).toContain('auth.test');
  for (const secret of [fake.botToken, fake.app.appToken, fake.app.clientSecret]) {
    expect(log).not.toContain(secret);
  }
});

test('a text alone does not change the blocks of a message', async () => {
  const fake = await slack();
  const { app } = await started(startSocketApp(fake, () => {}));
  const channel = fake.channel('news').id;
  const { ts } = await app.client.chat.postMessage({
    channel,
    text: 'old',
    blocks: [{ type: 'section', text: { type: 'plain_text', text: 'old' } }],
  });
  await app.client.chat.update({ channel, ts: ts ?? '', text: 'new' });
  expect(fake.messages('news')[0]).toMatchObject({
    text: 'new',
    blocks: [{ text: { text: 'old' } }],
  });
  expect(fake.violations[0]?.what).toContain('old blocks stay');
});

test('an acknowledged event may come again, with the same event id', async () => {
  const fake = await slack();
  const heard: [string, unknown][] = [];
  await started(
    startSocketApp(fake, (app) => {
      app.event('app_mention', async ({ body, context }) => {
        heard.push([body.event_id, context.retryNum]);
      });
    }),
  );
  const asking = await fake.user('ada').say('@crier hello', { channel: 'news' });
  await asking.acknowledged();
  const [delivery] = asking.deliveries;
  if (delivery === undefined) throw new Error('nothing was delivered');
  fake.repeat(delivery);
  await fake.until('the repetition', () => heard[1]);
  expect(heard).toEqual([
    [delivery.payload.event_id, 0],
    [delivery.payload.event_id, 1],
  ]);
});

test('what people write reaches only an app that is there and subscribed', async () => {
  const fake = await slack();
  await started(startSocketApp(fake, () => {}));
  const ada = fake.user('ada');
  expect((await ada.say('@crier hello', { channel: 'general' })).deliveries).toEqual([]);
  expect((await ada.say('nobody called', { channel: 'news' })).deliveries).toEqual([]);
  expect((await ada.say('@crier hello', { channel: 'news' })).deliveries).toHaveLength(1);
  const alone = await ada.sayToBot('hello');
  expect(alone.deliveries.map(({ payload }) => payload.event)).toMatchObject([
    { type: 'message', channel_type: 'im', text: 'hello' },
  ]);
});

test('a command that the manifest does not declare cannot be typed', async () => {
  const fake = await slack();
  await expect(fake.user('ada').slash('/sing', '')).rejects.toThrow('not a valid command');
});

test('a manifest that asks for what its scopes do not allow is noted', async () => {
  const fake = await slack({
    manifest: {
      display_information: { name: 'Crier' },
      features: { slash_commands: [{ command: '/Story', description: '' }] },
      settings: { event_subscriptions: { bot_events: ['app_mention'] } },
    },
  });
  expect(fake.violations.map(({ what }) => what)).toEqual([
    'slash commands and shortcuts need the scope commands',
    '/Story is no name for a command',
    'the description of /Story is not 1 to 2000 characters',
    'the event app_mention needs the scope app_mentions:read',
  ]);
});

test('an eleventh connection is sent away', async () => {
  const fake = await slack();
  const runs: Promise<Running>[] = [];
  for (let count = 0; count < 10; count += 1) runs.push(started(startSocketApp(fake, () => {})));
  await Promise.all(runs);
  const eleventh = new WebSocket(fake.socket.url());
  const first = await new Promise<string>((resolve) => {
    eleventh.addEventListener('message', ({ data }) => resolve(String(data)));
  });
  expect(JSON.parse(first)).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  expect(fake.socket.connections()).toHaveLength(10);
  eleventh.close();
});

test('an address for a connection opens one', async () => {
  const fake = await slack();
  const address = fake.socket.url();
  const outcome = (socket: WebSocket) =>
    new Promise<string>((resolve) => {
      socket.addEventListener('message', () => resolve('open'));
      socket.addEventListener('error', () => resolve('refused'));
    });
  expect(await outcome(new WebSocket(address))).toBe('open');
  expect(await outcome(new WebSocket(address))).toBe('refused');
});
