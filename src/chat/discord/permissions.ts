import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  OAuth2Scopes,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';

/** What Crier needs in a channel, under the names that Discord's settings show, and what for. */
const NEEDED = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'View Channel' },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages' },
  { bit: PermissionFlagsBits.EmbedLinks, name: 'Embed Links' },
  { bit: PermissionFlagsBits.ReadMessageHistory, name: 'Read Message History' },
  { bit: PermissionFlagsBits.SendMessagesInThreads, name: 'Send Messages in Threads' },
] as const;

const ALL = ~0n;

/** The names of what is missing among the bits Crier has somewhere. */
export function missingIn(bits: bigint): string[] {
  if (bits & PermissionFlagsBits.Administrator) return [];
  return NEEDED.filter(({ bit }) => (bits & bit) === 0n).map(({ name }) => name);
}

/** How to grant what is missing in a channel. */
export function howToGrant(missing: readonly string[], channel: string): string {
  const names = missing.join(', ');
  return `Open the settings of ${channel} → Permissions → add the role or member Crier → allow ${names}.`;
}

/** Where somebody who manages a server adds Crier to it, with just the permissions it needs. */
export function inviteUrl(application: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', application);
  url.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`);
  url.searchParams.set('permissions', String(NEEDED.reduce((bits, { bit }) => bits | bit, 0n)));
  return url.href;
}

export type Ground = {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly member: Pick<APIGuildMember, 'roles'>;
  readonly user: string;
};

/**
 * What a member may do in a channel: https://discord.com/developers/docs/topics/permissions. For a thread pass its
 * parent, whose overwrites it has.
 */
export function permissionsIn(
  { guild, member, user }: Ground,
  overwrites: readonly APIOverwrite[],
): bigint {
  if (guild.owner_id === user) return ALL;
  const own = new Set([guild.id, ...member.roles]);
  const base = guild.roles
    .filter(({ id }) => own.has(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (base & PermissionFlagsBits.Administrator) return ALL;
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => id !== guild.id && own.has(id)),
    overwrites.filter(({ id }) => id === user),
  ];
  return steps.reduce((bits, some) => {
    const deny = some.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allow = some.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

function overwritesOf(channel: APIChannel): readonly APIOverwrite[] {
  return ('permission_overwrites' in channel && channel.permission_overwrites) || [];
}

/** What a bot may do in a channel of a server. Rejects where Discord cannot be asked. */
export async function rightsIn(
  rest: REST,
  user: string,
  channel: APIChannel,
  guildId: string,
): Promise<bigint> {
  const [guild, member, place] = (await Promise.all([
    rest.get(Routes.guild(guildId)),
    rest.get(Routes.guildMember(guildId, user)),
    parentOf(rest, channel),
  ])) as [APIGuild, APIGuildMember, APIChannel];
  return permissionsIn({ guild, member, user }, overwritesOf(place));
}

/** A thread has the permissions of its channel. */
async function parentOf(rest: REST, channel: APIChannel): Promise<APIChannel> {
  const isThread = 'thread_metadata' in channel && 'parent_id' in channel && channel.parent_id;
  return isThread ? ((await rest.get(Routes.channel(isThread))) as APIChannel) : channel;
}
