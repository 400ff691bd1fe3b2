import type { Json } from './json.ts';
import { permissionsIn } from './permissions.ts';
import { mentionsOf } from './rules/mentions.ts';
import {
  CHANNEL,
  type Channel,
  type Command,
  FLAG,
  type Guild,
  type Member,
  type Message,
  type Role,
  type User,
  type World,
} from './state.ts';

// The nouns as the API shows them. The shapes follow discord-api-spec's response schemas; where that file is present,
// every answer of the fake is judged by it.

export function userPayload(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.globalName,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

export function rolePayload(role: Role, position: number): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

export function memberPayload(member: Member): Json {
  return {
    user: userPayload(member.user),
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: isoOf(member.joinedAt),
    premium_since: null,
    pending: false,
    flags: 0,
    mute: false,
    deaf: false,
    communication_disabled_until: null,
  };
}

/** The resolved and interaction forms: without user, mute and deaf where they stand elsewhere. */
export function partialMember(member: Member, permissions: bigint): Json {
  const { user: _user, mute: _mute, deaf: _deaf, ...rest } = memberPayload(member);
  return { ...rest, permissions: String(permissions) };
}

export function guildPayload(world: World, guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'us-west',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: [...guild.roles.values()].map(rolePayload),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
    approximate_member_count: guild.members.size,
    approximate_presence_count: world.users.size,
  };
}

/** GUILD_CREATE: the guild with what only the gateway tells. Discord docs "Gateway Events › Guild Create". */
export function guildCreatePayload(world: World, guild: Guild): Json {
  const own = guild.members.get(world.bot.id);
  const channels = channelsOf(world, guild).filter((channel) => !channel.thread);
  return {
    ...guildPayload(world, guild),
    joined_at: isoOf(guild.joinedAt),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    // Without the members intent only the bot itself is told.
    members: own ? [memberPayload(own)] : [],
    channels: channels.map((channel) => channelPayload(world, channel)),
    threads: channelsOf(world, guild)
      .filter((channel) => channel.thread && !channel.thread.archived)
      .map((channel) => channelPayload(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelsOf(world: World, guild: Guild): Channel[] {
  return [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
}

export function channelPayload(world: World, channel: Channel): Json {
  const last = channel.messageIds.at(-1) ?? null;
  if (channel.type === CHANNEL.dm) {
    const recipient = world.users.get(channel.recipient ?? '');
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: last,
      recipients: recipient ? [userPayload(recipient)] : [],
    };
  }
  const common = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: channel.type === CHANNEL.forum && channel.tagRequired ? 1 << 4 : 0,
  };
  if (channel.thread) return { ...common, ...threadFields(channel) };
  return {
    ...common,
    position: channel.position,
    nsfw: channel.nsfw,
    topic: null,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(channel.type === CHANNEL.forum
      ? {
          available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
    ...(channel.type === CHANNEL.voice ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {}),
  };
}

function threadFields(channel: Channel): Json {
  const thread = channel.thread;
  if (!thread) return {};
  return {
    owner_id: thread.ownerId,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchive,
      archive_timestamp: isoOf(thread.startedAt),
      create_timestamp: isoOf(thread.startedAt),
    },
    message_count: channel.messageIds.length,
    member_count: thread.members.size,
    total_message_sent: channel.messageIds.length,
    applied_tags: thread.appliedTags,
  };
}

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

export function commandPayload(world: World, command: Command): Json {
  return {
    ...command.body,
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
  };
}

/** What the bot may do there, as `app_permissions` says. */
export function appPermissions(world: World, channel: Channel): string {
  const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
  return String(permissionsIn(world, world.bot.id, channel, guild));
}

export function isLoading(message: Message): boolean {
  return (message.flags & FLAG.loading) !== 0;
}

/** With microseconds and an offset, as the recorded payloads write it. */
function isoOf(date: Date): string {
  return date.toISOString().replace('Z', '000+00:00');
}
