import type { Content } from './content.ts';
import type { Json } from './json.ts';
import { changed, freshTs, installationOf, type Message, messageAt, type World } from './state.ts';

export type Place = {
  readonly team: string;
  readonly channel: string;
  readonly author: string;
  readonly via: Message['via'];
  readonly cause?: string | null;
  readonly threadTs?: string | null;
  readonly ephemeralTo?: string | null;
  readonly broadcast?: boolean;
};

export const plain = (text: string): Content => ({
  text,
  blocks: [],
  attachments: [],
  metadata: null,
  unfurlLinks: null,
  unfurlMedia: null,
  parse: null,
  linkNames: false,
});

export function addMessage(world: World, place: Place, content: Content): Message {
  const message: Message = {
    ts: freshTs(world),
    at: world.clock(),
    team: place.team,
    channel: place.channel,
    author: place.author,
    via: place.via,
    cause: place.cause ?? null,
    threadTs: place.threadTs ?? null,
    ephemeralTo: place.ephemeralTo ?? null,
    broadcast: place.broadcast ?? false,
    ...content,
    edits: 0,
    deleted: false,
    revision: world.revision + 1,
  };
  world.messages.push(message);
  changed(world);
  return message;
}

export function editMessage(world: World, message: Message, content: Partial<Content>): void {
  Object.assign(message, content);
  message.edits += 1;
  message.revision = changed(world);
}

export function deleteMessage(world: World, message: Message): void {
  message.deleted = true;
  message.revision = changed(world);
}

/** Whether somebody looking at the channel has it on the screen. */
export function isVisible(world: World, message: Message, user: string): boolean {
  if (message.deleted) return false;
  if (message.ephemeralTo !== null) return message.ephemeralTo === user;
  const channel = world.channels.get(message.channel);
  return channel?.kind === 'public' || channel?.members.has(user) === true;
}

/** A message as the Web API and events show it: https://docs.slack.dev/reference/events/message */
export function messageJson(world: World, message: Message, withMetadata = false): Json {
  const author = world.users.get(message.author);
  const installation = installationOf(world, message.team);
  const replies = world.messages.filter(
    (one) =>
      one.channel === message.channel &&
      one.threadTs === message.ts &&
      one.ts !== message.ts &&
      !one.deleted &&
      one.ephemeralTo === null,
  );
  const parent =
    message.threadTs === null ? undefined : messageAt(world, message.channel, message.threadTs);
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    text: message.text,
    team: message.team,
    ...(author?.isBot === true
      ? {
          bot_id: author.botId,
          app_id: author.id === installation?.botUser ? world.app.id : undefined,
          bot_profile: {
            id: author.botId,
            app_id: world.app.id,
            user_id: author.id,
            name: author.name,
            deleted: false,
            updated: 1_700_000_000,
            team_id: message.team,
          },
        }
      : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.edits > 0 ? { edited: { user: message.author, ts: message.ts } } : {}),
    ...(message.threadTs !== null
      ? { thread_ts: message.threadTs, parent_user_id: parent?.author ?? message.author }
      : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ author: by }) => by))],
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
    ...(message.metadata !== null && withMetadata ? { metadata: message.metadata } : {}),
  };
}
