import { type Json, textIn } from '../json.ts';
import { changed, type User } from '../state.ts';
import { error, type Method, numberIn, page } from './method.ts';

/** https://docs.slack.dev/reference/objects/user-object */
const userJson = (user: User): Json => ({
  id: user.id,
  team_id: user.team,
  name: user.name,
  deleted: user.deleted,
  real_name: user.realName,
  tz: user.tz,
  tz_label: user.tz,
  tz_offset: 0,
  profile: { real_name: user.realName, display_name: user.name, team: user.team },
  is_admin: user.isAdmin,
  is_owner: user.isOwner,
  is_primary_owner: user.isOwner,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: user.isBot,
  is_app_user: false,
  updated: 1_700_000_000,
});

const authTest: Method = {
  token: 'bot',
  scopes: [],
  tier: 'none',
  writes: true,
  run: ({ world, installation }) => {
    const team = world.teams.get(installation.team);
    return {
      ok: true,
      url: `https://${team?.domain}.slack.com/`,
      team: team?.name,
      user: world.users.get(installation.botUser)?.name,
      team_id: installation.team,
      user_id: installation.botUser,
      bot_id: installation.botId,
      is_enterprise_install: false,
    };
  },
};

const authRevoke: Method = {
  token: 'bot',
  scopes: [],
  tier: 'tier 3',
  optional: ['test'],
  run: ({ world, installation }) => {
    installation.state = 'revoked';
    changed(world);
    return { ok: true, revoked: true };
  },
};

const usersInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  tier: 'tier 4',
  required: ['user'],
  optional: ['include_locale'],
  run: ({ world, args, installation }) => {
    const user = world.users.get(textIn(args.user));
    if (user === undefined || user.team !== installation.team) return error('user_not_found');
    return { ok: true, user: userJson(user) };
  },
};

const usersList: Method = {
  token: 'bot',
  scopes: ['users:read'],
  tier: 'tier 2',
  optional: ['cursor', 'limit', 'include_locale'],
  run: ({ world, args, installation }) => {
    const all = [...world.users.values()].filter(({ team }) => team === installation.team);
    const part = page(all, args.cursor, numberIn(args.limit, all.length + 1));
    if (part === null) return error('invalid_cursor');
    return {
      ok: true,
      members: part.items.map(userJson),
      cache_ts: Math.floor(world.clock().getTime() / 1000),
      response_metadata: { next_cursor: part.next },
    };
  },
};

const teamInfo: Method = {
  token: 'bot',
  scopes: ['team:read'],
  tier: 'tier 3',
  optional: ['team', 'domain'],
  run: ({ world, installation }) => {
    const team = world.teams.get(installation.team);
    return {
      ok: true,
      team: { id: team?.id, name: team?.name, domain: team?.domain, email_domain: '', icon: {} },
    };
  },
};

const botsInfo: Method = {
  token: 'bot',
  scopes: ['users:read'],
  tier: 'tier 3',
  optional: ['bot'],
  run: ({ world, args, installation }) => {
    const bot = [...world.users.values()].find(
      ({ botId, team }) => botId === args.bot && team === installation.team,
    );
    if (bot === undefined) return error('bot_not_found');
    return {
      ok: true,
      bot: {
        id: bot.botId,
        deleted: false,
        name: bot.name,
        updated: 1_700_000_000,
        app_id: world.app.id,
        user_id: bot.id,
        icons: {},
      },
    };
  },
};

export const WORKSPACE: { readonly [name: string]: Method } = {
  'auth.test': authTest,
  'auth.revoke': authRevoke,
  'users.info': usersInfo,
  'users.list': usersList,
  'team.info': teamInfo,
  'bots.info': botsInfo,
};
