import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import type { Place } from '../platform.ts';
import type { Channels } from './channels.ts';
import { customIdsOf, readCustomId } from './custom-id.ts';
import { isForum } from './forum-post.ts';
import { recentMessages, recentPosts } from './history.ts';
import { codeOf } from './outcome.ts';
import { rightsIn } from './permissions.ts';
import { type Begun, begunAt } from './post.ts';

export type Finding = {
  /** Waits where Discord asks to, and asks once. */
  readonly rest: REST;
  readonly authorise: () => void;
  readonly channels: Channels;
  readonly begun: Begun;
};

const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;

/** The platform's `find`. Only components tell the key surely: Discord forgets nonces after some minutes. */
export function createFind(
  finding: Finding,
): (place: Place, key: string, since: Date) => Promise<string | null> {
  const { rest, channels, begun, authorise } = finding;
  let us: Promise<string> | undefined;
  const bot = () => {
    us ??= rest.get(Routes.user()).then((user) => (user as APIUser).id);
    us.catch(() => {
      us = undefined;
    });
    return us;
  };

  return async (place, key, since) => {
    authorise();
    const at = begunAt(place, key);
    begun.delete(at);
    let channel: APIChannel | null;
    try {
      channel = await channels.of(place);
    } catch (error) {
      // Nothing stands where no channel is. Whoever posts there hears it.
      if (codeOf(error) === UNKNOWN_CHANNEL) return null;
      throw error;
    }
    if (!channel) return null;
    const search: Search = { rest, key, bot: await bot(), since };
    const parts = isForum(channel)
      ? await inForum(search, channel)
      : await inChannel(search, channel);
    const [first] = parts;
    if (!first) return null;
    const last = parts.at(-1)?.part ?? null;
    if (last === null) return first.id;
    begun.set(at, { id: first.id, channel: first.channel, parts: last });
    return null;
  };
}

type Search = {
  readonly rest: REST;
  readonly key: string;
  readonly bot: string;
  readonly since: Date;
};

/** A message of the post; `part` is null for the last of it. */
type Found = { readonly id: string; readonly channel: string; readonly part: number | null };

/** The parts of the post in their order; none where it is not there. */
async function inChannel(search: Search, channel: APIChannel): Promise<Found[]> {
  const found: Found[] = [];
  let pages = 0;
  let isEmpty = true;
  for await (const page of recentMessages(search.rest, channel.id, search.since)) {
    isEmpty &&= page.length === 0;
    found.push(...page.flatMap((message) => partOf(message, search)));
    // The parts of a post stand close together: those that are missing stand on the next page.
    if (found.length > 0) pages += 1;
    if (pages === 2) break;
  }
  // Without Read Message History Discord shows an empty list and says nothing.
  if (isEmpty) await requireHistory(search, channel);
  return found.reverse();
}

async function inForum(search: Search, forum: APIChannel): Promise<Found[]> {
  await requireHistory(search, forum);
  for await (const thread of recentPosts(search, forum)) {
    const first = await starterOf(search.rest, thread);
    const [found] = first ? partOf(first, search) : [];
    if (found) return found.part === null ? [found] : inChannel(search, thread);
  }
  return [];
}

/** The first message of a post; undefined where somebody deleted it. */
async function starterOf(rest: REST, { id }: APIThreadChannel): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(id, id))) as APIMessage;
  } catch (error) {
    if (codeOf(error) === UNKNOWN_MESSAGE) return undefined;
    throw error;
  }
}

function partOf(message: APIMessage, { key, bot }: Search): Found[] {
  if (message.author.id !== bot) return [];
  const [pressed] = customIdsOf(message)
    .map(readCustomId)
    .filter((one) => one?.key === key);
  if (!pressed) return [];
  const written = pressed.line.kind === 'line' ? pressed.line.line : '';
  const part = pressed.press === 'part' ? Number.parseInt(written, 10) : null;
  return [{ id: message.id, channel: message.channel_id, part }];
}

/** Rejects where we may not read what was said before. */
async function requireHistory({ rest, bot }: Search, channel: APIChannel): Promise<void> {
  if (!('guild_id' in channel) || !channel.guild_id) return;
  // As it is now: what is remembered of it may be some minutes old.
  const now = (await rest.get(Routes.channel(channel.id))) as APIChannel;
  const rights = await rightsIn(rest, bot, now, channel.guild_id);
  if ((rights & PermissionFlagsBits.ReadMessageHistory) === 0n) {
    throw new Error(`Read Message History is missing in channel ${channel.id}`);
  }
}
