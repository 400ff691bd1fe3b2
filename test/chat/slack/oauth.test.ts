import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { sentence } from '../../../src/chat/message.ts';
import type { Answering } from '../../../src/chat/platform.ts';
import { createSeal } from '../../../src/chat/slack/seal.ts';
import { tenantOf } from '../../../src/chat/slack/workspaces.ts';
import { UserError } from '../../../src/lib/errors.ts';
import { Secret } from '../../../src/lib/secret.ts';
import { EVERYBODY } from '../../../src/news/tenant.ts';
import { answeringOver, tell } from '../../support/answering.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { temporaryStore } from '../../support/store.ts';
import {
  fakeSlack,
  listeningLog,
  manifestFor,
  memoryVault,
  NEWS,
  open,
  openingOf,
  SETTINGS,
  serve,
} from './crier-in-slack.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const SIGNED = { CRIER_SLACK_STATE_SECRET: 'a state secret', CRIER_ENCRYPTION_KEY: 'a passphrase' };

/** Crier for many workspaces; nobody has installed it yet. */
async function crierForMany(how: 'http' | 'socket', vault = memoryVault()) {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const manifest = manifestFor(SETTINGS, { requests: how, publicUrl });
  const fake = await fakeSlack({ manifest, empty: true });
  sendTo(fake, how === 'http' ? publicUrl : null);
  const environment = {
    ...SIGNED,
    CRIER_SLACK_API_URL: fake.apiUrl,
    CRIER_SLACK_CLIENT_ID: fake.app.clientId,
    CRIER_SLACK_CLIENT_SECRET: fake.app.clientSecret,
    CRIER_PUBLIC_URL: publicUrl,
    CRIER_PORT: String(port),
    ...(how === 'http'
      ? { CRIER_SLACK_SIGNING_SECRET: fake.app.signingSecret }
      : { CRIER_SLACK_APP_TOKEN: fake.app.appToken }),
  };
  const db = await temporaryStore();
  await tell(db, NEWS);
  const { log, lines } = listeningLog();
  const platform = await open(openingOf({ environment, vault, log }));
  const presence: string[] = [];
  const answering: Answering = {
    ...answeringOver(db),
    present: async (tenants) => void presence.push(`in ${tenants.join(' ')}`),
    left: async (tenant) => void presence.push(`out of ${tenant}`),
  };
  const serving = serve(platform, answering);
  const install = (user: string) => installAs(fake, publicUrl, user);
  return {
    ...serving,
    fake,
    db,
    answering,
    presence,
    environment,
    vault,
    install,
    publicUrl,
    lines,
  };
}

/** As signed requests there, or over Socket Mode. */
function sendTo(fake: FakeSlack, publicUrl: string | null): void {
  const { useHttp: byRequests, useSocketMode: bySocket } = fake;
  if (publicUrl === null) bySocket();
  else byRequests(`${publicUrl}/slack/events`);
}

/** The page that leads to Slack's consent, as soon as it is there. */
async function installPage(publicUrl: string): Promise<Response> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  throw new Error('there is no install page');
}

/** Goes the whole way of somebody who installs: page, consent, way back with the state cookie. */
async function installAs(fake: FakeSlack, publicUrl: string, user: string): Promise<Response> {
  const start = await installPage(publicUrl);
  const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const back = await fake.authorize(start.headers.get('location') ?? '', user);
  return fetch(back, { headers: { cookie } });
}

const said = (value: unknown) => JSON.stringify(value);

describe.for(['http', 'socket'] as const)('many workspaces over %s', (how) => {
  test('each asks for itself, and neither sees what is the other one’s', async () => {
    const { fake, db, install, vault } = await crierForMany(how);
    const [acme, other] = [fake.addTeam('Acme'), fake.addTeam('Other')];
    const ada = fake.addUser({ name: 'ada', team: acme, isAdmin: true });
    const carl = fake.addUser({ name: 'carl', team: other });
    for (const team of [acme, other]) fake.addChannel({ name: 'talk', team });
    expect((await install(ada.id)).status).toBe(200);
    expect((await install(carl.id)).status).toBe(200);
    await tell(db, [
      {
        tenant: tenantOf(acme),
        url: 'https://inside.example/1',
        outlet: 'Acme Inside',
        title: 'Quillfeather merger agreed behind closed doors',
        text: 'Quillfeather agreed to a merger behind closed doors on Sunday, two directors said. “Nobody knows the price of this merger,” said Wilma Brandywhistle of Quillfeather.',
      },
    ]);
    const mine = await (await ada.slash('/story', 'quillfeather', { channel: 'talk' })).answer();
    expect(said(mine.blocks)).toContain('Brandywhistle');
    const theirs = await (await carl.slash('/story', 'quillfeather', { channel: 'talk' })).answer();
    expect(said(theirs.blocks)).not.toContain('Brandywhistle');
    expect(mine.team).toBe(acme);
    expect(theirs.team).toBe(other);
    const stored = [...vault.held.values()].join('\n');
    for (const { botToken } of fake.world.installations.values()) {
      expect(stored).not.toContain(botToken);
    }
    expect(fake.violations).toEqual([]);
  });
});

