import type { Message } from '../message.ts';
import type { Edited, Place } from '../platform.ts';
import type { Conversations } from './conversations.ts';
import { editedFrom } from './failure.ts';
import type { Look } from './look.ts';
import type { Queue } from './queue.ts';
import { renderSlack } from './render.ts';
import { metadataOf } from './reply.ts';
import type { Workspaces } from './workspaces.ts';

/** Puts a message in the place of a post, in turn with the posts of its channel. */
export function createEdit(parts: {
  readonly workspaces: Workspaces;
  readonly conversations: Conversations;
  readonly look: Omit<Look, 'shared'>;
  readonly queue: Queue;
}): (place: Place, id: string, shown: Message, key: string) => Promise<Edited> {
  const { workspaces, conversations, look, queue } = parts;

  async function edit(place: Place, id: string, shown: Message, key: string): Promise<Edited> {
    const [first, ...others] = renderSlack(shown, { ...look, shared: true });
    if (!first) return { kind: 'gone', reason: 'There is nothing in the message.' };
    // What goes on in a thread cannot be changed at once with its head.
    if (others.length > 0) return { kind: 'gone', reason: 'It is too long to be edited.' };
    try {
      const workspace = await workspaces.of(place.tenant);
      if (!workspace) {
        return {
          kind: 'gone',
          reason: 'Crier is not installed in that workspace: install it again.',
        };
      }
      await workspace.client.chat.update({
        // Unlike a post, an edit takes no member's id in a channel's place.
        channel: await conversations(workspace, place.channel),
        ts: id,
        ...first,
        metadata: metadataOf(shown, key),
      });
      return { kind: 'edited' };
    } catch (error) {
      return editedFrom(error);
    }
  }

  return (place, id, shown, key) =>
    queue.run(`${place.tenant} ${place.channel}`, () => edit(place, id, shown, key));
}
