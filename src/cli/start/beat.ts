import cron from 'node-cron';
import type { App } from '../../app.ts';
import type { Platform } from '../../chat/platform.ts';
import { SECOND, systemClock } from '../../lib/clock.ts';
import { reasonOf } from '../../lib/errors.ts';

/**
 * The beat of the program, once a minute (at a raised speed of the sample's clock every two seconds): the feeds that
 * are due are asked, and beside it the editions that are due are made and posted. What is due stands in the store, so
 * a beat missed or doubled changes nothing.
 */
export function startBeat(
  app: App,
  platforms: readonly Platform[],
  signal: AbortSignal,
): { stop(): Promise<void> } {
  const reading = everyBeat(app, 'refresh', async () => {
    const { feeds, added, failed } = await app.refresh({ signal });
    app.log.info('feeds refreshed', { feeds, added, failed: failed.length });
  });
  const delivering = startDelivering(app, platforms, signal);
  const writing = app.model
    ? everyBeat(app, 'model', () => app.writeAhead(signal))
    : { stop: async () => {} };
  return {
    async stop() {
      await Promise.all([reading.stop(), delivering.stop(), writing.stop()]);
    },
  };
}

// Whatever waits for a moment before the next beat is begun then, and not a minute later.
const SOONEST_MS = SECOND;
const LATEST_MS = 60 * SECOND;

/**
 * Each platform is posted on by itself, so that one that hangs holds up no other; and what stands there is edited
 * beside it, so that edits that time out hold up no digest.
 */
function startDelivering(
  app: App,
  platforms: readonly Platform[],
  signal: AbortSignal,
): { stop(): Promise<void> } {
  const lines = platforms.flatMap((platform) => [
    createLine(app, { name: 'delivering', platform: platform.name }, signal, async () => {
      const { nextAt } = await app.deliver(platform, signal);
      return nextAt;
    }),
    createLine(app, { name: 'editing', platform: platform.name }, signal, async () => {
      await app.tend(platform, signal);
      return null;
    }),
  ]);
  const publishing = everyBeat(app, 'publish', async () => {
    await app.publish(signal);
    for (const line of lines) line.go();
  });
  // What the last run left behind is not kept waiting for the first beat.
  for (const line of lines) line.go();
  return {
    async stop() {
      await publishing.stop();
      await Promise.all(lines.map((line) => line.stop()));
    },
  };
}

/** Does something for one platform, and again when it says; called while it does, it does so once more. */
function createLine(
  app: App,
  { name, platform }: { readonly name: string; readonly platform: string },
  signal: AbortSignal,
  doOnce: () => Promise<Date | null>,
) {
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        const nextAt = await doOnce();
        if (nextAt) wake(nextAt);
      } catch (error) {
        app.log.error(`${name} failed`, { platform, reason: reasonOf(error), error });
      }
    } while (again && !signal.aborted);
  }

  function wake(at: Date): void {
    clearTimeout(timer);
    const wait = at.getTime() - app.clock().getTime();
    if (signal.aborted || wait > LATEST_MS) return;
    timer = setTimeout(go, Math.max(wait, SOONEST_MS)).unref();
  }

  function go(): void {
    if (signal.aborted) return;
    again = true;
    working ??= work().finally(() => {
      working = undefined;
    });
  }

  return {
    go,
    async stop() {
      clearTimeout(timer);
      await working;
    },
  };
}

/** Does something with every beat, never twice at once; a fault of it is logged, and the next beat comes. */
function everyBeat(app: App, name: string, work: () => Promise<void>): { stop(): Promise<void> } {
  const isSped = app.clock !== systemClock;
  let working: Promise<void> = Promise.resolve();
  const task = cron.schedule(
    isSped ? '*/2 * * * * *' : '* * * * *',
    () => {
      working = work().catch((error: unknown) =>
        app.log.error(`${name} failed`, { reason: reasonOf(error), error }),
      );
      return working;
    },
    { name, noOverlap: true, suppressMissedWarning: true },
  );
  return {
    async stop() {
      await task.destroy();
      await working;
    },
  };
}
