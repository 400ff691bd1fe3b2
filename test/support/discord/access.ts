import { refusal } from './errors.ts';
import { may, type Permission } from './permissions.ts';
import { CHANNEL, type Channel, type Guild, type World } from './state.ts';

/** The channel the bot may look into. Discord docs "Channels Resource": unknown 10003, not visible 50001. */
export function visibleChannel(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw refusal(10003);
  if (channel.guildId !== null && !memberGuild(world, channel.guildId)) throw refusal(50001);
  if (!may(world, world.bot.id, channel, 'VIEW_CHANNEL')) throw refusal(50001);
  // discord-api-docs pull request 5111: text in voice channels needs CONNECT too.
  if (channel.type === CHANNEL.voice && !may(world, world.bot.id, channel, 'CONNECT'))
    throw refusal(50001);
  // Discord docs "Threads › Private Threads": members only, and those who manage threads.
  if (
    channel.type === CHANNEL.privateThread &&
    !channel.thread?.members.has(world.bot.id) &&
    !may(world, world.bot.id, channel, 'MANAGE_THREADS')
  )
    throw refusal(50001);
  return channel;
}

export function need(world: World, channel: Channel, ...permissions: readonly Permission[]): void {
  for (const permission of permissions)
    if (!may(world, world.bot.id, channel, permission)) throw refusal(50013);
}

/** The guild, if the bot is in it. */
export function memberGuild(world: World, id: string | undefined): Guild | undefined {
  const guild = world.guilds.get(id ?? '');
  return guild?.members.has(world.bot.id) ? guild : undefined;
}

export function requireGuild(world: World, id: string | undefined): Guild {
  const guild = memberGuild(world, id);
  if (!guild) throw refusal(10004);
  return guild;
}

const TEXTUAL: readonly number[] = [
  CHANNEL.text,
  CHANNEL.dm,
  CHANNEL.voice,
  CHANNEL.announcement,
  CHANNEL.announcementThread,
  CHANNEL.publicThread,
  CHANNEL.privateThread,
];

/** Whether the bot may write there. Discord docs "Create Message". Throws Discord's refusal. */
export function requireSending(world: World, channel: Channel): void {
  // 40058 was the word for it as long as forums exist; 50008 is what other channels without text answer.
  if (channel.type === CHANNEL.forum) throw refusal(40058);
  if (!TEXTUAL.includes(channel.type)) throw refusal(50008);
  if (channel.type === CHANNEL.dm) {
    requireReachable(world, channel);
    return;
  }
  need(world, channel, channel.thread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  if (channel.thread?.locked && !may(world, world.bot.id, channel, 'MANAGE_THREADS'))
    throw refusal(50083);
}

/** 50278 without a guild in common, 50007 where private messages are switched off. */
function requireReachable(world: World, channel: Channel): void {
  const user = world.users.get(channel.recipient ?? '');
  if (!user) throw refusal(50007);
  const common = [...world.guilds.values()].some(
    ({ members }) => members.has(user.id) && members.has(world.bot.id),
  );
  if (!common && !world.userInstalls.has(user.id)) throw refusal(50278);
  if (!user.dms || user.bot) throw refusal(50007);
}
