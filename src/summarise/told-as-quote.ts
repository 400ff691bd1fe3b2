import type { Quote } from '../news/quote.ts';
import { lettersOf } from './quote-variants.ts';

// So many of a quote's words in a row are that statement; fewer, and set phrases are taken for it.
const RUN = 9;

/** Whether a text holds one of the quotes, or a stretch of nine words of one, compared on letters and figures alone. */
export function heldQuotes(quotes: readonly Pick<Quote, 'text'>[]): (text: string) => boolean {
  const runs = new Set<string>();
  const short = new Map<number, Set<string>>();
  for (const { text } of quotes) {
    const words = lettersOf(text).split(' ');
    if (words.length >= RUN) for (const run of runsOf(words, RUN)) runs.add(run);
    else short.set(words.length, (short.get(words.length) ?? new Set()).add(words.join(' ')));
  }
  if (quotes.length === 0) return () => false;
  return (text) => {
    const words = lettersOf(text).split(' ');
    if (runsOf(words, RUN).some((run) => runs.has(run))) return true;
    for (const [length, wanted] of short)
      if (runsOf(words, length).some((run) => wanted.has(run))) return true;
    return false;
  };
}

const runsOf = (words: readonly string[], length: number) =>
  words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, i) => words.slice(i, i + length).join(' '));
