// A strict stand-in for Slack that the real @slack/bolt talks to: Web API, Socket Mode, signed requests, OAuth, and
// the people at their clients. Every rule names its page; what nobody could prove is in docs/unproven-slack.md.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/lib/clock.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { DEFAULT_MANIFEST } from './default-manifest.ts';
import { createDeliveries, type Deliveries, type Delivery } from './deliveries.ts';
import { createEvents } from './events.ts';
import { createFaults, type FaultPlan } from './faults.ts';
import { createHappenings, type Happenings } from './happenings.ts';
import type { Json } from './json.ts';
import { type Manifest, manifestProblems } from './manifest.ts';
import type { Services } from './methods/method.ts';
import { createOAuth, install } from './oauth.ts';
import { createPerson, type Person } from './people.ts';
import {
  createRateLimits,
  type Limits,
  OUTSIDE_MARKETPLACE,
  OUTSIDE_MARKETPLACE_PAGE,
  SLACK_LIMITS,
} from './rate-limits.ts';
import { replay } from './replay.ts';
import { createResponseUrls } from './response-urls.ts';
import { openDoor, redacted } from './routes.ts';
import { type Call, serve } from './server.ts';
import type { Signing } from './signatures.ts';
import { createSignedHttp } from './signed-http.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import {
  type App,
  type Channel,
  changed,
  emptyWorld,
  type Failure,
  freshId,
  type Installation,
  installationOf,
  type Message,
  until,
  type Violation,
  violation,
  type World,
} from './state.ts';
import { createTriggers } from './triggers.ts';
import { addChannel, addTeam, addUser, type NewChannel, type NewUser } from './world.ts';

export type FakeSlackOptions = {
  /** Every limit is kept by it. A `movableClock()` stands still until it is advanced. */
  readonly clock?: Clock;
  /** What the app declares; by default one with `/story` and the usual scopes and events. */
  readonly manifest?: Manifest;
  readonly limits?: Partial<Limits>;
  /** Whether history may be read as by an app in the Marketplace or of the workspace's own; false: 15 a minute. */
  readonly trusted?: boolean;
  /** No workspace, person and channel to begin with. */
  readonly empty?: boolean;
};

export type FakeSlack = Happenings & {
  /** For `clientOptions.slackApiUrl` and CRIER_SLACK_API_URL. Ends in `/api/`. */
  readonly apiUrl: string;
  /** For `installerOptions.authorizationUrl`. */
  readonly authorizationUrl: string;
  readonly app: App;
  /** The bot's token in the first workspace. */
  readonly botToken: string;
  readonly botUser: string;
  readonly world: World;
  readonly socket: SocketMode;
  readonly deliveries: readonly Delivery[];
  /** Every request of the app, the oldest first; tokens are not in it. */
  readonly calls: readonly Call[];
  /** What real Slack would have refused, ignored or punished. A good test ends with none. */
  readonly violations: readonly Violation[];
  /** What people saw fail. */
  readonly failures: readonly Failure[];

  /** Sends everything as signed requests to this address from now on. */
  useHttp(requestUrl: string): void;
  useSocketMode(): void;
  /** Somebody by id or name (of the first workspace, or of the one given). */
  user(idOrName: string, team?: string): Person;
  channel(idOrName: string, team?: string): Channel;
  /** The messages of a channel that everybody sees, deleted ones left out, replies included. */
  messages(channel: string, team?: string): readonly Message[];

  addTeam(name: string): string;
  addUser(user: NewUser): Person;
  addChannel(channel: NewChannel): Channel;
  /** Installs the app without OAuth. */
  install(team: string, scopes?: readonly string[]): Installation;
  /** A person answers the OAuth page at this address; gives the address they are sent back to. */
  authorize(url: string, user: string, answer?: 'allow' | 'deny'): Promise<string>;

  fail(plan: FaultPlan): void;
  clearFaults(): void;
  /** Sends a recorded or made-up payload. */
  deliver(payload: Json, options?: { signing?: Signing }): Delivery;
  /** Sends a delivery once more although it was acknowledged: the app has to know it by its `event_id`. */
  repeat(delivery: Delivery): void;
  /** Waits until a delivery is acknowledged or given up. */
  settled(delivery: Delivery): Promise<Delivery>;
  /** Waits, in real time, until `find` finds something. */
  until<T>(what: string, find: () => T | undefined, timeoutMs?: number): Promise<T>;
  /** Asks the request URL for its challenge, as Slack does when it is entered. */
  verifyUrl(): Promise<boolean>;
  /** Looks at the clock at once instead of within 20 ms. */
  tick(): void;
  close(): Promise<void>;
};

const TICK_MS = 20;

