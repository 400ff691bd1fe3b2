import { availableParallelism } from 'node:os';
import type { Body, FeedBody, JobKind, Jobs } from './jobs.ts';
import { createPool, type Outcome, type PoolOptions } from './pool.ts';

/** What came of parsing: the value, or why there is none. `busy` means that too much is waiting: try again later. */
export type Parsed<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'too-slow' | 'too-big' | 'busy' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Everything that reads what others wrote, each job in a thread that is stopped when it takes too long or too much. */
export type Parsers = {
  /** The feed in a body, or why it is none. */
  readonly feed: (body: Body) => Promise<Parsed<Jobs['feed']['out']>>;
  /** The articles in a feed's body, or why it is no feed. */
  readonly articles: (body: FeedBody) => Promise<Parsed<Jobs['articles']['out']>>;
  /** The feeds in an OPML document. */
  readonly feedList: (body: Body) => Promise<Parsed<Jobs['feedList']['out']>>;
  /** The article in a page's body. */
  readonly page: (body: Body) => Promise<Parsed<Jobs['page']['out']>>;
  /** ISO 639-1, null where the text does not tell. */
  readonly language: (text: string) => Promise<Parsed<Jobs['language']['out']>>;
  readonly close: () => Promise<void>;
};

// Twice the largest body that is fetched: more was never a feed or a page.
const MAX_BYTES = 12 * 1_024 * 1_024;

// The largest real pages and feeds need 50 MB of heap while they are read. A second thread would add 60 MB to the
// process for speed that only a first sweep needs: on small machines there is one.
const DEFAULTS: PoolOptions = {
  threads: Math.max(1, Math.min(2, availableParallelism() - 1)),
  timeoutMs: 2_000,
  heapMb: 96,
  maxWaiting: 256,
  idleMs: 30_000,
};

/** Parsers with their threads, none of which is started before there is work. Close them, or they end with the process. */
export function createParsers(options: Partial<PoolOptions> = {}): Parsers {
  const pool = createPool(new URL('./parse-worker.ts', import.meta.url), {
    ...DEFAULTS,
    ...options,
  });
  async function run<K extends JobKind>(
    kind: K,
    input: Jobs[K]['in'],
  ): Promise<Parsed<Jobs[K]['out']>> {
    const outcome: Outcome = await pool.run(kind, input);
    return outcome as Parsed<Jobs[K]['out']>;
  }
  const isTooBig = ({ body }: Body) => body.length > MAX_BYTES;
  return {
    feed: async (body) => (isTooBig(body) ? { kind: 'too-big' } : run('feed', body)),
    articles: async (body) => (isTooBig(body) ? { kind: 'too-big' } : run('articles', body)),
    feedList: async (body) => (isTooBig(body) ? { kind: 'too-big' } : run('feedList', body)),
    page: async (body) => (isTooBig(body) ? { kind: 'too-big' } : run('page', body)),
    language: (text) => run('language', text.slice(0, 10_000)),
    close: pool.close,
  };
}

/** Why there is no value, in words that can follow "could not be read: ". */
export function problemOf(parsed: Exclude<Parsed<unknown>, { kind: 'done' }>): string {
  switch (parsed.kind) {
    case 'too-slow':
      return 'reading it took too long';
    case 'too-big':
      return 'reading it took too much memory';
    case 'busy':
      return 'too much is waiting to be read';
    case 'failed':
      return parsed.reason;
  }
}
