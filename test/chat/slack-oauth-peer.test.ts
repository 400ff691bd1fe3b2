// Two independent readings of how Slack installs an app: our own fake and emulate (vercel-labs). The real Bolt has to
// end up with the same installation at both.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Installation } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { afterEach, expect, test } from 'vitest';
import { silent } from '../support/slack/bolt.ts';
import { DEFAULT_MANIFEST } from '../support/slack/default-manifest.ts';
import { createFakeSlack, type FakeSlack } from '../support/slack/fake-slack.ts';

const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

const SCOPES = ['chat:write', 'commands', 'channels:read'];

type Peer = {
  readonly apiUrl: string;
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Somebody says yes on the page at this address; gives where they are sent back to. */
  readonly allow: (url: string) => Promise<string>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ourFake(): Promise<{ peer: Peer; fake: FakeSlack }> {
  const fake = await createFakeSlack({
    manifest: {
      ...DEFAULT_MANIFEST,
      oauth_config: { ...DEFAULT_MANIFEST.oauth_config, redirect_urls: ['http://127.0.0.1'] },
    },
    empty: true,
  });
  open.push({ stop: () => fake.close() });
  fake.addUser({ name: 'ada', team: fake.addTeam('Acme'), isAdmin: true });
  const { clientId, clientSecret } = fake.app;
  const { apiUrl, authorizationUrl } = fake;
  const allow = (url: string) => fake.authorize(url, 'ada');
  return { fake, peer: { apiUrl, authorizationUrl, clientId, clientSecret, allow } };
}

async function emulate(redirectUri: string): Promise<Peer> {
  const [clientId, clientSecret] = ['111.222', 'not a secret'];
  const slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: [{ name: 'ada', real_name: 'Ada', email: 'ada@example.com' }],
        oauth_apps: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            name: 'Crier',
            redirect_uris: [redirectUri],
            scopes: SCOPES,
          },
        ],
      },
    },
  });
  open.push({ stop: () => slack.close() });
  return {
    apiUrl: `${slack.url}/api/`,
    authorizationUrl: `${slack.url}/oauth/v2/authorize`,
    clientId,
    clientSecret,
    allow: async (url) => {
      const page = await (await fetch(url)).text();
      // The last form of the page is the last person's: ada.
      const form = page.slice(page.lastIndexOf('<form'));
      const fields = new URLSearchParams();
      for (const [, name = '', value = ''] of form.matchAll(/name="([^"]+)" value="([^"]*)"/g)) {
        fields.set(name, value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
      }
      const answer = await fetch(`${slack.url}/oauth/v2/authorize/callback`, {
        method: 'POST',
        redirect: 'manual',
        body: fields,
      });
      return answer.headers.get('location') ?? '';
    },
  };
}

/** Bolt's own install pages, and what they store. */
async function installPages(peer: Peer, port: number, redirectUri: string) {
  const stored: Installation[] = [];
  const receiver = new HTTPReceiver({
    signingSecret: 'x',
    logger: silent,
    clientId: peer.clientId,
    clientSecret: peer.clientSecret,
    stateSecret: 'a state secret',
    scopes: SCOPES,
    redirectUri,
    installationStore: {
      storeInstallation: async (installation) => void stored.push(installation as Installation),
      fetchInstallation: async () => stored[0] as never,
    },
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: peer.authorizationUrl,
      clientOptions: { slackApiUrl: peer.apiUrl, retryConfig: { retries: 0 } },
    },
  });
  new App({ receiver, logger: silent });
  await receiver.start(port);
  open.push(receiver);
  return stored;
}

/** Goes the whole way of somebody who installs: page, consent, way back with the state cookie. */
async function install(peer: Peer, port: number): Promise<Response> {
  const start = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' });
  const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const back = await peer.allow(start.headers.get('location') ?? '');
  return fetch(back, { headers: { cookie } });
}

test.for(['our fake', 'emulate'] as const)('Bolt installs the app through %s', async (which) => {
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/slack/oauth_redirect`;
  const peer = which === 'emulate' ? await emulate(redirectUri) : (await ourFake()).peer;
  const stored = await installPages(peer, port, redirectUri);
  expect((await install(peer, port)).status).toBe(200);
  expect(stored).toMatchObject([
    {
      team: { id: expect.stringMatching(/^T/), name: 'Acme' },
      user: { id: expect.stringMatching(/^U/) },
      bot: {
        scopes: SCOPES,
        token: expect.stringMatching(/^xoxb-/),
        userId: expect.stringMatching(/^U/),
        id: expect.stringMatching(/^B/),
      },
      appId: expect.stringMatching(/^A/),
      tokenType: 'bot',
      isEnterpriseInstall: false,
      authVersion: 'v2',
    },
  ]);
});

test('two workspaces install the same app and get tokens of their own', async () => {
  const { fake, peer } = await ourFake();
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/slack/oauth_redirect`;
  const stored = await installPages(peer, port, redirectUri);
  const carl = fake.addUser({ name: 'carl', team: fake.addTeam('Other') });
  await install(peer, port);
  await install({ ...peer, allow: (url) => fake.authorize(url, carl.id) }, port);
  expect(stored.map(({ team }) => team?.name)).toEqual(['Acme', 'Other']);
  expect(new Set(stored.map(({ bot }) => bot?.token)).size).toBe(2);
});

test('somebody who says no leaves no installation', async () => {
  const { fake, peer } = await ourFake();
  const port = await freePort();
  const stored = await installPages(peer, port, `http://127.0.0.1:${port}/slack/oauth_redirect`);
  const no = { ...peer, allow: (url: string) => fake.authorize(url, 'ada', 'deny') };
  expect((await install(no, port)).ok).toBe(false);
  expect(stored).toEqual([]);
});

test('a code is good for one exchange, at its own address, to who knows the secret', async () => {
  const { fake, peer } = await ourFake();
  const ask = (more: object = {}) => {
    const query = new URLSearchParams({
      client_id: peer.clientId,
      scope: 'chat:write',
      redirect_uri: 'http://127.0.0.1/back',
      ...more,
    });
    return peer.allow(`${peer.authorizationUrl}?${query}`);
  };
  const exchange = async (back: string, redirectUri: string, secret = peer.clientSecret) => {
    const answer = await fetch(`${peer.apiUrl}oauth.v2.access`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: peer.clientId,
        client_secret: secret,
        code: new URL(back).searchParams.get('code') ?? '',
        redirect_uri: redirectUri,
      }),
    });
    return ((await answer.json()) as { error?: string }).error ?? 'ok';
  };
  const back = await ask();
  expect(await exchange(back, 'http://127.0.0.1/elsewhere')).toBe('bad_redirect_uri');
  expect(await exchange(back, 'http://127.0.0.1/back', 'guessed')).toBe('bad_client_secret');
  expect(await exchange(back, 'http://127.0.0.1/back')).toBe('ok');
  expect(await exchange(back, 'http://127.0.0.1/back')).toBe('code_already_used');
  await expect(ask({ redirect_uri: 'https://evil.example/' })).rejects.toThrow('bad_redirect_uri');
  expect(JSON.stringify(fake.calls)).not.toContain(peer.clientSecret);
});
