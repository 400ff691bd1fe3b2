import { requireGuild } from '../access.ts';
import type { Route } from '../call.ts';
import { refusal } from '../errors.ts';
import { guildPayload, memberPayload, rolePayload } from '../payloads.ts';

/** Discord docs "Guild Resource". */
export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/{guild_id}',
    auth: 'bot',
    run: ({ world, params }) => ({
      status: 200,
      body: guildPayload(world, requireGuild(world, params.guild_id)),
    }),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/roles',
    auth: 'bot',
    run: ({ world, params }) => ({
      status: 200,
      body: [...requireGuild(world, params.guild_id).roles.values()].map(rolePayload),
    }),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/members/{user_id}',
    auth: 'bot',
    run: ({ world, params }) => {
      const guild = requireGuild(world, params.guild_id);
      // `@me` is a path of its own at Discord for people; for bots it is their own member.
      const id = params.user_id === '@me' ? world.bot.id : (params.user_id ?? '');
      const member = guild.members.get(id);
      if (!member) throw refusal(world.users.has(id) ? 10007 : 10013);
      return { status: 200, body: memberPayload(member) };
    },
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/{guild_id}',
    auth: 'bot',
    run: ({ world, params, gateway }) => {
      const guild = requireGuild(world, params.guild_id);
      guild.members.delete(world.bot.id);
      gateway.dispatch('GUILD_DELETE', { id: guild.id }, guild.id);
      return { status: 204 };
    },
  },
];
