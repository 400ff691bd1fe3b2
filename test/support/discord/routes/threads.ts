import { need, visibleChannel } from '../access.ts';
import { type Answer, type Call, jsonBody, type Route } from '../call.ts';
import { withoutForbiddenEmbeds } from '../embed-links.ts';
import { invalidForm, refusal } from '../errors.ts';
import { type Json, listOf, recordOf, textOf } from '../json.ts';
import { messagePayload } from '../message-payload.ts';
import { makeMessage } from '../message-store.ts';
import { channelPayload } from '../payloads.ts';
import { may } from '../permissions.ts';
import { Form } from '../rules/form.ts';
import { checkMessage } from '../rules/messages.ts';
import { CHANNEL, type Channel, FLAG } from '../state.ts';

const POST_FLAGS = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;
const SLEEPS: readonly number[] = [60, 1440, 4320, 10_080];

/** Discord docs "Start Thread from Message": the thread has its message's id. */
function fromMessage(call: Call): Answer {
  const { world, params } = call;
  const channel = visibleChannel(world, params.channel_id);
  const message = world.messages.get(params.message_id ?? '');
  if (!message || message.deleted || message.onlyFor || message.channelId !== channel.id)
    throw refusal(10008);
  if (channel.type !== CHANNEL.text && channel.type !== CHANNEL.announcement) throw refusal(50024);
  const body = jsonBody(call);
  checkName(body);
  call.judge();
  need(world, channel, 'CREATE_PUBLIC_THREADS');
  if (message.threadId) throw refusal(160004);
  const type =
    channel.type === CHANNEL.announcement ? CHANNEL.announcementThread : CHANNEL.publicThread;
  const thread = makeThread(call, channel, body, { id: message.id, type });
  message.threadId = thread.id;
  message.flags |= FLAG.hasThread;
  return { status: 201, body: channelPayload(world, thread) };
}

/** Discord docs "Start Thread without Message" and "Start Thread in Forum or Media Channel". */
function without(call: Call): Answer {
  const { world, params } = call;
  const channel = visibleChannel(world, params.channel_id);
  const body = jsonBody(call);
  if (channel.type === CHANNEL.forum) return post(call, channel, body);
  if (channel.type !== CHANNEL.text && channel.type !== CHANNEL.announcement) throw refusal(50024);
  checkName(body);
  call.judge();
  // "type defaults to PRIVATE_THREAD … this will change in a future API version".
  const type = Number(body.type ?? CHANNEL.privateThread);
  need(
    world,
    channel,
    type === CHANNEL.privateThread ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS',
  );
  const thread = makeThread(call, channel, body, { type });
  return { status: 201, body: channelPayload(world, thread) };
}

function post(call: Call, forum: Channel, body: Json): Answer {
  const { world } = call;
  checkName(body);
  const first = recordOf(body.message);
  if (!first)
    throw invalidForm([
      { path: ['message'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' },
    ]);
  checkMessage(first, {
    at: ['message'],
    flags: POST_FLAGS,
    before: null,
    files: call.files.length,
  });
  call.judge();
  need(world, forum, 'SEND_MESSAGES');
  if (call.files.length > 0) need(world, forum, 'ATTACH_FILES');
  const tags = checkTags(call, forum, body);
  // No nonce here: forum posts take none (PLATFORMS, "Posting exactly once").
  if (first.nonce !== undefined && first.nonce !== null) call.warn('forum posts take no nonce');
  const shown = withoutForbiddenEmbeds(call, forum, first, true);
  const { nonce: _nonce, enforce_nonce: _enforce, ...said } = shown;
  const thread = makeThread(call, forum, body, { type: CHANNEL.publicThread, tags, quiet: true });
  const message = makeMessage(call, {
    id: thread.id,
    channelId: thread.id,
    author: world.bot,
    body: said,
    files: call.files,
  });
  announce(call, thread);
  return {
    status: 201,
    body: { ...channelPayload(world, thread), message: messagePayload(world, message) },
  };
}

function checkTags({ world }: Call, forum: Channel, body: Json): readonly string[] {
  const form = new Form();
  form.list(['applied_tags'], body.applied_tags, { max: 5 });
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
  const tags = listOf(body.applied_tags).map(String);
  for (const id of tags) {
    const tag = forum.tags.find((one) => one.id === id);
    if (!tag) throw refusal(10087);
    if (tag.moderated && !may(world, world.bot.id, forum, 'MANAGE_THREADS')) throw refusal(50013);
  }
  if (forum.tagRequired && tags.length === 0) throw refusal(40067);
  return tags;
}

function checkName(body: Json): void {
  const form = new Form();
  form.text(['name'], body.name, { min: 1, max: 100, required: true });
  const sleep = body.auto_archive_duration;
  if (sleep !== undefined && sleep !== null && !SLEEPS.includes(sleep as number))
    form.add(
      ['auto_archive_duration'],
      'BASE_TYPE_CHOICES',
      'Value must be one of (60, 1440, 4320, 10080).',
    );
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
}

function makeThread(
  call: Call,
  parent: Channel,
  body: Json,
  made: { id?: string; type: number; tags?: readonly string[]; quiet?: boolean },
): Channel {
  const { world } = call;
  const thread: Channel = {
    id: made.id ?? world.nextId(),
    type: made.type,
    guildId: parent.guildId,
    name: textOf(body.name).trim(),
    parentId: parent.id,
    position: 0,
    nsfw: false,
    overwrites: [],
    tags: [],
    tagRequired: false,
    thread: {
      archived: false,
      archivedAt: world.clock(),
      locked: false,
      ownerId: world.bot.id,
      startedAt: world.clock(),
      autoArchive: Number(body.auto_archive_duration ?? 4320),
      appliedTags: made.tags ?? [],
      members: new Set([world.bot.id]),
    },
    recipient: null,
    messageIds: [],
  };
  world.channels.set(thread.id, thread);
  if (!made.quiet) announce(call, thread);
  return thread;
}

function announce({ world, gateway }: Call, thread: Channel): void {
  gateway.dispatch(
    'THREAD_CREATE',
    { ...channelPayload(world, thread), newly_created: true },
    thread.guildId,
  );
}

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel_id}/messages/{message_id}/threads',
    auth: 'bot',
    run: fromMessage,
  },
  { method: 'POST', path: '/channels/{channel_id}/threads', auth: 'bot', run: without },
];