test('who installs Crier is welcomed in a conversation of their own', async () => {
  const { fake, install } = await crierForMany('http');
  const ada = fake.addUser({ name: 'ada', team: fake.addTeam('Acme') });
  await install(ada.id);
  await fake.until('the welcome', () =>
    fake.messages(ada.direct().id).length === 2 ? true : undefined,
  );
  expect(said(fake.messages(ada.direct().id)[1]?.blocks)).toContain('News digest');
});

test('who installs Crier again after its removal is welcomed again', async () => {
  const { fake, install, vault } = await crierForMany('http');
  const acme = fake.addTeam('Acme');
  const ada = fake.addUser({ name: 'ada', team: acme });
  const welcomed = () => vault.held.get(`slack:welcomed:${acme}`);
  const greetings = () =>
    fake.world.messages.filter(({ blocks }) => said(blocks).includes('/news help')).length;
  await install(ada.id);
  await fake.until('the welcome', welcomed);
  fake.uninstall(acme);
  await fake.until('the forgetting', () => (welcomed() === undefined ? true : undefined));
  await install(ada.id);
  await fake.until('the welcome', welcomed);
  expect(greetings()).toBe(2);
});

test('where Crier is and where it is no more is told: at the start, with each install and removal', async () => {
  const { fake, install, presence, vault, environment, answering, stop } =
    await crierForMany('http');
  const [acme, other] = [fake.addTeam('Acme'), fake.addTeam('Other')];
  await install(fake.addUser({ name: 'ada', team: acme }).id);
  await install(fake.addUser({ name: 'carl', team: other }).id);
  fake.uninstall(acme);
  await fake.until('the removal', () => presence[3]);
  expect(presence).toEqual([
    'in ',
    `in ${tenantOf(acme)}`,
    `in ${tenantOf(other)}`,
    `out of ${tenantOf(acme)}`,
  ]);
  await stop();
  serve(await open(openingOf({ environment, vault })), answering);
  await fake.until('the next start', () => presence[4]);
  expect(presence[4]).toBe(`in ${tenantOf(other)}`);
});

test('posts go to the workspace they are for; one that removed Crier is forgotten', async () => {
  const { fake, install, platform, vault } = await crierForMany('http');
  const acme = fake.addTeam('Acme');
  const ada = fake.addUser({ name: 'ada', team: acme });
  await install(ada.id);
  fake.addChannel({ name: 'talk', team: acme });
  fake.invite('talk', acme);
  const place = { tenant: tenantOf(acme), channel: fake.channel('talk', acme).id };
  expect((await platform.post(place, sentence('x'), 'd')).kind).toBe('sent');
  const elsewhere = { ...place, tenant: 'slack:T0OTHER' };
  expect((await platform.post(elsewhere, sentence('x'), 'd')).kind).toBe('revoked');
  expect((await platform.check([place])).filter(({ remedy }) => remedy)).toEqual([]);
  fake.uninstall(acme);
  await fake.until('the forgetting', () =>
    vault.held.has(`slack:installation:${acme}`) ? undefined : true,
  );
  expect((await platform.post(place, sentence('x'), 'd')).kind).toBe('revoked');
  expect(await platform.check()).toEqual([
    { what: 'Slack installations', remedy: expect.stringContaining('/slack/install') },
  ]);
});

test('a channel is checked in the workspace that has it, named or not', async () => {
  const { fake, install, platform } = await crierForMany('http');
  const [acme, other] = [fake.addTeam('Acme'), fake.addTeam('Other')];
  for (const team of [acme, other]) {
    await install(fake.addUser({ name: 'ada', team }).id);
    fake.addChannel({ name: `talk-of-${team.toLowerCase()}`, team });
  }
  fake.invite(`talk-of-${other.toLowerCase()}`, other);
  const { id: joined } = fake.channel(`talk-of-${other.toLowerCase()}`, other);
  const { id: alone } = fake.channel(`talk-of-${acme.toLowerCase()}`, acme);
  const check = async (tenant: string, channel: string) =>
    (await platform.check([{ tenant, channel }])).at(-1);
  const fine = { what: `Slack channel #talk-of-${other.toLowerCase()}`, remedy: null };
  expect(await check(EVERYBODY, joined)).toEqual(fine);
  expect(await check(tenantOf(other), joined)).toEqual(fine);
  expect((await check(EVERYBODY, alone))?.remedy).toContain('/invite @crier');
  expect((await check(EVERYBODY, 'C0NOWHERE'))?.remedy).toContain('slack:T…/C…');
});

test('with another key than the installations were stored with Crier says so and does not start', async () => {
  const { fake, install, environment, vault, stop } = await crierForMany('http');
  await install(fake.addUser({ name: 'ada', team: fake.addTeam('Acme') }).id);
  await stop();
  const platform = await open(
    openingOf({ environment: { ...environment, CRIER_ENCRYPTION_KEY: 'another' }, vault }),
  );
  const error = await serve(platform, answeringOver(await temporaryStore())).ended;
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('CRIER_ENCRYPTION_KEY');
});

