import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Status,
} from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import { reasonOf, UserError } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { type Access, restOptions, watchRefusals } from './rest.ts';

/** What the gateway tells. */
export type Hearing = {
  /** Everything is known: servers, the application. Again after each new session. */
  readonly ready: (client: Client<true>) => void;
  readonly interaction: (told: unknown) => void;
  readonly joined: (guild: string) => void;
  readonly left: (guild: string) => void;
};

/** How long a connection may be away until it is given up for a new one. */
export type Patience = { readonly awayMs: number; readonly closingMs: number };

const REFUSED =
  'Discord refused the token. Open https://discord.com/developers/applications, choose your application → Bot → Reset Token, and set CRIER_DISCORD_TOKEN to the new one.';

// Closes after which Discord lets nobody come back: https://discord.com/developers/docs/topics/opcodes-and-status-codes
const FATAL: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, REFUSED],
  [
    GatewayCloseCodes.InvalidShard,
    'Discord refused how the servers are divided (4010). Start Crier again; if it stays, report it.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'Crier is in too many servers for one connection (4011). Start it again, so that it opens more of them.',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord no longer speaks the version that this Crier speaks (4012). Update Crier.',
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    'Discord does not know what this Crier asks to hear (4013). Update Crier.',
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not let this application hear of its servers (4014). Open https://discord.com/developers/applications, choose your application → Bot, and look whether it is limited.',
  ],
]);

/**
 * One client's life on the gateway. Resolves when `signal` ends it, or with why the connection was given up; breaks
 * that the SDK mends are not the end. Rejects with UserError where coming back is no use.
 */
export async function stayConnected(
  access: Access,
  hearing: Hearing,
  patience: Patience,
  signal: AbortSignal,
): Promise<{ readonly lost: string; readonly wasReady: boolean } | 'ended'> {
  const { log } = access;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest: restOptions(access),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  watchRefusals(client.rest, log);
  guardPackets(client, log);
  let wasReady = false;
  let end: (how: UserError | string | 'ended') => void = () => {};
  const over = new Promise<UserError | string>((done) => {
    end = done;
  });

  client.on(Events.Error, (error) =>
    log.warn('discord client failed', { reason: reasonOf(error) }),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn('discord connection failed', { shard, reason: reasonOf(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info('discord connection broke', { shard }));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info('discord connection came back', { shard, replayed }),
  );
  client.on(Events.ShardDisconnect, ({ code }) => {
    const remedy = FATAL.get(code);
    end(remedy === undefined ? `closed with ${code}` : new UserError(remedy));
  });
  client.on(Events.ClientReady, (ready) => {
    wasReady = true;
    hearing.ready(ready);
  });
  client.on(Events.GuildCreate, ({ id }) => hearing.joined(id));
  client.on(Events.GuildDelete, ({ id }) => hearing.left(id));
  // As it came: it is answered before the SDK has sorted it, and while it still waits for other servers.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (told: unknown) =>
    hearing.interaction(told),
  );

  const onAbort = () => end('ended');
  signal.addEventListener('abort', onAbort, { once: true });
  const watch = watchConnection(client, patience, () => end('the connection did not come back'));
  try {
    client.login(access.token.reveal()).catch((error: unknown) => {
      const isToken =
        error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
      end(isToken ? new UserError(REFUSED) : reasonOf(error));
    });
    if (signal.aborted) end('ended');
    const how = await over;
    if (how instanceof UserError) throw how;
    return how === 'ended' ? how : { lost: how, wasReady };
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', onAbort);
    await hangUp(client, patience, log);
  }
}

/** Calls `lost` once a connection has been away for too long. */
function watchConnection(client: Client, { awayMs }: Patience, lost: () => void): NodeJS.Timeout {
  const pause = Math.min(5 * SECOND, awayMs / 4);
  let away = 0;
  const timer = setInterval(() => {
    const { shards } = client.ws;
    const isThere = shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
    away = isThere ? 0 : away + pause;
    if (away >= awayMs) lost();
  }, pause);
  return timer.unref();
}

/** Leaves; a line that does not answer is not waited for. */
async function hangUp(client: Client, { closingMs }: Patience, log: Log): Promise<void> {
  client.removeAllListeners();
  client.ws.removeAllListeners();
  client.on(Events.Error, () => {});
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<void>((done) => {
    timer = setTimeout(done, closingMs);
  });
  const gone = client.destroy().catch((error: unknown) => {
    log.debug('discord client did not close well', { reason: reasonOf(error) });
  });
  await Promise.race([gone, tired]).finally(() => clearTimeout(timer));
}

type PacketHandler = { handlePacket(packet?: { readonly t?: unknown }, shard?: unknown): boolean };

/** The SDK's handlers throw at a packet that lacks a field, where nobody would catch it. */
function guardPackets(client: Client, log: Log): void {
  const manager = client.ws as unknown as PacketHandler;
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      log.warn('discord told something malformed', { event: packet?.t, reason: reasonOf(error) });
      return false;
    }
  };
}
