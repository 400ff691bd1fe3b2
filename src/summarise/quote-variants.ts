import type { Document } from '../news/article.ts';
import { outletKey } from '../news/coverage.ts';
import type { VerifiedQuote } from '../news/quote.ts';

type Teller = Pick<Document, 'id' | 'outlet' | 'url'>;

/**
 * Gives a quote the places where other outlets have the very same words, letters and figures alike; how they are set
 * (marks, capitals, a comma) may differ. Altered or translated words are another quote and stand apart. Each outlet once.
 */
export function sameWordsAmong(
  all: readonly VerifiedQuote[],
  articles: readonly Teller[],
): (quote: VerifiedQuote) => VerifiedQuote {
  const outlets = new Map(articles.map((article) => [article.id, outletKey(article)]));
  const worded = Map.groupBy(all, ({ text }) => lettersOf(text));
  return (quote) => {
    const seen = new Set([outlets.get(quote.article)]);
    const also = (worded.get(lettersOf(quote.text)) ?? []).flatMap(({ article, start, end }) => {
      const outlet = outlets.get(article);
      if (outlet === undefined || seen.has(outlet)) return [];
      seen.add(outlet);
      return [{ article, start, end }];
    });
    return also.length > 0 ? { ...quote, also } : quote;
  };
}

/** The letters and figures of some words, for comparing them. */
export const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