export async function createFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const clock = options.clock ?? systemClock;
  const manifest = options.manifest ?? DEFAULT_MANIFEST;
  const secret = () => randomBytes(16).toString('hex');
  const app: App = {
    id: freshId('A'),
    clientId: `${Date.now()}.${Date.now()}`,
    clientSecret: secret(),
    signingSecret: secret(),
    verificationToken: secret().slice(0, 24),
    appToken: `xapp-fake-${secret()}`,
    appTokenScopes: new Set(['connections:write']),
    appTokenState: 'active',
    manifest,
  };
  const world = emptyWorld(clock, app);
  for (const problem of manifestProblems(manifest)) violation(world, 'manifest', problem);

  const limits: Limits = {
    ...SLACK_LIMITS,
    ...(options.trusted === false ? { history: OUTSIDE_MARKETPLACE } : {}),
    ...options.limits,
  };
  const faults = createFaults();
  const calls: Call[] = [];
  const oauth = createOAuth(world);
  let requestUrl: string | null = null;
  let origin = '';
  const socket = createSocketMode(world, () => origin);
  const http = createSignedHttp(world, () => requestUrl ?? '');
  const deliveries: Deliveries = createDeliveries(world, () =>
    requestUrl === null ? socket.transport : http,
  );
  const events = createEvents(world, () => deliveries);
  const services: Services = {
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(world),
    rateLimits: createRateLimits(clock),
    socketUrl: () => socket.url(),
    origin: () => origin,
    oauth,
    events: (event, team) => events.emit(event, team),
    pageLimit: options.trusted === false ? OUTSIDE_MARKETPLACE_PAGE : 999,
  };
  const server = await serve(
    (request) => openDoor({ world, services, limits, oauth }, request),
    socket.upgrade,
    faults,
    (door, answer, fault) => {
      if (door.name === null) return;
      calls.push({ at: clock(), fault, method: door.name, ...redacted(door, answer) });
      changed(world);
    },
  );
  origin = server.origin;
  const timer = setInterval(() => deliveries.tick(), TICK_MS);
  timer.unref();

  if (options.empty !== true) {
    const team = addTeam(world, 'Example');
    addUser(world, { name: 'ada', team, isAdmin: true });
    addUser(world, { name: 'ben', team });
    const { botUser } = install(world, team, manifest.oauth_config?.scopes?.bot ?? [], '');
    addChannel(world, { name: 'general', team });
    addChannel(world, { name: 'news', team, members: ['ada', 'ben', botUser] });
    addChannel(world, { name: 'desk', team, kind: 'private', members: ['ada'] });
  }

  const firstTeam = () => [...world.teams.keys()][0] ?? '';
  const channelCalled = (name: string, team = firstTeam()): Channel => {
    const plainName = name.replace(/^#/, '');
    const found = [...world.channels.values()].find(
      (one) => one.id === name || (one.team === team && one.name === plainName),
    );
    if (found === undefined) throw new Error(`no channel ${name}`);
    return found;
  };
  const botIn = (team: string): Installation => {
    const found = installationOf(world, team);
    if (found === undefined) throw new Error(`the app is not installed in ${team}`);
    return found;
  };
  const people = new Map<string, Person>();

  const fake: FakeSlack = {
    apiUrl: `${origin}/api/`,
    authorizationUrl: `${origin}/oauth/v2/authorize`,
    app,
    get botToken() {
      return botIn(firstTeam()).botToken;
    },
    get botUser() {
      return botIn(firstTeam()).botUser;
    },
    world,
    socket,
    deliveries: deliveries.all,
    calls,
    violations: world.violations,
    failures: world.failures,
    useHttp: (url) => {
      requestUrl = url;
    },
    useSocketMode: () => {
      requestUrl = null;
    },
    user: (idOrName, team = firstTeam()) => {
      const user =
        world.users.get(idOrName) ??
        [...world.users.values()].find((one) => one.team === team && one.name === idOrName);
      if (user === undefined) throw new Error(`nobody is called ${idOrName}`);
      const person =
        people.get(user.id) ?? createPerson({ world, services, deliveries, events }, user);
      people.set(user.id, person);
      return person;
    },
    channel: channelCalled,
    messages: (name, team) => {
      const { id } = channelCalled(name, team);
      return world.messages.filter(
        (one) => one.channel === id && !one.deleted && one.ephemeralTo === null,
      );
    },
    addTeam: (name) => addTeam(world, name),
    addUser: (user) => fake.user(addUser(world, user).id),
    addChannel: (channel) => addChannel(world, channel),
    install: (team, scopes = manifest.oauth_config?.scopes?.bot ?? []) =>
      install(world, team, scopes, ''),
    ...createHappenings(world, events, channelCalled, botIn, firstTeam),
    authorize: async (url, user, answer = 'allow') => {
      const asked = new URL(url);
      const page = await fetch(asked);
      if (!page.ok) throw new Error(`the page says ${page.status}: ${await page.text()}`);
      const form = new URLSearchParams(asked.searchParams);
      form.set('user', fake.user(user).id);
      form.set('answer', answer);
      const back = await fetch(`${origin}/oauth/v2/authorize`, {
        method: 'POST',
        redirect: 'manual',
        body: form,
      });
      return back.headers.get('location') ?? '';
    },
    fail: (plan) => faults.plan(plan),
    clearFaults: () => faults.clear(),
    deliver: (payload, { signing = 'right' } = {}) =>
      replay({ world, services, deliveries }, payload, signing),
    repeat: (delivery) => deliveries.repeat(delivery),
    settled: (delivery) =>
      until(world, 'a delivery to be settled', () =>
        delivery.outcome === 'waiting' ? undefined : delivery,
      ),
    until: (what, find, timeoutMs) => until(world, what, find, timeoutMs),
    verifyUrl: () => http.verifyUrl(),
    tick: () => deliveries.tick(),
    close: async () => {
      clearInterval(timer);
      socket.close();
      await server.close();
    },
  };
  return fake;
}
