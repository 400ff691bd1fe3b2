import type { Route } from '../call.ts';
import type { Json } from '../json.ts';
import { userPayload } from '../payloads.ts';
import type { World } from '../state.ts';

/** What a bot asks before anything else. Discord docs "Gateway › Get Gateway Bot", "User", "Application". */
export const startRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    auth: 'none',
    run: ({ url }) => ({ status: 200, body: { url: url().gateway } }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    auth: 'bot',
    run: ({ url, gateway }) => ({
      status: 200,
      body: { url: url().gateway, shards: 1, session_start_limit: gateway.startLimit },
    }),
  },
  {
    method: 'GET',
    path: '/users/@me',
    auth: 'bot',
    run: ({ world }) => ({
      status: 200,
      body: {
        ...userPayload(world.bot),
        mfa_enabled: false,
        locale: 'en-US',
        verified: true,
        email: null,
      },
    }),
  },
  {
    method: 'GET',
    path: '/applications/@me',
    auth: 'bot',
    run: ({ world }) => ({ status: 200, body: applicationPayload(world) }),
  },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    auth: 'bot',
    run: ({ world }) => ({ status: 200, body: applicationPayload(world) }),
  },
];

function applicationPayload(world: World): Json {
  return {
    id: world.application.id,
    name: world.application.name,
    icon: null,
    description: '',
    type: null,
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: world.application.flags,
    flags_new: String(world.application.flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userPayload([...world.users.values()].find(({ bot }) => !bot) ?? world.bot),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: world.userInstalls.size,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    integration_types_config: { 0: {}, 1: {} },
  };
}
