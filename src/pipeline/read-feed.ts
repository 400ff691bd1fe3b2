import type { SafeFetch } from '../ingest/fetch/safe-fetch.ts';
import type { PollBounds } from '../ingest/next-poll.ts';
import { type Poll, pollFeed } from '../ingest/poll-feed.ts';
import { type FeedArticle, plausibleDate, withPage } from '../ingest/to-article.ts';
import type { Reading } from '../ingest/workers/reading.ts';
import type { Clock } from '../lib/clock.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import type { Log } from '../lib/log.ts';
import type { Feed, Polled } from '../news/feed.ts';
import { articleByKeys } from '../store/articles.ts';
import { wasForgotten } from '../store/forgotten-keys.ts';
import type { Db } from '../store/schema.ts';
import { PAGE_BUDGET, type PageBudget, startBudget } from './page-budget.ts';
import type { Incoming } from './take-in.ts';
import { rightOver } from './who-may-correct.ts';

export type ReadFeedDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: SafeFetch;
  readonly reading: Reading;
  readonly bounds: PollBounds;
  readonly maxFeedBytes: number;
  readonly maxPageBytes: number;
  readonly readPages: boolean;
  /** Items published longer ago than this are left where they are. */
  readonly maxAgeMs: number;
  readonly pageBudget?: PageBudget;
};

/** What a poll of a feed brought, its pages read. `polled` is kept once `incoming` is stored. */
export type FeedRead = {
  readonly kind: Poll['kind'];
  readonly polled: Polled;
  readonly incoming: readonly Incoming[];
};

// As many as one host is asked at a time, see safe-fetch.ts.
const PAGES_AT_ONCE = 2;

/**
 * Asks a feed and reads the pages of what is new in it, as many as the budget of one poll allows. Where some are left
 * for the next poll, `polled` asks for one soon, and for the whole feed: a 304 would hide them.
 */
export async function readFeed(
  feed: Feed,
  deps: ReadFeedDeps,
  signal?: AbortSignal,
): Promise<FeedRead> {
  const now = deps.clock();
  const poll = await pollFeed(feed, {
    fetch: deps.fetch,
    read: deps.reading.feed,
    now,
    bounds: deps.bounds,
    maxBytes: deps.maxFeedBytes,
    ...(signal && { signal }),
  });
  const { kind, polled } = poll;
  deps.log.debug('feed polled', { feed: feed.id, outcome: kind, problem: polled.problem });
  if (kind !== 'changed') return { kind, polled, incoming: [] };

  const wanted = await newIn(feed, poll.articles, deps, now);
  const mayRead = startBudget(deps.pageBudget ?? PAGE_BUDGET, () => performance.now());
  const read = await mapConcurrently(wanted, PAGES_AT_ONCE, async (item) => {
    const page = item.whole || !deps.readPages ? null : item.link;
    if (signal?.aborted || (page !== null && !mayRead())) return undefined;
    const article = page === null ? item : await readPage(item, page, deps, signal);
    const publishedAt = plausibleDate(item.draft.publishedAt, now);
    return incomingOf({ ...article, draft: { ...article.draft, publishedAt } }, feed, deps);
  });
  const incoming = read.filter((one) => one !== undefined);
  const left = wanted.length - incoming.length;
  if (left > 0) deps.log.debug('pages left for the next poll', { feed: feed.id, left });
  return { kind, polled: left > 0 ? unfinished(polled, now, deps.bounds) : polled, incoming };
}

/** The items that are not held as they stand, those never seen first: a change can wait longer than news. */
async function newIn(
  feed: Feed,
  items: readonly FeedArticle[],
  deps: ReadFeedDeps,
  now: Date,
): Promise<FeedArticle[]> {
  const unseen: FeedArticle[] = [];
  const changed: FeedArticle[] = [];
  for (const item of items) {
    const publishedAt = plausibleDate(item.draft.publishedAt, now);
    if (publishedAt && now.getTime() - publishedAt.getTime() > deps.maxAgeMs) continue;
    const held = await articleByKeys(deps.db, feed.tenant, item.keys);
    if (!held) {
      // The door would turn an old one away, and its page would be read for nothing at every poll.
      const known = { keys: item.keys, title: item.draft.title, now };
      const isOld = publishedAt === null && (await wasForgotten(deps.db, feed.tenant, known));
      if (!isOld) unseen.push(item);
    } else if (held.itemHash !== item.itemHash) {
      const right = await rightOver(deps.db, feed.tenant, held, feed.id);
      if (right !== 'nothing') changed.push(item);
    }
  }
  return [...unseen, ...changed];
}

/** The item with the text of its page; as it is where the page cannot be had. */
async function readPage(
  item: FeedArticle,
  url: string,
  deps: ReadFeedDeps,
  signal?: AbortSignal,
): Promise<FeedArticle> {
  const fetched = await deps.fetch({
    url,
    accept: ['text/html', 'application/xhtml+xml'],
    maxBytes: deps.maxPageBytes,
    ...(signal && { signal }),
  });
  if (fetched.kind !== 'ok') {
    deps.log.debug('page not read', {
      reason: fetched.kind === 'failed' ? fetched.reason : fetched.kind,
    });
    return item;
  }
  const contentType = fetched.headers['content-type'] ?? null;
  const page = await deps.reading.page(fetched.body, { url: fetched.url, contentType });
  return page ? withPage(item, page) : item;
}

async function incomingOf(
  { draft, keys, itemHash }: FeedArticle,
  feed: Feed,
  { reading }: ReadFeedDeps,
): Promise<Incoming> {
  const language = draft.language ?? (await reading.language(draft.text));
  return { draft: { ...draft, language }, tenant: feed.tenant, feedId: feed.id, keys, itemHash };
}

/** Kept of a poll that left something unread: the next one comes soon and is given the whole feed. */
function unfinished(polled: Polled, now: Date, bounds: PollBounds): Polled {
  const soon = Math.min(polled.nextPollAt.getTime(), now.getTime() + bounds.minMs);
  return {
    ...polled,
    validators: { etag: null, lastModified: null },
    bodyHash: null,
    nextPollAt: new Date(soon),
  };
}
