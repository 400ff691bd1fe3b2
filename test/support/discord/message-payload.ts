import type { Json } from './json.ts';
import { channelPayload, isoOf, userPayload } from './payloads.ts';
import { mentionsOf } from './rules/mentions.ts';
import { FLAG, type Message, type World } from './state.ts';

/** A message as `viewer` reads it through the API; `fresh` right after it was made, when its nonce is told. */
export function messagePayload(world: World, message: Message, fresh = false): Json {
  const mentioned = mentionsOf(message);
  const ids = (kind: string) => mentioned.filter((one) => one.kind === kind).map(({ id }) => id);
  const channel = world.channels.get(message.channelId);
  const reply = message.replyTo ? world.messages.get(message.replyTo) : undefined;
  const thread = message.threadId ? world.channels.get(message.threadId) : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: typeOf(message),
    author: userPayload(message.author),
    content: message.content,
    timestamp: isoOf(message.createdAt),
    edited_timestamp: message.editedAt ? isoOf(message.editedAt) : null,
    tts: false,
    pinned: false,
    mention_everyone: ids('everyone').length > 0,
    mentions: ids('user').flatMap((id) => {
      const user = world.users.get(id);
      return user ? [userPayload(user)] : [];
    }),
    mention_roles: ids('role'),
    attachments: message.attachments.map((one) => ({
      id: one.id,
      filename: one.filename,
      size: one.size,
      content_type: one.contentType,
      ...(one.description === null ? {} : { description: one.description }),
      url: `https://cdn.discordapp.com/attachments/${message.channelId}/${one.id}/${one.filename}`,
      proxy_url: `https://media.discordapp.net/attachments/${message.channelId}/${one.id}/${one.filename}`,
    })),
    embeds: message.embeds,
    components: message.components,
    flags: message.flags,
    // Discord docs "Message Object": `nonce` is used for validating that a message was sent; reading later has none.
    ...(fresh && message.nonce !== null ? { nonce: message.nonce } : {}),
    ...(message.interaction ? interactionFields(world, message) : {}),
    ...(message.author.id === world.bot.id && message.interaction
      ? { application_id: world.application.id, webhook_id: world.application.id }
      : {}),
    ...(message.replyTo
      ? {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: message.channelId,
            ...(channel?.guildId ? { guild_id: channel.guildId } : {}),
          },
          referenced_message: reply && !reply.deleted ? messagePayload(world, reply) : null,
        }
      : {}),
    ...(thread ? { thread: channelPayload(world, thread) } : {}),
  };
}

// Discord docs "Message Resource › Message Types".
function typeOf(message: Message): number {
  if (message.replyTo) return 19;
  if (message.interaction?.type === 2)
    return (message.interaction.payload.data as Json).type === 1 ? 20 : 23;
  return 0;
}

function interactionFields(world: World, message: Message): Json {
  const { interaction } = message;
  if (!interaction) return {};
  const user = world.users.get(interaction.userId);
  const data = interaction.payload.data as Json;
  const followUp = interaction.originalId !== null && interaction.originalId !== message.id;
  return {
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      ...(user ? { user: userPayload(user) } : {}),
      authorizing_integration_owners: interaction.payload.authorizing_integration_owners ?? {},
      ...(followUp ? { original_response_message_id: interaction.originalId } : {}),
      ...(interaction.type === 2 ? { name: data.name, command_type: data.type } : {}),
      ...(interaction.type === 3 ? { interacted_message_id: interaction.sourceMessageId } : {}),
      ...(interaction.type === 5
        ? { triggering_interaction_metadata: triggering(interaction) }
        : {}),
    },
    ...(interaction.type === 2 && user
      ? {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            name: data.name,
            user: userPayload(user),
          },
        }
      : {}),
  };
}

function triggering(interaction: { readonly id: string; readonly payload: Json }): Json {
  return {
    id: interaction.id,
    type: 2,
    authorizing_integration_owners: interaction.payload.authorizing_integration_owners ?? {},
  };
}

export function isLoading(message: Message): boolean {
  return (message.flags & FLAG.loading) !== 0;
}
