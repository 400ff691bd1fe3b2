import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Message } from '../message.ts';
import type { Edited, Place } from '../platform.ts';
import type { Channels } from './channels.ts';
import { customIdsOf, readCustomId } from './custom-id.ts';
import { isForum } from './forum-post.ts';
import { notFor } from './membership.ts';
import { codeOf, failedEdit } from './outcome.ts';
import { EMBED_LINKS, lostEmbeds, type Posting } from './post.ts';

const LONG = 'it is too long to be edited: it needs more than one message';

type Editing = Pick<Posting, 'authorise' | 'render' | 'membership'> & {
  readonly rest: REST;
  readonly channels: Channels;
};

/** Puts a message in the place of a post, once; what is missing from it is taken away from the post as well. */
export async function edit(
  { rest, channels, membership, authorise, render }: Editing,
  { place, id, message, key }: Editable,
): Promise<Edited> {
  authorise();
  try {
    const reason = await notFor(membership, rest, place);
    if (reason) return { kind: 'gone', reason };
    const channel = await channels.of(place);
    if (!channel) {
      return { kind: 'gone', reason: `channel ${place.channel} is not of ${place.tenant}` };
    }
    const [payload, ...others] = await render(message, place, key);
    // A forum's post is a thread with the id of its first message.
    const inside = isForum(channel) ? id : channel.id;
    if (others.length > 0 || (await isLong(rest, inside, id)))
      return { kind: 'gone', reason: LONG };
    const body = { content: '', embeds: [], components: [], ...payload };
    const made = await rest.patch(Routes.channelMessage(inside, id), { body });
    return lostEmbeds(payload, made as APIMessage)
      ? { kind: 'gone', reason: EMBED_LINKS }
      : { kind: 'edited' };
  } catch (error) {
    return failedEdit(error);
  }
}

/** Whether the post goes on in further messages, which would stay as they are. */
async function isLong(rest: REST, channel: string, id: string): Promise<boolean> {
  try {
    const standing = (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
    return customIdsOf(standing).some((written) => readCustomId(written)?.press === 'part');
  } catch (error) {
    // Editing takes less than reading: whether it is gone, the edit will say.
    if (codeOf(error) !== null) return false;
    throw error;
  }
}

export type Editable = {
  readonly place: Place;
  readonly id: string;
  readonly message: Message;
  readonly key: string;
};
