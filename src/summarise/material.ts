import type { ArticleId, Document } from '../news/article.ts';
import { outletKey } from '../news/coverage.ts';
import type { Quote } from '../news/quote.ts';

/** An article as a digest is made from it. */
export type StoryArticle = Document & {
  readonly copyOf?: ArticleId | null;
  readonly revises?: ArticleId | null;
};

/** What a digest is made from. */
export type DigestMaterial = {
  readonly articles: readonly StoryArticle[];
  readonly quotes: readonly Quote[];
  /** What the reader was told about this story before: ledes and bullets. */
  readonly told?: readonly string[];
};

/** The articles without those that a later reading of the same address corrects. */
export function standing(articles: readonly StoryArticle[]): StoryArticle[] {
  const corrected = new Set(articles.map((a) => a.revises ?? null));
  return articles.filter((a) => !corrected.has(a.id));
}

/**
 * Who stands behind each article, in the order given: its outlet, or for the copy of another's text
 * whoever wrote that. A fact is told by as many as there are different keys.
 */
export function tellersOf(articles: readonly StoryArticle[]): string[] {
  const byId = new Map(articles.map((a) => [a.id, a]));
  return articles.map((article) => {
    let origin = article;
    const met = new Set<ArticleId>([article.id]);
    for (;;) {
      const from = origin.copyOf ?? null;
      if (from === null || met.has(from)) return outletKey(origin);
      const original = byId.get(from);
      if (!original) return `copy of ${from}`;
      met.add(from);
      origin = original;
    }
  });
}
