import type { Json } from './json.ts';
import { permissionsIn } from './permissions.ts';
import {
  CHANNEL,
  type Channel,
  type Command,
  type Guild,
  type Member,
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
      archive_timestamp: isoOf(thread.archivedAt),
      create_timestamp: isoOf(thread.startedAt),
    },
    message_count: channel.messageIds.length,
    member_count: thread.members.size,
    total_message_sent: channel.messageIds.length,
    applied_tags: thread.appliedTags,
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

/** With microseconds and an offset, as the recorded payloads write it. */
export function isoOf(date: Date): string {
  return date.toISOString().replace('Z', '000+00:00');
}
