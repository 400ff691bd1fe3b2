import { type Json, textIn } from '../json.ts';
import { messageJson } from '../messages.ts';
import { type Channel, changed, directChannel, type Message, messageAt } from '../state.ts';
import {
  type Answer,
  channelFor,
  error,
  lackingScope,
  type Method,
  type MethodCall,
  numberIn,
  page,
  truthy,
} from './method.ts';

/** https://docs.slack.dev/reference/objects/conversation-object */
export function channelJson(channel: Channel, botUser: string): Json {
  const common = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_mpim: false,
    is_org_shared: false,
    context_team_id: channel.team,
    updated: 1_700_000_000_000,
  };
  if (channel.kind === 'im') return { ...common, user: channel.peer, is_user_deleted: false };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(botUser),
    creator: [...channel.members][0] ?? '',
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.size,
  };
}

const info: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read'],
  tier: 'tier 3',
  required: ['channel'],
  optional: ['include_locale', 'include_num_members'],
  run: (call) => {
    const channel = channelFor(call);
    if (channel === undefined) return error('channel_not_found');
    const lacking = lackingScope(call, channel, 'read');
    if (lacking !== null) return lacking;
    return { ok: true, channel: channelJson(channel, call.installation.botUser) };
  },
};

const TYPES = { public_channel: 'public', private_channel: 'private', im: 'im' } as const;

const list: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read'],
  tier: 'tier 2',
  optional: ['types', 'exclude_archived', 'limit', 'cursor'],
  run: (call) => {
    const { world, args, installation } = call;
    const types = (textIn(args.types) || 'public_channel').split(',').map((one) => one.trim());
    if (types.some((one) => !(one in TYPES) && one !== 'mpim')) return error('invalid_types');
    const kinds = types.map((one) => TYPES[one as keyof typeof TYPES]);
    const limit = numberIn(args.limit, 100);
    if (limit < 1 || limit > 1000) return error('invalid_limit');
    for (const kind of new Set(kinds)) {
      const sample = { kind } as Channel;
      const lacking = kind === undefined ? null : lackingScope(call, sample, 'read');
      if (lacking !== null) return lacking;
    }
    const seen = [...world.channels.values()].filter(
      (one) =>
        one.team === installation.team &&
        !one.deleted &&
        kinds.includes(one.kind) &&
        (one.kind === 'public' || one.members.has(installation.botUser)) &&
        !(truthy(args.exclude_archived) && one.archived),
    );
    const part = page(seen, args.cursor, limit);
    if (part === null) return error('invalid_cursor');
    return {
      ok: true,
      channels: part.items.map((one) => channelJson(one, installation.botUser)),
      response_metadata: { next_cursor: part.next },
    };
  },
};

/** Reading messages: what both history and replies do with limits, bounds and metadata. */
function readMessages(call: MethodCall, all: readonly Message[], newestFirst: boolean): Answer {
  const { world, args, services } = call;
  const limit = numberIn(args.limit, Math.min(100, services.pageLimit));
  if (limit < 1 || limit > 999) return error('invalid_limit');
  const inclusive = truthy(args.inclusive);
  const [oldest, latest] = [textIn(args.oldest), textIn(args.latest)];
  const within = all.filter(
    ({ ts }) =>
      (oldest === '' || Number(ts) > Number(oldest) || (inclusive && ts === oldest)) &&
      (latest === '' || Number(ts) < Number(latest) || (inclusive && ts === latest)),
  );
  const ordered = newestFirst ? within.toReversed() : within;
  const part = page(ordered, args.cursor, Math.min(limit, services.pageLimit));
  if (part === null) return error('invalid_cursor');
  const withMetadata = truthy(args.include_all_metadata);
  return {
    ok: true,
    messages: part.items.map((one) => messageJson(world, one, withMetadata)),
    has_more: part.next !== '',
    ...(part.next === '' ? {} : { response_metadata: { next_cursor: part.next } }),
  };
}

