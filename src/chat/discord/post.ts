import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js';
import { MINUTE } from '../../lib/clock.ts';
import { hashOf } from '../../lib/hash.ts';
import type { Log } from '../../lib/log.ts';
import type { Message } from '../message.ts';
import type { Place, Posted } from '../platform.ts';
import type { Channels } from './channels.ts';
import { crosspost } from './crosspost.ts';
import { isForum, openPost } from './forum-post.ts';
import { type Membership, notFor } from './membership.ts';
import { codeOf, failedBefore, failedPost, type Sent } from './outcome.ts';
import { howToGrant } from './permissions.ts';
import { nameOf, type Payload } from './render.ts';

export type Posting = {
  readonly rest: REST;
  readonly log: Log;
  readonly channels: Channels;
  readonly membership: Membership;
  /** Called before each request: the SDK forgets a token that was refused once. */
  readonly authorise: () => void;
  readonly render: (
    message: Message,
    place: Place,
    key: string,
  ) => Promise<readonly [Payload, ...Payload[]]>;
  readonly begun: Begun;
};

/** Posts of several parts that were found broken off, by place and key: the next try goes on where they end. */
export type Begun = Map<string, Standing>;
export const begunAt = ({ channel }: Place, key: string): string => `${channel} ${key}`;

/** The parts of a post that stand already: the id of the first, and the channel (of a forum, the thread). */
export type Standing = { readonly id: string; readonly channel: string; readonly parts: number };

export type Post = (place: Place, message: Message, key: string) => Promise<Posted>;

// The rest of a message that began is waited for: half of it stands already.
const PATIENCE = MINUTE;
const DELETED_SINCE = 10008;

/**
 * Posts in channels, threads, forums and private conversations. One message at a time in each place, in the order they
 * came; places do not wait for each other. Nothing is sent a second time here: the nonce makes a second try by the
 * caller harmless for some minutes, and the key on its components finds each part later.
 */
export function createPost(posting: Posting): Post {
  const queues = new Map<string, Promise<unknown>>();
  return (place, message, key) => {
    const before = queues.get(place.channel) ?? Promise.resolve();
    const work = before.then(() => postOnce(posting, place, message, key));
    const settled = work.catch(() => {});
    queues.set(place.channel, settled);
    void settled.then(() => {
      if (queues.get(place.channel) === settled) queues.delete(place.channel);
    });
    return work;
  };
}

async function postOnce(
  posting: Posting,
  place: Place,
  message: Message,
  key: string,
): Promise<Posted> {
  const { channels, membership, begun, rest, log } = posting;
  posting.authorise();
  let channel: APIChannel | null;
  try {
    const reason = await notFor(membership, rest, place);
    if (reason) return { kind: 'gone', reason };
    channel = await channels.of(place);
  } catch (error) {
    const failed = failedBefore(error);
    return failed.kind === 'refused' ? { kind: 'gone', reason: failed.reason } : failed;
  }
  if (!channel) {
    return { kind: 'gone', reason: `channel ${place.channel} is not of ${place.tenant}` };
  }
  const payloads = await posting.render(message, place, key);
  let standing = begun.get(begunAt(place, key));
  begun.delete(begunAt(place, key));
  if (!standing) {
    const first = isForum(channel)
      ? await openPost(posting, channel, nameOf(message), payloads[0])
      : await send(posting, channel.id, payloads[0], key);
    const began = await checked(posting, payloads[0], first);
    if (began.kind !== 'sent') {
      // It may have become a forum, or be gone.
      if (began.kind !== 'busy') channels.forget(place);
      return began;
    }
    crosspost(rest, log, channel, began.made);
    standing = { id: began.made.id, channel: began.made.channel_id, parts: 1 };
  }
  const { id, channel: inside, parts } = standing;
  for (const [i, payload] of payloads.entries()) {
    if (i < parts) continue;
    const nonce = hashOf(`${key} ${i}`).slice(0, 25);
    const sent = await sendPatiently(posting, inside, payload, nonce);
    const more = await checked(posting, payload, sent);
    if (more.kind !== 'sent') {
      const reason = 'reason' in more ? more.reason : 'Discord is busy';
      return { kind: 'ambiguous', reason: `part ${i + 1} of ${payloads.length}: ${reason}` };
    }
    crosspost(rest, log, channel, more.made);
  }
  return { kind: 'sent', id };
}

async function send(
  { rest }: Posting,
  channel: string,
  payload: Payload,
  nonce: string,
): Promise<Sent> {
  const body = { ...payload, nonce, enforce_nonce: true };
  try {
    const made = (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
    return { kind: 'sent', made };
  } catch (error) {
    return codeOf(error) === DELETED_SINCE
      ? { kind: 'refused', reason: 'it was posted before and has been deleted since' }
      : failedPost(error);
  }
}

/** Part two and what follows: waits where Discord asks to. */
async function sendPatiently(
  posting: Posting,
  channel: string,
  payload: Payload,
  nonce: string,
): Promise<Sent> {
  for (let waited = 0; ; ) {
    const sent = await send(posting, channel, payload, nonce);
    if (sent.kind !== 'busy' || waited + sent.retryAfterMs > PATIENCE) return sent;
    waited += sent.retryAfterMs;
    await new Promise((done) => setTimeout(done, sent.retryAfterMs));
  }
}

/**
 * Without Embed Links Discord takes a message and drops its embeds without a word, so that a digest is an empty shell.
 * Such a one is taken back, and a person has to help.
 */
async function checked({ rest }: Posting, payload: Payload, sent: Sent): Promise<Sent> {
  if (sent.kind !== 'sent' || !lostEmbeds(payload, sent.made)) return sent;
  const { channel_id: channel, id } = sent.made;
  await rest.delete(Routes.channelMessage(channel, id)).catch(() => {});
  return { kind: 'gone', reason: EMBED_LINKS };
}

export const EMBED_LINKS = `Embed Links is missing. ${howToGrant(['Embed Links'], 'the channel')}`;

export const lostEmbeds = ({ embeds = [] }: Payload, made: APIMessage): boolean =>
  made.embeds.length < embeds.length;
