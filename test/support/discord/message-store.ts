import type { Outside } from './call.ts';
import { type Json, recordOf } from './json.ts';
import { messagePayload } from './message-payload.ts';
import { channelPayload } from './payloads.ts';
import { settle } from './settled.ts';
import type { Attachment, Channel, Interaction, Message, Said, User } from './state.ts';

export type Making = {
  readonly channelId: string;
  readonly author: User;
  readonly body: Json;
  readonly files?: readonly Attachment[];
  readonly interaction?: Interaction;
  readonly onlyFor?: string | null;
  /** A forum post's first message has its thread's id. */
  readonly id?: string;
  /** A flag the body did not name. */
  readonly flag?: number;
};

type Told = Pick<Outside, 'world' | 'gateway' | 'waiting'>;

/** Writes a checked message into its channel and tells those who may hear of it. */
export function makeMessage(outside: Told, making: Making): Message {
  const { world } = outside;
  const { body } = making;
  const said = settle(body, making.files ?? [], null);
  const message: Message = {
    ...said,
    flags: said.flags | (making.flag ?? 0),
    id: making.id ?? world.nextId(),
    channelId: making.channelId,
    author: making.author,
    createdAt: world.clock(),
    editedAt: null,
    nonce: typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null,
    enforcedNonce: body.enforce_nonce === true,
    replyTo: replyIn(body),
    interaction: making.interaction ?? null,
    onlyFor: making.onlyFor ?? null,
    deleted: false,
    threadId: null,
    earlier: [],
  };
  world.messages.set(message.id, message);
  const channel = world.channels.get(message.channelId);
  if (channel && message.onlyFor === null) {
    channel.messageIds.push(message.id);
    wake(outside, channel);
  }
  announce(outside, 'MESSAGE_CREATE', message);
  outside.waiting.changed();
  return message;
}

export function editMessage(
  outside: Told,
  message: Message,
  body: Json,
  files: readonly Attachment[],
): void {
  const { content, embeds, components, attachments, flags, allowedMentions } = message;
  const before: Said = { content, embeds, components, attachments, flags, allowedMentions };
  message.earlier.push(before);
  Object.assign(message, settle(body, files, before));
  message.editedAt = outside.world.clock();
  announce(outside, 'MESSAGE_UPDATE', message);
  outside.waiting.changed();
}

/** Sending to a sleeping thread wakes it. Discord docs "Threads › Active & Archived Threads". */
function wake({ world, gateway }: Told, channel: Channel): void {
  if (!channel.thread?.archived) return;
  channel.thread.archived = false;
  channel.thread.archivedAt = world.clock();
  gateway.dispatch('THREAD_UPDATE', channelPayload(world, channel), channel.guildId);
}

function announce({ world, gateway }: Told, event: string, message: Message): void {
  const channel = world.channels.get(message.channelId);
  const guildId = channel?.guildId ?? null;
  // Nobody but the reader hears of an ephemeral message; the bot that wrote it does.
  gateway.dispatch(
    event,
    {
      ...messagePayload(world, message, true),
      channel_type: channel?.type ?? 0,
      ...(guildId ? { guild_id: guildId } : {}),
    },
    guildId,
  );
}

function replyIn(body: Json): string | null {
  const reference = recordOf(body.message_reference);
  return reference && (reference.type ?? 0) === 0 && typeof reference.message_id === 'string'
    ? reference.message_id
    : null;
}

export function isSeenBy(message: Message, userId: string): boolean {
  return !message.deleted && (message.onlyFor === null || message.onlyFor === userId);
}
