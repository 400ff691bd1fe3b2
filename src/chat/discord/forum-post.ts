import {
  type APIChannel,
  type APIMessage,
  ChannelFlags,
  ChannelType,
  type REST,
  Routes,
} from 'discord.js';
import type { Channels } from './channels.ts';
import { codeOf, failedPost, type Sent } from './outcome.ts';
import type { Payload } from './render.ts';

const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
// A tag is required, or the one we knew is gone.
const TAGS: ReadonlySet<number | null> = new Set([40067, 10087]);

export const isForum = ({ type }: APIChannel): boolean => FORUMS.includes(type);

/**
 * Forums take posts as threads with a name; there a nonce is not known. The first message of a post has the id of its
 * thread, which is what it is found and edited by.
 */
export async function openPost(
  { rest, channels }: { readonly rest: REST; readonly channels: Channels },
  forum: APIChannel,
  name: string,
  payload: Payload,
): Promise<Sent> {
  const open = async (channel: APIChannel): Promise<Sent> => {
    const tag = needsTag(channel) ? tagOf(channel) : undefined;
    const made = (await rest.post(Routes.threads(forum.id), {
      body: { name, message: payload, ...(tag && { applied_tags: [tag] }) },
    })) as APIChannel & { message: APIMessage };
    return { kind: 'sent', made: made.message };
  };
  try {
    return await open(forum);
  } catch (error) {
    if (!TAGS.has(codeOf(error))) return failedPost(error);
  }
  try {
    const fresh = await channels.again(forum.id);
    if (tagOf(fresh)) return await open(fresh);
  } catch (error) {
    if (!TAGS.has(codeOf(error))) return failedPost(error);
  }
  return {
    kind: 'gone',
    reason: 'the forum wants a tag and has none that I may set: add a tag, or do not require one',
  };
}

const needsTag = (channel: APIChannel): boolean =>
  'flags' in channel && ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;

/** A tag that everybody may set, best one that says news. */
function tagOf(channel: APIChannel): string | undefined {
  const tags = 'available_tags' in channel ? channel.available_tags : [];
  const free = tags.filter(({ moderated }) => !moderated);
  return (free.find(({ name }) => /news|digest/i.test(name)) ?? free[0])?.id;
}
