import { ConfigError } from '../../lib/errors.ts';
import type { Secret } from '../../lib/secret.ts';
import type { Opening } from '../opening.ts';

/** How Slack's deliveries come: over a connection we open, or as signed requests to us. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: Secret }
  | { readonly kind: 'http'; readonly signingSecret: Secret };

/** Whose tokens are used: one workspace's own, or those of everybody who installed the app by OAuth. */
export type Tenancy =
  | { readonly kind: 'one'; readonly botToken: Secret }
  | {
      readonly kind: 'many';
      readonly clientId: Secret;
      readonly clientSecret: Secret;
      readonly stateSecret: Secret;
      readonly encryptionKey: Secret;
      /** Where the install page stands, without a slash at the end. */
      readonly publicUrl: string;
    };

export type Access = {
  readonly transport: Transport;
  readonly tenancy: Tenancy;
  /** Where signed requests and the install page are listened for. */
  readonly port: number;
  /** Ends in a slash; undefined: Slack's own. */
  readonly apiUrl: string | undefined;
};

const PORT = 3000;
const GUIDE = 'docs/slack.md says where each one is found.';

/** The way into Slack that the environment names, or null where it names none. Throws ConfigError for half of one. */
export function accessOf({
  secret,
  variable,
}: Pick<Opening, 'secret' | 'variable'>): Access | null {
  const botToken = secret('CRIER_SLACK_BOT_TOKEN');
  const appToken = secret('CRIER_SLACK_APP_TOKEN');
  const signingSecret = secret('CRIER_SLACK_SIGNING_SECRET');
  const oauth = {
    CRIER_SLACK_CLIENT_ID: secret('CRIER_SLACK_CLIENT_ID'),
    CRIER_SLACK_CLIENT_SECRET: secret('CRIER_SLACK_CLIENT_SECRET'),
    CRIER_SLACK_STATE_SECRET: secret('CRIER_SLACK_STATE_SECRET'),
  };
  const wantsOAuth = Object.values(oauth).some((one) => one !== undefined);
  if (!botToken && !appToken && !signingSecret && !wantsOAuth) return null;

  const port = portOf(variable('CRIER_PORT'));
  const apiUrl = apiUrlOf(variable('CRIER_SLACK_API_URL'));
  const transport = transportOf(appToken, signingSecret);
  if (!wantsOAuth) {
    if (!botToken) throw missing(['CRIER_SLACK_BOT_TOKEN'], 'to act in your workspace');
    mustBegin('CRIER_SLACK_BOT_TOKEN', botToken, 'xoxb-', 'a bot token');
    return { transport, tenancy: { kind: 'one', botToken }, port, apiUrl };
  }
  if (botToken) {
    throw new ConfigError(
      'CRIER_SLACK_BOT_TOKEN is for one workspace and CRIER_SLACK_CLIENT_ID for many: keep one of them.',
    );
  }
  const publicUrl = variable('CRIER_PUBLIC_URL');
  const encryptionKey = secret('CRIER_ENCRYPTION_KEY');
  const needed = { ...oauth, CRIER_ENCRYPTION_KEY: encryptionKey, CRIER_PUBLIC_URL: publicUrl };
  const absent = Object.entries(needed).filter(([, value]) => value === undefined);
  const { CRIER_SLACK_CLIENT_ID, CRIER_SLACK_CLIENT_SECRET, CRIER_SLACK_STATE_SECRET } = oauth;
  if (
    !CRIER_SLACK_CLIENT_ID ||
    !CRIER_SLACK_CLIENT_SECRET ||
    !CRIER_SLACK_STATE_SECRET ||
    !encryptionKey ||
    publicUrl === undefined
  ) {
    throw missing(
      absent.map(([name]) => name),
      'for many workspaces',
    );
  }
  return {
    transport,
    tenancy: {
      kind: 'many',
      clientId: CRIER_SLACK_CLIENT_ID,
      clientSecret: CRIER_SLACK_CLIENT_SECRET,
      stateSecret: CRIER_SLACK_STATE_SECRET,
      encryptionKey,
      publicUrl: originOf(publicUrl),
    },
    port,
    apiUrl,
  };
}

function transportOf(appToken: Secret | undefined, signingSecret: Secret | undefined): Transport {
  if (appToken) {
    mustBegin('CRIER_SLACK_APP_TOKEN', appToken, 'xapp-', 'an app-level token');
    return { kind: 'socket', appToken };
  }
  if (signingSecret) return { kind: 'http', signingSecret };
  throw missing(
    ['CRIER_SLACK_APP_TOKEN'],
    'for Socket Mode (or CRIER_SLACK_SIGNING_SECRET for requests over HTTP)',
  );
}

function missing(names: readonly string[], why: string): ConfigError {
  return new ConfigError(
    `Slack is set up by half: ${names.join(', ')} is missing, ${why}. ${GUIDE}`,
  );
}

function mustBegin(name: string, token: Secret, start: string, what: string): void {
  if (token.reveal().startsWith(start)) return;
  throw new ConfigError(`${name} is not ${what}: those begin with ${start}. ${GUIDE}`);
}

function portOf(typed: string | undefined): number {
  if (typed === undefined) return PORT;
  const port = Number(typed);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new ConfigError('CRIER_PORT takes a whole number from 0 to 65535.');
}

function apiUrlOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (!URL.canParse(typed)) throw new ConfigError('CRIER_SLACK_API_URL is not an address.');
  return typed.endsWith('/') ? typed : `${typed}/`;
}

/** The public address as it is put before paths. Throws ConfigError where it is none. */
export function originOf(typed: string): string {
  if (!URL.canParse(typed) || !/^https?:/.test(typed)) {
    throw new ConfigError('CRIER_PUBLIC_URL takes an address such as https://crier.example.org.');
  }
  return typed.replace(/\/+$/, '');
}
