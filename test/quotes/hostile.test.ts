import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { locateQuote } from '../../src/quotes/locate.ts';

const extract = (text: string) => extractQuotes({ id: 1, title: null, text, language: null });

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'“”„«»"\'‘’‹›`'.split(''),
      "''",
      '``',
      ' ',
      '\n',
      '\n\n',
      ', ',
      '. ',
      '? ',
      ': ',
      ' — ',
      ' (',
      ') ',
    ),
    fc.constantFrom(
      'said',
      'Ines Calder',
      'he',
      'she',
      'told',
      'according to',
      'who',
      'adding',
      'The mayor',
      'that',
      'and',
      'sagte',
      'a déclaré',
      'dijo',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );

  it('gives quotes whose words stand at their offsets, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const quote of extract(text)) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(quote.start).toBeGreaterThanOrEqual(end);
          end = quote.end;
          if (quote.speaker !== null)
            expect(text.slice(quote.speakerStart!, quote.speakerEnd!)).toBe(quote.speaker);
          expect(quote.confidence).toBeGreaterThan(0);
          expect(quote.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with a quote put into it still gives that quote', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{5,60}$/), (noise) => {
        const text = `Nothing of note: ${noise}.\n\n“The pier is open to all of you now,” Ines Calder said.`;
        expect(extract(text).map((q) => q.text)).toContain('The pier is open to all of you now,');
      }),
    );
  });
});

// Each of these takes a second or two; a step that grows with the square of the length would take hours.
describe('hostile text ends soon', () => {
  const M = 1_000_000;
  it.each([
    ['five million straight marks', '"'.repeat(5 * M)],
    ['five million opening marks', '“'.repeat(5 * M)],
    ['marks that open and close in turn', '“a” '.repeat(M)],
    ['a million letters without a space', 'a'.repeat(M)],
    ['a sentence of 200,000 verbs of saying', 'he said '.repeat(200_000)],
    ['a sentence of 100,000 quotes', 'he said “a b” and '.repeat(100_000)],
    ['200,000 names', 'Ines Calder, '.repeat(200_000)],
    ['200,000 paragraphs that open a quote', '“The pier is open.\n\n'.repeat(200_000)],
    ['commas and spaces', ', '.repeat(M)],
    ['apostrophes', "workers' 'a ".repeat(100_000)],
  ])(
    '%s',
    (_, text) => {
      expect(Array.isArray(extract(text))).toBe(true);
    },
    60_000,
  );

  it('when words are located in it', () => {
    expect(locateQuote('the pier', '“ '.repeat(M))).toBeUndefined();
    expect(locateQuote('a'.repeat(1_000), 'a'.repeat(M))).toBeUndefined();
  }, 60_000);
});
