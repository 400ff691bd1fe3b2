import { Readable } from 'node:stream';
import { brotliDecompress, unzip } from 'node:zlib';
import { Agent } from 'undici';
import { reasonOf } from '../lib/errors.ts';
import type { Secret } from '../lib/secret.ts';

export type Headers = Readonly<Record<string, string | undefined>>;

export type Posted =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
    }
  /** `isPassing`: it was cut off before a byte of an answer came, which may be over in a moment. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly isSent: boolean;
      readonly isPassing: boolean;
    };

/** Sends a JSON body to the configured endpoint and reads its whole answer. Never throws for what the server does. */
export type Post = (body: unknown, signal: AbortSignal) => Promise<Posted>;

/**
 * The door to the operator's own model server, which may lie in a private network. It knows that one address only,
 * follows no redirect, and stops reading where an answer grows over its limit.
 */
export function openPost(options: {
  readonly url: string;
  readonly key: Secret | null;
  readonly timeoutMs: number;
  readonly mostAnswerBytes: number;
}): { readonly post: Post; close(): Promise<void> } {
  const { origin, path } = endpointOf(options.url);
  const authorization = authorizationOf(options);
  const agent = new Agent({ connect: { timeout: Math.min(10_000, options.timeoutMs) } });
  const tooMuch = `its answer is over ${options.mostAnswerBytes} bytes`;

  async function post(body: unknown, given: AbortSignal): Promise<Posted> {
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = AbortSignal.any([deadline, given]);
    const bytes = Buffer.from(JSON.stringify(body));
    let isSent = false;
    let begun = false;
    // Taken only once there is a connection: what fails before cost nothing.
    async function* sending() {
      isSent = true;
      yield bytes;
    }
    const failed = (reason: string, isPassing = false) =>
      ({ kind: 'failed', reason, isSent, isPassing }) as const;
    try {
      const answer = await agent.request({
        origin,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(bytes.length),
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...(authorization && { authorization }),
        },
        body: Readable.from(sending()),
        signal,
        headersTimeout: options.timeoutMs,
        bodyTimeout: options.timeoutMs,
      });
      begun = true;
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body) {
        size += (chunk as Buffer).length;
        if (size > options.mostAnswerBytes) {
          return failed(tooMuch);
        }
        chunks.push(chunk as Buffer);
      }
      const headers = plain(answer.headers);
      const unpacked = await decoded(
        Buffer.concat(chunks, size),
        headers['content-encoding'],
        options.mostAnswerBytes,
      );
      if (unpacked === undefined) return failed(tooMuch);
      const text = new TextDecoder().decode(unpacked);
      return { kind: 'answered', status: answer.statusCode, headers, text };
    } catch (error) {
      if (given.aborted) return failed('the time for it was up');
      if (deadline.aborted) {
        return failed(`no whole answer within ${Math.round(options.timeoutMs / 1000)} s`);
      }
      const { reason, isBrokenOff } = described(error);
      return failed(reason, isBrokenOff && !begun);
    }
  }

  return { post, close: () => agent.destroy() };
}

function plain(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}

/** Where completions are asked for. What follows a question mark stays behind the whole path. */
function endpointOf(base: string): { readonly origin: string; readonly path: string } {
  const { origin, pathname, search } = new URL(base);
  const path = pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return { origin, path: `${path}/chat/completions${search}` };
}

/** A key, or the name and password that stand in the address of a server behind a proxy. */
function authorizationOf(options: { readonly url: string; readonly key: Secret | null }) {
  if (options.key) return `Bearer ${options.key.reveal()}`;
  const { username, password } = new URL(options.url);
  if (!username) return undefined;
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/**
 * Some proxies compress what nobody asked them to compress. Undefined where more would come of it than is read: a few
 * bytes can hold gigabytes.
 */
async function decoded(
  bytes: Buffer,
  encoding: string | undefined,
  most: number,
): Promise<Buffer | undefined> {
  const name = encoding?.trim().toLowerCase();
  if (!name || name === 'identity') return bytes;
  return new Promise((done, fail) => {
    const opened = (error: Error | null, content: Buffer) => {
      if (!error) done(content);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') done(undefined);
      else fail(error);
    };
    if (name === 'br') brotliDecompress(bytes, { maxOutputLength: most }, opened);
    else unzip(bytes, { maxOutputLength: most }, opened);
  });
}

/** Codes of what goes wrong before anything was sent. */
const NO_CONNECTION: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_CONNECT_TIMEOUT: 'the server did not take the connection',
};
const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function described(error: unknown): { readonly reason: string; readonly isBrokenOff: boolean } {
  // Where a name has several addresses the reasons come together.
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = one instanceof Error && 'code' in one ? String(one.code) : '';
  const known = NO_CONNECTION[code];
  if (known) return { reason: known, isBrokenOff: false };
  if (BROKEN_OFF.has(code)) {
    return { reason: 'the server broke off the connection', isBrokenOff: true };
  }
  return { reason: reasonOf(one), isBrokenOff: false };
}
