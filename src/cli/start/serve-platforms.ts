import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../app.ts';
import { PLATFORMS } from '../../chat/index.ts';
import type { Platform } from '../../chat/platform.ts';
import type { Config } from '../../config/load.ts';
import { MINUTE } from '../../lib/clock.ts';
import { ConfigError, reasonOf, UserError } from '../../lib/errors.ts';
import { type ExitCode, type Io, say } from '../terminal-io.ts';
import { startBeat } from './beat.ts';
import { faultFields } from './fault-fields.ts';

/** The chat platforms whose tokens are set, by name. */
export function platformsSet(config: Config): string[] {
  return PLATFORMS.filter((kind) => kind.secrets.some((name) => config.secrets[name])).map(
    (kind) => kind.name,
  );
}

/** Where a platform really is, unless a test stands in for it. */
const addressVariable = (name: string): string => `CRIER_${name.toUpperCase()}_API_URL`;

/** Invented news are not posted to real people by an oversight. Throws ConfigError. */
export function refuseSampleForReal(config: Config, io: Io): void {
  const real = platformsSet(config).filter((name) => !io.environment[addressVariable(name)]);
  if (real.length === 0) return;
  throw new ConfigError(
    `--sample would show invented news on the real ${real.join(' and ')}. Add --yes if you mean it, or unset the tokens.`,
  );
}

/** Opens every platform whose tokens are set. Throws ConfigError where they are set by half. */
export async function openPlatforms(app: App, io: Io, sample: boolean): Promise<Platform[]> {
  const opened = await Promise.all(
    PLATFORMS.map((kind) =>
      kind.open({
        settings: app.config.chat,
        secret: (name) => app.config.secrets[name],
        variable: (name) => io.environment[name] || undefined,
        vault: app.vault,
        sample,
        clock: app.clock,
        log: app.log,
      }),
    ),
  );
  return opened.filter((platform) => platform !== null);
}

/**
 * Answers on all platforms while the feeds are read, until `signal`. One that cannot go on is told in a line and the
 * others stay; with none left the program ends with 1.
 */
export async function servePlatforms(
  app: App,
  platforms: readonly Platform[],
  io: Io,
  signal: AbortSignal,
): Promise<ExitCode> {
  const release = surviveStrays(app);
  for (const platform of platforms) app.bringTo(platform);
  const beat = startBeat(app, platforms, signal);
  const first = app.refresh({ signal }).catch((error: unknown) => {
    app.log.error('refresh failed', { reason: reasonOf(error), error });
  });
  try {
    await say(io, `Crier is going online on ${platforms.map(({ name }) => name).join(' and ')}.`);
    const ended = await Promise.all(platforms.map((one) => serveOne(app, one, io, signal)));
    return ended.some(Boolean) ? 0 : 1;
  } finally {
    await beat.stop();
    await first;
    release();
  }
}

const FAULT_PAUSE = MINUTE;

/** True when it ended because it was told to. */
async function serveOne(
  app: App,
  platform: Platform,
  io: Io,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    try {
      await platform.serve(app.answering, signal);
      return true;
    } catch (error) {
      if (signal.aborted) return true;
      if (error instanceof UserError || error instanceof ConfigError) {
        await say(io, `${platform.name}: ${error.message}`);
        return false;
      }
      app.log.error('platform failed', { platform: platform.name, ...faultFields(error) });
      await sleep(FAULT_PAUSE, undefined, { signal }).catch(() => {});
    }
  }
  return true;
}

/**
 * The platforms' libraries throw out of their own handlers now and then (a malformed packet, a socket closed in the
 * middle of opening): that shall not end the answering on the other platform.
 */
function surviveStrays({ log }: App): () => void {
  const onStray = (error: unknown) => log.error('stray fault', faultFields(error));
  process.on('uncaughtException', onStray);
  process.on('unhandledRejection', onStray);
  return () => {
    process.off('uncaughtException', onStray);
    process.off('unhandledRejection', onStray);
  };
}
