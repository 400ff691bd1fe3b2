import { afterEach, describe, expect, test } from 'vitest';
import { createParsers, type Parsers, problemOf } from '../../../src/ingest/workers/parsers.ts';
import { createReading } from '../../../src/ingest/workers/reading.ts';
import { ARTICLE, PARAGRAPHS, page } from '../pages/page.ts';

const open: { close(): Promise<void> }[] = [];
const parsers = (options: Parameters<typeof createParsers>[0] = {}): Parsers => {
  const made = createParsers({ threads: 1, timeoutMs: 20_000, ...options });
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const bytes = (text: string) => new TextEncoder().encode(text);
const body = (text: string) => ({
  body: bytes(text),
  url: 'https://post.example/',
  contentType: null,
});
const FEED = `<rss><channel><title>Post</title><language>en</language><item><title>Bridge shut</title><link>/1</link><description>${ARTICLE.replaceAll('<', '&lt;')}</description></item></channel></rss>`;
// Tables in tables keep the extractors busy for many seconds.
const SLOW_PAGE = `${'<table><tr><td>'.repeat(1_000)}a, b`.repeat(300);
// Millions of elements.
const BIG_FEED = `<rss><channel><item>${'<a/>'.repeat(2_500_000)}`;

describe('parsers', () => {
  test('read feeds, pages and languages in a thread', async () => {
    const { feed, page: readPage, language } = parsers();
    expect(await feed(body(FEED))).toMatchObject({
      kind: 'done',
      value: { kind: 'feed', format: 'rss', feed: { title: 'Post' } },
    });
    expect(await readPage(body(page()))).toMatchObject({
      kind: 'done',
      value: { title: 'Bridge to stay closed', text: PARAGRAPHS.join('\n\n') },
    });
    expect(await readPage(body(`<article>${ARTICLE}</article>`))).toMatchObject({
      value: { language: 'en' },
    });
    expect(await language(PARAGRAPHS[0])).toEqual({ kind: 'done', value: 'en' });
  });

  test('a job over its time is stopped and the next is answered', async () => {
    const { page: readPage } = parsers({ timeoutMs: 300 });
    const [slow, next] = await Promise.all([
      readPage(body(SLOW_PAGE)),
      parsers().page(body(page())),
    ]);
    expect(slow).toEqual({ kind: 'too-slow' });
    expect(next.kind).toBe('done');
  });

  test('jobs behind one that is stopped are done by a new thread', async () => {
    const { page: readPage, feed } = parsers({ timeoutMs: 1_500 });
    const results = await Promise.all([
      readPage(body(SLOW_PAGE)),
      feed(body(FEED)),
      feed(body(FEED)),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['too-slow', 'done', 'done']);
  });

  test('a job over its heap is stopped and the next is answered', async () => {
    const { feed } = parsers({ heapMb: 48 });
    const [big, next] = await Promise.all([feed(body(BIG_FEED)), feed(body(FEED))]);
    expect(big).toEqual({ kind: 'too-big' });
    expect(next.kind).toBe('done');
  });

  test('a body larger than any feed is not even looked at', async () => {
    expect(
      await parsers().feed({
        body: new Uint8Array(17 * 1_024 * 1_024),
        url: null,
        contentType: null,
      }),
    ).toEqual({ kind: 'too-big' });
  });

  test('more waiting than allowed is refused at once', async () => {
    const { feed } = parsers({ maxWaiting: 1 });
    const results = await Promise.all([feed(body(FEED)), feed(body(FEED)), feed(body(FEED))]);
    expect(results.map(({ kind }) => kind)).toEqual(['done', 'done', 'busy']);
  });

  test('closing ends what is under way and what comes after', async () => {
    const made = parsers();
    const running = made.page(body(SLOW_PAGE));
    await made.close();
    expect((await running).kind).toBe('failed');
    expect((await made.feed(body(FEED))).kind).toBe('failed');
  });

  test('the main loop turns while a thread is busy', async () => {
    const { page: readPage } = parsers({ timeoutMs: 1_000 });
    let turns = 0;
    const turning = setInterval(() => turns++, 10);
    await readPage(body(SLOW_PAGE));
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
  });

  test('every ending has words', () => {
    expect(
      [
        { kind: 'too-slow' },
        { kind: 'too-big' },
        { kind: 'busy' },
        { kind: 'failed', reason: 'x' },
      ].map((one) => problemOf(one as Parameters<typeof problemOf>[0])),
    ).not.toContain('');
  });
});

describe('reading', () => {
  const about = {
    feed: 'https://post.example/rss',
    url: 'https://post.example/rss',
    contentType: null,
    outlet: 'The Alm Courier',
    language: null,
  };

  test('a feed becomes articles under the operator’s name for it', async () => {
    const { feed } = createReading(parsers());
    expect(await feed(bytes(FEED), about)).toMatchObject({
      feed: { title: 'Post' },
      articles: [
        {
          draft: {
            title: 'Bridge shut',
            outlet: 'The Alm Courier',
            language: 'en',
            text: PARAGRAPHS.join('\n\n'),
          },
        },
      ],
    });
  });

  test('a page in a feed’s place is a problem that names the page’s feed', async () => {
    const { feed } = createReading(parsers());
    const read = await feed(
      bytes(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
      ),
      about,
    );
    expect(read).toEqual({
      problem:
        'the address gave a web page, not a feed; the page names a feed: https://post.example/rss',
    });
  });

  test('a page is a draft under the address it gives itself, one without a text is none', async () => {
    const { page: readPage } = createReading(parsers());
    const at = { url: 'https://post.example/bridge?utm=1', contentType: 'text/html' };
    expect(
      await readPage(bytes(page({ head: '<link rel="canonical" href="/bridge">' })), at),
    ).toMatchObject({ url: 'https://post.example/bridge', title: 'Bridge to stay closed' });
    expect(await readPage(bytes('<p></p>'), at)).toBeUndefined();
  });

  test('what cannot be read in time is a problem in words', async () => {
    const { feed } = createReading(parsers({ heapMb: 48 }));
    expect(await feed(bytes(BIG_FEED), about)).toEqual({
      problem: 'could not be read: reading it took too much memory',
    });
  });
});
