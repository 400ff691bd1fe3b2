import type { Feed } from '../news/feed.ts';

/**
 * Shares feeds out among lines that are worked through one feed after the other, at most `perHost` lines for the feeds
 * of one host: a slow publisher with a hundred feeds keeps that many lines waiting and no more. Feeds keep their order
 * in a line, and lines that of their first feeds.
 */
export function linesByHost<T extends Pick<Feed, 'url'>>(
  feeds: readonly T[],
  perHost: number,
): T[][] {
  const hosts = new Map<string, { readonly lines: T[][]; feeds: number }>();
  const all: T[][] = [];
  for (const feed of feeds) {
    const name = URL.canParse(feed.url) ? new URL(feed.url).host : feed.url;
    const host = hosts.get(name) ?? { lines: [], feeds: 0 };
    hosts.set(name, host);
    const open = host.lines[host.feeds % perHost];
    host.feeds += 1;
    if (open) open.push(feed);
    else {
      const line = [feed];
      host.lines.push(line);
      all.push(line);
    }
  }
  return all;
}
