import type { Document } from './article.ts';
import type { Coverage } from './digest.ts';

/** Who told an article, for counting: its outlet, else its address's host, else nobody but itself. */
export function outletKey(article: Pick<Document, 'id' | 'outlet' | 'url'>): string {
  if (article.outlet) return article.outlet.toLowerCase();
  if (article.url && URL.canParse(article.url)) return new URL(article.url).hostname;
  return `#${article.id}`;
}

/**
 * How widely a story is told. `independent` counts the outlets that have at least one article of
 * their own: one that only printed the copy of another's text is an outlet, but not independent.
 */
export function coverageOf(
  articles: readonly (Pick<Document, 'id' | 'outlet' | 'url' | 'publishedAt'> & {
    readonly copyOf?: number | null;
  })[],
): Coverage {
  const times = articles.flatMap((a) => (a.publishedAt ? [a.publishedAt.getTime()] : []));
  return {
    articles: articles.length,
    outlets: new Set(articles.map(outletKey)).size,
    independent: new Set(articles.filter((a) => (a.copyOf ?? null) === null).map(outletKey)).size,
    first: times.length ? new Date(Math.min(...times)) : null,
    last: times.length ? new Date(Math.max(...times)) : null,
  };
}
