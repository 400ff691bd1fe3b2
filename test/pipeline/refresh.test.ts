import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Clock, DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { serveNewsroom } from '../../src/sample/serve-newsroom.ts';
import { countArticles } from '../../src/store/articles.ts';
import { addFeed, feedsOf } from '../../src/store/feeds.ts';
import { countStories, storiesBetween } from '../../src/store/stories.ts';
import { HOME } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const ORIGIN = new Date('2026-03-02T08:30:00Z');

/** A program with its own store and a clock that the test moves. */
async function program(origins: {
  url: string;
  feeds: { url: string; title: string; language: string }[];
}) {
  let now = ORIGIN;
  const clock: Clock = () => now;
  const shipped = loadConfig({});
  const config = {
    ...shipped,
    dataDir: temporaryFolder(),
    ingest: { ...shipped.ingest, shortestMs: MINUTE, longestMs: 15 * MINUTE, timeoutMs: 2_000 },
  };
  const app = await openApp(config, { clock, log: silentLog, sample: origins });
  onTestFinished(() => app.close());
  return { app, clock, advance: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

async function sampleNewsroom() {
  let now = ORIGIN;
  const newsroom = loadNewsroom(join(HOME, 'config/sample'));
  const served = await serveNewsroom(newsroom, { clock: () => now, origin: ORIGIN });
  onTestFinished(() => served.close());
  const { app, advance } = await program({ ...served, feeds: [...served.feeds] });
  return {
    app,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
      advance(ms);
    },
  };
}

const held = async ({ db }: App) => ({
  articles: (await countArticles(db, EVERYBODY)).count,
  stories: await countStories(db, EVERYBODY),
});

describe('the sample newsroom', () => {
  test('is read whole the first time, and a second time brings nothing', async () => {
    const { app, pass } = await sampleNewsroom();
    const first = await app.refresh();
    expect(first.failed).toEqual([]);
    expect(first.added).toBeGreaterThan(50);
    const before = await held(app);
    expect(before.articles).toBe(first.added);
    expect(before.stories).toBeLessThan(before.articles);
    pass(16 * MINUTE);
    expect(await app.refresh()).toMatchObject({ feeds: 11, added: 0, corrected: 0, failed: [] });
    expect(await held(app)).toEqual(before);
  });

  test('lives while the clock runs: new articles come, stories grow, a correction takes the place of what it corrects', async () => {
    const { app, pass } = await sampleNewsroom();
    let added = (await app.refresh()).added;
    let corrected = 0;
    for (let hour = 0; hour < 5 * 24; hour += 4) {
      pass(4 * HOUR);
      const result = await app.refresh();
      added += result.added;
      corrected += result.corrected;
    }
    expect(corrected).toBe(2);
    expect(added).toBeGreaterThan(120);
    // A corrected article is counted once, as its correction.
    expect((await held(app)).articles).toBe(added);
    const stories = await storiesBetween(app.db, EVERYBODY, {
      from: new Date(ORIGIN.getTime() - DAY),
      to: new Date(ORIGIN.getTime() + 5 * DAY),
    });
    expect(Math.max(...stories.map((story) => story.version))).toBeGreaterThan(8);
  });

  test('two refreshes at once are one', async () => {
    const { app } = await sampleNewsroom();
    const [one, other] = await Promise.all([app.refresh(), app.refresh()]);
    expect(one).toBe(other);
  });

  test('copies of an agency text are told apart from outlets that write themselves', async () => {
    const { app } = await sampleNewsroom();
    await app.refresh();
    const rows = await app.db.selectFrom('articles').select(['id', 'outlet', 'copy_of']).execute();
    const copies = rows.filter((row) => row.copy_of !== null);
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) {
      expect(rows.find((row) => row.id === copy.copy_of)?.outlet).not.toBe(copy.outlet);
    }
  });
});

describe('bad publishers', () => {
  const GOOD = `<rss><channel><title>Good</title>
    <item><title>Harbour reopens after the storm</title><link>https://good.example/1</link>
    <description>${'The harbour of Kelmouth reopened on Monday. '.repeat(40)}</description></item></channel></rss>`;

  async function publishers() {
    const server = createServer((request, response) => {
      const answers: Record<string, () => void> = {
        '/good': () => response.setHeader('content-type', 'text/xml').end(GOOD),
        '/html': () =>
          response
            .setHeader('content-type', 'text/html')
            .end('<html><body><p>Hello</p></body></html>'),
        '/empty': () => response.setHeader('content-type', 'text/xml').end(),
        '/garbage': () =>
          response.setHeader('content-type', 'text/xml').end(Buffer.alloc(4_900_000, 'a<b&c]]>"')),
        '/huge': () =>
          response.setHeader('content-type', 'text/xml').end(Buffer.alloc(6_000_000, 32)),
        '/404': () => response.writeHead(404).end(),
        '/403': () => response.writeHead(403).end(),
        '/500': () => response.writeHead(500).end(),
        '/hang': () => {},
        '/reset': () => request.socket.destroy(),
      };
      answers[request.url ?? '']?.();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const feed = (path: string) => ({ url: url + path, title: path, language: 'en' });
    return { url, feed };
  }

  test('each is told in words, and none stops the good one', async () => {
    const { url, feed } = await publishers();
    const paths = [
      '/html',
      '/empty',
      '/garbage',
      '/huge',
      '/404',
      '/403',
      '/500',
      '/hang',
      '/reset',
      '/good',
    ];
    const { app } = await program({ url, feeds: paths.map(feed) });
    const result = await app.refresh();
    expect(result.added).toBe(1);
    const problems = Object.fromEntries(
      result.failed.map(({ feed: { outlet }, problem }) => [outlet, problem]),
    );
    expect(Object.keys(problems).sort()).toEqual(paths.filter((path) => path !== '/good').sort());
    for (const problem of Object.values(problems)) expect(problem).toMatch(/^[^\n]{5,120}$/);
    expect(problems['/404']).toContain('404');
    expect(problems['/html']).toContain('web page');
    expect(problems['/hang']).toContain('within 2 s');
  });

  test("a feed at a private address that is not the operator's own is refused", async () => {
    const { url, feed } = await publishers();
    const { app } = await program({ url, feeds: [feed('/good')] });
    await addFeed(
      app.db,
      {
        tenant: EVERYBODY,
        url: 'http://127.0.0.1:9/feed',
        outlet: 'inner',
        language: null,
        origin: 'added',
      },
      ORIGIN,
    );
    const { failed } = await app.refresh();
    expect(failed).toMatchObject([
      { feed: { outlet: 'inner' }, problem: 'the address is not one Crier may fetch' },
    ]);
    expect((await feedsOf(app.db, EVERYBODY)).map((one) => one.poll.failures)).toEqual([0, 1]);
  });
});
