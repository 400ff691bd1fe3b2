import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/news/quote.ts';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import type { StoryArticle } from '../../src/summarise/material.ts';
import { countWords } from '../../src/summarise/sentence.ts';
import { summariseDocuments } from '../../src/summarise/summary.ts';

const NAMES = ['Ada Finn', 'Mo Birch', 'Orla', 'Nordlin', 'Brandt', 'Port Calder'];
const VERBS = [
  'said',
  'denied',
  'opened',
  'closed',
  'was hurt in',
  'accused',
  'will visit',
  'paid for',
];
const THINGS = [
  'the bridge',
  '12 houses',
  'a report on the dam',
  'about 3,500 people',
  'it',
  'the old mill',
  '40 percent of the crop',
];
const WHEN = ['on Monday', 'on 12 May 2026', 'since March', 'yesterday', '', 'on Friday'];
const ODD = [
  '',
  ' ',
  '“',
  '”',
  '"',
  '…',
  '— X (@x) May 1, 2026',
  'https://t.co/abc',
  'Photo: Y',
  'Subscribe now',
  '\u0000',
  '🙂',
  '今日は雨。',
  '{}',
  '$1',
];

const sentence = fc
  .tuple(
    fc.constantFrom('', 'However, ', 'But ', '“', 'He '),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...THINGS),
    fc.constantFrom(...WHEN),
    fc.constantFrom('.', '.”', '?', '', '!', ':'),
  )
  .map(
    ([lead, name, verb, thing, when, stop]) =>
      `${lead}${name} ${verb} ${thing} ${when}`.trim() + stop,
  );
const paragraph = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: sentence },
      { weight: 1, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    ),
    { maxLength: 5 },
  )
  .map((s) => s.join(' '));
const text = fc.array(paragraph, { maxLength: 6 }).map((p) => p.join('\n\n'));

const articles = fc
  .array(
    fc.record({
      title: fc.oneof(sentence, fc.constantFrom('', ' ', 'A | B', 'x - y')),
      text,
      outlet: fc.constantFrom(null, 'A', 'B', 'C'),
      url: fc.constantFrom(null, 'https://a.example/x', 'not a url'),
      publishedAt: fc.option(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
      ),
      language: fc.constantFrom(null, 'en', 'de', 'es', 'xx'),
      copyOf: fc.option(fc.integer({ min: 1, max: 6 })),
      revises: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 8 }),
    }),
    { maxLength: 6 },
  )
  .map((list): StoryArticle[] => list.map((a, i) => ({ id: i + 1, ...a })));

/** Quotes anywhere in the articles, some of them forged. */
const quotesIn = (list: readonly StoryArticle[], seeds: readonly number[]): Quote[] =>
  seeds.flatMap((seed) => {
    const a = list[seed % Math.max(1, list.length)];
    if (!a || a.text.length < 20) return [];
    const start = (seed * 7) % (a.text.length - 10);
    const end = Math.min(a.text.length, start + 12 + (seed % 60));
    const forged = seed % 5 === 0;
    return [
      {
        text: forged ? 'these words stand nowhere in it' : a.text.slice(start, end),
        article: a.id,
        start,
        end,
        speaker: NAMES[seed % 6]!,
        speakerStart: null,
        speakerEnd: null,
        speakerName: seed % 3 ? NAMES[seed % 6]! : null,
        role: null,
        via: null,
        kind: 'direct' as const,
        use: 'key' as const,
        confidence: 0.9,
      },
    ];
  });

const story = fc
  .tuple(articles, fc.array(fc.nat(9_999), { maxLength: 8 }))
  .map(([list, seeds]) => ({ articles: list, quotes: quotesIn(list, seeds) }));
const sliceOf = (
  list: readonly StoryArticle[],
  r: { article: number; start: number; end: number },
) => list.find((a) => a.id === r.article)?.text.slice(r.start, r.end);

