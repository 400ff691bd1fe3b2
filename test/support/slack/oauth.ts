// Installing: https://docs.slack.dev/authentication/installing-with-oauth
import { randomBytes } from 'node:crypto';
import type { OAuthCodes } from './methods/method.ts';
import type { HttpAnswer, HttpRequest } from './server.ts';
import { changed, freshId, type Installation, type World } from './state.ts';

export type OAuth = OAuthCodes & {
  /** The page that asks a person whether the app may be installed, and the answer to its button. */
  page(request: HttpRequest): HttpAnswer;
};

const VALID_MS = 10 * 60_000;

type Code = { installation: Installation; redirectUri: string; at: number; used: boolean };

export function createOAuth(world: World): OAuth {
  const codes = new Map<string, Code>();

  const allowed = (redirectUri: string) =>
    (world.app.manifest.oauth_config?.redirect_urls ?? []).some((one) =>
      redirectUri.startsWith(one),
    );

  function allow(form: URLSearchParams): HttpAnswer {
    const redirectUri = form.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    const state = form.get('state');
    if (state !== null) back.searchParams.set('state', state);
    if (form.get('answer') === 'deny') {
      back.searchParams.set('error', 'access_denied');
      return { status: 302, headers: { location: back.href }, body: '' };
    }
    const user = world.users.get(form.get('user') ?? '');
    if (user === undefined || !world.teams.has(user.team)) {
      return { status: 400, body: 'nobody of that name' };
    }
    const scopes = (form.get('scope') ?? '').split(',').filter(Boolean);
    const installation = install(world, user.team, scopes, user.id);
    const code = `${user.team}.${randomBytes(12).toString('hex')}`;
    codes.set(code, { installation, redirectUri, at: world.clock().getTime(), used: false });
    back.searchParams.set('code', code);
    return { status: 302, headers: { location: back.href }, body: '' };
  }

  return {
    page: (request) => {
      if (request.method === 'POST') return allow(new URLSearchParams(request.body));
      const asked = new URLSearchParams(request.query);
      const refusal =
        asked.get('client_id') !== world.app.clientId
          ? 'invalid_client_id'
          : !allowed(asked.get('redirect_uri') ?? '')
            ? 'bad_redirect_uri'
            : (asked.get('scope') ?? '') === ''
              ? 'invalid_scope'
              : null;
      if (refusal !== null) return html(400, `<p>Something went wrong: ${refusal}</p>`);
      const people = [...world.users.values()].filter(({ isBot, deleted }) => !isBot && !deleted);
      return html(
        200,
        `<h1>${safe(world.app.manifest.display_information.name)} asks for access</h1>
<ul>${(asked.get('scope') ?? '')
          .split(',')
          .map((scope) => `<li>${safe(scope)}</li>`)
          .join('')}</ul>
<form method="post" action="/oauth/v2/authorize">
${['redirect_uri', 'scope', 'state']
  .map((name) => [name, asked.get(name)] as const)
  .filter(([, value]) => value !== null)
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${safe(value ?? '')}">`)
  .join('\n')}
<select name="user">${people
          .map((one) => `<option value="${one.id}">${safe(`${one.name}, ${one.team}`)}</option>`)
          .join('')}</select>
<button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Cancel</button>
</form>`,
      );
    },
    exchange: (code, redirectUri) => {
      const known = codes.get(code);
      if (known === undefined) return { error: 'invalid_code' };
      if (known.used) return { error: 'code_already_used' };
      if (world.clock().getTime() - known.at > VALID_MS) return { error: 'invalid_code' };
      if (known.redirectUri !== redirectUri) return { error: 'bad_redirect_uri' };
      known.used = true;
      return { installation: known.installation };
    },
  };
}

const safe = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const html = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>Slack (fake)</title>${body}`,
});

/** Gives the app a bot in a workspace. A workspace that had one keeps its bot and gets a new token. */
export function install(
  world: World,
  team: string,
  scopes: readonly string[],
  installedBy: string,
): Installation {
  const before = [...world.installations.values()].findLast((one) => one.team === team);
  const botUser = before?.botUser ?? freshId('U');
  const botId = before?.botId ?? freshId('B');
  const name =
    world.app.manifest.features?.bot_user?.display_name ??
    world.app.manifest.display_information.name;
  world.users.set(botUser, {
    id: botUser,
    team,
    name: name.toLowerCase(),
    realName: name,
    isAdmin: false,
    isOwner: false,
    isBot: true,
    botId,
    tz: 'Etc/UTC',
    deleted: false,
  });
  const installation: Installation = {
    team,
    // Never anything that a scanner could take for a real one.
    botToken: `xoxb-fake-${team}-${randomBytes(8).toString('hex')}`,
    botUser,
    botId,
    scopes: new Set([...(before?.scopes ?? []), ...scopes]),
    installedBy,
    state: 'active',
  };
  world.installations.set(installation.botToken, installation);
  changed(world);
  return installation;
}
