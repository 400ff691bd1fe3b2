import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { Asker } from '../platform.ts';

/** Whom to ask, in Discord's words. */
const MANAGERS = 'members with Manage Server';

/** Who asks: a server is a tenant, and so is each private conversation, which nobody manages. */
export function askerOf(interaction: APIInteraction): Asker {
  const { guild_id: guild, member } = interaction;
  const user = personOf(interaction);
  const rights = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return {
    tenant: guild ? guildTenant(guild) : dmTenant(user),
    isManager: Boolean(guild) && (BigInt(member?.permissions ?? '0') & rights) !== 0n,
    managers: MANAGERS,
    story: null,
  };
}

/** In servers a member, in private a user. */
export const personOf = ({ member, user }: APIInteraction): string =>
  member?.user.id ?? user?.id ?? '';

export const guildTenant = (guild: string): string => `discord:${guild}`;
export const dmTenant = (user: string): string => `discord:dm:${user}`;
