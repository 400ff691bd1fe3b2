import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../src/quotes/locate.ts';

const article =
  'The council met on 12 May.\n\nMayor Ines Calder was calm. “We’ve spent 4,500 crowns – nearly all of it – on the pier, and we won’t spend 25 more,” she said. Nobody answered her that evening.';
const words =
  'We’ve spent 4,500 crowns – nearly all of it – on the pier, and we won’t spend 25 more,';

function found(claim: string, text = article): string | undefined {
  const span = locateQuote(claim, text);
  return span && text.slice(span.start, span.end);
}

describe('locating claimed words', () => {
  it('gives the place of words that stand in the text', () => {
    expect(found(words)).toBe(words);
    expect(locateQuote(words, article)?.start).toBe(article.indexOf('We’ve'));
  });

  it.each([
    ['straight marks', "We've spent 4,500 crowns – nearly all of it – on the pier"],
    ['other dashes', 'We’ve spent 4,500 crowns — nearly all of it - on the pier'],
    ['dashes without spaces', 'We’ve spent 4,500 crowns–nearly all of it–on the pier'],
    [
      'line breaks and wide spaces',
      'We’ve  spent\n4,500\u00a0crowns – nearly all of it – on the pier',
    ],
    ['marks around it', '“We’ve spent 4,500 crowns – nearly all of it – on the pier”'],
    ['full-width letters', 'Ｗe’ve spent 4,500 crowns – nearly all of it – on the pier'],
  ])('forgives %s', (_, claim) => {
    expect(found(claim)).toBe('We’ve spent 4,500 crowns – nearly all of it – on the pier');
  });

  it('gives the original offsets where folding changes the length', () => {
    const text = "He wrote: ``The ﬁnal  ﬂood was caf\u0065\u0301 talk...'' and left.";
    expect(found('The final flood was café talk…', text)).toBe(
      'The ﬁnal  ﬂood was caf\u0065\u0301 talk...',
    );
  });

  it.each([
    ['a word less', 'We’ve spent 4,500 crowns – nearly all it – on the pier'],
    ['two words changed about', 'We’ve spent crowns 4,500 – nearly all of it – on the pier'],
    ['another digit', 'We’ve spent 4,600 crowns – nearly all of it – on the pier'],
    ['a negation less', 'and we spend 25 more'],
    ['half a word at its end', 'nearly all of it – on the pie'],
    ['half a number at its end', 'We’ve spent 4'],
    ['half a number at its start', '500 crowns – nearly all of it'],
    ['another case', 'we’ve SPENT 4,500 crowns'],
    ['words of two places', 'Nobody answered her on the pier'],
    ['nothing but marks', '“ … ”'],
    ['nothing', ''],
  ])('refuses %s', (_, claim) => {
    expect(locateQuote(claim, article)).toBeUndefined();
  });

  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  const sentence = fc.uniqueArray(word, { minLength: 5, maxLength: 14 });

  it('refuses every quote with one of its inner words left out', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (list, seed) => {
        const at = 1 + (seed % (list.length - 2));
        const text = `Then she said: “${list.join(' ')}.” And she left.`;
        expect(locateQuote(list.join(' '), text)).toBeDefined();
        expect(locateQuote(list.toSpliced(at, 1).join(' '), text)).toBeUndefined();
      }),
    );
  });

  it('refuses every quote with two neighbouring words changed about', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (list, seed) => {
        const at = seed % (list.length - 1);
        const swapped = list.with(at, list[at + 1]!).with(at + 1, list[at]!);
        expect(
          locateQuote(swapped.join(' '), `Then she said: “${list.join(' ')}.”`),
        ).toBeUndefined();
      }),
    );
  });

  it('refuses every number with a digit changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 999_999 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (number, seed, step) => {
          const digits = [...String(number)];
          const at = seed % digits.length;
          const changed = digits.with(at, String((Number(digits[at]) + step) % 10)).join('');
          const text = `“There were exactly ${number} boats in it,” she said.`;
          expect(locateQuote(`exactly ${changed} boats in it`, text)).toBeUndefined();
        },
      ),
    );
  });

  it('finds every stretch of words of any text again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 20 }),
        (parts) => {
          const text = `before ${parts.join(' ')} anchor one two three after`;
          const span = locateQuote('anchor one two three', text);
          expect(span && text.slice(span.start, span.end)).toBe('anchor one two three');
        },
      ),
    );
  });
});
