import type { Article } from '../news/article.ts';
import { outletKey } from '../news/coverage.ts';

// Writing from 4,000 articles held up everything else for 6 s, and fewer than sixty outlets say something new.
const MOST = 60;

/**
 * The articles of a story that its digest is written from, in the order given (as they came): all of them, or of a
 * big story the first and the newest. Each outlet has its newest before any has a second, copies come last.
 */
export function digestMaterial(articles: readonly Article[]): readonly Article[] {
  if (articles.length <= MOST) return articles;
  const told = new Map<string, number>();
  const ranked = [...articles.slice(0, 1), ...articles.slice(1).reverse()].map((article, i) => {
    const isCopy = article.copyOf !== null;
    const teller = `${isCopy} ${outletKey(article)}`;
    const rank = told.get(teller) ?? 0;
    told.set(teller, rank + 1);
    return { article, isLate: i > 0 && isCopy, rank };
  });
  ranked.sort((a, b) => Number(a.isLate) - Number(b.isLate) || a.rank - b.rank);
  const chosen = new Set(ranked.slice(0, MOST).map(({ article }) => article));
  return articles.filter((article) => chosen.has(article));
}
