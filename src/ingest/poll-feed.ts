import { DAY } from '../lib/clock.ts';
import { hashOf } from '../lib/hash.ts';
import type { Feed, Polled } from '../news/feed.ts';
import type { Fetched, Headers, SafeFetch } from './fetch/safe-fetch.ts';
import type { ParsedFeed } from './formats/parsed-feed.ts';
import {
  intervalAfterFailure,
  intervalAfterSuccess,
  type PollBounds,
  retryAfterMs,
} from './next-poll.ts';
import type { FeedArticle } from './to-article.ts';

/** What a poll brought. `polled` is kept once what it brought is stored. */
export type Poll = { readonly polled: Polled } & (
  | { readonly kind: 'changed'; readonly articles: readonly FeedArticle[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'gone' }
);

export type FeedFacts = Pick<ParsedFeed, 'title' | 'language' | 'link' | 'polling'>;

/** Reads a feed's body, away from the main loop; a body that is none is a problem in words for the operator. */
export type ReadFeed = (
  body: Uint8Array,
  about: {
    /** The address the feed is followed at; redirects may give another `url` each time. */
    readonly feed: string;
    readonly url: string;
    readonly contentType: string | null;
    readonly outlet: string | null;
    readonly language: string | null;
  },
) => Promise<
  | { readonly feed: FeedFacts; readonly articles: readonly FeedArticle[] }
  | { readonly problem: string }
>;

export type PollDeps = {
  readonly fetch: SafeFetch;
  readonly read: ReadFeed;
  readonly now: Date;
  readonly bounds: PollBounds;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
};

export const FEED_TYPES = ['application/', 'text/'] as const;

// Some servers answer 304 for ever after a mistake of theirs; asking without a condition now and then finds out.
const UNCONDITIONAL_AFTER = 8 * DAY;

/** Asks a feed whether it has changed and reads it if so. Never throws for what the publisher does. */
export async function pollFeed(feed: Feed, deps: PollDeps): Promise<Poll> {
  const fetched = await deps.fetch({
    url: feed.url,
    accept: FEED_TYPES,
    headers: conditions(feed, deps.now),
    maxBytes: deps.maxBytes,
    ...(deps.signal && { signal: deps.signal }),
  });
  switch (fetched.kind) {
    case 'unchanged':
      return unchanged(feed, fetched.headers, deps);
    case 'failed':
      return failed(feed, fetched.reason, deps);
    case 'status':
      return refused(feed, fetched, deps);
    case 'ok':
      return readBody(feed, fetched, deps);
  }
}

function conditions(feed: Feed, now: Date): Record<string, string> {
  const { validators, validatedAt } = feed.poll;
  const since = validatedAt ? now.getTime() - validatedAt.getTime() : Number.POSITIVE_INFINITY;
  if (since > UNCONDITIONAL_AFTER) return {};
  return {
    ...(validators.etag !== null && { 'if-none-match': validators.etag }),
    ...(validators.lastModified !== null && { 'if-modified-since': validators.lastModified }),
  };
}

async function readBody(
  feed: Feed,
  fetched: Extract<Fetched, { kind: 'ok' }>,
  deps: PollDeps,
): Promise<Poll> {
  const bodyHash = hashOf(fetched.body);
  const validators = {
    etag: fetched.headers.etag ?? null,
    lastModified: fetched.headers['last-modified'] ?? null,
  };
  const seen = { validators, validatedAt: deps.now, bodyHash };
  if (bodyHash === feed.poll.bodyHash) {
    return {
      kind: 'unchanged',
      polled: { ...wentWell(feed, deps, waitAfter(feed, deps)), ...seen },
    };
  }
  const contentType = fetched.headers['content-type'] ?? null;
  const read = await deps.read(fetched.body, {
    feed: feed.url,
    url: fetched.url,
    contentType,
    outlet: feed.outlet,
    language: feed.language,
  });
  if ('problem' in read) return failed(feed, read.problem, deps);
  const interval = intervalAfterSuccess(
    {
      published: read.articles.flatMap(({ draft }) => draft.publishedAt ?? []),
      now: deps.now,
      ttlMinutes: read.feed.polling.ttlMinutes,
      headers: fetched.headers,
    },
    deps.bounds,
  );
  const polled: Polled = {
    ...wentWell(feed, deps, interval),
    ...seen,
    title: read.feed.title ?? feed.title,
    language: feed.language ?? read.feed.language,
    siteUrl: read.feed.link ?? feed.siteUrl,
  };
  return { kind: 'changed', articles: read.articles, polled };
}

function unchanged(feed: Feed, headers: Headers, deps: PollDeps): Poll {
  const wait = waitAfter(feed, deps, headers);
  return { kind: 'unchanged', polled: wentWell(feed, deps, wait) };
}

/** Nothing new: the pace found when the feed was last read, slowed to what the headers ask for. */
function waitAfter(feed: Feed, deps: PollDeps, headers: Headers = {}): number {
  const asked = intervalAfterSuccess(
    { published: [deps.now], now: deps.now, headers },
    deps.bounds,
  );
  return Math.max(asked, feed.poll.intervalMs ?? 0);
}

function wentWell(feed: Feed, { now }: PollDeps, interval: number): Polled {
  return {
    ...feed.poll,
    status: 'active',
    intervalMs: interval,
    nextPollAt: new Date(now.getTime() + interval),
    polledAt: now,
    okAt: now,
    failures: 0,
    problem: null,
  };
}

function failed(feed: Feed, problem: string, deps: PollDeps, retryMs = 0): Poll {
  const failures = feed.poll.failures + 1;
  const wait = Math.max(intervalAfterFailure(failures, deps.bounds), retryMs);
  return {
    kind: 'failed',
    polled: {
      ...feed.poll,
      status: feed.status,
      nextPollAt: new Date(deps.now.getTime() + wait),
      polledAt: deps.now,
      failures,
      problem,
    },
  };
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: 'it wants a password (401)',
  403: 'it refuses us (403)',
  404: 'there is nothing at this address (404)',
  429: 'it asks us to come less often (429)',
  500: 'its server has a fault (500)',
  502: 'its server has a fault (502)',
  503: 'its server is overloaded or closed (503)',
};

function refused(feed: Feed, fetched: Extract<Fetched, { kind: 'status' }>, deps: PollDeps): Poll {
  if (fetched.status === 410) {
    const { polled } = failed(feed, 'the publisher took it down for good (410)', deps);
    return { kind: 'gone', polled: { ...polled, status: 'gone' } };
  }
  const challenged = fetched.headers['cf-mitigated'] !== undefined;
  const words = STATUS_WORDS[fetched.status] ?? `its server answered ${fetched.status}`;
  const problem = challenged ? 'the site keeps bots out (Cloudflare challenge)' : words;
  return failed(feed, problem, deps, retryAfterMs(fetched.headers['retry-after'], deps.now));
}
