// Socket Mode, kept up. Slack's own client leaves a gap of seconds when Slack asks it to reconnect, and ends in an
// unhandled rejection when no new connection can be opened (PLATFORMS: traps 3). So there are two connections, either
// of which gets what comes, and each is opened anew from here.
import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import { UserError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { Secret } from '../../lib/secret.ts';
import { type Failure, failureOf, faultOf, remedyOf } from './failure.ts';
import { libraryLog } from './library-log.ts';
import { within } from './waiting.ts';
import { clientOptions } from './web-client.ts';

const LINES = 2;
/** How long a connection may take to say hello. */
const HELLO_MS = 20 * SECOND;
const LONGEST_WAIT_MS = 20 * SECOND;
/** A connection that lived this long was sound: the next one is opened at once. */
const SOUND_MS = 10 * SECOND;
/** Slack has refused good tokens for a moment before: once connected, one refusal is not believed. */
const REFUSALS = 4;
const CLOSING_MS = SECOND;

export type SocketLines = Receiver & {
  /** Rejects with a UserError when Slack refuses the token for good. Never resolves. */
  readonly refused: Promise<never>;
};

export function socketLines(options: {
  readonly appToken: Secret;
  readonly apiUrl: string | undefined;
  readonly log: Log;
}): SocketLines {
  const { log } = options;
  const ending = new AbortController();
  const open = new Set<SocketModeReceiver>();
  let app: App | undefined;
  let refuse: (error: UserError) => void = () => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  refused.catch(() => {});

  /** Opens one connection; resolves when Slack said hello, with what tells its end. */
  async function connect(): Promise<{ ended: Promise<void> }> {
    const receiver = new SocketModeReceiver({
      appToken: options.appToken.reveal(),
      logger: libraryLog(log),
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: clientOptions(options.apiUrl, log) },
      processEventErrorHandler: async () => false,
    });
    if (app) receiver.init(app);
    catchFrames(receiver, log);
    const ended = new Promise<void>((resolve) => {
      receiver.client.once('disconnected', () => resolve());
    });
    open.add(receiver);
    void ended.then(() => open.delete(receiver));
    try {
      await within(HELLO_MS, receiver.start(), ending.signal);
    } catch (error) {
      await hangUp(receiver);
      throw error;
    }
    return { ended };
  }

  async function hangUp(receiver: SocketModeReceiver): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      receiver.client.once('disconnected', () => resolve());
    });
    void receiver.client.disconnect();
    await within(CLOSING_MS, ended).catch(() => {});
    // A second time ends it without waiting for the other side.
    if (open.has(receiver)) void receiver.client.disconnect();
    open.delete(receiver);
  }

  /** One line: connected, and again whenever it ends. Resolves at the end of the program, or when refused for good. */
  async function keep(line: number, connected: () => void): Promise<void> {
    let failures = 0;
    let refusals = 0;
    let everConnected = false;
    while (!ending.signal.aborted) {
      const since = Date.now();
      try {
        const { ended } = await connect();
        log.info('slack connected', { line });
        everConnected = true;
        refusals = 0;
        connected();
        await ended;
        if (ending.signal.aborted) return;
        log.info('slack connection ended', { line });
        failures = Date.now() - since > SOUND_MS ? 0 : failures + 1;
      } catch (error) {
        if (ending.signal.aborted) return;
        const failure = failureOf(error);
        refusals = isRefusal(failure) ? refusals + 1 : 0;
        failures += 1;
        log.warn('slack did not connect', { line, reason: failure.code, tries: failures });
        if (refusals > 0 && (!everConnected || refusals >= REFUSALS)) {
          refuse(new UserError(`Slack (CRIER_SLACK_APP_TOKEN): ${connectionRemedy(failure)}`));
          return;
        }
      }
      await pause(failures);
    }
  }

  function pause(failures: number): Promise<void> {
    if (failures === 0) return Promise.resolve();
    const ms = Math.min(LONGEST_WAIT_MS, 250 * 2 ** Math.min(failures - 1, 10));
    return within(ms, new Promise<never>(() => {}), ending.signal).catch(() => {});
  }

  return {
    refused,
    init(made) {
      app = made;
    },
    /** Resolves when the first line is up. */
    async start() {
      await Promise.race([
        new Promise<void>((up) => void keep(1, up)),
        refused,
        aborted(ending.signal),
      ]);
      for (let line = 2; line <= LINES; line += 1) void keep(line, () => {});
    },
    async stop() {
      ending.abort();
      await Promise.all([...open].map(hangUp));
    },
  };
}

const isRefusal = ({ kind, code }: Failure): boolean =>
  kind === 'revoked' || ['missing_scope', 'socket_mode_disabled', 'forbidden_team'].includes(code);

/** What helps where no connection may be opened. */
export function connectionRemedy(failure: Failure): string {
  if (failure.code === 'missing_scope') {
    return 'the app-level token lacks the scope connections:write: make a new one with it under Basic Information, App-Level Tokens.';
  }
  if (failure.code === 'socket_mode_disabled') {
    return 'Socket Mode is switched off: switch it on under Socket Mode in the settings of the app.';
  }
  if (failure.kind === 'revoked') {
    return `Slack does not take the token (${failure.code}): make a new one under Basic Information, App-Level Tokens.`;
  }
  return remedyOf(failure);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** A frame that is JSON but makes no sense rejects in a listener of the library, where nobody catches it. */
function catchFrames(receiver: SocketModeReceiver, log: Log): void {
  const { client } = receiver;
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...frame: unknown[]) => {
    for (const listener of listeners) {
      Promise.resolve(listener.apply(client, frame)).catch((error: unknown) =>
        log.warn('slack frame ignored', faultOf(error)),
      );
    }
  });
}
