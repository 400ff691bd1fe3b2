import { mapConcurrently } from '../lib/concurrency.ts';
import { type Feed, feedName } from '../news/feed.ts';
import { storeTrouble } from '../store/faults.ts';
import { dueFeeds, keepPoll } from '../store/feeds.ts';
import { gather } from './gather.ts';
import { linesByHost } from './lines-by-host.ts';
import { type FeedRead, type ReadFeedDeps, readFeed } from './read-feed.ts';
import { type Intake, inOrder } from './take-in.ts';

export type RefreshDeps = ReadFeedDeps & { readonly intake: Intake; readonly atOnce: number };

/** Something that happened on the way, for a progress line. */
export type Progress =
  | { readonly kind: 'feeds'; readonly done: number; readonly of: number }
  /** `of` grows while feeds are read. */
  | { readonly kind: 'articles'; readonly done: number; readonly of: number };

export type RefreshOptions = {
  readonly signal?: AbortSignal;
  readonly progress?: (at: Progress) => void;
};

export type Refreshed = {
  readonly feeds: number;
  readonly unchanged: number;
  readonly added: number;
  readonly corrected: number;
  /** Feeds that could not be read, with the reason in words. */
  readonly failed: readonly { readonly feed: Feed; readonly problem: string }[];
};

type Read = FeedRead & { readonly feed: Feed };

// As many as the door lets through to a host at a time, see safe-fetch.ts.
const PER_HOST = 2;
// One fsync for this many articles; a crash loses at most their reading, never a stored one.
const BATCH = 32;
// Feeds that end within this moment are taken in together: what an agency sent out goes before its copies. More
// would order more, and let the first wait; and what lies ready lies in memory.
const MOMENT = { ms: 2_000, most: 1_000 };

/**
 * Asks every feed that is due and takes in what is new as the feeds are read, so that a slow one holds back no other.
 * A fault with one (thrown when the others are done) stops no other either; what hinders the store stops all.
 */
export async function refresh(
  deps: RefreshDeps,
  { signal, progress }: RefreshOptions = {},
): Promise<Refreshed> {
  const due = await dueFeeds(deps.db, deps.clock());
  const counts = { unchanged: 0, added: 0, corrected: 0, known: 0 };
  const failed: { feed: Feed; problem: string }[] = [];
  const faults: Error[] = [];
  const hindered = new AbortController();
  const stop = signal ? AbortSignal.any([signal, hindered.signal]) : hindered.signal;
  const done = { feeds: 0, articles: 0, ofArticles: 0 };

  function note(feed: Feed, error: unknown): void {
    faults.push(new Error(`could not refresh ${feedName(feed)}`, { cause: error }));
    if (storeTrouble(error)) hindered.abort();
  }

  /** In the order the articles were published, as far as that is known, so that stories grow as the news did. */
  async function takeIn(reads: readonly Read[]): Promise<void> {
    const sorted = inOrder(reads.flatMap((read) => read.incoming));
    for (let at = 0; at < sorted.length && !stop.aborted; at += BATCH) {
      const outcomes = await deps.intake.takeIn(sorted.slice(at, at + BATCH));
      for (const outcome of outcomes) counts[outcome] += 1;
      done.articles += outcomes.length;
      progress?.({ kind: 'articles', done: done.articles, of: done.ofArticles });
    }
    for (const { feed, kind, polled } of reads) {
      if (stop.aborted) return;
      // Only now: a crash before this asks the feed again, and what is stored already is known.
      await keepPoll(deps.db, feed, polled);
      if (kind === 'unchanged') counts.unchanged += 1;
      if (kind === 'failed' || kind === 'gone') {
        failed.push({ feed, problem: polled.problem ?? 'it could not be read' });
      }
    }
  }

  /** Together if it can be; where that fails each feed alone, so that the others of the moment are not held back. */
  async function takeInEach(reads: readonly Read[]): Promise<void> {
    const [first, ...others] = reads;
    if (!first || stop.aborted) return;
    try {
      await takeIn(reads);
    } catch (error) {
      if (others.length === 0 || storeTrouble(error)) return note(first.feed, error);
      for (const read of reads) await takeInEach([read]);
    }
  }

  const ready = gather(takeInEach, { ...MOMENT, size: (read: Read) => read.incoming.length });
  await mapConcurrently(linesByHost(due, PER_HOST), deps.atOnce, async (line) => {
    for (const feed of line) {
      if (stop.aborted) return;
      try {
        const read = await readFeed(feed, deps, stop);
        done.ofArticles += read.incoming.length;
        if (!stop.aborted) await ready.put({ feed, ...read });
      } catch (error) {
        note(feed, error);
      }
      progress?.({ kind: 'feeds', done: ++done.feeds, of: due.length });
    }
  });
  await ready.finish();
  if (faults[0]) throw faults[0];
  const { unchanged, added, corrected } = counts;
  return { feeds: due.length, unchanged, added, corrected, failed };
}
