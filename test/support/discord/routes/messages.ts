import { MINUTE } from '../../../../src/lib/clock.ts';
import { need, requireSending, visibleChannel } from '../access.ts';
import { type Answer, type Call, jsonBody, type Route } from '../call.ts';
import { withoutForbiddenEmbeds } from '../embed-links.ts';
import { invalidForm, refusal } from '../errors.ts';
import { type Json, recordOf } from '../json.ts';
import { messagePayload } from '../message-payload.ts';
import { editMessage, isSeenBy, makeMessage } from '../message-store.ts';
import { may } from '../permissions.ts';
import { checkMessage } from '../rules/messages.ts';
import { CHANNEL, type Channel, FLAG, type Message } from '../state.ts';

// Discord docs "Create Message": a nonce is kept unique "in the past few minutes". How many is not written down.
const NONCE_LIFE = 3 * MINUTE;
// Discord docs "Create Message › flags" and "Edit Message › flags".
const SENDING = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;
const EDITING = FLAG.suppressEmbeds | FLAG.componentsV2;

function send(call: Call): Answer {
  const { world } = call;
  const channel = visibleChannel(world, call.params.channel_id);
  const given = jsonBody(call);
  checkMessage(given, { flags: SENDING, before: null, files: call.files.length });
  call.judge();
  requireSending(world, channel);
  if (call.files.length > 0) need(world, channel, 'ATTACH_FILES');
  const body = withoutForbiddenEmbeds(call, channel, given, true);
  requireReference(call, channel, body);
  const first = sentBefore(call, channel, body);
  if (first?.deleted) throw refusal(10008);
  const message =
    first ??
    makeMessage(call, { channelId: channel.id, author: world.bot, body, files: call.files });
  return { status: 200, body: messagePayload(world, message, true) };
}

/**
 * Discord docs "Create Message › enforce_nonce" and discord-api-docs pull request 6647: per author, within minutes, the
 * first message is given back; if it was deleted since, the answer is Unknown Message.
 */
function sentBefore({ world }: Call, channel: Channel, body: Json): Message | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined || body.nonce === null)
    return undefined;
  const since = world.clock().getTime() - NONCE_LIFE;
  return [...world.messages.values()].find(
    (one) =>
      one.channelId === channel.id &&
      one.author.id === world.bot.id &&
      one.enforcedNonce &&
      String(one.nonce) === String(body.nonce) &&
      one.createdAt.getTime() > since,
  );
}

function requireReference({ world }: Call, channel: Channel, body: Json): void {
  const reference = recordOf(body.message_reference);
  if (!reference || (reference.type ?? 0) !== 0) return;
  const target = world.messages.get(String(reference.message_id));
  const seen = target && target.channelId === channel.id && isSeenBy(target, world.bot.id);
  if (seen) need(world, channel, 'READ_MESSAGE_HISTORY');
  else if (reference.fail_if_not_exists !== false)
    throw invalidForm([
      {
        path: ['message_reference'],
        code: 'REPLIES_UNKNOWN_MESSAGE',
        message: 'Unknown message',
      },
    ]);
}

/** A message in its channel, as the bot's own eyes see it: ephemeral ones cannot be read here. */
function found(call: Call): { channel: Channel; message: Message } {
  const { world, params } = call;
  const channel = visibleChannel(world, params.channel_id);
  const message = world.messages.get(params.message_id ?? '');
  if (!message || message.deleted || message.channelId !== channel.id || message.onlyFor !== null)
    throw refusal(10008);
  return { channel, message };
}

function read(call: Call): Answer {
  const { channel, message } = found(call);
  // Discord docs "Get Channel Message": needs VIEW_CHANNEL and READ_MESSAGE_HISTORY; which of the codes is a belief.
  need(call.world, channel, 'READ_MESSAGE_HISTORY');
  return { status: 200, body: messagePayload(call.world, message) };
}

/** Discord docs "Get Channel Messages": newest first; without READ_MESSAGE_HISTORY the list is empty, not refused. */
function list(call: Call): Answer {
  const { world, params, query } = call;
  const channel = visibleChannel(world, params.channel_id);
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalidForm([
      {
        path: ['limit'],
        code: 'NUMBER_TYPE_MAX',
        message: 'int value should be between 1 and 100.',
      },
    ]);
  if (!may(world, world.bot.id, channel, 'READ_MESSAGE_HISTORY')) return { status: 200, body: [] };
  const [before, after] = [query.get('before'), query.get('after')].map((id) =>
    id === null ? null : BigInt(id),
  );
  const fitting = channel.messageIds
    .flatMap((id) => world.messages.get(id) ?? [])
    .filter(
      ({ deleted, id }) =>
        !deleted && (!before || BigInt(id) < before) && (!after || BigInt(id) > after),
    );
  const page = after ? fitting.slice(0, limit) : fitting.slice(-limit);
  return { status: 200, body: page.reverse().map((one) => messagePayload(world, one)) };
}

function change(call: Call): Answer {
  const { world } = call;
  const { channel, message } = found(call);
  const body = withoutForbiddenEmbeds(call, channel, jsonBody(call), false);
  const own = message.author.id === world.bot.id;
  // Others' messages: only SUPPRESS_EMBEDS with MANAGE_MESSAGES, which no test of ours needs.
  if (!own) throw refusal(50005);
  checkMessage(body, { flags: EDITING, before: message, files: call.files.length });
  call.judge();
  requireAwake(call);
  editMessage(call, message, body, call.files);
  return { status: 200, body: messagePayload(world, message) };
}

/** Discord docs "Threads › Active & Archived Threads": nothing is edited or deleted in an archived thread. */
function requireAwake({ world, params }: Call): void {
  if (world.channels.get(params.channel_id ?? '')?.thread?.archived) throw refusal(50083);
}

function remove(call: Call): Answer {
  const { world, gateway } = call;
  const { channel, message } = found(call);
  if (message.author.id !== world.bot.id) need(world, channel, 'MANAGE_MESSAGES');
  requireAwake(call);
  message.deleted = true;
  channel.messageIds.splice(channel.messageIds.indexOf(message.id), 1);
  gateway.dispatch(
    'MESSAGE_DELETE',
    {
      id: message.id,
      channel_id: channel.id,
      ...(channel.guildId ? { guild_id: channel.guildId } : {}),
    },
    channel.guildId,
  );
  return { status: 204 };
}

/** Discord docs "Message Resource › Crosspost Message". */
function crosspost(call: Call): Answer {
  const { world } = call;
  const { channel, message } = found(call);
  if (channel.type !== CHANNEL.announcement) throw refusal(50024);
  need(world, channel, 'SEND_MESSAGES');
  if (message.author.id !== world.bot.id) need(world, channel, 'MANAGE_MESSAGES');
  if (message.flags & FLAG.crossposted) throw refusal(40033);
  message.flags |= FLAG.crossposted;
  return { status: 200, body: messagePayload(world, message) };
}

const ALL = '/channels/{channel_id}/messages';
const ONE = `${ALL}/{message_id}`;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: ALL, auth: 'bot', run: list },
  { method: 'POST', path: ALL, auth: 'bot', run: send },
  { method: 'GET', path: ONE, auth: 'bot', run: read },
  { method: 'PATCH', path: ONE, auth: 'bot', run: change },
  { method: 'DELETE', path: ONE, auth: 'bot', run: remove },
  { method: 'POST', path: `${ONE}/crosspost`, auth: 'bot', run: crosspost },
];
