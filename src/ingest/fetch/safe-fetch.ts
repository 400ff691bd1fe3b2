import type { buildConnector } from 'undici';
import { Agent, type Dispatcher } from 'undici';
import { reasonOf } from '../../lib/errors.ts';
import { plainLine } from '../parse/plain-line.ts';
import { addressPolicy } from './address-policy.ts';
import { createHostTurns } from './host-turns.ts';
import {
  pinnedConnector,
  RefusedAddress,
  type Resolve,
  systemResolve,
} from './pinned-connector.ts';
import { readBody, TooBig } from './read-body.ts';
import { fetchableUrl } from './url-policy.ts';

export type FetchRequest = {
  readonly url: string;
  /** Media types that are read; anything else is refused by its header. A type ends in `/` for all of its kind. */
  readonly accept: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the decoded body. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
};

export type Headers = Readonly<Record<string, string | undefined>>;

export type Fetched =
  | {
      readonly kind: 'ok';
      /** Where the body came from in the end. */
      readonly url: string;
      readonly headers: Headers;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'unchanged'; readonly headers: Headers }
  /** The server answered something else than the document. */
  | { readonly kind: 'status'; readonly status: number; readonly headers: Headers }
  /** A line for the operator, safe to print whatever the server sent. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The one door to addresses that others chose. Never throws for what a server does. */
export type SafeFetch = (request: FetchRequest) => Promise<Fetched>;

const MAX_REDIRECTS = 5;
// What a publisher's server bears from one reader, whichever of its feeds and pages are read.
const PER_HOST = 2;
const REFUSED = 'the address is not one Crier may fetch';

export function createSafeFetch(options: {
  readonly userAgent: string;
  /** Of a whole request with its redirects, from when the host's turn has come. */
  readonly timeoutMs: number;
  /** Private ranges that the operator opened (CIDR). */
  readonly allowPrivate?: readonly string[];
  /** Origins that are the operator's own, such as the sample newsroom's: `http://127.0.0.1:4711`. */
  readonly ownOrigins?: readonly string[];
  readonly resolve?: Resolve;
  readonly dial?: buildConnector.connector;
}): { readonly fetch: SafeFetch; close(): Promise<void> } {
  const own = new Set((options.ownOrigins ?? []).map((origin) => new URL(origin).origin));
  const ownHosts = new Set([...own].map((origin) => hostAndPort(new URL(origin))));
  const agent = new Agent({
    connect: pinnedConnector({
      mayDial: addressPolicy(options.allowPrivate ?? []),
      resolve: options.resolve ?? systemResolve,
      exempt: (hostname, port) => ownHosts.has(`${hostname}:${port}`),
      ...(options.dial && { dial: options.dial }),
    }),
    connections: PER_HOST,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 32_768,
  });
  const turns = createHostTurns(PER_HOST);
  const allowed = (raw: string) => {
    if (URL.canParse(raw) && own.has(new URL(raw).origin)) return new URL(raw);
    return fetchableUrl(raw);
  };

  async function follow(request: FetchRequest, signal: AbortSignal): Promise<Fetched> {
    let url = allowed(request.url);
    let headers: Record<string, string> = {
      'user-agent': options.userAgent,
      accept: request.accept.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', '),
      'accept-encoding': 'gzip, deflate, br',
      ...request.headers,
    };
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      if (!url) return { kind: 'failed', reason: REFUSED };
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers,
        signal,
        headersTimeout: options.timeoutMs,
        bodyTimeout: options.timeoutMs,
      });
      const location = redirectOf(answer);
      if (location === undefined) {
        return await readAnswer(request, answer, url.href);
      }
      discard(answer);
      const next = URL.canParse(location, url.href)
        ? allowed(new URL(location, url).href)
        : undefined;
      // What was meant for one server (validators, credentials) is not told to another.
      if (next && next.origin !== url.origin) headers = withoutPrivate(headers);
      url = next;
    }
    return { kind: 'failed', reason: `more than ${MAX_REDIRECTS} redirects` };
  }

  async function inTime(request: FetchRequest): Promise<Fetched> {
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
    try {
      return await follow(request, signal);
    } catch (error) {
      return { kind: 'failed', reason: describe(error, deadline.aborted, options.timeoutMs) };
    }
  }

  const fetch: SafeFetch = (request) => {
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    return turns(host, () => inTime(request));
  };

  return { fetch, close: () => agent.destroy() };
}

async function readAnswer(
  request: FetchRequest,
  answer: Dispatcher.ResponseData,
  url: string,
): Promise<Fetched> {
  const headers = plainHeaders(answer.headers);
  if (answer.statusCode === 304) {
    discard(answer);
    return { kind: 'unchanged', headers };
  }
  if (answer.statusCode !== 200) {
    discard(answer);
    return { kind: 'status', status: answer.statusCode, headers };
  }
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const readable =
    type === '' || request.accept.some((a) => (a.endsWith('/') ? type.startsWith(a) : type === a));
  if (!readable) {
    discard(answer);
    return { kind: 'failed', reason: `it is ${printable(type)}` };
  }
  const body = await readBody(answer.body, headers['content-encoding'] ?? null, request.maxBytes);
  return { kind: 'ok', url, headers, body };
}

function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

function redirectOf(answer: Dispatcher.ResponseData): string | undefined {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode)) return undefined;
  const location = answer.headers.location;
  return Array.isArray(location) ? location[0] : location;
}

/** Ends an answer whose body nobody reads, so that its socket is not left hanging. */
function discard(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => {});
  answer.body.destroy();
}

const PRIVATE_HEADERS = new Set(['authorization', 'cookie', 'if-none-match', 'if-modified-since']);

function withoutPrivate(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !PRIVATE_HEADERS.has(name.toLowerCase())),
  );
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

function describe(error: unknown, late: boolean, timeoutMs: number): string {
  if (late) return `no whole answer within ${Math.round(timeoutMs / 1000)} s`;
  if (error instanceof RefusedAddress) return REFUSED;
  if (error instanceof TooBig) return `it is ${error.message}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no server of that name',
    EAI_AGAIN: 'names cannot be looked up (no network?)',
    ECONNREFUSED: 'the server refused the connection',
    ECONNRESET: 'the server broke off the connection',
    UND_ERR_SOCKET: 'the server broke off the connection',
    UND_ERR_CONNECT_TIMEOUT: 'the server did not take the connection',
    UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
    CERT_HAS_EXPIRED: 'its certificate has expired',
  };
  return known[code] ?? printable(reasonOf(error));
}

/** What a server may have had a hand in: its bytes could steer the terminal they are printed on. */
function printable(words: string): string {
  return plainLine(words)?.slice(0, 80) ?? 'something that cannot be named';
}