test('with the same key a restart finds every workspace again', async () => {
  const first = await crierForMany('http');
  const { fake, environment, vault } = first;
  const acme = fake.addTeam('Acme');
  const ada = fake.addUser({ name: 'ada', team: acme });
  fake.addChannel({ name: 'talk', team: acme });
  await first.install(ada.id);
  await first.stop();
  const again = await open(openingOf({ environment, vault }));
  serve(again, answeringOver(first.db));
  await installPage(first.publicUrl);
  const answer = await (await ada.slash('/story', 'crane', { channel: 'talk' })).answer();
  expect(said(answer.blocks)).toContain('Kelmouth');
});

test('a port that is taken is named', async () => {
  const first = await crierForMany('http');
  await first.install(first.fake.addUser({ name: 'ada', team: first.fake.addTeam('A') }).id);
  const second = await open(openingOf({ environment: first.environment }));
  const error = await serve(second, answeringOver(first.db)).ended;
  expect(String(error)).toContain('CRIER_PORT');
});

describe('one workspace over HTTP', () => {
  async function crierOverHttp() {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const fake = await fakeSlack({
      manifest: manifestFor(SETTINGS, { requests: 'http', publicUrl }),
    });
    sendTo(fake, publicUrl);
    const db = await temporaryStore();
    await tell(db, NEWS);
    const environment = {
      CRIER_SLACK_API_URL: fake.apiUrl,
      CRIER_SLACK_BOT_TOKEN: fake.botToken,
      CRIER_SLACK_SIGNING_SECRET: fake.app.signingSecret,
      CRIER_PORT: String(port),
    };
    const platform = await open(openingOf({ environment }));
    serve(platform, answeringOver(db));
    for (let tries = 0; tries < 100 && !(await fake.verifyUrl().catch(() => false)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { fake };
  }

  test('commands, buttons, forms and mentions are answered', async () => {
    const { fake } = await crierOverHttp();
    const ada = fake.user('ada');
    const asking = await ada.slash('/story', 'kelmouth crane share:yes', { channel: 'news' });
    const card = await asking.answer();
    const quotes = await (await ada.press(card, 'Quotes')).answer();
    expect(said(quotes.blocks)).toContain('that is what counts for us');
    const form = await (await ada.slash('/story', '', { channel: 'news' })).modal();
    expect(await ada.suggest(form, 'Story', 'ostrava')).toHaveLength(2);
    const mention = await ada.say('@crier help', { channel: 'news', thread: card });
    expect(
      said((await mention.answer({ match: (one) => one.threadTs === card.ts })).blocks),
    ).toContain('/digest');
    expect(fake.violations).toEqual([]);
    expect(fake.failures).toEqual([]);
  });

  test.for(['wrong', 'old', 'missing'] as const)(
    'a %s signature is turned away',
    async (signing) => {
      const { fake } = await crierOverHttp();
      const asking = await fake.user('ada').slash('/news', 'help', { channel: 'news' });
      await asking.answer();
      const payload = { ...asking.deliveries[0]!.payload, trigger_id: '9.9.9' };
      const delivery = await fake.settled(fake.deliver(payload, { signing }));
      expect(delivery).toMatchObject({ outcome: 'failed', attempts: [{ status: 401 }] });
      expect(asking.answers()).toHaveLength(1);
    },
  );

  test('an event that Slack tries again is answered once', async () => {
    const { fake } = await crierOverHttp();
    const asking = await fake.user('ada').say('@crier help', { channel: 'news' });
    await asking.answer();
    fake.repeat(asking.deliveries[0]!);
    await (await fake.user('ada').slash('/news', 'help', { channel: 'news' })).answer();
    expect(fake.messages('news')).toHaveLength(2);
  });
});

describe('what is sealed', () => {
  const seal = createSeal(new Secret('a passphrase'));

  test('opens with the same passphrase at the same place', () => {
    const closed = seal.close('xoxb-words', 'T1');
    expect(closed).toMatch(/^v1\.[\w-]+$/);
    expect(closed).not.toContain('words');
    expect(createSeal(new Secret('a passphrase')).open(closed, 'T1')).toBe('xoxb-words');
    expect(seal.close('xoxb-words', 'T1')).not.toBe(closed);
  });

  test.for([
    ['another passphrase', (closed: string) => createSeal(new Secret('other')).open(closed, 'T1')],
    ['another place', (closed: string) => seal.open(closed, 'T2')],
    [
      'a changed letter',
      (closed: string) =>
        seal.open(`${closed.slice(0, -2)}${closed.endsWith('AA') ? 'BB' : 'AA'}`, 'T1'),
    ],
    ['another version', (closed: string) => seal.open(closed.replace('v1', 'v9'), 'T1')],
  ] as const)('does not open with %s', ([, open]) => {
    expect(() => open(seal.close('words', 'T1'))).toThrow(UserError);
  });
});
