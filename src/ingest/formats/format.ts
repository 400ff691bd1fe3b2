import type { ParsedFeed } from './parsed-feed.ts';
import type { XmlElement } from './xml-tree.ts';

/** What a body turned out to be made of; a format reads one of the two. */
export type FeedSource =
  | { readonly kind: 'xml'; readonly root: XmlElement; readonly url: string | null }
  | { readonly kind: 'json'; readonly value: unknown; readonly url: string | null };

/** One feed format. A new one is a file beside these and a line in index.ts. */
export type Format = {
  readonly name: string;
  /** The feed, or null where the source is not of this format. Never throws. */
  readonly read: (source: FeedSource) => ParsedFeed | null;
};
