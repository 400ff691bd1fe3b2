import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyQuote } from '../../src/news/quote.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import type { Sample } from '../quality/quotes.ts';

const path = new URL('../../../shared/data/quotes/seeds-gold.jsonl', import.meta.url);

describe.skipIf(!existsSync(path))('the two seed articles (skipped without ../shared)', () => {
  const samples = existsSync(path)
    ? readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Sample)
    : [];
  const lastName = (name: string) => name.split(' ').at(-1)!.toLowerCase();

  it.each(samples.flatMap((s) => [[s, s.text.split('\n')[0]!] as const, [s, null] as const]))(
    'give every quote with its speaker and use, title known or not (%#)',
    (sample, title) => {
      const quotes = extractQuotes({ id: 7, title, text: sample.text, language: null });
      expect(quotes).toHaveLength(sample.quotes.length);
      for (const [i, want] of sample.quotes.entries()) {
        const quote = quotes[i]!;
        expect(quote.text).toBe(want.quote.trim());
        expect([quote.text, quote.use]).toEqual([quote.text, want.use]);
        expect(verifyQuote(quote, { id: 7, text: sample.text })).toBeDefined();
        const named = quote.speakerName && lastName(quote.speakerName);
        if (named && !quote.speakerName!.startsWith('Biden')) {
          expect(want.speaker_resolved!.toLowerCase()).toContain(named);
        } else expect(quote.speaker).toBe(want.speaker);
      }
    },
  );
});
