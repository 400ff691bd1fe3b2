// The forms of what Slack sends: https://docs.slack.dev/reference/interaction-payloads and the recorded deliveries in
// ../shared/data/platforms/replay.
import type { Found } from './elements.ts';
import type { Json } from './json.ts';
import { messageJson } from './messages.ts';
import { viewJson } from './methods/views.ts';
import { type Channel, freshTs, type Message, type User, type View, type World } from './state.ts';

const who = (user: User): Json => ({
  id: user.id,
  username: user.name,
  name: user.name,
  team_id: user.team,
});

const common = (world: World, user: User): Json => ({
  user: who(user),
  api_app_id: world.app.id,
  token: world.app.verificationToken,
  team: { id: user.team, domain: world.teams.get(user.team)?.domain ?? '' },
  enterprise: null,
  is_enterprise_install: false,
});

const channelName = (channel: Channel): string =>
  channel.kind === 'private' ? 'privategroup' : channel.name;

export function commandPayload(
  world: World,
  user: User,
  channel: Channel,
  about: { command: string; text: string; responseUrl: string; triggerId: string },
): Json {
  return {
    token: world.app.verificationToken,
    team_id: user.team,
    team_domain: world.teams.get(user.team)?.domain ?? '',
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: about.command,
    text: about.text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: about.responseUrl,
    trigger_id: about.triggerId,
  };
}

/** Where something was used: under a message or in a view. */
function surroundings(world: World, target: Message | View): Json {
  if (!('ts' in target)) {
    return { container: { type: 'view', view_id: target.id }, view: viewJson(world, target) };
  }
  const channel = world.channels.get(target.channel);
  const ephemeral = target.ephemeralTo !== null;
  return {
    container: {
      type: 'message',
      message_ts: target.ts,
      channel_id: target.channel,
      is_ephemeral: ephemeral,
      ...(target.threadTs === null ? {} : { thread_ts: target.threadTs }),
    },
    channel: { id: target.channel, name: channel === undefined ? '' : channelName(channel) },
    // What only one person sees is not sent along.
    ...(ephemeral ? {} : { message: messageJson(world, target) }),
  };
}

export function actionPayload(
  world: World,
  user: User,
  target: Message | View,
  found: Found,
  about: { fields: Json; state: Json; responseUrl: string | null; triggerId: string },
): Json {
  const { block, element } = found;
  return {
    type: 'block_actions',
    ...common(world, user),
    ...surroundings(world, target),
    trigger_id: about.triggerId,
    ...('ts' in target ? { state: { values: about.state } } : {}),
    ...(about.responseUrl === null ? {} : { response_url: about.responseUrl }),
    actions: [
      {
        type: element.type,
        action_id: element.action_id,
        block_id: block.block_id,
        ...(element.type === 'button' ? { text: element.text } : {}),
        ...(element.type === 'button' && element.value !== undefined
          ? { value: element.value }
          : {}),
        ...(element.style === undefined ? {} : { style: element.style }),
        ...(element.placeholder === undefined ? {} : { placeholder: element.placeholder }),
        ...about.fields,
        action_ts: freshTs(world),
      },
    ],
  };
}

export function suggestionPayload(
  world: World,
  user: User,
  target: Message | View,
  found: Found,
  typed: string,
): Json {
  return {
    type: 'block_suggestion',
    ...common(world, user),
    ...surroundings(world, target),
    action_id: found.element.action_id,
    block_id: found.block.block_id,
    value: typed,
  };
}

export function viewPayload(
  world: World,
  user: User,
  view: View,
  about:
    | { type: 'view_submission'; triggerId: string; responseUrls: readonly Json[] }
    | { type: 'view_closed' },
): Json {
  return {
    type: about.type,
    ...common(world, user),
    view: viewJson(world, view),
    ...(about.type === 'view_submission'
      ? { trigger_id: about.triggerId, response_urls: about.responseUrls }
      : { is_cleared: false }),
  };
}

export function shortcutPayload(
  world: World,
  user: User,
  about: { callbackId: string; triggerId: string },
): Json {
  return {
    type: 'shortcut',
    ...common(world, user),
    action_ts: freshTs(world),
    callback_id: about.callbackId,
    trigger_id: about.triggerId,
  };
}

export function messageShortcutPayload(
  world: World,
  user: User,
  message: Message,
  about: { callbackId: string; triggerId: string; responseUrl: string },
): Json {
  const { channel } = surroundings(world, message);
  return {
    ...shortcutPayload(world, user, about),
    type: 'message_action',
    channel,
    message_ts: message.ts,
    message: messageJson(world, message),
    response_url: about.responseUrl,
  };
}
