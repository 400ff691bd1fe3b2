import type { SafeFetch } from '../ingest/fetch/safe-fetch.ts';
import type { PollBounds } from '../ingest/next-poll.ts';
import { type Poll, pollFeed } from '../ingest/poll-feed.ts';
import { type FeedArticle, plausibleDate, withPage } from '../ingest/to-article.ts';
import type { Reading } from '../ingest/workers/reading.ts';
import type { Clock } from '../lib/clock.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import type { Log } from '../lib/log.ts';
import type { Feed } from '../news/feed.ts';
import { articleByKeys } from '../store/articles.ts';
import { dueFeeds, keepPoll } from '../store/feeds.ts';
import type { Db } from '../store/schema.ts';
import { type Incoming, type Intake, inOrder } from './take-in.ts';

export type RefreshDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: SafeFetch;
  readonly reading: Reading;
  readonly intake: Intake;
  readonly atOnce: number;
  readonly bounds: PollBounds;
  readonly maxFeedBytes: number;
  readonly maxPageBytes: number;
  readonly readPages: boolean;
  /** Items published longer ago than this are left where they are. */
  readonly maxAgeMs: number;
};

/** Something that happened on the way, for a progress line. */
export type Progress =
  | { readonly kind: 'feeds'; readonly done: number; readonly of: number }
  | { readonly kind: 'articles'; readonly done: number; readonly of: number };

export type Refreshed = {
  readonly feeds: number;
  readonly unchanged: number;
  readonly added: number;
  readonly corrected: number;
  /** Feeds that could not be read, with the reason in words. */
  readonly failed: readonly { readonly feed: Feed; readonly problem: string }[];
};

type Polled = { readonly feed: Feed; readonly poll: Poll; readonly incoming: readonly Incoming[] };

// Feeds are taken in groups so that the articles of a first sweep of thousands of feeds do not lie in memory at once.
const GROUP = 200;
// One fsync for this many articles; a crash loses at most their reading, never a stored one.
const BATCH = 32;

/** Asks every feed that is due and takes in what is new; one that fails stops no other. */
export async function refresh(
  deps: RefreshDeps,
  options: { readonly signal?: AbortSignal; readonly progress?: (at: Progress) => void } = {},
): Promise<Refreshed> {
  const due = await dueFeeds(deps.db, deps.clock());
  const sum = { feeds: due.length, unchanged: 0, added: 0, corrected: 0 };
  const failed: { feed: Feed; problem: string }[] = [];
  let done = 0;
  for (let at = 0; at < due.length && !options.signal?.aborted; at += GROUP) {
    const polls = await mapConcurrently(due.slice(at, at + GROUP), deps.atOnce, async (feed) => {
      const polled = await pollOne(feed, deps, options.signal);
      options.progress?.({ kind: 'feeds', done: ++done, of: due.length });
      return polled;
    });
    const outcomes = await takeInAll(
      polls.flatMap((polled) => polled.incoming),
      deps,
      options,
    );
    sum.added += outcomes.added;
    sum.corrected += outcomes.corrected;
    for (const { feed, poll } of polls) {
      if (options.signal?.aborted) break;
      // Only now: a crash before this asks the feed again, and what is stored already is known.
      await keepPoll(deps.db, feed, poll.polled);
      if (poll.kind === 'unchanged') sum.unchanged += 1;
      if (poll.kind === 'failed' || poll.kind === 'gone') {
        failed.push({ feed, problem: poll.polled.problem ?? 'it could not be read' });
      }
    }
  }
  return { ...sum, failed };
}

async function pollOne(feed: Feed, deps: RefreshDeps, signal?: AbortSignal): Promise<Polled> {
  const now = deps.clock();
  const poll = await pollFeed(feed, {
    fetch: deps.fetch,
    read: deps.reading.feed,
    now,
    bounds: deps.bounds,
    maxBytes: deps.maxFeedBytes,
    ...(signal && { signal }),
  });
  deps.log.debug('feed polled', {
    feed: feed.id,
    outcome: poll.kind,
    problem: poll.polled.problem,
  });
  if (poll.kind !== 'changed') return { feed, poll, incoming: [] };
  const incoming: Incoming[] = [];
  for (const item of poll.articles) {
    if (signal?.aborted) break;
    const publishedAt = plausibleDate(item.draft.publishedAt, now);
    if (publishedAt && now.getTime() - publishedAt.getTime() > deps.maxAgeMs) continue;
    const held = await articleByKeys(deps.db, feed.tenant, item.keys);
    if (held?.itemHash === item.itemHash) continue;
    const article = await complete(item, deps, signal);
    const language = article.draft.language ?? (await deps.reading.language(article.draft.text));
    incoming.push({
      draft: { ...article.draft, publishedAt, language },
      tenant: feed.tenant,
      feedId: feed.id,
      keys: article.keys,
      itemHash: item.itemHash,
    });
  }
  return { feed, poll, incoming };
}

/** The item with the text of its page where the feed has only a summary; as it is where the page cannot be had. */
async function complete(
  item: FeedArticle,
  deps: RefreshDeps,
  signal?: AbortSignal,
): Promise<FeedArticle> {
  if (item.whole || !deps.readPages || item.link === null) return item;
  const fetched = await deps.fetch({
    url: item.link,
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

/** In the order the articles were published, as far as that is known, so that stories grow as the news did. */
async function takeInAll(
  incoming: readonly Incoming[],
  deps: RefreshDeps,
  options: { readonly signal?: AbortSignal; readonly progress?: (at: Progress) => void },
): Promise<{ added: number; corrected: number }> {
  const sorted = inOrder(incoming);
  const sum = { added: 0, corrected: 0 };
  for (let at = 0; at < sorted.length && !options.signal?.aborted; at += BATCH) {
    const outcomes = await deps.intake.takeIn(sorted.slice(at, at + BATCH));
    sum.added += outcomes.filter((outcome) => outcome === 'added').length;
    sum.corrected += outcomes.filter((outcome) => outcome === 'corrected').length;
    options.progress?.({
      kind: 'articles',
      done: Math.min(at + BATCH, sorted.length),
      of: sorted.length,
    });
  }
  return sum;
}