describe('whatever the articles hold', () => {
  it('a digest keeps its promises', () => {
    fc.assert(
      fc.property(story, (material) => {
        const digest = writeDigest(material);
        expect(digest.bullets.length).toBeLessThanOrEqual(5);
        expect(digest.quotes.length).toBeLessThanOrEqual(4);
        const claims = [
          digest.lede,
          ...digest.bullets,
          ...digest.contrasts,
          ...digest.timeline,
          ...digest.numbers,
          ...digest.disputed,
        ];
        for (const { text, refs } of claims) {
          if (text !== digest.lede.text) expect(refs.length).toBeGreaterThan(0);
          for (const ref of refs) {
            const slice = sliceOf(material.articles, ref);
            expect(slice?.length).toBe(ref.end - ref.start);
            expect(slice?.trim()).toBe(slice);
          }
        }
        for (const quote of digest.quotes) {
          expect(sliceOf(material.articles, quote)).toBe(quote.text);
          expect(countWords(quote.text)).toBeGreaterThanOrEqual(5);
        }
        const texts = [digest.lede.text, ...digest.bullets.map((b) => b.text)];
        expect(new Set(texts).size).toBe(texts.length);
        const dates = digest.timeline.map((t) => t.date);
        expect(dates).toEqual([...dates].sort());
        expect(digest.coverage.independent).toBeLessThanOrEqual(digest.coverage.outlets);
      }),
      { numRuns: 300 },
    );
  });

  it('a summary is never longer than asked', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 0, max: 120 }), (list, words) => {
        expect(countWords(summariseDocuments(list, words))).toBeLessThanOrEqual(words);
      }),
      { numRuns: 200 },
    );
  });

  it('an answer stands in the articles, or there is none', () => {
    const question = fc.oneof(
      fc.constantFrom(
        'what did Ada Finn say about the bridge',
        'how many people were hurt',
        'when did Orla close the mill',
        'why',
        'who opened the dam?',
        'what happened',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(story, question, (material, text) => {
        const { answered, answer, nearest } = answerQuestion(
          { text, language: null, now: new Date(0) },
          material,
        );
        expect(answered).toBe(answer.length > 0);
        expect(answer.length).toBeLessThanOrEqual(4);
        expect(nearest.length).toBeLessThanOrEqual(answered ? 0 : 3);
        for (const { refs, quote, text: shown } of [...answer, ...nearest]) {
          expect(refs.length).toBeGreaterThan(0);
          for (const ref of refs)
            expect(sliceOf(material.articles, ref)?.length).toBe(ref.end - ref.start);
          if (quote) expect(sliceOf(material.articles, quote)).toBe(shown);
        }
      }),
      { numRuns: 200 },
    );
  });
});

// Quadratic time would need hours here: the test ends or it hangs.
describe('a hostile article is read in time that grows with its length', () => {
  const long = 200_000;
  it.each([
    ['one endless word', 'a'.repeat(long)],
    ['no stops', 'word '.repeat(long / 5)],
    ['marks that open', '“'.repeat(long)],
    ['marks that open and words', '“a '.repeat(long / 3)],
    ['signatures', '— a (@b) '.repeat(long / 9)],
    ['signature lines', '— a (@b) May 1, 2026\n'.repeat(long / 21)],
    ['links', 'https://t.co/a\n'.repeat(long / 15)],
    ['digits', '1,'.repeat(long / 2)],
    ['numbers', '12 345 '.repeat(long / 7)],
    ['dollar signs', '$ '.repeat(long / 2)],
    ['capitals', 'A B C D '.repeat(long / 8)],
    ['capital sentences', 'Ada Finn and Mo. '.repeat(long / 17)],
    ['brackets', '(('.repeat(long / 2)],
    ['short sentences', 'Ada said so. '.repeat(long / 13)],
    ['equal sentences', 'Ada Finn said the bridge was closed on Monday. '.repeat(long / 48)],
    [
      'different sentences',
      Array.from(
        { length: 4_000 },
        (_, i) => `Ada Finn of town${i} said bridge${i * 7} was closed for ${i} days.`,
      ).join(' '),
    ],
    ['dates', 'On 12 May 2026 and Friday '.repeat(long / 26)],
    ['spaces', ' '.repeat(long)],
    ['denials', 'denied the claims of '.repeat(long / 21)],
  ])('%s', (_what, text) => {
    const one: StoryArticle = {
      id: 1,
      title: text.slice(0, 5_000),
      text,
      outlet: 'A',
      url: null,
      publishedAt: new Date(0),
      language: 'en',
    };
    const two: StoryArticle = { ...one, id: 2, outlet: 'B' };
    expect(writeDigest({ articles: [one, two], quotes: [] }).writer).toBe('extractive');
    expect(
      answerQuestion(
        { text: 'what did Ada Finn say', language: null, now: new Date(0) },
        { articles: [one, two], quotes: [] },
      ).answer.length,
    ).toBeLessThanOrEqual(4);
  });
});
