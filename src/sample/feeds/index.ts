import type { Outlet } from '../newsroom.ts';
import { writeAtom } from './atom.ts';
import type { FeedPage } from './feed-page.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRdf } from './rdf.ts';
import { writeRss } from './rss.ts';

type FeedKind = {
  readonly file: string;
  readonly type: string;
  readonly write: (page: FeedPage) => string;
};

/** How each format is written, under which name its file is served, and as what. */
export const FEED_KINDS: Readonly<Record<Outlet['format'], FeedKind>> = {
  rss: { file: 'feed.xml', type: 'application/rss+xml', write: writeRss },
  atom: { file: 'feed.atom', type: 'application/atom+xml', write: writeAtom },
  rdf: { file: 'feed.rdf', type: 'application/rdf+xml', write: writeRdf },
  json: { file: 'feed.json', type: 'application/feed+json', write: writeJsonFeed },
};
