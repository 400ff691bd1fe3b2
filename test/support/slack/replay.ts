// Recorded deliveries of real Slack, told once more: ../shared/data/platforms/replay.
import type { Deliveries, Delivery, Kind } from './deliveries.ts';
import { isJson, type Json, jsonIn, listIn, textIn } from './json.ts';
import { addMessage, plain } from './messages.ts';
import type { Services } from './methods/method.ts';
import type { Signing } from './signatures.ts';
import { type Channel, messageAt, type World } from './state.ts';

/** What kind of delivery a recorded payload was; null if it is none. */
export function kindOf(payload: unknown): Kind | null {
  if (!isJson(payload)) return null;
  if (payload.type === 'event_callback') return 'events_api';
  if (typeof payload.command === 'string') return 'slash_commands';
  return typeof payload.type === 'string' && typeof payload.token === 'string'
    ? 'interactive'
    : null;
}

/**
 * Tells the app a recorded payload again. Workspace, people and channel in it come to be where they are missing;
 * response addresses and trigger ids are the fake's own, so that they work.
 */
export function replay(
  parts: { world: World; services: Services; deliveries: Deliveries },
  payload: Json,
  signing: Signing = 'right',
): Delivery {
  const { world, services, deliveries } = parts;
  const kind = kindOf(payload);
  if (kind === null) throw new Error('that is no delivery');
  const event = jsonIn(payload.event);
  const team = textIn(jsonIn(payload.team).id) || textIn(payload.team_id);
  const user = textIn(jsonIn(payload.user).id) || textIn(payload.user_id) || textIn(event.user);
  const channel =
    textIn(jsonIn(payload.channel).id) || textIn(payload.channel_id) || textIn(event.channel);
  adopt(world, team, user, channel, payload);
  const again: Json = { ...payload, api_app_id: world.app.id };
  if (typeof payload.trigger_id === 'string')
    again.trigger_id = services.triggers.issue(user, team);
  let issued: ReturnType<Services['responseUrls']['issue']> | null = null;
  if (typeof payload.response_url === 'string') {
    const container = jsonIn(payload.container);
    issued = services.responseUrls.issue({
      kind: kind === 'slash_commands' ? 'commands' : 'actions',
      team,
      channel,
      user,
      threadTs: textIn(container.thread_ts) || null,
      original: messageAt(world, channel, textIn(container.message_ts)) ?? null,
      cause: '',
    });
    again.response_url = `${services.origin()}${issued.path}`;
  }
  const delivery = deliveries.deliver(kind, again, { signing });
  if (issued !== null) issued.cause = delivery.id;
  return delivery;
}

function adopt(world: World, team: string, user: string, channel: string, payload: Json): void {
  if (!world.teams.has(team)) {
    const domain = textIn(jsonIn(payload.team).domain) || textIn(payload.team_domain) || team;
    world.teams.set(team, { id: team, name: domain, domain: domain.toLowerCase() });
  }
  if (user !== '' && !world.users.has(user)) {
    const name =
      textIn(jsonIn(payload.user).name) || textIn(payload.user_name) || user.toLowerCase();
    world.users.set(user, {
      id: user,
      team,
      name,
      realName: name,
      isAdmin: false,
      isOwner: false,
      isBot: false,
      botId: null,
      tz: 'Etc/UTC',
      deleted: false,
    });
  }
  if (channel === '') return;
  if (!world.channels.has(channel)) {
    const made: Channel = {
      id: channel,
      team,
      name: textIn(jsonIn(payload.channel).name) || channel.toLowerCase(),
      kind: channel.startsWith('D') ? 'im' : 'public',
      members: new Set([user, ...botsOf(world, team)]),
      peer: channel.startsWith('D') ? user : null,
      archived: false,
      deleted: false,
      restricted: false,
    };
    world.channels.set(channel, made);
  }
  recall(world, team, channel, jsonIn(payload.message), jsonIn(payload.event), user);
}

const botsOf = (world: World, team: string): string[] =>
  [...world.users.values()].filter((one) => one.isBot && one.team === team).map(({ id }) => id);

/** The messages a payload speaks of stand in the channel, so that the app can answer in their thread. */
function recall(
  world: World,
  team: string,
  channel: string,
  message: Json,
  event: Json,
  user: string,
): void {
  const told = [
    { ts: textIn(event.thread_ts), text: '', blocks: [] as Json[], author: user, thread: '' },
    {
      ts: textIn(event.ts),
      text: textIn(event.text),
      blocks: [] as Json[],
      author: user,
      thread: textIn(event.thread_ts),
    },
    { ts: textIn(message.thread_ts), text: '', blocks: [] as Json[], author: user, thread: '' },
    {
      ts: textIn(message.ts),
      text: textIn(message.text),
      blocks: listIn(message.blocks),
      author: botsOf(world, team)[0] ?? user,
      thread: textIn(message.thread_ts),
    },
  ];
  for (const { ts, text, blocks, author, thread } of told) {
    if (ts === '' || messageAt(world, channel, ts) !== undefined) continue;
    const made = addMessage(
      world,
      { team, channel, author, via: 'person', threadTs: thread === ts ? null : thread || null },
      { ...plain(text), blocks },
    );
    Object.assign(made, { ts });
  }
}
