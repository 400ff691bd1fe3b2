import { type APIChannel, type APIDMChannel, type REST, Routes } from 'discord.js';
import { type Clock, MINUTE } from '../../lib/clock.ts';
import type { Place } from '../platform.ts';
import { dmTenant, guildTenant, personAt } from './asker.ts';

// A channel's kind changes once in a blue moon; a tag may become required any day, and then the post says so.
const KNOWN_FOR = 10 * MINUTE;
// Private conversations keep their ids for ever; beyond this many they are asked for again.
const CONVERSATIONS = 10_000;

export type Channels = ReturnType<typeof createChannels>;

/** What Discord says of channels, remembered for a while. Everything here rejects where Discord cannot be asked. */
export function createChannels(rest: REST, clock: Clock) {
  const known = new Map<string, { readonly channel: APIChannel; readonly until: number }>();
  const conversations = new Map<string, APIDMChannel>();

  async function get(id: string): Promise<APIChannel> {
    const entry = known.get(id);
    if (entry && entry.until > clock().getTime()) return entry.channel;
    const channel = (await rest.get(Routes.channel(id))) as APIChannel;
    known.set(id, { channel, until: clock().getTime() + KNOWN_FOR });
    return channel;
  }

  async function conversation(person: string): Promise<APIDMChannel> {
    const before = conversations.get(person);
    if (before) return before;
    // The same each time: asking for it opens it, and sends nothing.
    const body = { recipient_id: person };
    const channel = (await rest.post(Routes.userChannels(), { body })) as APIDMChannel;
    if (conversations.size >= CONVERSATIONS) conversations.clear();
    conversations.set(person, channel);
    return channel;
  }

  return {
    /** The channel of a place, somebody's direct messages being the conversation with them; null where it is another tenant's. */
    async of(place: Place): Promise<APIChannel | null> {
      const person = personAt(place.channel);
      if (person !== undefined) return conversation(person);
      const channel = await get(place.channel);
      return isOf(channel, place) ? channel : null;
    },
    /** As it is now. */
    again(id: string): Promise<APIChannel> {
      known.delete(id);
      return get(id);
    },
    forget({ channel }: Place): void {
      known.delete(channel);
      conversations.delete(personAt(channel) ?? '');
    },
  };
}

/** Whether the channel belongs to the tenant; nobody's digest goes to another server. */
function isOf(channel: APIChannel, { tenant }: Place): boolean {
  if ('guild_id' in channel && channel.guild_id) return tenant === guildTenant(channel.guild_id);
  const people = 'recipients' in channel ? (channel.recipients ?? []) : [];
  return people.some(({ id }) => tenant === dmTenant(id));
}
