// Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Attempt, Result, Transport } from './deliveries.ts';
import { isJson, textIn } from './json.ts';
import { changed, violation, type World } from './state.ts';

export type DisconnectReason =
  | 'refresh_requested'
  | 'warning'
  | 'link_disabled'
  | 'too_many_websockets';

export type Connection = {
  readonly socket: WebSocket;
  /** Grows by one for each connection there ever was. */
  readonly number: number;
  /** Told to go: gets no more envelopes. */
  leaving: boolean;
  /** No ping goes out and none is answered. */
  silent: boolean;
};

export type SocketMode = {
  readonly transport: Transport;
  /** Those that are open, the oldest first. */
  connections(): readonly Connection[];
  /** How many there ever were. */
  opened(): number;
  /** An address that opens one connection. */
  url(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells connections to go, all of them if none is given, as Slack does every few hours. */
  disconnect(reason: DisconnectReason, connection?: Connection): void;
  /** The connections there are neither ping nor answer pings any more, but stay open. */
  silence(): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Sends these very bytes: broken JSON, binary, unknown types. */
  sendRaw(data: string | Buffer): void;
  /** Whether envelopes sent from now on vanish on the way (they are still waited for). */
  swallow(yes: boolean): void;
  close(): void;
};

const MOST = 10;
const PING_MS = 10_000;

export function createSocketMode(world: World, origin: () => string): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const waiting = new Map<string, { attempt: Attempt; body: boolean; done: (r: Result) => void }>();
  const acknowledged = new Set<string>();
  let connections: Connection[] = [];
  let count = 0;
  let turn = 0;
  let swallowing = false;

  const pings = setInterval(() => {
    for (const { socket, silent } of connections) if (!silent) socket.ping('Ping from the fake');
  }, PING_MS);
  pings.unref();

  function welcome(socket: WebSocket): void {
    count += 1;
    const connection: Connection = { socket, number: count, leaving: false, silent: false };
    socket.on('ping', (data) => {
      if (!connection.silent) socket.pong(data);
    });
    socket.on('message', (data, isBinary) => receive(isBinary ? '' : String(data)));
    socket.on('error', () => {});
    socket.on('close', () => {
      connections = connections.filter((one) => one !== connection);
      changed(world);
    });
    // Ten at most; whoever comes then is sent away with this reason
    // (https://github.com/slackapi/node-slack-sdk, packages/socket-mode, integration tests).
    if (connections.length >= MOST) {
      violation(world, 'socket mode', 'more than 10 connections');
      socket.send(disconnectMessage('too_many_websockets'));
      socket.close();
      return;
    }
    connections.push(connection);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        debug_info: {
          host: 'applink-fake',
          build_number: 1,
          approximate_connection_time: 18_060,
        },
        connection_info: { app_id: world.app.id },
      }),
    );
    changed(world);
  }

  const disconnectMessage = (reason: DisconnectReason) =>
    JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-fake' } });

  function receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      violation(world, 'socket mode', 'a frame that is no JSON');
      return;
    }
    const id = isJson(message) ? textIn(message.envelope_id) : '';
    const waits = waiting.get(id);
    if (waits === undefined) {
      const what = acknowledged.has(id) ? 'acknowledged twice' : 'no such envelope';
      violation(world, 'socket mode', what);
      return;
    }
    waiting.delete(id);
    acknowledged.add(id);
    const payload = isJson(message) ? message.payload : undefined;
    const says = isJson(payload) && Object.keys(payload).length > 0;
    if (says && !waits.body) {
      violation(world, 'socket mode', 'an acknowledgement with a body nobody reads');
    }
    waits.done({ kind: 'acknowledged', body: says ? payload : undefined, status: null });
  }

  const transport: Transport = {
    timeoutReason: 'timeout',
    send: (delivery, attempt, _signing, done) => {
      const open = connections.filter((one) => !one.leaving);
      const taken = open[turn++ % Math.max(1, open.length)];
      if (taken === undefined) {
        done({ kind: 'failed', reason: 'no_connection', status: null });
        return;
      }
      // Commands, submissions and search-as-you-type read the acknowledgement; nothing else does.
      const body =
        delivery.kind === 'slash_commands' ||
        ['view_submission', 'block_suggestion'].includes(textIn(delivery.payload.type));
      waiting.set(attempt.envelope, { attempt, body, done });
      if (swallowing) return;
      taken.socket.send(
        JSON.stringify({
          envelope_id: attempt.envelope,
          payload: delivery.payload,
          type: delivery.kind,
          accepts_response_payload: body,
          ...(delivery.kind === 'events_api'
            ? { retry_attempt: attempt.retry, retry_reason: attempt.reason ?? '' }
            : {}),
        }),
      );
    },
    // A late acknowledgement is still noted, so it goes on waiting here.
    abandon: () => {},
  };

  return {
    transport,
    connections: () => connections,
    opened: () => count,
    url: () => {
      const ticket = randomBytes(16).toString('hex');
      tickets.add(ticket);
      return `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', origin()).searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    disconnect: (reason, connection) => {
      for (const one of connection === undefined ? [...connections] : [connection]) {
        // A warning comes some ten seconds before the end; the others are the end.
        if (reason !== 'warning') one.leaving = true;
        one.socket.send(disconnectMessage(reason));
      }
    },
    silence: () => {
      for (const one of connections) one.silent = true;
    },
    cut: () => {
      for (const { socket } of connections) socket.terminate();
    },
    sendRaw: (data) => {
      for (const { socket } of connections) socket.send(data);
    },
    swallow: (yes) => {
      swallowing = yes;
    },
    close: () => {
      clearInterval(pings);
      for (const { socket } of connections) socket.terminate();
      server.close();
    },
  };
}
