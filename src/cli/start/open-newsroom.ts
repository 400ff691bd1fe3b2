import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../app.ts';
import type { Config } from '../../config/load.ts';
import { type Clock, MINUTE, scaledClock, systemClock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { EVERYBODY } from '../../news/tenant.ts';
import { loadNewsroom } from '../../sample/load-newsroom.ts';
import { serveNewsroom } from '../../sample/serve-newsroom.ts';
import { countArticles } from '../../store/articles.ts';
import { feedsOf } from '../../store/feeds.ts';

export type Opened = { readonly app: App; close(): Promise<void> };

/** The operator's own feeds and articles. */
export async function openOwn(config: Config, log: Log): Promise<Opened> {
  const app = await openApp(config, { clock: systemClock, log });
  return { app, close: () => app.close() };
}

/** The operator's own feeds and articles; where there are neither, the sample newsroom. */
export async function openOwnOrSample(config: Config, log: Log): Promise<Opened> {
  const own = await openOwn(config, log);
  const [feeds, held] = await Promise.all([
    feedsOf(own.app.db, EVERYBODY),
    countArticles(own.app.db, EVERYBODY),
  ]);
  if (feeds.length > 0 || held.count > 0) return own;
  await own.close();
  return openSample(config, log);
}

/** The sample newsroom on loopback, its news in a store of its own that is thrown away at the end. */
export async function openSample(config: Config, log: Log): Promise<Opened> {
  const origin = systemClock();
  const clock: Clock =
    config.sample.speed === 1 ? systemClock : scaledClock(systemClock, origin, config.sample.speed);
  const newsroom = loadNewsroom(config.sampleDir);
  const served = await serveNewsroom(newsroom, { clock, origin });
  const dataDir = await mkdtemp(join(tmpdir(), 'crier-sample-'));
  const ingest = { ...config.ingest, shortestMs: MINUTE, longestMs: 15 * MINUTE };
  const app = await openApp(
    // The packs are of real publishers, who have no place in an invented world.
    { ...config, dataDir, ingest, packs: [] },
    { clock, log, sample: served },
  );
  return {
    app,
    async close() {
      await app.close();
      await served.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
