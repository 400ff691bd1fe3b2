import type { Document } from '../news/article.ts';
import { chooseSentences } from './choose.ts';
import { inReadingOrder, tidy } from './prose.ts';
import { materialOf, rate } from './rate.ts';

/** Plain prose of at most `words` white-space separated words that tells what the documents tell, in their own sentences. */
export function summariseDocuments(documents: readonly Document[], words: number): string {
  const chosen = chooseSentences(rate(materialOf(documents)), words);
  return inReadingOrder(chosen)
    .map((s) => tidy(s.text))
    .join(' ');
}
