import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, splitText } from '../../src/text/cut.ts';

test('a long text is broken after spaces', () => {
  expect(splitText('one two three', 8)).toEqual(['one two ', 'three']);
});

test('a letter made of several signs stays whole', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(splitText(family.repeat(3), family.length + 2)).toEqual([family, family, family]);
  expect(shorten(`${family}${family}`, family.length + 3)).toBe(`${family}…`);
});

test('a text that fits is left as it is', () => {
  expect(shorten('short', 5)).toBe('short');
  expect(splitText('', 5)).toEqual([]);
});

test('whatever is split is the same text when joined, in pieces that fit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
      const pieces = splitText(text, max);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
      expect(shorten(text, max).length).toBeLessThanOrEqual(max);
    }),
  );
});
