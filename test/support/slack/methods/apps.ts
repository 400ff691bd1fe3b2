import { textIn } from '../json.ts';
import { changed } from '../state.ts';
import { error, type Method } from './method.ts';

/** A new address for a Socket Mode connection, good for one connection. */
const connectionsOpen: Method = {
  token: 'app',
  scopes: ['connections:write'],
  tier: 'tier 1',
  writes: true,
  run: ({ world, services }) =>
    world.app.manifest.settings?.socket_mode_enabled === false
      ? error('socket_mode_disabled')
      : { ok: true, url: services.socketUrl() },
};

/** Removes the app from the workspace of the token. */
const uninstall: Method = {
  token: 'bot',
  scopes: [],
  tier: 'tier 1',
  required: ['client_id', 'client_secret'],
  run: ({ world, args, installation, services }) => {
    if (args.client_id !== world.app.clientId) return error('invalid_client_id');
    if (args.client_secret !== world.app.clientSecret) return error('bad_client_secret');
    services.events({ type: 'app_uninstalled' }, installation.team);
    installation.state = 'inactive';
    changed(world);
    return { ok: true };
  },
};

/** https://docs.slack.dev/authentication/installing-with-oauth: the code for a token, once and within ten minutes. */
const oauthAccess: Method = {
  token: 'none',
  scopes: [],
  tier: 'tier 4',
  writes: true,
  optional: ['client_id', 'client_secret', 'code', 'redirect_uri', 'grant_type', 'refresh_token'],
  run: ({ world, args, basic, services }) => {
    const id = basic?.id ?? textIn(args.client_id);
    const secret = basic?.secret ?? textIn(args.client_secret);
    if (id !== world.app.clientId) return error('invalid_client_id');
    if (secret !== world.app.clientSecret) return error('bad_client_secret');
    const exchanged = services.oauth.exchange(textIn(args.code), textIn(args.redirect_uri));
    if ('error' in exchanged) return error(exchanged.error);
    const { installation } = exchanged;
    return {
      ok: true,
      access_token: installation.botToken,
      token_type: 'bot',
      scope: [...installation.scopes].join(','),
      bot_user_id: installation.botUser,
      app_id: world.app.id,
      team: { id: installation.team, name: world.teams.get(installation.team)?.name },
      enterprise: null,
      authed_user: { id: installation.installedBy },
      is_enterprise_install: false,
    };
  },
};

export const APPS: { readonly [name: string]: Method } = {
  'apps.connections.open': connectionsOpen,
  'apps.uninstall': uninstall,
  'oauth.v2.access': oauthAccess,
};
