import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Fault, FaultPlan, Faults } from './faults.ts';
import type { Json } from './json.ts';

export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body: string;
};

/** One request of the app, as it is kept for tests to look at: tokens are not in it. */
export type Call = {
  readonly at: Date;
  /** A Web API method, or `response_url`. */
  readonly method: string;
  readonly team: string | null;
  readonly args: Json;
  /** What was answered, or would have been if no fault had spoiled it; null where nothing was done. */
  readonly answer: unknown;
  readonly status: number | null;
  readonly fault: FaultPlan | null;
};

export type Door = {
  /** The name faults are planned for, or null where none can strike. */
  readonly name: string | null;
  /** Does the thing and answers. */
  readonly serve: () => HttpAnswer;
};

export type HttpServer = {
  readonly origin: string;
  close(): Promise<void>;
};

/** The fake's front door: reads a request, lets a planned fault strike before or after its effect, answers. */
export async function serve(
  open: (request: HttpRequest) => Door,
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
  faults: Faults,
  note: (door: Door, answer: HttpAnswer | null, fault: FaultPlan | null) => void,
): Promise<HttpServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    read(request)
      .then((body) => {
        const url = new URL(request.url ?? '/', 'http://fake.invalid');
        const door = open({
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.search.slice(1),
          headers: request.headers,
          body,
        });
        const struck = door.name === null ? null : faults.strike(door.name);
        const answer = struck?.when === 'before' ? null : door.serve();
        note(door, answer, struck);
        if (struck === null) send(response, answer as HttpAnswer);
        else spoil(response, struck.fault, answer);
      })
      .catch((error: unknown) => {
        // A fault of the fake itself: say so instead of hanging the test.
        send(response, { status: 500, body: `fake slack broke: ${String(error)}` });
      });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    ...answer.headers,
  });
  response.end(answer.body);
}

function spoil(response: ServerResponse, fault: Fault, answer: HttpAnswer | null): void {
  switch (fault.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'rate limited':
      send(response, {
        status: 429,
        headers: fault.retryAfter === null ? {} : { 'retry-after': String(fault.retryAfter) },
        body: JSON.stringify({ ok: false, error: 'ratelimited' }),
      });
      return;
    case 'status':
      send(response, { status: fault.status, body: fault.body ?? 'upstream failed' });
      return;
    case 'malformed': {
      const whole = answer?.body ?? '{"ok":true,"channel":"C0000000000"}';
      send(response, { status: 200, body: whole.slice(0, Math.ceil(whole.length / 2)) });
      return;
    }
    case 'error':
      send(response, { status: 200, body: JSON.stringify({ ok: false, error: fault.error }) });
  }
}
