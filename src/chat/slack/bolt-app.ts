import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import { reasonOf, UserError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { Access } from './access.ts';
import { faultOf } from './failure.ts';
import type { Installations } from './installations.ts';
import { libraryLog } from './library-log.ts';
import { EVENTS_PATH, REDIRECT_PATH } from './manifest.ts';
import { SCOPES } from './scopes.ts';
import { socketLines } from './socket-lines.ts';
import { within } from './waiting.ts';
import { clientOptions } from './web-client.ts';
import type { Workspace } from './workspaces.ts';

/** Bolt, wired to one way in, not online yet. */
export type BoltApp = {
  readonly app: App;
  /** Resolves when deliveries can come. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Rejects with a UserError when Slack refuses us for good. */
  readonly refused: Promise<never>;
};

const INSTALL_PATH = '/slack/install';

const CLOSING_MS = SECOND;

type Parts = {
  readonly access: Access;
  readonly installations: Installations | null;
  /** The one workspace, where there is one token. */
  readonly own: Workspace | null;
  readonly log: Log;
};

export function createBoltApp({ access, installations, own, log }: Parts): BoltApp {
  const { transport, tenancy } = access;
  const pages =
    installations && tenancy.kind === 'many' ? installPages(access, installations, log) : null;
  const lines =
    transport.kind === 'socket'
      ? socketLines({ appToken: transport.appToken, apiUrl: access.apiUrl, log })
      : null;
  const http = transport.kind === 'http' ? httpReceiver(access, installations, log) : pages;
  const receiver: Receiver = lines ?? (http as HTTPReceiver);

  const app = new App({
    receiver,
    logger: libraryLog(log),
    clientOptions: clientOptions(access.apiUrl, log),
    convoStore: false,
    ...(tenancy.kind === 'one'
      ? {
          // A token alone says nothing of its workspace, which every delivery has to be of.
          authorize: async () => ({
            botToken: tenancy.botToken.reveal(),
            botId: own?.botId ?? '',
            botUserId: own?.botUser ?? '',
          }),
        }
      : lines && pages?.installer
        ? { authorize: pages.installer.authorize }
        : {}),
  });
  app.error(async (error) => log.error('slack delivery failed', faultOf(error)));

  return {
    app,
    refused: lines?.refused ?? new Promise<never>(() => {}),
    async start() {
      if (http) await listenOn(http, access.port);
      if (lines) await lines.start();
    },
    async stop() {
      await Promise.all([lines?.stop(), http && close(http)]);
    },
  };
}

/** What Bolt's install pages are made of. */
function installing(access: Access, installations: Installations, log: Log) {
  const { tenancy, apiUrl } = access;
  if (tenancy.kind === 'one') return {};
  return {
    clientId: tenancy.clientId.reveal(),
    clientSecret: tenancy.clientSecret.reveal(),
    stateSecret: tenancy.stateSecret.reveal(),
    redirectUri: `${tenancy.publicUrl}${REDIRECT_PATH}`,
    installationStore: installations.store,
    scopes: SCOPES.map(({ scope }) => scope),
    installerOptions: {
      directInstall: true,
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      clientOptions: clientOptions(apiUrl, log),
      ...(apiUrl !== undefined && {
        authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      }),
    },
  };
}

function httpReceiver(access: Access, installations: Installations | null, log: Log): HTTPReceiver {
  const { transport } = access;
  return new HTTPReceiver({
    signingSecret: transport.kind === 'http' ? transport.signingSecret.reveal() : '',
    endpoints: [EVENTS_PATH],
    logger: libraryLog(log),
    ...(installations && installing(access, installations, log)),
  });
}

/** The install pages alone, for those whose deliveries come over Socket Mode: it takes no deliveries. */
function installPages(access: Access, installations: Installations, log: Log): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    logger: libraryLog(log),
    ...installing(access, installations, log),
  });
}

type Server = { closeIdleConnections(): void; closeAllConnections(): void };
const servers = new WeakMap<HTTPReceiver, Server>();

async function listenOn(receiver: HTTPReceiver, port: number): Promise<void> {
  try {
    servers.set(receiver, await receiver.start(port));
  } catch (cause) {
    throw new UserError(
      `Port ${port} cannot be listened on (${reasonOf(cause)}): set CRIER_PORT to a free one.`,
      { cause },
    );
  }
}

/** Requests under way are waited for, but not for long, and idle connections not at all. */
async function close(receiver: HTTPReceiver): Promise<void> {
  const server = servers.get(receiver);
  if (!server) return;
  const closed = receiver.stop();
  server.closeIdleConnections();
  await within(CLOSING_MS, closed).catch(() => {});
  server.closeAllConnections();
}
