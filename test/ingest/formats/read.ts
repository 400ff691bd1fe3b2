import { type FeedReading, parseFeed } from '../../../src/ingest/formats/index.ts';
import type { FeedItem, ParsedFeed } from '../../../src/ingest/formats/parsed-feed.ts';

const URL_OF_FEED = 'https://news.example/feeds/all.xml';

export function reading(body: string, url: string | null = URL_OF_FEED): FeedReading {
  return parseFeed(body, { url, contentType: null });
}

/** The feed in a body that is one. */
export function feedIn(body: string, url: string | null = URL_OF_FEED): ParsedFeed {
  const read = reading(body, url);
  if (read.kind !== 'feed') throw new Error(`not a feed: ${read.reason}`);
  return read.feed;
}

/** The items of an RSS channel with these elements. */
export function rssItems(items: string, channel = ''): readonly FeedItem[] {
  return feedIn(`<rss version="2.0"><channel><title>T</title>${channel}${items}</channel></rss>`)
    .items;
}

/** The only item of an RSS channel. */
export function rssItem(elements: string, channel = ''): FeedItem {
  const [item] = rssItems(`<item>${elements}</item>`, channel);
  if (!item) throw new Error('no item');
  return item;
}

/** The only entry of an Atom feed. */
export function atomEntry(elements: string, feed = ''): FeedItem {
  const [entry] = feedIn(
    `<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry>${elements}</entry></feed>`,
  ).items;
  if (!entry) throw new Error('no entry');
  return entry;
}
