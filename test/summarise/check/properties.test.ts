import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../../src/summarise/check/claim.ts';
import { evidenceOf } from '../../../src/summarise/check/evidence.ts';
import { readWords } from '../../../src/summarise/check/fold.ts';
import { forbiddenIn } from '../../../src/summarise/check/forbidden.ts';
import { asksOrOrders } from '../../../src/summarise/check/orders.ts';
import { FIRST, locate, quotesIn, SECOND, tunnelStory } from './tunnel.ts';

const articles = tunnelStory();
const quotes = quotesIn(articles);
const evidences = evidenceOf(articles);
const sources = [...evidences.byArticle.values()];
const ground = { quotes, locate, language: 'en', storyAt: evidences.storyAt };
// Sentences between marks are their speakers'; here only the reporters' own.
const told = [...FIRST, ...SECOND].filter((s) => !s.includes('“'));
const sentence = fc.constantFrom(...told);

describe('of every sentence of a source', () => {
  it('the whole holds', () => {
    for (const text of told)
      expect(checkClaim(text, sources, ground)).toMatchObject({ holds: true });
  });

  it('a copy with another number does not', () => {
    const numbered = fc.constantFrom(...told.filter((s) => /\d/.test(s)));
    fc.assert(
      fc.property(numbered, fc.integer({ min: 2, max: 999_999 }), (text, n) => {
        fc.pre(!articles.some((a) => a.text.replace(/[.,]/g, '').includes(String(n))));
        const changed = text.replace(/\d[\d.,]*\d|\d/, String(n));
        expect(checkClaim(changed, sources, ground).holds).toBe(false);
      }),
    );
  });

  it('a copy with a name that no source has does not', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom('Zorvan', 'Quill', 'Ebert', 'Kazimir'),
        fc.nat(),
        (text, name, at) => {
          const names = readWords(text, 'en').filter((w) => w.capital && !w.opens);
          fc.pre(names.length > 0);
          const { start, end } = names[at % names.length]!;
          const changed = text.slice(0, start) + name + text.slice(end);
          expect(checkClaim(changed, sources, ground).holds).toBe(false);
        },
      ),
    );
  });

  it('a copy with "not" behind its auxiliary does not', () => {
    const changed = told
      .filter((s) => / (?:was|were|will|had) /.test(s) && !/denied/.test(s))
      .map((s) => s.replace(/ (was|were|will|had) /, ' $1 not '));
    expect(changed.length).toBeGreaterThan(3);
    for (const text of changed)
      expect([text, checkClaim(text, sources, ground).holds]).toEqual([text, false]);
  });

  it('a copy with an address, a mention or markup in it does not', () => {
    const hostile = fc.constantFrom(
      'https://evil.example/x',
      'www.evil.example',
      'evil.biz',
      'evil[.]com',
      'a@evil.example',
      '@here',
      '<@U123>',
      '<!channel>',
      '[x](y)',
      '`rm`',
      '**x**',
      '{"a":1}',
      '\u202e',
      '&lt;b&gt;',
      '10.0.0.1',
      '<b>',
    );
    fc.assert(
      fc.property(sentence, hostile, fc.nat(), (text, bad, at) => {
        const words = text.split(' ');
        words.splice(at % words.length, 0, bad);
        expect(checkClaim(words.join(' '), sources, ground).holds).toBe(false);
      }),
    );
  });
});

describe('whatever a writer hands in', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '“',
          '”',
          '12',
          'Orla',
          'not',
          'tunnel',
          ' ',
          '.',
          'May',
          '@',
          '{',
          '\n',
          '5,000',
          '%',
        ),
        { maxLength: 60 },
      )
      .map((a) => a.join('')),
  );

  it('what holds points at exact sentences of its sources', () => {
    fc.assert(
      fc.property(any, (text) => {
        const verdict = checkClaim(text, sources, ground);
        if (!verdict.holds) return;
        expect(verdict.refs.length).toBeGreaterThan(0);
        for (const { article, start, end } of verdict.refs)
          expect(articles[article - 1]!.text.slice(start, end).trim()).toHaveLength(end - start);
      }),
    );
  });

  // Quadratic time would need minutes here: the test ends or it hangs.
  it.each([
    'a.',
    '@',
    '“',
    '12 ',
    'A ',
    'not ',
    '<',
    '{{',
    '(dot)',
    'a_b',
    '“x” ',
    'May 12 ',
    'a@',
    'Ab-',
    '&&',
    '=',
    'aé',
  ])('a flood of %j is read in time that grows with its length', (unit) => {
    const flood = unit.repeat(Math.ceil(60_000 / unit.length));
    forbiddenIn(flood);
    asksOrOrders(flood);
    expect(checkClaim(flood, sources, ground).holds).toBe(false);
  });
});
