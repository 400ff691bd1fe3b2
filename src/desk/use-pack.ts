import { mapConcurrently } from '../lib/concurrency.ts';
import type { FeedId } from '../news/feed.ts';
import type { Pack } from '../news/pack.ts';
import type { TenantId } from '../news/tenant.ts';
import { addFeed, feedsOf } from '../store/feeds.ts';
import type { Db } from '../store/schema.ts';

const AT_ONCE = 4;

/** Somebody waits for the answer. Shorter, and slow publishers are left out; longer, and people think it hangs. */
const LONGEST_MS = 40_000;

export type UsedPack = {
  /** The feeds of the pack that the tenant now reads, in the pack's order, those it read before among them. */
  readonly feeds: readonly FeedId[];
  /** Their names. */
  readonly used: readonly string[];
  readonly skipped: readonly { readonly name: string; readonly problem: string }[];
};

type Trial = { readonly items: number } | { readonly problem: string };

/**
 * Reads every feed of a pack once and makes those that work the tenant's own; a feed that the tenant sees already counts
 * without being read. What gave no answer within `longestMs` of them all together is skipped, never added untried.
 */
export async function usePack(
  db: Db,
  tenant: TenantId,
  pack: Pack,
  by: {
    readonly now: Date;
    readonly tryFeed: (url: string) => Promise<Trial>;
    readonly longestMs?: number;
  },
): Promise<UsedPack> {
  // What its publisher took down is tried again: the pack says that it is there.
  const seen = (await feedsOf(db, tenant)).filter(({ status }) => status === 'active');
  const held = new Map(seen.map(({ url, id }) => [url, id]));
  const trials = await tryAll(
    pack.feeds.map(({ url }) => url).filter((url) => !held.has(url)),
    by.tryFeed,
    by.longestMs ?? LONGEST_MS,
  );
  const feeds: FeedId[] = [];
  const used: string[] = [];
  const skipped: { name: string; problem: string }[] = [];
  await db.transaction().execute(async (transaction) => {
    for (const { url, title } of pack.feeds) {
      const trial = trials.get(url);
      if (trial && 'problem' in trial) {
        skipped.push({ name: title, problem: trial.problem });
        continue;
      }
      const feed = {
        tenant,
        url,
        outlet: title,
        language: pack.language,
        origin: 'added',
      } as const;
      feeds.push(held.get(url) ?? (await addFeed(transaction, feed, by.now)).feed.id);
      used.push(title);
    }
  });
  return { feeds, used, skipped };
}

/** What each address gave; a trial that goes on past the time is no longer waited for. */
async function tryAll(
  urls: readonly string[],
  tryFeed: (url: string) => Promise<Trial>,
  longestMs: number,
): Promise<ReadonlyMap<string, Trial>> {
  const late: Trial = { problem: 'no answer in time' };
  const over = new AbortController();
  const timeUp = new Promise<Trial>((done) => {
    over.signal.addEventListener('abort', () => done(late), { once: true });
  });
  const timer = setTimeout(() => over.abort(), longestMs);
  try {
    const trials = await mapConcurrently(urls, AT_ONCE, async (url) => {
      const trial = over.signal.aborted ? late : await Promise.race([tryFeed(url), timeUp]);
      return [url, trial] as const;
    });
    return new Map(trials);
  } finally {
    clearTimeout(timer);
  }
}
