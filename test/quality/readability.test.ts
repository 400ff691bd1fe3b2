import { describe, expect, it } from 'vitest';
import { faultsOf } from './readability.ts';

const text = 'The mill of Orla burnt down on Monday. It was old. The company said so on Tuesday.';
const texts = new Map([[1, text]]);
const at = (words: string) => {
  const start = text.indexOf(words);
  return start < 0 ? [] : [{ article: 1, start, end: start + words.length }];
};
const claim = (words: string) => ({ text: words, refs: at(words) });
const kinds = (about: {
  headline?: string;
  lede?: string;
  bullets?: string[];
  contrast?: string;
}) =>
  faultsOf(
    {
      headline: about.headline ?? 'Mill of Orla burns down',
      lede: claim(about.lede ?? 'The mill of Orla burnt down on Monday.'),
      bullets: (about.bullets ?? []).map((b) => ({ ...claim(b), single: true })),
      contrasts: about.contrast ? [claim(about.contrast)] : [],
      disputed: [],
    },
    texts,
    'en',
  ).map(({ kind }) => kind);

describe('the readability list', () => {
  it('finds nothing in a plain digest', () => {
    expect(kinds({})).toEqual([]);
  });

  it.each([
    ['dangling openings', { bullets: ['It was old.'] }],
    ['dangling openings', { bullets: ['The company said so on Tuesday.'] }],
    ['claims without a source', { bullets: ['Petra Holm owns the mill.'] }],
    ['repeated facts', { bullets: ['The mill of Orla has burnt down on Monday night.'] }],
    ['sentences over 40 words', { lede: `The mill burnt${' and burnt'.repeat(25)}.` }],
    ['judgements nobody is given', { bullets: ['The mayor of Orla made a pathetic speech.'] }],
    ['clickbait or vague headlines', { headline: 'Here’s why the mill of Orla burnt' }],
    ['clickbait or vague headlines', { headline: 'Mill gone' }],
    ['headlines cut off', { headline: 'Mill of Orla burns down after…' }],
    ['headlines cut off', { headline: 'Mill of Orla burns down after' }],
    ['fragments', { bullets: ['Orla 3, Larn 2 (after extra time).'] }],
    ['begun inside a quote', { bullets: ['mill of Orla burnt down on Monday.'] }],
    ['pronouns without a name', { bullets: ['Sobered up, she returned to the bakery in spring.'] }],
    ['pronouns without a name', { contrast: 'A judge in Orla will hear them next month.' }],
    [
      'this and that without a noun before',
      { contrast: 'The miller of Orla spoke of this sieve.' },
    ],
    ['numbers of nothing', { bullets: ['In the first two hours, 31 were painted red.'] }],
    ['dangling openings', { contrast: 'It was old.' }],
    ['bylines and boilerplate', { contrast: 'ORLA (Reuters) - The mill of Orla burnt down.' }],
  ] as const)('finds %s', (kind, about) => {
    expect(kinds(about as Parameters<typeof kinds>[0])).toContain(kind);
  });
});
