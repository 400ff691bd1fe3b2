import {
  type APIChannel,
  type APIMessage,
  ChannelFlags,
  ChannelType,
  type REST,
  Routes,
} from 'discord.js';
import { type Clock, MINUTE, SECOND } from '../../lib/clock.ts';
import { hashOf } from '../../lib/hash.ts';
import type { Message } from '../message.ts';
import type { Place, Posted } from '../platform.ts';
import { dmTenant, guildTenant } from './asker.ts';
import { howToGrant } from './permissions.ts';
import { nameOf, type Payload } from './render.ts';
import { troubleOf } from './trouble.ts';

export type Posting = {
  readonly rest: REST;
  readonly clock: Clock;
  /** Called before each request: the SDK forgets a token that was refused once. */
  readonly authorise: () => void;
  readonly render: (message: Message, key: string) => Promise<readonly [Payload, ...Payload[]]>;
};

export type Post = (place: Place, message: Message, key: string) => Promise<Posted>;

// A channel's kind changes once in a blue moon; a tag may become required any day, and then the post says so.
const KNOWN_FOR = 10 * MINUTE;
const RETRY = 5 * SECOND;
const SLOW = MINUTE;
// The rest of a message that began is waited for: half of it stands already.
const PATIENCE = MINUTE;

const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const GONE: ReadonlySet<number> = new Set([
  10003, 10004, 10015, 50001, 50007, 50008, 50013, 50024, 50083, 50278, 160005,
]);
const BUSY: ReadonlySet<number> = new Set([20016, 20028, 40062, 130000]);
const DELETED_SINCE = 10008;
const IS_FORUM = 40058;
// A tag is required, or the one we knew is gone.
const TAGS: ReadonlySet<number | null> = new Set([40067, 10087]);

/**
 * Posts in channels, threads and forums. One message at a time in each channel, in the order they came; channels do not
 * wait for each other. Nothing is sent a second time here: the nonce makes a second try by the caller harmless for some
 * minutes, and the key on a component finds the message later.
 */
