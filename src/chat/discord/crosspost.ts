import { type APIChannel, type APIMessage, ChannelType, type REST, Routes } from 'discord.js';
import type { Log } from '../../lib/log.ts';
import { troubleOf } from './trouble.ts';

/**
 * Publishes a post of ours to the servers that follow its announcement channel. Nobody waits for it and nothing hangs
 * on it: Discord takes ten an hour, and whoever follows misses one.
 */
export function crosspost(rest: REST, log: Log, channel: APIChannel, posted: APIMessage): void {
  if (channel.type !== ChannelType.GuildAnnouncement) return;
  const { id } = posted;
  rest.post(Routes.channelMessageCrosspost(channel.id, id)).then(
    () => log.debug('discord post was published', { channel: channel.id, message: id }),
    (error: unknown) =>
      log.info('discord post was not published', { channel: channel.id, ...troubleOf(error) }),
  );
}
