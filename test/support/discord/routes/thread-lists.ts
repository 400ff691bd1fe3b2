import { need, requireGuild, visibleChannel } from '../access.ts';
import type { Answer, Call, Route } from '../call.ts';
import { invalidForm, refusal } from '../errors.ts';
import { channelPayload, isoOf } from '../payloads.ts';
import { may } from '../permissions.ts';
import { CHANNEL, type Channel, type World } from '../state.ts';

/** Discord docs "Guild Resource › List Active Guild Threads": newest first, those that the bot can see. */
function active({ world, params }: Call): Answer {
  const guild = requireGuild(world, params.guild_id);
  const threads = [...world.channels.values()]
    .filter((one) => one.guildId === guild.id && one.thread && !one.thread.archived)
    .filter((one) => may(world, world.bot.id, one, 'VIEW_CHANNEL'))
    .sort(byId);
  return { status: 200, body: { ...shown(world, threads), has_more: false } };
}

/** Discord docs "Channels Resource › List Public Archived Threads": by archive_timestamp, newest first. */
function archived(call: Call): Answer {
  const { world, params, query } = call;
  const channel = visibleChannel(world, params.channel_id);
  if (![CHANNEL.text, CHANNEL.announcement, CHANNEL.forum].some((type) => type === channel.type))
    throw refusal(50024);
  need(world, channel, 'READ_MESSAGE_HISTORY');
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 2 || limit > 100)
    throw invalidForm([
      {
        path: ['limit'],
        code: 'NUMBER_TYPE_MAX',
        message: 'int value should be between 2 and 100.',
      },
    ]);
  const before = Date.parse(query.get('before') ?? '9999-01-01');
  const sleeping = [...world.channels.values()]
    .filter((one) => one.parentId === channel.id && one.thread?.archived)
    .filter((one) => since(one) < before)
    .sort((a, b) => since(b) - since(a) || byId(a, b));
  const page = sleeping.slice(0, limit);
  return { status: 200, body: { ...shown(world, page), has_more: sleeping.length > limit } };
}

const since = ({ thread }: Channel): number => thread?.archivedAt.getTime() ?? 0;
const byId = (a: Channel, b: Channel): number => (BigInt(a.id) < BigInt(b.id) ? 1 : -1);

function shown(world: World, threads: readonly Channel[]) {
  return {
    threads: threads.map((one) => channelPayload(world, one)),
    members: threads
      .filter((one) => one.thread?.members.has(world.bot.id))
      .map((one) => ({
        id: one.id,
        user_id: world.bot.id,
        join_timestamp: isoOf(one.thread?.startedAt ?? world.clock()),
        flags: 0,
      })),
  };
}

export const threadListRoutes: readonly Route[] = [
  { method: 'GET', path: '/guilds/{guild_id}/threads/active', auth: 'bot', run: active },
  {
    method: 'GET',
    path: '/channels/{channel_id}/threads/archived/public',
    auth: 'bot',
    run: archived,
  },
];
