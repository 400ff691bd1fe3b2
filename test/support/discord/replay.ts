import type { Outside } from './call.ts';
import { tell } from './interactions.ts';
import { type Json, recordOf, textOf } from './json.ts';
import type { Interaction, User, World } from './state.ts';

/**
 * Tells something recorded from the real Discord, as it was recorded. An interaction (a payload with a token, or one
 * wrapped as `GATEWAY_…`) gets the present moment as its start, so that it can be answered; anything else is told as the
 * event its wrapper names, to sessions whose intents allow it.
 */
export function replay(outside: Outside, recorded: Json): Interaction | null {
  const wrapper = textOf(recorded.type);
  if (wrapper.startsWith('GATEWAY_')) {
    const data = recordOf(recorded.data) ?? {};
    outside.gateway.dispatch(
      wrapper.slice('GATEWAY_'.length),
      data,
      typeof data.guild_id === 'string' ? data.guild_id : null,
    );
    return null;
  }
  const { id, token, ...payload } = recorded;
  const channel = recordOf(recorded.channel);
  return tell(outside, {
    id: textOf(id),
    token: textOf(token),
    type: Number(recorded.type),
    userId: knownUser(outside.world, recorded).id,
    channelId: textOf(recorded.channel_id) || textOf(channel?.id),
    guildId: typeof recorded.guild_id === 'string' ? recorded.guild_id : null,
    createdAt: outside.world.clock(),
    payload,
    userInstalledOnly: false,
    sourceMessageId: knownSource(outside.world, recorded),
    delivered: false,
    acknowledged: null,
    originalId: null,
    followUpIds: [],
    modal: null,
    choices: null,
  });
}

function knownUser(world: World, recorded: Json): User {
  const given = recordOf(recordOf(recorded.member)?.user) ?? recordOf(recorded.user) ?? {};
  const id = textOf(given.id);
  const user = world.users.get(id) ?? {
    id,
    username: textOf(given.username),
    globalName: textOf(given.global_name) || null,
    bot: false,
    dms: true,
  };
  world.users.set(id, user);
  return user;
}

/** The message that held the component, kept so that it can be edited. */
function knownSource(world: World, recorded: Json): string | null {
  const message = recordOf(recorded.message);
  if (!message) return null;
  const id = textOf(message.id);
  if (!world.messages.has(id))
    world.messages.set(id, {
      id,
      channelId: textOf(message.channel_id) || textOf(recorded.channel_id),
      author: world.bot,
      content: textOf(message.content),
      embeds: (message.embeds as Json[] | undefined) ?? [],
      components: (message.components as Json[] | undefined) ?? [],
      attachments: [],
      flags: Number(message.flags ?? 0),
      allowedMentions: { parse: [] },
      createdAt: world.clock(),
      editedAt: null,
      nonce: null,
      enforcedNonce: false,
      replyTo: null,
      interaction: null,
      onlyFor: null,
      deleted: false,
      threadId: null,
      earlier: [],
    });
  return id;
}
