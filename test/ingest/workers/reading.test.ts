import { expect, onTestFinished, test } from 'vitest';
import { createReading } from '../../../src/ingest/workers/reading.ts';

test('a page in the place of a feed is told with the feed it names, without control characters', async () => {
  const reading = createReading();
  onTestFinished(() => reading.close());
  const page = `<!doctype html><html><head><title>Post</title>
    <link rel="alternate" type="application/rss+xml" href="https://post.example/\u009b31mfeed"></head>
    <body><p>Hello</p></body></html>`;
  const read = await reading.feed(new TextEncoder().encode(page), {
    feed: 'https://post.example/',
    url: 'https://post.example/',
    contentType: 'text/html; charset=utf-8',
    outlet: null,
    language: null,
  });
  expect(read).toEqual({
    problem:
      'the address gave a web page, not a feed; the page names a feed: https://post.example/31mfeed',
  });
});
