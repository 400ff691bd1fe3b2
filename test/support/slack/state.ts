import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/lib/clock.ts';
import type { Json } from './json.ts';
import type { Manifest } from './manifest.ts';

export type Team = { readonly id: string; readonly name: string; readonly domain: string };

export type User = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly realName: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  readonly isBot: boolean;
  readonly botId: string | null;
  readonly tz: string;
  deleted: boolean;
};

export type Channel = {
  readonly id: string;
  readonly team: string;
  name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  /** The person of a direct conversation with the bot. */
  readonly peer: string | null;
  archived: boolean;
  deleted: boolean;
  /** Only some may post here: the bot is answered `restricted_action`. */
  restricted: boolean;
};

export type Message = {
  readonly ts: string;
  readonly at: Date;
  readonly team: string;
  readonly channel: string;
  readonly author: string;
  /** The door it came in by. */
  readonly via:
    | 'person'
    | 'slack'
    | 'chat.postMessage'
    | 'chat.postEphemeral'
    | 'response_url'
    | 'ack';
  /** The delivery it answers, where Slack itself knows it: acknowledgements and response addresses. */
  readonly cause: string | null;
  readonly threadTs: string | null;
  readonly ephemeralTo: string | null;
  readonly broadcast: boolean;
  text: string;
  blocks: Json[];
  attachments: Json[];
  metadata: Json | null;
  unfurlLinks: boolean | null;
  unfurlMedia: boolean | null;
  parse: string | null;
  linkNames: boolean;
  edits: number;
  deleted: boolean;
  /** Grows with every change in the world: what is newer than a remembered number happened after it. */
  revision: number;
};

export type View = {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | null;
  externalId: string;
  content: Json;
  /** The conversation its user had before them when it was opened, as far as there was one. */
  readonly from: string | null;
  /** What has been filled in: block id → action id → value. */
  values: { [block: string]: { [action: string]: Json } };
  /** What the app found wrong at the last submission: block id → words. */
  errors: { [block: string]: string };
  hash: string;
  open: boolean;
  revision: number;
};

export type Installation = {
  readonly team: string;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: ReadonlySet<string>;
  readonly installedBy: string;
  state: 'active' | 'revoked' | 'inactive';
};

export type App = {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** The deprecated verification token every payload still carries. */
  readonly verificationToken: string;
  readonly appToken: string;
  readonly appTokenScopes: ReadonlySet<string>;
  appTokenState: 'active' | 'revoked';
  manifest: Manifest;
};

/** Something the app did that real Slack would refuse, ignore or punish. */
export type Violation = { readonly at: Date; readonly where: string; readonly what: string };

/** Something a person saw fail: `operation_timeout`, `dispatch_failed`, a spinning button. */
export type Failure = {
  readonly at: Date;
  readonly user: string;
  readonly doing: string;
  readonly error: string;
  readonly cause: string;
};

export type World = {
  readonly clock: Clock;
  readonly app: App;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly views: Map<string, View>;
  readonly installations: Map<string, Installation>;
  readonly violations: Violation[];
  readonly failures: Failure[];
  revision: number;
  /** The newest `ts`, in microseconds. */
  lastStamp: number;
  readonly listeners: Set<() => void>;
};

export function emptyWorld(clock: Clock, app: App): World {
  return {
    clock,
    app,
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: [],
    views: new Map(),
    installations: new Map(),
    violations: [],
    failures: [],
    revision: 0,
    lastStamp: 0,
    listeners: new Set(),
  };
}

/** Tells everybody who waits that the world is another. Returns the number of the change. */
export function changed(world: World): number {
  world.revision += 1;
  for (const listener of [...world.listeners]) listener();
  return world.revision;
}

export function violation(world: World, where: string, what: string): void {
  world.violations.push({ at: world.clock(), where, what });
}

export function failure(
  world: World,
  about: { user: string; doing: string; error: string; cause: string },
): void {
  world.failures.push({ at: world.clock(), ...about });
  changed(world);
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An identifier in Slack's manner: a letter for the kind and ten more. */
export function freshId(kind: string): string {
  return kind + Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A message's `ts`: seconds with six digits, never twice and always growing, like Slack's. */
export function freshTs(world: World): string {
  const stamp = Math.max(world.lastStamp + 1, world.clock().getTime() * 1000);
  world.lastStamp = stamp;
  return `${Math.floor(stamp / 1_000_000)}.${String(stamp % 1_000_000).padStart(6, '0')}`;
}

export function installationOf(world: World, team: string): Installation | undefined {
  return [...world.installations.values()].findLast((one) => one.team === team);
}

/** The direct conversation of the app and a person, made when it is first needed. */
export function directChannel(world: World, installation: Installation, person: string): Channel {
  const known = [...world.channels.values()].find(
    ({ kind, peer, team }) => kind === 'im' && peer === person && team === installation.team,
  );
  if (known !== undefined) return known;
  const made: Channel = {
    id: freshId('D'),
    team: installation.team,
    name: 'directmessage',
    kind: 'im',
    members: new Set([person, installation.botUser]),
    peer: person,
    archived: false,
    deleted: false,
    restricted: false,
  };
  world.channels.set(made.id, made);
  return made;
}

export function messageAt(world: World, channel: string, ts: string): Message | undefined {
  return world.messages.find((one) => one.channel === channel && one.ts === ts && !one.deleted);
}

/** A button, menu or field needs names even where its author gave none: Slack makes them up. */
export function withIds(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const named: Json = { block_id: freshId('').slice(0, 5), ...block };
    const name = (element: unknown): unknown =>
      typeof element === 'object' && element !== null && INTERACTIVE.has((element as Json).type)
        ? { action_id: freshId('').slice(0, 5), ...element }
        : element;
    if (Array.isArray(named.elements)) named.elements = named.elements.map(name);
    if (named.accessory !== undefined) named.accessory = name(named.accessory);
    if (named.element !== undefined) named.element = name(named.element);
    return named;
  });
}

const INTERACTIVE = new Set<unknown>([
  'button',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'overflow',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'checkboxes',
  'radio_buttons',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
]);

const LOOK_MS = 10;

/**
 * Waits until `find` finds something, looking again whenever the world changes and every 10 ms for what is not of
 * this world. Real time, so that a test ends.
 */
export function until<T>(
  world: World,
  what: string,
  find: () => T | undefined,
  timeoutMs = 5_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      world.listeners.delete(look);
      clearTimeout(timer);
      clearInterval(looking);
    };
    const look = () => {
      try {
        const found = find();
        if (found === undefined) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${timeoutMs} ms for ${what}`));
    }, timeoutMs);
    const looking = setInterval(() => look(), LOOK_MS);
    world.listeners.add(look);
    look();
  });
}
