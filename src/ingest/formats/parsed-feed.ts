/**
 * A feed as published, in the shape that `crier inspect feed` prints. Times are ISO 8601 UTC; addresses are absolute
 * http(s), but for relative ones in a feed whose own address is not known: those stay as they are written.
 */
export type ParsedFeed = {
  readonly title: string | null;
  readonly description: string | null;
  readonly link: string | null;
  /** As declared ("en-us"). */
  readonly language: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly items: readonly FeedItem[];
  /** What the publisher says of polling; not part of `inspect feed`. */
  readonly polling: PollingHints;
};

export type FeedItem = {
  /** What the publisher calls it, else null: not always unique, not always an address. */
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly author: string | null;
  /** As published, mostly HTML, entities decoded once. */
  readonly summary: string | null;
  /** As published, mostly HTML, entities decoded once; null where the feed carries summaries only. */
  readonly content: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly Enclosure[];
  readonly comments: string | null;
};

export type Enclosure = {
  readonly url: string;
  readonly type: string | null;
  /** In bytes. */
  readonly length: number | null;
};

export type PollingHints = {
  readonly ttlMinutes: number | null;
  /** Hours of the day in UTC (0–23) without news. */
  readonly skipHours: readonly number[];
  /** Lower-case English weekdays without news. */
  readonly skipDays: readonly string[];
  /** WebSub hub that pushes changes of `self`. */
  readonly hub: string | null;
  readonly self: string | null;
};

export const NO_POLLING_HINTS: PollingHints = {
  ttlMinutes: null,
  skipHours: [],
  skipDays: [],
  hub: null,
  self: null,
};

/** More items than any newsroom publishes between two polls; what comes after them is left out. */
export const MAX_ITEMS = 5_000;
