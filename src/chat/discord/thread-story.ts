import { type APIInteraction, type APIMessage, ChannelType, type REST, Routes } from 'discord.js';
import type { Log } from '../../lib/log.ts';
import type { StoryId } from '../../news/story.ts';
import { customIdsOf, readCustomId } from './custom-id.ts';
import { troubleOf } from './trouble.ts';

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
// Threads somebody asks in again; a thread's first message is always the same.
const REMEMBERED = 1_000;

/** Finds the story that is spoken of where somebody asks: the one of the card that its thread was opened on. */
export function createThreadStory(
  rest: REST,
  bot: () => string | undefined,
  log: Log,
): (interaction: APIInteraction) => Promise<StoryId | null> {
  const known = new Map<string, StoryId | null>();

  /** The message a thread began with; undefined where we may not read it. */
  async function starterOf(thread: string, parent: string): Promise<APIMessage | undefined> {
    // A thread has the id of its message; that stands in the channel, or in the thread itself for posts of a forum.
    for (const channel of [parent, thread]) {
      try {
        return (await rest.get(Routes.channelMessage(channel, thread))) as APIMessage;
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind !== 'refused') throw error;
        log.debug('discord thread had no readable start', { thread, channel, code: trouble.code });
      }
    }
    return undefined;
  }

  return async ({ channel }) => {
    if (!channel || !THREADS.includes(channel.type)) return null;
    const { id: thread } = channel;
    const parent = 'parent_id' in channel ? channel.parent_id : null;
    const story = known.get(thread);
    if (story !== undefined || !parent) return story ?? null;
    const us = bot();
    // In the first second nobody has told us who we are.
    if (us === undefined) return null;
    try {
      const starter = await starterOf(thread, parent);
      const found = starter && starter.author.id === us ? storyOn(starter) : null;
      if (known.size >= REMEMBERED) known.clear();
      // What could not be read may be readable tomorrow.
      if (starter) known.set(thread, found);
      return found;
    } catch (error) {
      log.warn('discord thread was not read', { thread, reason: troubleOf(error) });
      return null;
    }
  };
}

function storyOn(starter: APIMessage): StoryId | null {
  for (const id of customIdsOf(starter)) {
    const story = readCustomId(id)?.story;
    if (story) return story;
  }
  return null;
}