export function createPost(posting: Posting): Post {
  const channels = createChannels(posting);
  const queues = new Map<string, Promise<unknown>>();
  return (place, message, key) => {
    const before = queues.get(place.channel) ?? Promise.resolve();
    const work = before.then(() => postOnce(posting, channels, place, message, key));
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
  channels: Channels,
  place: Place,
  message: Message,
  key: string,
): Promise<Posted> {
  posting.authorise();
  let channel: APIChannel;
  try {
    channel = await channels.get(place.channel);
  } catch (error) {
    return beforePosting(error);
  }
  if (!isOf(channel, place)) {
    return { kind: 'gone', reason: `channel ${place.channel} is not of ${place.tenant}` };
  }
  const [first, ...others] = await posting.render(message, key);
  const began = FORUMS.includes(channel.type)
    ? await openPost(posting, channels, channel, nameOf(message), first)
    : await send(posting, channels, place.channel, first, key);
  if (began.kind !== 'sent') return began;
  for (const [i, payload] of others.entries()) {
    const nonce = hashOf(`${key} ${i + 1}`).slice(0, 25);
    const more = await sendPatiently(posting, channels, began.channel, payload, nonce);
    if (more.kind !== 'sent') {
      const reason = 'reason' in more ? more.reason : 'Discord is busy';
      return { kind: 'ambiguous', reason: `part ${i + 2} of ${others.length + 1}: ${reason}` };
    }
  }
  return { kind: 'sent', id: began.id };
}

/** A post that began, with the channel that the rest of it belongs to. */
type Began = Exclude<Posted, { kind: 'sent' }> | (Posted & { kind: 'sent'; channel: string });

async function send(
  posting: Posting,
  channels: Channels,
  channel: string,
  payload: Payload,
  nonce: string,
): Promise<Began> {
  const body = { ...payload, nonce, enforce_nonce: true };
  let made: APIMessage;
  try {
    made = (await posting.rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === IS_FORUM) channels.forget(channel);
    if (code === DELETED_SINCE) {
      return { kind: 'refused', reason: 'it was posted before and has been deleted since' };
    }
    return outcomeOf(error);
  }
  return (await lostEmbeds(posting, payload, made)) ?? { kind: 'sent', id: made.id, channel };
}

/** Part two and what follows: waits where Discord asks to. */
async function sendPatiently(
  posting: Posting,
  channels: Channels,
  channel: string,
  payload: Payload,
  nonce: string,
): Promise<Began> {
  for (let waited = 0; ; ) {
    const sent = await send(posting, channels, channel, payload, nonce);
    if (sent.kind !== 'busy' || waited + sent.retryAfterMs > PATIENCE) return sent;
    waited += sent.retryAfterMs;
    await new Promise((done) => setTimeout(done, sent.retryAfterMs));
  }
}

/** Forums take posts as threads with a name; there a nonce is not known. */
async function openPost(
  posting: Posting,
  channels: Channels,
  forum: APIChannel,
  name: string,
  payload: Payload,
): Promise<Began> {
  const open = async (channel: APIChannel): Promise<Began> => {
    const tag = needsTag(channel) ? tagOf(channel) : undefined;
    const made = (await posting.rest.post(Routes.threads(forum.id), {
      body: { name, message: payload, ...(tag && { applied_tags: [tag] }) },
    })) as APIChannel & { message?: APIMessage };
    // The first message of a post has the id of its thread.
    const id = made.message?.id ?? made.id;
    const lost = made.message && (await lostEmbeds(posting, payload, made.message));
    return lost ?? { kind: 'sent', id, channel: made.id };
  };
  try {
    return await open(forum);
  } catch (error) {
    if (!TAGS.has(refusalOf(error).code)) return outcomeOf(error);
  }
  channels.forget(forum.id);
  try {
    const fresh = await channels.get(forum.id);
    if (tagOf(fresh)) return await open(fresh);
  } catch (error) {
    if (!TAGS.has(refusalOf(error).code)) return outcomeOf(error);
  }
  return {
    kind: 'gone',
    reason: 'the forum wants a tag and has none that I may set: add a tag, or do not require one',
  };
}

const needsTag = (channel: APIChannel): boolean =>
  'flags' in channel && ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;

/** A tag that everybody may set, best one that says news. */
function tagOf(channel: APIChannel): string | undefined {
  const tags = 'available_tags' in channel ? channel.available_tags : [];
  const free = tags.filter(({ moderated }) => !moderated);
  return (free.find(({ name }) => /news|digest/i.test(name)) ?? free[0])?.id;
}

/**
 * Without Embed Links Discord takes a message and drops its embeds without a word, so that a digest is an empty shell.
 * Such a one is taken back, and a person has to help.
 */
async function lostEmbeds(
  { rest }: Posting,
  payload: Payload,
  made: APIMessage,
): Promise<Began | undefined> {
  const wanted = payload.embeds?.length ?? 0;
  if (wanted === 0 || made.embeds.length >= wanted) return undefined;
  await rest.delete(Routes.channelMessage(made.channel_id, made.id)).catch(() => {});
  return {
    kind: 'gone',
    reason: `Embed Links is missing. ${howToGrant(['Embed Links'], 'the channel')}`,
  };
}

/** What went wrong before anything was posted: it can be tried again without looking first. */
function beforePosting(error: unknown): Posted {
  const outcome = outcomeOf(error);
  return outcome.kind === 'ambiguous' ? { kind: 'busy', retryAfterMs: RETRY } : outcome;
}

function outcomeOf(error: unknown): Exclude<Posted, { kind: 'sent' }> {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'limited':
      return { kind: 'busy', retryAfterMs: trouble.retryAfterMs };
    case 'unsent':
      return { kind: 'busy', retryAfterMs: RETRY };
    case 'unknown':
      return { kind: 'ambiguous', reason: trouble.reason };
    case 'refused': {
      const { status, code, reason } = trouble;
      if (status === 401) return { kind: 'revoked', reason };
      if (BUSY.has(code)) return { kind: 'busy', retryAfterMs: SLOW };
      const isGone = GONE.has(code) || status === 403 || status === 404;
      return { kind: isGone ? 'gone' : 'refused', reason };
    }
  }
}

function refusalOf(error: unknown): { readonly code: number | null } {
  const trouble = troubleOf(error);
  return { code: trouble.kind === 'refused' ? trouble.code : null };
}

type Channels = { get(id: string): Promise<APIChannel>; forget(id: string): void };

function createChannels({ rest, clock }: Posting): Channels {
  const known = new Map<string, { readonly channel: APIChannel; readonly until: number }>();
  return {
    async get(id) {
      const entry = known.get(id);
      if (entry && entry.until > clock().getTime()) return entry.channel;
      const channel = (await rest.get(Routes.channel(id))) as APIChannel;
      known.set(id, { channel, until: clock().getTime() + KNOWN_FOR });
      return channel;
    },
    forget: (id) => void known.delete(id),
  };
}

/** Whether the channel belongs to the tenant; nobody's digest goes to another server. */
function isOf(channel: APIChannel, { tenant }: Place): boolean {
  if ('guild_id' in channel && channel.guild_id) return tenant === guildTenant(channel.guild_id);
  const people = 'recipients' in channel ? (channel.recipients ?? []) : [];
  return people.some(({ id }) => tenant === dmTenant(id));
}
