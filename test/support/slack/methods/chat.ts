import { readContent } from '../content.ts';
import { isJson, type Json, textIn } from '../json.ts';
import { addMessage, deleteMessage, editMessage, messageJson } from '../messages.ts';
import { type Channel, directChannel, type Message, messageAt, violation } from '../state.ts';
import { type Answer, channelFor, error, type Method, type MethodCall, truthy } from './method.ts';

const CONTENT = [
  'text',
  'blocks',
  'attachments',
  'metadata',
  'unfurl_links',
  'unfurl_media',
  'parse',
  'link_names',
  'mrkdwn',
];

/** Where a post may go: a channel, or the direct conversation with a person named in its place. */
function target(call: MethodCall): Channel | Answer {
  const { world, args, installation } = call;
  const name = textIn(args.channel);
  const person = world.users.get(name);
  if (person !== undefined && person.team === installation.team) {
    if (person.deleted) return error('channel_not_found');
    return directChannel(world, installation, person.id);
  }
  const channel = channelFor(call);
  if (channel === undefined) return error('channel_not_found');
  if (channel.archived) return error('is_archived');
  if (channel.restricted) return error('restricted_action');
  return channel;
}

const isAnswer = (value: Channel | Answer): value is Answer => 'ok' in value;

/** A reply needs the first message of its thread. */
function threadOf(call: MethodCall, channel: Channel): { ts: string | null } | Answer {
  const ts = textIn(call.args.thread_ts);
  if (ts === '') return { ts: null };
  const parent = messageAt(call.world, channel.id, ts);
  if (parent === undefined || parent.ephemeralTo !== null) return error('thread_not_found');
  if (parent.threadTs !== null && parent.threadTs !== parent.ts) {
    violation(call.world, 'chat.postMessage', "thread_ts is a reply's: use its parent's instead");
    return { ts: parent.threadTs };
  }
  return { ts };
}

const postMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 'posting',
  writes: true,
  required: ['channel'],
  optional: [...CONTENT, 'thread_ts', 'reply_broadcast', 'markdown_text'],
  run: (call) => {
    const { world, args, installation } = call;
    const channel = target(call);
    if (isAnswer(channel)) return channel;
    const member = channel.members.has(installation.botUser);
    if (!member && !installation.scopes.has('chat:write.public')) return error('not_in_channel');
    if (
      args.markdown_text !== undefined &&
      (args.blocks !== undefined || args.text !== undefined)
    ) {
      return error('markdown_text_conflict');
    }
    const read = readContent(world, 'chat.postMessage', withMarkdown(args));
    if (!read.ok) return read;
    const thread = threadOf(call, channel);
    if ('ok' in thread) return thread;
    const message = addMessage(
      world,
      {
        team: installation.team,
        channel: channel.id,
        author: installation.botUser,
        via: 'chat.postMessage',
        threadTs: thread.ts,
        broadcast: truthy(args.reply_broadcast),
      },
      read.content,
    );
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: messageJson(world, message, true),
    };
  },
};

const withMarkdown = (args: Json): Json =>
  typeof args.markdown_text === 'string'
    ? {
        ...args,
        text: args.markdown_text,
        blocks: [{ type: 'markdown', text: args.markdown_text }],
      }
    : args;

const postEphemeral: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 'tier 4',
  writes: true,
  required: ['channel', 'user'],
  optional: [...CONTENT, 'thread_ts'],
  run: (call) => {
    const { world, args, installation } = call;
    const channel = target(call);
    if (isAnswer(channel)) return channel;
    if (!channel.members.has(installation.botUser)) return error('not_in_channel');
    if (!channel.members.has(textIn(args.user))) return error('user_not_in_channel');
    const read = readContent(world, 'chat.postEphemeral', args);
    if (!read.ok) return read;
    const thread = threadOf(call, channel);
    if ('ok' in thread) return thread;
    const message = addMessage(
      world,
      {
        team: installation.team,
        channel: channel.id,
        author: installation.botUser,
        via: 'chat.postEphemeral',
        threadTs: thread.ts,
        ephemeralTo: textIn(args.user),
      },
      read.content,
    );
    return { ok: true, message_ts: message.ts };
  },
};

/** A message the app itself wrote and everybody sees: only those can be changed. */
function own(call: MethodCall, refusal: string): Message | Answer {
  const { world, args, installation } = call;
  const channel = channelFor(call);
  if (channel === undefined) return error('channel_not_found');
  const message = messageAt(world, channel.id, textIn(args.ts));
  if (message === undefined || message.ephemeralTo !== null) return error('message_not_found');
  if (message.author !== installation.botUser) return error(refusal);
  if (channel.archived) return error('is_archived');
  return message;
}

const update: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 'tier 3',
  writes: true,
  required: ['channel', 'ts'],
  // No unfurl_links here: https://docs.slack.dev/reference/methods/chat.update
  optional: [
    ...CONTENT.filter((name) => !name.startsWith('unfurl_')),
    'reply_broadcast',
    'markdown_text',
    'file_ids',
    'as_user',
  ],
  run: (call) => {
    const { world, args } = call;
    const message = own(call, 'cant_update_message');
    if ('ok' in message) return message;
    // Blocks, attachments and metadata not mentioned stay: a new text alone changes only the notification.
    const read = readContent(world, 'chat.update', {
      ...withMarkdown(args),
      ...(args.blocks === undefined && args.markdown_text === undefined
        ? { blocks: message.blocks }
        : {}),
    });
    if (!read.ok) return read;
    if (message.blocks.length > 0 && args.blocks === undefined && args.text !== undefined) {
      violation(world, 'chat.update', 'text without blocks: the old blocks stay on the screen');
    }
    const { content } = read;
    editMessage(world, message, {
      ...(args.text === undefined ? {} : { text: content.text }),
      blocks: content.blocks,
      ...(args.attachments === undefined ? {} : { attachments: content.attachments }),
      ...(isJson(args.metadata) ? { metadata: content.metadata } : {}),
      parse: content.parse,
      linkNames: content.linkNames,
    });
    return {
      ok: true,
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: messageJson(world, message, true),
    };
  },
};

const remove: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  tier: 'tier 3',
  writes: true,
  required: ['channel', 'ts'],
  run: (call) => {
    const message = own(call, 'cant_delete_message');
    if ('ok' in message) return message;
    deleteMessage(call.world, message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
};

const getPermalink: Method = {
  token: 'bot',
  scopes: [],
  tier: 'none',
  required: ['channel', 'message_ts'],
  run: (call) => {
    const { world, args, installation } = call;
    const channel = channelFor(call);
    if (channel === undefined) return error('channel_not_found');
    const message = messageAt(world, channel.id, textIn(args.message_ts));
    if (message === undefined || message.ephemeralTo !== null) return error('message_not_found');
    const domain = world.teams.get(installation.team)?.domain ?? '';
    const thread =
      message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
    return {
      ok: true,
      channel: channel.id,
      permalink: `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`,
    };
  },
};

export const CHAT: { readonly [name: string]: Method } = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
