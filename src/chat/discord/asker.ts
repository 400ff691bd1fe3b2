import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../platform.ts';

/** Whom to ask, in Discord's words. */
const MANAGERS = 'members with Manage Server';

/** Who asks: a server is a tenant, and so is each private conversation, which nobody manages. */
export function askerOf(interaction: APIInteraction): Asker {
  const { guild_id: guild, member } = interaction;
  const user = personOf(interaction);
  const here = interaction.channel?.id ?? null;
  const rights = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return {
    tenant: guild ? guildTenant(guild) : dmTenant(user),
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

/** What others in the server call them. */
function nameOf({ member, user }: APIInteraction): string {
  const person = member?.user ?? user;
  return member?.nick ?? person?.global_name ?? person?.username ?? '';
}

/** In servers a member, in private a user. */
export const personOf = ({ member, user }: APIInteraction): string =>
  member?.user.id ?? user?.id ?? '';

export const guildTenant = (guild: string): string => `discord:${guild}`;
export const dmTenant = (user: string): string => `discord:dm:${user}`;
