import type { Points } from './points.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';

// A claim that shares less than this with everything told before is new.
const KNOWN = 0.6;

/** What lede and bullets say that none of the told texts said; null where nothing was told or nothing is new. */
export function changesOf(
  { language }: Pick<StoryFacts, 'language'>,
  { lede, bullets }: Pick<Points, 'lede' | 'bullets'>,
  told: readonly string[] | undefined,
): string | null {
  if (!told || told.length === 0) return null;
  const terms = (text: string) =>
    new Set(
      tokensOf(text, language)
        .filter((t) => !t.common)
        .map((t) => t.stem),
    );
  const before = told.map(terms);
  const figures = new Set(told.flatMap((t) => t.match(/\d[\d.,]*/g) ?? []));
  const fresh = [...(lede ? [lede] : []), ...bullets].filter(({ text }) => {
    const own = terms(text);
    // The same sentence with another number is news.
    const counts = (text.match(/\d[\d.,]*/g) ?? []).some((n) => !figures.has(n));
    return !before.some((b) => overlap(own, b) >= KNOWN && !(counts && overlap(own, b) < 1));
  });
  return fresh.length
    ? fresh
        .slice(0, 2)
        .map(({ text }) => text)
        .join(' ')
    : null;
}
