import type { FeedReading } from '../formats/index.ts';
import type { OpmlReading } from '../opml.ts';
import type { PageArticle } from '../pages/read-page.ts';
import type { FeedFacts } from '../poll-feed.ts';
import type { FeedArticle } from '../to-article.ts';

/** What a worker thread can be asked for: what goes in and what comes out, by kind of job. */
export type Jobs = {
  readonly feed: { readonly in: Body; readonly out: FeedReading };
  readonly articles: { readonly in: FeedBody; readonly out: FeedArticles };
  readonly feedList: { readonly in: Body; readonly out: OpmlReading };
  readonly page: { readonly in: Body; readonly out: PageArticle };
  readonly language: { readonly in: string; readonly out: string | null };
};

export type JobKind = keyof Jobs;

/** A body as it came over the network (or as text, decoded already) with what was said of it. */
export type Body = {
  readonly body: Uint8Array | string;
  readonly url: string | null;
  readonly contentType: string | null;
};

/** A feed's body with what the operator says of the feed: that goes before what the feed says of itself. */
export type FeedBody = {
  readonly body: Uint8Array;
  /** The address the feed is followed at, and the one its body came from. */
  readonly feed: string;
  readonly url: string;
  readonly contentType: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
};

export type FeedArticles =
  | { readonly kind: 'feed'; readonly feed: FeedFacts; readonly articles: readonly FeedArticle[] }
  | Exclude<FeedReading, { kind: 'feed' }>;

/** From the main thread to a worker. */
export type Request = { readonly id: number; readonly kind: JobKind; readonly input: unknown };

/** From a worker to the main thread: `begun` starts the job's clock, once all that the job needs is loaded. */
export type Reply =
  | { readonly id: number; readonly kind: 'begun' }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
