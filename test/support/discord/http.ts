import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Call, Logged, Outside, Route, Violation } from './call.ts';
import { ApiError, invalidForm, plainError, refusal } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { openApi } from './openapi.ts';
import type { RateLimits, Verdict } from './rate-limits.ts';
import { ROUTES } from './routes/index.ts';
import type { Flaw } from './rules/form.ts';
import type { Attachment } from './state.ts';

/** What the fake keeps about the calls it got, for tests to read. */
export type Books = {
  readonly calls: Logged[];
  readonly violations: Violation[];
  /** Calls to addresses the fake does not know: each is a fault of the test or of the bot. */
  readonly unknown: string[];
  /** Answers of the fake that Discord's own description of its API would not allow. */
  readonly ownFaults: {
    readonly route: string;
    readonly flaws: readonly Flaw[];
    readonly body: unknown;
  }[];
};

type Found = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type HttpParts = {
  readonly outside: Outside;
  readonly books: Books;
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Responses that will never be finished, to be cut when the fake closes. */
  readonly hanging: Set<ServerResponse>;
};

// Discord docs "API Reference › Uploading Files": 10 MiB a file.
const FILE_SIZE = 10 * 1024 * 1024;

/** One request from its first line to its last byte. */
export async function handle(
  parts: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://discord');
  const path = url.pathname.replace(/^\/api/, '').replace(/^\/v\d+/, '');
  const version = /^\/api\/v(\d+)\//.exec(url.pathname)?.[1] ?? null;
  const method = request.method ?? 'GET';
  const found = find(method, path);
  const body = await bodyOf(request, parts.outside.world.nextId);
  const name = found ? `${method} ${found.route.path}` : `${method} ${path}`;
  const logged: Logged = {
    route: name,
    method,
    path: found ? redacted(path, found.params) : path,
    query: url.search,
    body: body.json,
    at: parts.outside.world.clock(),
    status: null,
    answer: undefined,
  };
  parts.books.calls.push(logged);
  const early = parts.faults.take(name, 'before');
  if (early) return strike(parts, early, logged, request, response);
  const reply = answer(parts, { request, url, version, found, name, body });
  parts.outside.waiting.changed();
  const late = parts.faults.take(name, 'after');
  if (late) return strike(parts, late, logged, request, response);
  judgeOurselves(parts.books, method, found, reply);
  send(parts, logged, response, reply);
}

type Asked = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly version: string | null;
  readonly found: Found | undefined;
  readonly name: string;
  readonly body: Body;
};

function answer(parts: HttpParts, asked: Asked): Reply {
  const { outside, books, limits } = parts;
  const { found, name, body } = asked;
  // Cloudflare's answer has no JSON: "error code: 1015".
  if (limits.banned)
    return { status: 429, text: 'error code: 1015', headers: { 'Retry-After': '600' } };
  let headers: Readonly<Record<string, string>> = {};
  try {
    if (asked.version !== '10') throw refusal(50041);
    if (!found) {
      books.unknown.push(name);
      throw plainError(404, 'Not Found');
    }
    const { route, params } = found;
    if (route.auth === 'bot') authorise(outside, asked.request);
    const verdict = count(limits, name, params, route.auth === 'bot');
    headers = verdict.headers;
    if (verdict.kind === 'limited') return limited(verdict);
    if (body.broken) throw refusal(50109);
    if (body.files.some(({ size }) => size > FILE_SIZE)) throw refusal(40005);
    const call: Call = {
      ...outside,
      params,
      query: asked.url.searchParams,
      body: body.json,
      files: body.files,
      judge: () => {
        const flaws = openApi()?.flawsOfRequest(route.method, route.path, body.json) ?? [];
        if (flaws.length > 0) throw invalidForm(flaws);
      },
    };
    return { ...route.run(call), headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 400 || error.status === 500)
      books.violations.push({ route: name, body: body.json, error });
    return { status: error.status, body: error.body(), headers };
  }
}

function authorise({ world, warn }: Outside, request: IncomingMessage): void {
  // Discord docs "API Reference › User Agent": others may be blocked by Cloudflare.
  if (!/^DiscordBot \(.+, .+\)/.test(request.headers['user-agent'] ?? ''))
    warn('the user agent is not "DiscordBot (url, version)"');
  const given = request.headers.authorization;
  if (world.token === null || given !== `Bot ${world.token}`) throw plainError(401, 'Unauthorized');
}

