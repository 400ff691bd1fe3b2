import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createSafeFetch } from '../../src/ingest/fetch/safe-fetch.ts';
import { pollFeed, type ReadFeed } from '../../src/ingest/poll-feed.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import type { Feed } from '../../src/news/feed.ts';
import { feed as aFeed } from '../support/build.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const BOUNDS = { minMs: 15 * MINUTE, maxMs: DAY };

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const it of opened.splice(0)) await it.close();
});

type Answer = { status?: number; headers?: Record<string, string>; body?: string };

/** A publisher that gives its answers in turn (the last one for ever) and notes what it was asked with. */
async function publisher(...answers: Answer[]) {
  const asked: Record<string, string | string[] | undefined>[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/xml', ...answer.headers });
    response.end(answer.body ?? '<rss/>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = createSafeFetch({ userAgent: 'test', timeoutMs: 1_000, ownOrigins: [url] });
  opened.push(door, { close: () => server.close() });
  const read: ReadFeed = async (body) => {
    const text = Buffer.from(body).toString();
    if (!text.includes('<rss')) return { problem: 'it is a web page, not a feed' };
    return {
      feed: {
        title: text.slice(0, 20),
        language: 'en',
        link: null,
        polling: { ttlMinutes: null, skipHours: [], skipDays: [], hub: null, self: null },
      },
      articles: [],
    };
  };
  const poll = (feed: Feed, now = NOW) =>
    pollFeed(feed, { fetch: door.fetch, read, now, bounds: BOUNDS, maxBytes: 1_000 });
  return { poll, asked, feed: aFeed({ url: `${url}/feed` }) };
}

const polledAgain = (feed: Feed, poll: { polled: Partial<Feed['poll']> }): Feed => ({
  ...feed,
  poll: { ...feed.poll, ...poll.polled },
});

describe('asking again', () => {
  test('gives the validators back byte for byte, and 304 is unchanged', async () => {
    const etag = 'W/"odd  one"';
    const { poll, asked, feed } = await publisher(
      { headers: { etag, 'last-modified': 'yesterday-ish' } },
      { status: 304 },
    );
    const first = await poll(feed);
    expect(first.kind).toBe('changed');
    const second = await poll(polledAgain(feed, first));
    expect(second.kind).toBe('unchanged');
    expect(asked[1]).toMatchObject({ 'if-none-match': etag, 'if-modified-since': 'yesterday-ish' });
    expect(second.polled.validators).toEqual(first.polled.validators);
  });

  test('the same body without validators is unchanged too', async () => {
    const { poll, feed } = await publisher({ body: '<rss>same</rss>' });
    const first = await poll(feed);
    expect((await poll(polledAgain(feed, first))).kind).toBe('unchanged');
  });

  test('after eight days it asks without a condition', async () => {
    const { poll, asked, feed } = await publisher({ headers: { etag: '"x"' } }, { status: 304 });
    const first = polledAgain(feed, await poll(feed));
    await poll(first, new Date(NOW.getTime() + 7 * DAY));
    await poll(first, new Date(NOW.getTime() + 9 * DAY));
    expect(asked.map((headers) => headers['if-none-match'])).toEqual([undefined, '"x"', undefined]);
  });
});

describe('a feed that cannot be read', () => {
  test.each([
    [{ status: 404 }, 'there is nothing at this address (404)'],
    [{ status: 403 }, 'it refuses us (403)'],
    [
      { status: 403, headers: { 'cf-mitigated': 'challenge' } },
      'the site keeps bots out (Cloudflare challenge)',
    ],
    [{ status: 500 }, 'its server has a fault (500)'],
    [{ status: 418 }, 'its server answered 418'],
    [{ body: '<html>hello' }, 'it is a web page, not a feed'],
    [{ body: `<rss>${'x'.repeat(2_000)}` }, 'it is over 1000 bytes'],
    [{ headers: { 'content-type': 'image/png' } }, 'it is image/png'],
  ])('%j is told in words and asked later', async (answer, problem) => {
    const { poll, feed } = await publisher(answer);
    const result = await poll(feed);
    expect(result.kind).toBe('failed');
    expect(result.polled).toMatchObject({ problem, failures: 1, status: 'active', okAt: null });
    expect(result.polled.nextPollAt).toEqual(new Date(NOW.getTime() + 15 * MINUTE));
  });

  test('keeps what it had, and a good answer later forgets the failures', async () => {
    const { poll, feed } = await publisher(
      { headers: { etag: '"a"' } },
      { status: 500 },
      { status: 304 },
    );
    const good = polledAgain(feed, await poll(feed));
    const bad = polledAgain(good, await poll(good));
    expect(bad.poll).toMatchObject({ failures: 1, validators: { etag: '"a"' }, okAt: NOW });
    expect((await poll(bad)).polled).toMatchObject({ failures: 0, problem: null });
  });

  test('Retry-After is waited for', async () => {
    const { poll, feed } = await publisher({ status: 429, headers: { 'retry-after': '7200' } });
    expect((await poll(feed)).polled.nextPollAt).toEqual(new Date(NOW.getTime() + 2 * HOUR));
  });

  test('410 ends it', async () => {
    const { poll, feed } = await publisher({ status: 410 });
    expect(await poll(feed)).toMatchObject({ kind: 'gone', polled: { status: 'gone' } });
  });
});
