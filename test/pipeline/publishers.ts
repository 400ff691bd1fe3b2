import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createSafeFetch } from '../../src/ingest/fetch/safe-fetch.ts';
import { createReading } from '../../src/ingest/workers/reading.ts';
import { DAY, MINUTE } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import type { PageBudget } from '../../src/pipeline/page-budget.ts';
import { refresh } from '../../src/pipeline/refresh.ts';
import { createIntake } from '../../src/pipeline/take-in.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { temporaryStore } from '../support/store.ts';

const BEGIN = new Date('2026-03-02T08:30:00Z');

/** A web server of somebody else's; its origin. */
export async function publisher(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export type Item = {
  readonly title: string;
  readonly link?: string;
  readonly text?: string;
  readonly date?: Date;
};

export function rss(items: readonly Item[]): string {
  const element = ({ title, link, text = 'A summary.', date = BEGIN }: Item) =>
    `<item><title>${title}</title>${link ? `<link>${link}</link>` : ''}
     <pubDate>${date.toUTCString()}</pubDate><description>${text}</description></item>`;
  return `<rss version="2.0"><channel><title>A feed</title>${items.map(element).join('')}</channel></rss>`;
}

export const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
   <p>${text}</p></article></body></html>`;

/** A store with these feeds, refreshed on a clock the test moves. */
export async function newsroom(
  origins: readonly string[],
  feeds: readonly string[],
  pageBudget?: PageBudget,
) {
  let now = BEGIN;
  const clock = () => now;
  const db = await temporaryStore();
  const door = createSafeFetch({ userAgent: 'test', timeoutMs: 20_000, ownOrigins: origins });
  const reading = createReading();
  onTestFinished(async () => {
    await reading.close();
    await door.close();
  });
  for (const url of feeds) {
    const feed = { tenant: EVERYBODY, url, outlet: null, language: 'en', origin: 'added' } as const;
    await addFeed(db, feed, now);
  }
  const deps = {
    db,
    clock,
    log: silentLog,
    fetch: door.fetch,
    reading,
    intake: createIntake({ db, clock, windowMs: 14 * DAY }),
    atOnce: 8,
    bounds: { minMs: 15 * MINUTE, maxMs: DAY },
    maxFeedBytes: 1_000_000,
    maxPageBytes: 1_000_000,
    readPages: true,
    maxAgeMs: 7 * DAY,
    ...(pageBudget && { pageBudget }),
  };
  return {
    db,
    refresh: () => refresh(deps),
    pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    articles: () => db.selectFrom('articles').selectAll().orderBy('id').execute(),
  };
}
