import type { TenantId } from './tenant.ts';

/** Unique within one store, given by it. */
export type ArticleId = number;

/** What quotes, stories and digests are made from: the part of an article that needs no store. */
export type Document = {
  readonly id: ArticleId;
  readonly title: string;
  /** As it was read, paragraphs separated by a blank line; everything else points into it by UTF-16 offsets. */
  readonly text: string;
  /** Null where nothing says who published it: never guessed. */
  readonly outlet: string | null;
  readonly url: string | null;
  /** Null is "unknown", not "now". */
  readonly publishedAt: Date | null;
  /** ISO 639-1, or null where it is unknown. */
  readonly language: string | null;
};

export type Article = Document & {
  readonly tenant: TenantId;
  readonly byline: string | null;
  /** When Crier first held it: what retention counts from. */
  readonly seenAt: Date;
  /** The earlier article that this one repeats (an agency text printed by several outlets), or null. */
  readonly copyOf: ArticleId | null;
  /** The earlier reading of the same address that this one corrects, or null. */
  readonly revises: ArticleId | null;
};

/** A stretch of an article's `text`. */
export type Ref = { readonly article: ArticleId; readonly start: number; readonly end: number };

/** When the article speaks of now: its own date where it has one, else when it came. */
export function timeOf(article: Pick<Article, 'publishedAt' | 'seenAt'>): Date {
  return article.publishedAt ?? article.seenAt;
}