/** Discord docs "Rate Limits": buckets by route and by channel, guild or webhook; follow-ups by webhook and token. */
function count(
  limits: RateLimits,
  name: string,
  params: Readonly<Record<string, string>>,
  bound: boolean,
): Verdict {
  const { channel_id, guild_id, webhook_id, webhook_token, interaction_id } = params;
  const major = channel_id ?? guild_id ?? webhook_id ?? interaction_id ?? '';
  return limits.count(name, `${major} ${webhook_token ?? ''}`, bound);
}

function limited({ retryAfter, global, headers }: Extract<Verdict, { kind: 'limited' }>): Reply {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: { ...headers, 'Retry-After': String(Math.ceil(retryAfter)) },
  };
}

function strike(
  parts: HttpParts,
  fault: Fault,
  logged: Logged,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (fault.kind) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'hang':
      parts.hanging.add(response);
      response.on('close', () => parts.hanging.delete(response));
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      logged.status = 200;
      response.end('{"id": "12');
      return;
    case 'status':
      send(parts, logged, response, { status: fault.status, text: fault.body ?? '' });
      return;
    case 'limited':
      send(parts, logged, response, limitedBy(fault));
  }
}

function limitedBy({ retryAfter, scope = 'user' }: Extract<Fault, { kind: 'limited' }>): Reply {
  if (retryAfter === null) return { status: 429, text: 'error code: 1015' };
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'Retry-After': String(Math.ceil(retryAfter)),
      'X-RateLimit-Scope': scope,
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
    },
  };
}

function send(parts: HttpParts, logged: Logged, response: ServerResponse, reply: Reply): void {
  logged.status = reply.status;
  logged.answer = reply.body;
  parts.limits.answered(reply.status, reply.headers?.['X-RateLimit-Scope'] === 'shared');
  const text = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
  response.writeHead(reply.status, {
    ...(text === ''
      ? {}
      : { 'content-type': reply.text === undefined ? 'application/json' : 'text/plain' }),
    ...reply.headers,
  });
  response.end(text);
}

function judgeOurselves(
  books: Books,
  method: string,
  found: Found | undefined,
  reply: Reply,
): void {
  if (!found || reply.status >= 300 || reply.body === undefined) return;
  const flaws = openApi()?.flawsOfAnswer(method, found.route.path, reply.status, reply.body) ?? [];
  if (flaws.length > 0)
    books.ownFaults.push({ route: `${method} ${found.route.path}`, flaws, body: reply.body });
}

const PATTERNS = ROUTES.map((route) => ({
  route,
  names: [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
}));

function find(method: string, path: string): Found | undefined {
  for (const { route, names, pattern } of PATTERNS) {
    const match = route.method === method ? pattern.exec(path) : null;
    if (!match) continue;
    const params = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return { route, params };
  }
  return undefined;
}

/** Tokens in addresses are never kept. */
function redacted(path: string, params: Readonly<Record<string, string>>): string {
  return ['interaction_token', 'webhook_token'].reduce((text, name) => {
    const token = params[name];
    return token
      ? text.replace(encodeURIComponent(token), '[token]').replace(token, '[token]')
      : text;
  }, path);
}

type Body = {
  readonly json: unknown;
  readonly broken: boolean;
  readonly files: readonly Attachment[];
};

/** JSON, or a form with `payload_json` and `files[n]`. Discord docs "API Reference › Uploading Files". */
async function bodyOf(request: IncomingMessage, nextId: () => string): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { json: undefined, broken: false, files: [] };
  if (!type.startsWith('multipart/form-data')) return jsonOf(raw.toString('utf8'), []);
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files: Attachment[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') continue;
    files.push({
      id: nextId(),
      filename: value.name || name,
      size: value.size,
      contentType: value.type,
      description: null,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return jsonOf(String(form.get('payload_json') ?? '{}'), files);
}

function jsonOf(text: string, files: readonly Attachment[]): Body {
  try {
    return { json: JSON.parse(text), broken: false, files };
  } catch {
    return { json: undefined, broken: true, files };
  }
}