const READING = ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'];

function readable(call: MethodCall): Channel | Answer {
  const channel = channelFor(call);
  if (channel === undefined) return error('channel_not_found');
  const lacking = lackingScope(call, channel, 'history');
  if (lacking !== null) return lacking;
  return channel.members.has(call.installation.botUser) ? channel : error('not_in_channel');
}

const history: Method = {
  token: 'bot',
  scopes: ['channels:history', 'groups:history', 'im:history'],
  tier: 'history',
  required: ['channel'],
  optional: READING,
  run: (call) => {
    const channel = readable(call);
    if ('ok' in channel) return channel;
    const seen = call.world.messages.filter(
      (one) =>
        one.channel === channel.id &&
        !one.deleted &&
        one.ephemeralTo === null &&
        (one.threadTs === null || one.threadTs === one.ts || one.broadcast),
    );
    return readMessages(call, seen, true);
  },
};

const replies: Method = {
  token: 'bot',
  scopes: ['channels:history', 'groups:history', 'im:history'],
  tier: 'history',
  required: ['channel', 'ts'],
  optional: READING,
  run: (call) => {
    const channel = readable(call);
    if ('ok' in channel) return channel;
    const asked = messageAt(call.world, channel.id, textIn(call.args.ts));
    if (asked === undefined || asked.ephemeralTo !== null) return error('thread_not_found');
    const root = asked.threadTs ?? asked.ts;
    const seen = call.world.messages.filter(
      (one) =>
        one.channel === channel.id &&
        !one.deleted &&
        one.ephemeralTo === null &&
        (one.ts === root || one.threadTs === root),
    );
    return readMessages(call, seen, false);
  },
};

const members: Method = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read'],
  tier: 'tier 4',
  required: ['channel'],
  optional: ['cursor', 'limit'],
  run: (call) => {
    const channel = channelFor(call);
    if (channel === undefined) return error('channel_not_found');
    const lacking = lackingScope(call, channel, 'read');
    if (lacking !== null) return lacking;
    const part = page([...channel.members], call.args.cursor, numberIn(call.args.limit, 100));
    if (part === null) return error('invalid_cursor');
    return { ok: true, members: part.items, response_metadata: { next_cursor: part.next } };
  },
};

const join: Method = {
  token: 'bot',
  scopes: ['channels:join'],
  tier: 'tier 3',
  writes: true,
  required: ['channel'],
  run: (call) => {
    const channel = channelFor(call);
    if (channel === undefined) return error('channel_not_found');
    if (channel.kind !== 'public') return error('method_not_supported_for_channel_type');
    if (channel.archived) return error('is_archived');
    const already = channel.members.has(call.installation.botUser);
    channel.members.add(call.installation.botUser);
    changed(call.world);
    return {
      ok: true,
      channel: channelJson(channel, call.installation.botUser),
      ...(already ? { warning: 'already_in_channel' } : {}),
    };
  },
};

const open: Method = {
  token: 'bot',
  scopes: ['im:write'],
  tier: 'tier 3',
  writes: true,
  optional: ['users', 'return_im', 'prevent_creation'],
  run: ({ world, args, installation }) => {
    const users = textIn(args.users).split(',').filter(Boolean);
    if (users.length === 0) return error('users_list_not_supplied');
    if (users.length > 1) return error('method_not_supported_for_channel_type');
    const user = world.users.get(users[0] ?? '');
    if (user === undefined || user.team !== installation.team) return error('user_not_found');
    if (user.deleted) return error('user_disabled');
    const channel = directChannel(world, installation, user.id);
    return {
      ok: true,
      channel: truthy(args.return_im)
        ? channelJson(channel, installation.botUser)
        : { id: channel.id },
    };
  },
};

export const CONVERSATIONS: { readonly [name: string]: Method } = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.members': members,
  'conversations.join': join,
  'conversations.open': open,
};
