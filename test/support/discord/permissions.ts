import type { Channel, Guild, World } from './state.ts';

// Discord docs "Permissions › Bitwise Permission Flags".
export const PERMISSIONS = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  CONNECT: 1n << 20n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  USE_EXTERNAL_APPS: 1n << 50n,
} as const;

export type Permission = keyof typeof PERMISSIONS;

const ALL = (1n << 53n) - 1n;

// What nobody has to be given in a private conversation with the bot. Discord docs "Permissions" speak of guilds only.
const IN_DM: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
];

/** What @everyone may do in a new guild: the client's own defaults, without anything that manages. */
export const USUAL: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'CONNECT',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'USE_EXTERNAL_APPS',
];

export function bitsOf(names: readonly Permission[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

/** Discord docs "Permissions › Permission Overwrites": the pseudo-code there, roles first, then the channel's overwrites. */
export function permissionsIn(
  world: World,
  userId: string,
  channel: Channel | null,
  guild: Guild | undefined,
): bigint {
  if (!guild) return bitsOf(IN_DM);
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  const roleIds = [guild.id, ...member.roles];
  const base = roleIds.reduce((bits, id) => bits | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  if (base & PERMISSIONS.ADMINISTRATOR) return ALL;
  if (!channel) return base;
  // Threads have no overwrites of their own: they inherit their parent's.
  const place = channel.thread ? world.channels.get(channel.parentId ?? '') : channel;
  const overwrites = place?.overwrites ?? [];
  const everyone = overwrites.filter((one) => one.id === guild.id);
  const byRole = overwrites.filter((one) => one.type === 0 && member.roles.includes(one.id));
  const own = overwrites.filter((one) => one.type === 1 && one.id === userId);
  return [everyone, byRole, own].reduce((bits, some) => {
    const deny = some.reduce((all, one) => all | one.deny, 0n);
    const allow = some.reduce((all, one) => all | one.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** Whether somebody may do this in that channel. Nothing can be done in a channel that cannot be seen. */
export function may(
  world: World,
  userId: string,
  channel: Channel,
  permission: Permission,
): boolean {
  const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
  const bits = permissionsIn(world, userId, channel, guild);
  if (!(bits & PERMISSIONS.VIEW_CHANNEL)) return false;
  return (bits & PERMISSIONS[permission]) !== 0n;
}
