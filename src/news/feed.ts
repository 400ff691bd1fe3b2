import { EVERYBODY, type TenantId } from './tenant.ts';

export type FeedId = number;

/** What the publisher gave to ask "has it changed?" with, byte for byte as it came. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export type Feed = {
  readonly id: FeedId;
  /** Who may see what comes of it: everybody, or the one tenant that added it. */
  readonly tenant: TenantId;
  readonly url: string;
  /** The name its articles are shown under: the operator's word, else the feed's own title. */
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly siteUrl: string | null;
  readonly origin: 'config' | 'added' | 'sample';
  /** `gone`: the publisher said 410. `off`: taken out. Neither is fetched again. */
  readonly status: 'active' | 'gone' | 'off';
  readonly poll: PollState;
};

export type PollState = {
  readonly validators: Validators;
  /** Hash of the last body that was read whole: the same one again needs no parsing. */
  readonly bodyHash: string | null;
  /** When the feed was last fetched without asking "has it changed?": some servers answer 304 for ever. */
  readonly validatedAt: Date | null;
  readonly intervalMs: number | null;
  readonly nextPollAt: Date;
  readonly polledAt: Date | null;
  readonly okAt: Date | null;
  /** Polls in a row that failed. */
  readonly failures: number;
  /** What went wrong at the last poll, in words for the operator; null when it went well. */
  readonly problem: string | null;
};

/** What a poll learned of a feed: its new state, and what it says of itself where it was read. */
export type Polled = PollState &
  Pick<Feed, 'status'> &
  Partial<Pick<Feed, 'url' | 'title' | 'language' | 'siteUrl'>>;

/** The name a feed's articles are shown under. */
export function outletOf(feed: Pick<Feed, 'outlet' | 'title'>): string | null {
  return feed.outlet ?? feed.title;
}

/** What a feed is called where people read of it; never its whole address, which may be a secret. */
export function feedName(feed: Pick<Feed, 'outlet' | 'title' | 'url'>): string {
  const host = URL.canParse(feed.url) ? new URL(feed.url).hostname.replace(/^www\./, '') : null;
  return outletOf(feed) ?? host ?? 'a feed without a name';
}

/** A feed that was never asked, of nobody's store yet. */
export function unreadFeed(url: string): Feed {
  return {
    id: 0,
    tenant: EVERYBODY,
    url,
    outlet: null,
    title: null,
    language: null,
    siteUrl: null,
    origin: 'added',
    status: 'active',
    poll: {
      validators: { etag: null, lastModified: null },
      bodyHash: null,
      validatedAt: null,
      intervalMs: null,
      nextPollAt: new Date(0),
      polledAt: null,
      okAt: null,
      failures: 0,
      problem: null,
    },
  };
}
