import cron from 'node-cron';
import type { App } from '../../app.ts';
import { systemClock } from '../../lib/clock.ts';
import { reasonOf } from '../../lib/errors.ts';

/**
 * The beat of the program: once a minute (at a raised speed of the sample's clock every two seconds) it asks the feeds
 * that are due. What is due stands in the store, so a beat missed or doubled changes nothing.
 */
export function startBeat(app: App, signal: AbortSignal): { stop(): Promise<void> } {
  const sped = app.clock !== systemClock;
  let working: Promise<unknown> = Promise.resolve();
  const task = cron.schedule(
    sped ? '*/2 * * * * *' : '* * * * *',
    () => {
      working = app.refresh({ signal }).then(
        (result) =>
          app.log.info('feeds refreshed', {
            feeds: result.feeds,
            added: result.added,
            failed: result.failed.length,
          }),
        (error: unknown) => app.log.error('refresh failed', { reason: reasonOf(error), error }),
      );
      return working;
    },
    { name: 'refresh', noOverlap: true, suppressMissedWarning: true },
  );
  return {
    async stop() {
      await task.destroy();
      await working;
    },
  };
}
