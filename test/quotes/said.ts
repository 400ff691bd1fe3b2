import type { Quote } from '../../src/news/quote.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';

/** The quotes of a text without a title of its own. */
export function quotesIn(text: string, language: string | null = 'en'): Quote[] {
  return extractQuotes({ id: 1, title: null, text, language });
}

/** Each quote as "who: what", the name where one is known. */
export function said(text: string, language: string | null = 'en'): string[] {
  return quotesIn(text, language).map((q) => `${q.speakerName ?? q.speaker}: ${q.text}`);
}
