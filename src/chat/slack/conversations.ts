import type { Workspace } from './workspaces.ts';

/** The conversation of a place, by Slack's id: a channel's own, or that of somebody's direct messages with Crier. */
export type Conversations = (workspace: Workspace, channel: string) => Promise<string>;

const MOST = 10_000;

/** The person whose direct messages a place is; null where it is a channel. */
export const personOf = (channel: string): string | null =>
  channel.startsWith('@') ? channel.slice(1) : null;

/** Asks Slack once for each person: a conversation keeps its id. Rejects as Slack's client does. */
export function createConversations(): Conversations {
  const known = new Map<string, string>();
  return async ({ id, client }, channel) => {
    const person = personOf(channel);
    if (person === null) return channel;
    const key = `${id} ${person}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const opened = await client.conversations.open({ users: person });
    const found = opened.channel?.id;
    if (!found) throw new Error('no conversation with that member was given');
    if (known.size >= MOST) known.clear();
    known.set(key, found);
    return found;
  };
}
