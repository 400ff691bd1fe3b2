import type { Outlet } from '../newsroom.ts';
import type { Printed } from '../print.ts';

/** What a feed is written from. All addresses are absolute. */
export type FeedPage = {
  readonly outlet: Outlet;
  readonly feedUrl: string;
  readonly homeUrl: string;
  readonly items: readonly FeedItem[];
  /** The latest change of any item; null while there are none. */
  readonly updatedAt: Date | null;
};

export type FeedItem = Printed & {
  readonly url: string;
  /** The whole article in HTML, for outlets that publish it in the feed. */
  readonly html: string;
};
