import { isJson, type Json, textIn } from './json.ts';
import { METHODS } from './methods/index.ts';
import { type Answer, badArguments, error, type Method, type Services } from './methods/method.ts';
import type { Limits } from './rate-limits.ts';
import { type Installation, violation, type World } from './state.ts';

export type ApiRequest = {
  readonly method: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
  readonly query: string;
};

export type ApiAnswer = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: Answer;
};

// In a form these arguments are JSON in a string: https://docs.slack.dev/apis/web-api#basics
const JSON_ARGUMENTS: { readonly [name: string]: string } = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};

type Read = { readonly args: Json; readonly warning?: string } | { readonly refusal: Answer };

function readArguments(request: ApiRequest, method: Method): Read {
  const { contentType, body } = request;
  if (contentType.startsWith('application/json')) {
    if (method.writes !== true) return { refusal: error('invalid_post_type') };
    let args: unknown;
    try {
      args = JSON.parse(body);
    } catch {
      return { refusal: error('invalid_json') };
    }
    if (!isJson(args)) return { refusal: error('json_not_object') };
    // Tokens are only read from the header then.
    const { token: _, ...rest } = args;
    return {
      args: rest,
      ...(contentType.includes('charset') ? {} : { warning: 'missing_charset' }),
    };
  }
  if (body !== '' && !contentType.startsWith('application/x-www-form-urlencoded')) {
    return { refusal: error(contentType === '' ? 'missing_post_type' : 'invalid_post_type') };
  }
  const args: Json = {};
  for (const [name, value] of [
    ...new URLSearchParams(request.query),
    ...new URLSearchParams(body),
  ]) {
    const refusal = Object.hasOwn(JSON_ARGUMENTS, name) ? JSON_ARGUMENTS[name] : undefined;
    if (refusal === undefined) {
      args[name] = value;
      continue;
    }
    try {
      args[name] = JSON.parse(value);
    } catch {
      return { refusal: error(refusal) };
    }
  }
  return { args };
}

const tokenOf = (request: ApiRequest, args: Json): string =>
  /^Bearer (.+)$/i.exec(request.authorization)?.[1] ?? textIn(args.token);

function basicOf(request: ApiRequest): { id: string; secret: string } | null {
  const encoded = /^Basic (.+)$/i.exec(request.authorization)?.[1];
  if (encoded === undefined) return null;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  return { id, secret };
}

const NOBODY = {
  team: '',
  botToken: '',
  botUser: '',
  botId: '',
  scopes: new Set<string>(),
  installedBy: '',
  state: 'active',
} as const satisfies Installation;

/** Who calls: https://docs.slack.dev/reference/methods/auth.test#errors has the words for those who may not. */
function authenticate(
  world: World,
  method: Method,
  token: string,
): { readonly installation: Installation; readonly scopes: ReadonlySet<string> } | Answer {
  const { app } = world;
  if (method.token === 'none') return { installation: NOBODY, scopes: new Set() };
  if (token === '') return error('not_authed');
  if (token === app.appToken) {
    if (method.token !== 'app') return error('not_allowed_token_type');
    if (app.appTokenState === 'revoked') return error('token_revoked');
    return { installation: NOBODY, scopes: app.appTokenScopes };
  }
  const installation = world.installations.get(token);
  if (installation === undefined) return error('invalid_auth');
  if (method.token === 'app') return error('not_allowed_token_type');
  if (installation.state === 'revoked') return error('token_revoked');
  if (installation.state === 'inactive') return error('account_inactive');
  return { installation, scopes: installation.scopes };
}

/** One call of the Web API, from the wire to the answer. */
export function callApi(
  world: World,
  services: Services,
  limits: Limits,
  request: ApiRequest,
): ApiAnswer {
  const method = Object.hasOwn(METHODS, request.method) ? METHODS[request.method] : undefined;
  const reply = (body: Answer, more: Partial<ApiAnswer> = {}): ApiAnswer => ({
    status: 200,
    headers: {},
    body,
    ...more,
  });
  if (method === undefined) {
    violation(world, request.method, 'unknown_method');
    return reply(error('unknown_method', { req_method: request.method }));
  }
  const read = readArguments(request, method);
  if ('refusal' in read) {
    violation(world, request.method, textIn(read.refusal.error));
    return reply(read.refusal);
  }
  const { token: _, ...args } = read.args;
  const who = authenticate(world, method, tokenOf(request, read.args));
  if ('ok' in who) return reply(who);
  const { installation, scopes } = who;
  const headers = {
    'x-oauth-scopes': [...scopes].join(','),
    'x-accepted-oauth-scopes': method.scopes.join(','),
  };
  const end = (body: Answer, more: Partial<ApiAnswer> = {}) => reply(body, { headers, ...more });

  if (method.scopes.length > 0 && !method.scopes.some((scope) => scopes.has(scope))) {
    return end(
      error('missing_scope', {
        needed: method.scopes.join(','),
        provided: [...scopes].join(','),
      }),
    );
  }
  const wait = waitFor(services, limits, request.method, method, installation, args);
  if (wait !== null) {
    return end(error('ratelimited'), {
      status: 429,
      headers: { ...headers, 'retry-after': String(wait) },
    });
  }
  const known = new Set(['team_id', ...(method.required ?? []), ...(method.optional ?? [])]);
  for (const name of Object.keys(args)) {
    if (!known.has(name)) violation(world, request.method, `unknown argument ${name}`);
  }
  const missing = (method.required ?? []).filter((name) => (args[name] ?? '') === '');
  if (missing.length > 0) {
    return end(badArguments(...missing.map((name) => `missing required field: ${name}`)));
  }
  const body = method.run({ world, args, installation, services, basic: basicOf(request) });
  if (read.warning === undefined) return end(body);
  return end({ ...body, warning: read.warning, response_metadata: { warnings: [read.warning] } });
}

/** Seconds to wait, or null where the call is within the limits of its method, channel and workspace. */
function waitFor(
  services: Services,
  limits: Limits,
  name: string,
  { tier }: Method,
  { team }: Installation,
  args: Json,
): number | null {
  const { rateLimits } = services;
  if (tier === 'none') return null;
  if (tier !== 'posting') return rateLimits.take(`${team} ${name}`, limits[tier]);
  return (
    rateLimits.take(`${team} ${name} ${textIn(args.channel)}`, limits.posting) ??
    rateLimits.take(`${team} posting`, limits.workspace)
  );
}
