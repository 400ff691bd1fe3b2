import { isJson, type Json } from './json.ts';
import type { Services } from './methods/method.ts';
import type { OAuth } from './oauth.ts';
import type { Limits } from './rate-limits.ts';
import type { Call, Door, HttpAnswer, HttpRequest } from './server.ts';
import type { World } from './state.ts';
import { callApi } from './web-api.ts';

/** A door that remembers what was asked of it, for the log of calls. */
type RecordedDoor = Door & { seen: { args: Json; team: string | null } };

/** Which part of Slack a request is for. */
export function openDoor(
  parts: { world: World; services: Services; limits: Limits; oauth: OAuth },
  request: HttpRequest,
): RecordedDoor {
  const { world, services, limits, oauth } = parts;
  const seen: RecordedDoor['seen'] = { args: {}, team: null };
  const header = (name: string) => String(request.headers[name] ?? '');

  const method = /^\/api\/([\w.]+)$/.exec(request.path)?.[1];
  if (method !== undefined) {
    seen.args = argumentsOf(header('content-type'), request);
    const token = /^Bearer (.+)$/i.exec(header('authorization'))?.[1] ?? seen.args.token;
    seen.team = world.installations.get(String(token))?.team ?? null;
    return {
      name: method,
      seen,
      serve: () => {
        const answer = callApi(world, services, limits, {
          method,
          contentType: header('content-type'),
          authorization: header('authorization'),
          body: request.body,
          query: request.query,
        });
        return {
          status: answer.status,
          headers: answer.headers,
          body: JSON.stringify(answer.body),
        };
      },
    };
  }
  const hook = /^\/(?:commands|actions|app)\/(\w+)\//.exec(request.path);
  if (hook !== null) {
    const body = hookBody(header('content-type'), request.body);
    seen.args = isJson(body) ? body : {};
    seen.team = hook[1] ?? null;
    return {
      name: 'response_url',
      seen,
      serve: () =>
        services.responseUrls.post(request.path, body) ?? {
          status: 404,
          body: JSON.stringify({ ok: false, error: 'invalid_url' }),
        },
    };
  }
  if (request.path === '/oauth/v2/authorize') {
    return { name: null, seen, serve: () => oauth.page(request) };
  }
  return { name: null, seen, serve: () => ({ status: 404, body: 'not found' }) };
}

/** The arguments of a call as far as they can be read, for the log. */
function argumentsOf(contentType: string, request: HttpRequest): Json {
  if (contentType.startsWith('application/json')) {
    try {
      const args: unknown = JSON.parse(request.body);
      return isJson(args) ? args : {};
    } catch {
      return {};
    }
  }
  const fields = [...new URLSearchParams(request.query), ...new URLSearchParams(request.body)];
  return Object.fromEntries(
    fields.map(([name, value]) => {
      try {
        return [name, /^[[{]/.test(value) ? JSON.parse(value) : value];
      } catch {
        return [name, value];
      }
    }),
  );
}

function hookBody(contentType: string, body: string): unknown {
  try {
    if (!contentType.includes('x-www-form-urlencoded')) return JSON.parse(body);
    return JSON.parse(new URLSearchParams(body).get('payload') ?? '');
  } catch {
    return undefined;
  }
}

const SECRETS = new Set(['token', 'client_secret', 'refresh_token', 'code', 'access_token']);

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRETS.has(name) ? '[redacted]' : withoutSecrets(inner),
    ]),
  );
}

/** What of a request and its answer may be kept. */
export function redacted(
  door: Door,
  answer: HttpAnswer | null,
): Pick<Call, 'args' | 'team' | 'answer' | 'status'> {
  const { seen } = door as RecordedDoor;
  let body: unknown = answer?.body ?? null;
  try {
    body = JSON.parse(answer?.body ?? 'null');
  } catch {
    // A plain word, such as the `ok` of a response address.
  }
  return {
    args: withoutSecrets(seen.args) as Json,
    team: seen.team,
    answer: withoutSecrets(body),
    status: answer?.status ?? null,
  };
}
