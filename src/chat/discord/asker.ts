import { type APIInteraction, ChannelType, InteractionType, PermissionFlagsBits } from 'discord.js';
import type { TenantId } from '../../news/tenant.ts';
import type { Asker } from '../platform.ts';
import { readCustomId } from './custom-id.ts';

/** Whom to ask, in Discord's words. */
const MANAGERS = 'members with Manage Server';

/**
 * Who asks: a server is a tenant, and so is each private conversation, which nobody manages. Under a server's direct
 * message it is the server's tenant; whether they still belong to it is for `Membership` to say before anything is done.
 */
export function askerOf(interaction: APIInteraction): Asker {
  const { guild_id: guild, member } = interaction;
  const user = personOf(interaction);
  const answering = guild ?? guildBehind(interaction);
  const here = interaction.channel?.id ?? null;
  const rights = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return {
    tenant: answering === null ? dmTenant(user) : guildTenant(answering),
    platform: 'discord',
    channel: guild ? here : `${DIRECT}${user}`,
    person: { id: user, name: nameOf(interaction) },
    isManager: Boolean(guild) && (BigInt(member?.permissions ?? '0') & rights) !== 0n,
    managers: MANAGERS,
    story: null,
  };
}

/** What stands before a person's id where their direct messages are meant. */
const DIRECT = '@';

/** Whose direct messages the place is; undefined where it is a channel. */
export const personAt = (channel: string): string | undefined =>
  channel.startsWith(DIRECT) ? channel.slice(DIRECT.length) : undefined;

/**
 * The server in whose name is answered in somebody's own conversation with Crier: the one whose direct message was
 * pressed. Null everywhere else, wherever a message came from.
 */
export function guildBehind(interaction: APIInteraction): string | null {
  const { type, channel, guild_id: guild } = interaction;
  if (type !== InteractionType.MessageComponent && type !== InteractionType.ModalSubmit)
    return null;
  if (guild || channel?.type !== ChannelType.DM) return null;
  const people = 'recipients' in channel ? (channel.recipients ?? []) : [];
  if (!people.some(({ id }) => id === personOf(interaction))) return null;
  return readCustomId(interaction.data.custom_id)?.guild ?? null;
}

/** What others in the server call them. */
function nameOf({ member, user }: APIInteraction): string {
  const person = member?.user ?? user;
  return member?.nick ?? person?.global_name ?? person?.username ?? '';
}

/** In servers a member, in private a user. */
export const personOf = ({ member, user }: APIInteraction): string =>
  member?.user.id ?? user?.id ?? '';

export const guildTenant = (guild: string): TenantId => `discord:${guild}`;
/** The server of a tenant; null where the tenant is a private conversation. */
export const guildOf = (tenant: TenantId): string | null =>
  /^discord:(\d{1,20})$/.exec(tenant)?.[1] ?? null;
export const dmTenant = (user: string): TenantId => `discord:dm:${user}`;
