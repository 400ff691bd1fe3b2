import { type APIInteraction, type REST, Routes } from 'discord.js';
import { type Clock, MINUTE } from '../../lib/clock.ts';
import { type Message, troubleSentence } from '../message.ts';
import type { Place } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { guildBehind, guildOf, personAt, personOf } from './asker.ts';
import { codeOf } from './outcome.ts';

// Somebody who was banned hears a server's news no longer than this.
const KNOWN_FOR = 5 * MINUTE;
// Beyond this many they are asked for again.
const REMEMBERED = 10_000;
const NO_MEMBER: ReadonlySet<number | null> = new Set([10007, 10013]);
// Crier itself is not in the server.
const NO_SERVER: ReadonlySet<number | null> = new Set([10004, 50001]);

/** Who belongs to which server, as Discord says; members are remembered for some minutes. */
export function createMembership(clock: Clock) {
  const known = new Map<string, number>();
  return {
    /** Rejects where Discord cannot be asked. */
    async isMember(rest: REST, guild: string, person: string): Promise<boolean> {
      const key = `${guild} ${person}`;
      const now = clock().getTime();
      if ((known.get(key) ?? 0) > now) return true;
      known.delete(key);
      if (!(await belongs(rest, guild, person))) return false;
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, now + KNOWN_FOR);
      return true;
    },
  };
}

export type Membership = ReturnType<typeof createMembership>;

/** As it is now. Rejects where Discord cannot be asked. */
export async function belongs(rest: REST, guild: string, person: string): Promise<boolean> {
  try {
    await rest.get(Routes.guildMember(guild, person));
    return true;
  } catch (error) {
    if (NO_MEMBER.has(codeOf(error))) return false;
    throw error;
  }
}

/**
 * Why a server's news is not for the one whose direct messages the place is; null where it is, and for every other
 * place. Rejects where Discord cannot be asked.
 */
export async function notFor(
  membership: Membership,
  rest: REST,
  { tenant, channel }: Place,
): Promise<string | null> {
  const person = personAt(channel);
  const guild = guildOf(tenant);
  if (person === undefined || guild === null) return null;
  return (await membership.isMember(rest, guild, person))
    ? null
    : 'the reader is no longer in the server';
}

/** Why whoever pressed under a server's direct message gets no answer in its name; null where they get one. */
export async function refusalOf(
  membership: Membership,
  rest: REST,
  interaction: APIInteraction,
  words: () => Promise<ChatWords>,
): Promise<Message | null> {
  const guild = guildBehind(interaction);
  if (guild === null) return null;
  try {
    return (await membership.isMember(rest, guild, personOf(interaction)))
      ? null
      : troubleSentence((await words()).youLeft);
  } catch (error) {
    const { weLeft, unasked } = await words();
    return troubleSentence(NO_SERVER.has(codeOf(error)) ? weLeft : unasked);
  }
}
