import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIMessage } from 'discord.js';
import { type Clock, systemClock } from '../../../src/lib/clock.ts';
import { Builder } from './build.ts';
import type { Logged, Outside, Violation } from './call.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { type Books, type HttpParts, handle } from './http.ts';
import { messagePayload } from './message-payload.ts';
import { isSeenBy, makeMessage } from './message-store.ts';
import { Person } from './people.ts';
import { type Bucket, RateLimits } from './rate-limits.ts';
import { replay } from './replay.ts';
import { type Mention, mentionsOf } from './rules/mentions.ts';
import { type Channel, type Interaction, idsOf, type User, type World } from './state.ts';
import { Waiting } from './waiting.ts';

export type FakeDiscordOptions = {
  /** What deadlines and stamps go by: 3 s, 15 min, nonces. Moving it is the test's business. */
  readonly clock?: Clock;
  /** What rate limits go by; the system's clock, since a client waits in real time. */
  readonly rateClock?: Clock;
  readonly token?: string;
  readonly applicationId?: string;
  /** Buckets by route, such as `POST /channels/{channel_id}/messages`; `global` and `invalid` are the two general ones. */
  readonly buckets?: Readonly<Record<string, Bucket>>;
  /** Milliseconds; Discord's usual 41,250. A client that is silent for two of them is cut off. */
  readonly heartbeatInterval?: number;
  /** Bits of privileged intents switched on in the developer portal; none. */
  readonly privilegedIntents?: number;
  /** How many IDENTIFY are left today; 1000. */
  readonly identifiesLeft?: number;
};

/** Discord as a bot meets it: its HTTP API, its gateway, and people who use the bot. */
export type FakeDiscord = {
  /** The API's base, for `rest: { api }` and CRIER_DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly build: Builder;
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Every call, oldest first, tokens redacted. */
  readonly calls: readonly Logged[];
  /** Bodies Discord would have refused: a bot that keeps the rules leaves this empty. */
  readonly violations: readonly Violation[];
  readonly unknown: readonly string[];
  /** Deprecated or pointless things the server let pass. */
  readonly warnings: readonly string[];
  /** Answers of the fake itself that the official description does not allow; always empty. */
  readonly ownFaults: Books['ownFaults'];
  /** Everything a bot did that it should not have, and the fake's own slips, in words; empty after a good run. */
  troubles(): readonly string[];
  user(who: User | string): Person;
  /** What everybody sees in a channel, oldest first. */
  messagesIn(channel: Channel | string): readonly APIMessage[];
  /** A message as it stands now, deleted ones and ephemeral ones included. */
  message(id: string): APIMessage | undefined;
  /** Whom a message pings, by its words and its allowed_mentions. */
  mentionsOf(message: Pick<APIMessage, 'id'>): readonly Mention[];
  /** Everybody pinged by any message the bot ever sent or edited. */
  everyMention(): readonly Mention[];
  /** Somebody other than the bot writes. */
  write(channel: Channel, author: User, content: string): APIMessage;
  /** Tells a recorded interaction or event; the bot can answer it. */
  replay(recorded: Readonly<Record<string, unknown>>): Interaction | null;
  /** Waits for something about the world to become true, and gives it. */
  until<T>(what: string, look: () => T | undefined): Promise<T>;
  /** The token is reset: 401 everywhere, and the gateway closes with 4004. */
  revokeToken(): void;
  close(): Promise<void>;
};

export async function createFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const clock = options.clock ?? systemClock;
  const token = options.token ?? 'fake-bot-token.not-a-secret.for-tests';
  const world = emptyWorld(clock, token, options.applicationId);
  const waiting = new Waiting();
  const gateway = new Gateway(world, waiting, {
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    privilegedIntents: options.privilegedIntents ?? 0,
    identifiesLeft: options.identifiesLeft ?? 1000,
  });
  const warnings: string[] = [];
  const books: Books = { calls: [], violations: [], unknown: [], ownFaults: [] };
  let port = 0;
  const outside: Outside = {
    world,
    gateway,
    waiting,
    url: () => ({ gateway: `ws://127.0.0.1:${port}` }),
    warn: (words) => void warnings.push(words),
  };
  const limits = new RateLimits(options.rateClock ?? systemClock, options.buckets ?? {});
  const faults = new Faults();
  const hanging = new Set<ServerResponse>();
  const parts: HttpParts = { outside, books, faults, limits, hanging };
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      // A mistake of the fake: said loudly, and answered as a broken server would.
      books.ownFaults.push({
        route: `${request.method} ${request.url}`,
        flaws: [{ path: [], code: 'THROWN', message: String((error as Error).stack ?? error) }],
        body: null,
      });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  gateway.attach(server, `ws://127.0.0.1:${port}`);

  const shown = (id: string) => {
    const message = world.messages.get(id);
    return message && (messagePayload(world, message) as unknown as APIMessage);
  };
  return {
    url: `http://127.0.0.1:${port}/api`,
    token,
    applicationId: world.application.id,
    world,
    gateway,
    build: new Builder(outside),
    faults,
    limits,
    calls: books.calls,
    violations: books.violations,
    unknown: books.unknown,
    warnings,
    ownFaults: books.ownFaults,
    troubles: () => [
      ...books.violations.map(
        ({ route, error }) => `${route} was refused: ${JSON.stringify(error.body())}`,
      ),
      ...books.unknown.map((route) => `${route} is not known`),
      ...books.ownFaults.map(({ route, flaws }) => `fake: ${route}: ${JSON.stringify(flaws)}`),
      ...warnings,
    ],
    user: (who) => {
      const user = world.users.get(typeof who === 'string' ? who : who.id);
      if (!user) throw new Error(`nobody has the id ${String(who)}`);
      return new Person(outside, user);
    },
    messagesIn: (channel) =>
      (world.channels.get(typeof channel === 'string' ? channel : channel.id)?.messageIds ?? [])
        .filter((id) => isSeenBy(world.messages.get(id)!, ''))
        .map((id) => shown(id)!),
    message: shown,
    mentionsOf: ({ id }) => {
      const message = world.messages.get(id);
      return message ? mentionsOf(message, repliedTo(world, message.replyTo)) : [];
    },
    everyMention: () =>
      [...world.messages.values()]
        .filter(({ author }) => author.id === world.bot.id)
        .flatMap((message) =>
          [message, ...message.earlier].flatMap((said) =>
            mentionsOf(said, repliedTo(world, message.replyTo)),
          ),
        ),
    write: (channel, author, content) => {
      const made = makeMessage(outside, { channelId: channel.id, author, body: { content } });
      return shown(made.id)!;
    },
    replay: (recorded) => replay(outside, recorded),
    until: (what, look) => waiting.until(what, look),
    revokeToken: () => {
      world.token = null;
      gateway.close(4004, 'Authentication failed.');
    },
    close: async () => {
      waiting.close();
      for (const response of hanging) response.destroy();
      await gateway.stop();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function emptyWorld(clock: Clock, token: string, applicationId?: string): World {
  const nextId = idsOf(clock);
  // A bot has had its application's id since 2016.
  const id = applicationId ?? nextId();
  const bot: User = { id, username: 'Crier', globalName: null, bot: true, dms: false };
  return {
    clock,
    token,
    bot,
    application: { id, name: 'Crier', flags: 0 },
    users: new Map([[id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    interactions: new Map(),
    userInstalls: new Set(),
    nextId,
  };
}

function repliedTo(world: World, messageId: string | null): string | null {
  return messageId === null ? null : (world.messages.get(messageId)?.author.id ?? null);
}
