import { requireGuild, visibleChannel } from '../access.ts';
import type { Call, Route } from '../call.ts';
import { jsonBody } from '../call.ts';
import { invalidForm } from '../errors.ts';
import { textOf } from '../json.ts';
import { channelPayload } from '../payloads.ts';
import { CHANNEL, type Channel, type World } from '../state.ts';

/** Discord docs "Channels Resource › Get Channel", "User Resource › Create DM", "Guild Resource › Get Guild Channels". */
export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/{channel_id}',
    auth: 'bot',
    run: ({ world, params }) => ({
      status: 200,
      body: channelPayload(world, visibleChannel(world, params.channel_id)),
    }),
  },
  { method: 'POST', path: '/users/@me/channels', auth: 'bot', run: openDm },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/channels',
    auth: 'bot',
    run: ({ world, params }) => {
      const guild = requireGuild(world, params.guild_id);
      // "Does not include threads."
      const channels = [...world.channels.values()].filter(
        (channel) => channel.guildId === guild.id && !channel.thread,
      );
      return { status: 200, body: channels.map((channel) => channelPayload(world, channel)) };
    },
  },
  {
    method: 'POST',
    path: '/channels/{channel_id}/typing',
    auth: 'bot',
    run: ({ world, params }) => {
      visibleChannel(world, params.channel_id);
      return { status: 204 };
    },
  },
];

function openDm(call: Call) {
  const { world } = call;
  call.judge();
  const id = textOf(jsonBody(call).recipient_id);
  const user = world.users.get(id);
  if (!user || user.id === world.bot.id)
    throw invalidForm([
      {
        path: ['recipient_id'],
        code: 'INVALID_RECIPIENT',
        message: 'Cannot send messages to this user',
      },
    ]);
  return { status: 200, body: channelPayload(world, dmWith(world, id)) };
}

/** The one private conversation with somebody; made when it is first wanted. */
export function dmWith(world: World, userId: string): Channel {
  const known = [...world.channels.values()].find(({ recipient }) => recipient === userId);
  if (known) return known;
  const channel: Channel = {
    id: world.nextId(),
    type: CHANNEL.dm,
    guildId: null,
    name: '',
    parentId: null,
    position: 0,
    nsfw: false,
    overwrites: [],
    tags: [],
    tagRequired: false,
    thread: null,
    recipient: userId,
    messageIds: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}
