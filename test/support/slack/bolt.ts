// Starts the real @slack/bolt against the fake, the way Crier's own adapter has to be set up (each client gets options
// of its own: an App in Socket Mode writes into those it is given).
import { App, type AppOptions, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';

type ClientOptions = NonNullable<AppOptions['clientOptions']>;

const clientOptions = (fake: FakeSlack, timeout = 5_000): ClientOptions => ({
  slackApiUrl: fake.apiUrl,
  // The default client sends again by itself what may have arrived; this one leaves the doubt to its caller.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout,
});

export type Running = { readonly app: App; stop(): Promise<void> };

// What goes wrong on purpose in these tests is not to be printed.
const logLevel = LogLevel.ERROR;
export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => logLevel,
};

/** An app in Socket Mode, connected. `setup` adds its listeners before it starts. */
export async function startSocketApp(
  fake: FakeSlack,
  setup: (app: App) => void,
  options: { readonly clientPingTimeout?: number; readonly timeout?: number } = {},
): Promise<Running> {
  const receiver = new SocketModeReceiver({
    appToken: fake.app.appToken,
    logger: silent,
    clientPingTimeout: options.clientPingTimeout ?? 300,
    installerOptions: { clientOptions: clientOptions(fake) },
  });
  const app = new App({
    receiver,
    token: fake.botToken,
    logger: silent,
    clientOptions: clientOptions(fake, options.timeout),
  });
  setup(app);
  await app.start();
  return { app, stop: async () => void (await app.stop()) };
}

/** An app behind signed requests; the fake is told its address. */
export async function startHttpApp(
  fake: FakeSlack,
  setup: (app: App) => void,
  options: Partial<AppOptions> = {},
): Promise<Running> {
  const receiver = new HTTPReceiver({ signingSecret: fake.app.signingSecret, logger: silent });
  const app = new App({
    receiver,
    logger: silent,
    clientOptions: clientOptions(fake),
    ...(options.authorize === undefined ? { token: fake.botToken } : {}),
    ...options,
  });
  setup(app);
  const server = await receiver.start(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  fake.useHttp(`http://127.0.0.1:${port}/slack/events`);
  return { app, stop: async () => void (await app.stop()) };
}
