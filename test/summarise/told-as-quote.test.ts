import { describe, expect, it } from 'vitest';
import { writeDigest } from '../../src/summarise/digest.ts';
import { heldQuotes } from '../../src/summarise/told-as-quote.ts';
import { article, quote } from './build.ts';

describe('a text tells what stands beside it as a quote', () => {
  const long = 'We will mend the weir before the first frost, and nobody will have to pay a crown.';
  const isQuoted = heldQuotes([{ text: long }, { text: 'The weir is sound,' }]);

  it.each([
    ['where it holds all of it', `“${long}” said the miller.`],
    [
      'where it holds nine words of it, otherwise set',
      'The miller said “before the first frost and nobody will have to pay”.',
    ],
    ['where it holds all of a short one', 'The miller says the weir is sound.'],
  ])('%s', (_where, text) => {
    expect(isQuoted(text)).toBe(true);
  });

  it.each([
    ['a few words of a long one', 'The miller wants to mend the weir before the first frost.'],
    ['a short one with another word', 'The miller says the weir is quite sound.'],
    ['words that run into a longer one', 'The weir is soundless at night.'],
  ])('but not where it holds %s', (_what, text) => {
    expect(isQuoted(text)).toBe(false);
  });
});

describe('a digest with a quote', () => {
  const words = 'This weir has stood for two hundred years and it will stand for two hundred more';
  const first = article({
    outlet: 'A',
    title: 'Weir of Larn to be mended',
    text: [
      'The weir of Larn will be mended before the winter, the council of Larn decided on Monday.',
      `Mayor Ada Finn told the council of Larn that “${words}”.`,
      'The work on the weir costs 90,000 crowns and begins in August.',
      'Anglers in Larn feared that trout could not pass the weir.',
    ],
  });
  const second = article({
    outlet: 'B',
    title: 'Larn mends its weir',
    text: [
      'The council of Larn voted on Monday to mend the old weir.',
      `The weir of Larn “has stood for two hundred years and it will stand for two hundred more”, Mayor Ada Finn told the council on Monday.`,
    ],
  });

  it('tells its words nowhere else', () => {
    const { lede, bullets, contrasts, quotes } = writeDigest({
      articles: [first, second],
      quotes: [quote(first, words, { speakerName: 'Ada Finn', speaker: 'Mayor Ada Finn' })],
    });
    expect(quotes).toHaveLength(1);
    const texts = [lede, ...bullets, ...contrasts].map(({ text }) => text);
    expect(texts.filter((text) => text.includes('two hundred years'))).toEqual([]);
    expect(texts.length).toBeGreaterThan(2);
  });
});
