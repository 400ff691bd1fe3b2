import type { SafeFetch } from '../ingest/fetch/safe-fetch.ts';
import { pollFeed } from '../ingest/poll-feed.ts';
import type { Reading } from '../ingest/workers/reading.ts';
import { unreadFeed } from '../news/feed.ts';

/** What a feed gave at one try: its own title and how many articles, or why it cannot be read. */
export type Trial =
  | { readonly title: string | null; readonly items: number }
  | { readonly problem: string };

/** Reads a feed as if for the first time and keeps nothing. */
export async function tryFeed(
  url: string,
  by: {
    readonly fetch: SafeFetch;
    readonly reading: Reading;
    readonly now: Date;
    readonly bounds: { readonly minMs: number; readonly maxMs: number };
    readonly maxBytes: number;
  },
): Promise<Trial> {
  const poll = await pollFeed(unreadFeed(url), {
    fetch: by.fetch,
    read: by.reading.feed,
    now: by.now,
    bounds: by.bounds,
    maxBytes: by.maxBytes,
  });
  if (poll.kind === 'changed') {
    return { title: poll.polled.title ?? null, items: poll.articles.length };
  }
  return { problem: poll.polled.problem ?? 'it could not be read' };
}
