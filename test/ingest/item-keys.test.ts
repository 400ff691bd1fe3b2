import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createSafeFetch } from '../../src/ingest/fetch/safe-fetch.ts';
import { pollFeed } from '../../src/ingest/poll-feed.ts';
import { createReading } from '../../src/ingest/workers/reading.ts';
import { DAY, MINUTE } from '../../src/lib/clock.ts';
import { feed } from '../support/build.ts';

/** Polls a feed of a server that sends every visitor on to a session of their own; gives the keys of each poll. */
async function polled(bodies: readonly string[]): Promise<(readonly string[])[][]> {
  let visits = 0;
  const server = createServer((request, response) => {
    if (request.url === '/feed') {
      return response.writeHead(302, { location: `/session-${visits++}/feed` }).end();
    }
    return response.setHeader('content-type', 'text/xml').end(bodies[visits - 1]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = createSafeFetch({ userAgent: 'test', timeoutMs: 2_000, ownOrigins: [url] });
  const reading = createReading();
  onTestFinished(async () => {
    await reading.close();
    await door.close();
    server.close();
  });
  const keys: (readonly string[])[][] = [];
  for (const _ of bodies) {
    const poll = await pollFeed(feed({ url: `${url}/feed` }), {
      fetch: door.fetch,
      read: reading.feed,
      now: new Date('2026-03-02T08:30:00Z'),
      bounds: { minMs: MINUTE, maxMs: DAY },
      maxBytes: 100_000,
    });
    keys.push(poll.kind === 'changed' ? poll.articles.map((article) => article.keys) : []);
  }
  return keys;
}

const rss = (...items: string[]) =>
  `<rss><channel><title>Post</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;

test('an identifier means the same wherever a redirect leads', async () => {
  const item = '<title>Bridge shut</title><guid isPermaLink="false">7</guid>';
  const [first, again] = await polled([rss(item), rss(`${item}<description>More.</description>`)]);
  expect(first).toHaveLength(1);
  expect(again).toEqual(first);
});

test('an item without identifier and address is the same while its text counts its readers, another day it is another', async () => {
  const weather = (readers: number, day: number) =>
    `<title>Weather</title><description>Seen by ${readers} people.</description><pubDate>${day} Mar 2026 06:00:00 GMT</pubDate>`;
  const [first, again] = await polled([
    rss(weather(10, 1), weather(10, 2)),
    rss(weather(60, 1), weather(70, 2)),
  ]);
  expect(new Set(first?.flat()).size).toBe(2);
  expect(again).toEqual(first);
});
