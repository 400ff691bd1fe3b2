import { type Asking, createAsking } from './asking.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import type { Found, Offered } from './elements.ts';
import type { Events } from './events.ts';
import type { Json } from './json.ts';
import { isVisible } from './messages.ts';
import type { Services } from './methods/method.ts';
import { actionPayload } from './payloads.ts';
import type { ResponseUrl } from './response-urls.ts';
import {
  type Channel,
  failure,
  type Installation,
  installationOf,
  type Message,
  type User,
  type View,
  violation,
  type World,
} from './state.ts';
import { remember } from './submissions.ts';

export type Parts = {
  readonly world: World;
  readonly services: Services;
  readonly deliveries: Deliveries;
  readonly events: Events;
};

/** The Slack client somebody sits at: what is on the screen, and how a click becomes a delivery. */
export type Client = ReturnType<typeof createClient>;

export function createClient(parts: Parts, user: User) {
  const { world, services, deliveries } = parts;
  const offered: Offered = new Map();
  const states = new Map<Message, { [block: string]: { [action: string]: Json } }>();

  const sees = (channel: Channel) =>
    channel.team === user.team &&
    !channel.deleted &&
    (channel.kind === 'public' || channel.members.has(user.id));

  function channelCalled(name: string | undefined): Channel {
    const wanted = (name ?? 'general').replace(/^#/, '');
    const found = [...world.channels.values()].find(
      (one) => one.team === user.team && (one.id === wanted || one.name === wanted),
    );
    if (found === undefined || !sees(found))
      throw new Error(`${user.name} sees no channel ${wanted}`);
    return found;
  }

  function mustSee(target: Message | View): void {
    const seen =
      'ts' in target ? isVisible(world, target, user.id) : target.user === user.id && target.open;
    if (!seen) throw new Error(`${user.name} does not see that`);
  }

  function mustBeInstalled(): Installation {
    const installation = installationOf(world, user.team);
    if (installation === undefined || installation.state === 'inactive') {
      throw new Error('the app is not installed there');
    }
    return installation;
  }

  function mustBeInteractive(): void {
    mustBeInstalled();
    if (world.app.manifest.settings?.interactivity?.is_enabled !== true) {
      throw new Error('the manifest does not enable interactivity');
    }
  }

  const blocksOf = (target: Message | View) =>
    'ts' in target ? target.blocks : target.content.blocks;

  /** A delivery whose failure this person sees. */
  function tell(
    kind: 'slash_commands' | 'interactive',
    doing: string,
    payload: Json,
    onAck: (body: unknown, delivery: Delivery) => void,
    onFailure: (error: string) => void = () => {},
  ): Delivery {
    return deliveries.deliver(kind, payload, {
      onAck,
      onFailure: (error, delivery) => {
        failure(world, { user: user.id, doing, error, cause: delivery.id });
        onFailure(error);
      },
    });
  }

  const asking = (about: {
    doing: string;
    channel: string | null;
    since: number;
    deliveries: readonly Delivery[];
    said?: Message;
  }) => createAsking(world, { person: user, ...about });

  const nothingToSay = (where: string) => (body: unknown) => {
    if (body !== undefined) violation(world, where, 'an acknowledgement with a body nobody reads');
  };

  /** A response address whose cause is only known once the delivery is made. */
  function responseUrl(
    kind: 'commands' | 'actions' | 'app',
    channel: string,
    threadTs: string | null,
    original: Message | null,
  ): { made: ResponseUrl; address: string } {
    const made = services.responseUrls.issue({
      kind,
      team: user.team,
      channel,
      user: user.id,
      threadTs,
      original,
      cause: '',
    });
    return { made, address: `${services.origin()}${made.path}` };
  }

  const trigger = (channel: string | null = null) =>
    services.triggers.issue(user.id, user.team, channel);

  async function act(
    target: Message | View,
    found: Found,
    fields: Json,
    doing: string,
  ): Promise<Asking> {
    const inMessage = 'ts' in target;
    const values = inMessage ? (states.get(target) ?? {}) : target.values;
    if (found.element.type !== 'button' && found.element.type !== 'overflow') {
      remember(values, found, fields);
      if (inMessage) states.set(target, values);
    }
    const since = world.revision;
    const url = inMessage ? responseUrl('actions', target.channel, target.threadTs, target) : null;
    const payload = actionPayload(world, user, target, found, {
      fields,
      state: values,
      responseUrl: url?.address ?? null,
      triggerId: trigger(inMessage ? target.channel : null),
    });
    const delivery = tell('interactive', doing, payload, nothingToSay('block_actions'));
    if (url !== null) url.made.cause = delivery.id;
    return asking({
      doing,
      channel: inMessage ? target.channel : null,
      since,
      deliveries: [delivery],
    });
  }

  return {
    ...parts,
    user,
    offered,
    sees,
    channelCalled,
    mustSee,
    mustBeInstalled,
    mustBeInteractive,
    blocksOf,
    tell,
    asking,
    nothingToSay,
    responseUrl,
    act,
    /** What is known of choices in this person's client. */
    choosing: { world, person: user.id, offered, sees },
    trigger,
  };
}
