import { expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { article } from '../support/build.ts';

const story = (...quotes: readonly string[]) =>
  quotes.map((quote, i) =>
    article({
      id: i + 1,
      outlet: ['Courier', 'Herald', 'Gazette', 'Herald'][i] ?? 'Post',
      title: 'Harbour of Kelmouth closed after crane falls into the dock',
      text: `The harbour of Kelmouth was closed on Monday after a crane fell into the main dock, said the ${['mayor', 'police', 'port', 'town'][i]}. ${quote} Nobody was hurt in the accident of ${i + 2} cranes.`,
    }),
  );

const shown = (articles: ReturnType<typeof story>) =>
  writeDigest({ articles, quotes: articles.flatMap((one) => extractQuotes(one)) }).quotes;

test('the same words in several outlets are one quote with all that give it, each outlet once', () => {
  const articles = story(
    '“We will lift the crane before the weekend comes,” harbour master Ada Quill said.',
    '"We will lift the crane before the weekend comes", harbour master Ada Quill said.',
    '“We will not lift the crane before the weekend comes,” harbour master Ada Quill said.',
    '“We will lift the crane before the weekend comes,” harbour master Ada Quill told us.',
  );
  const [quote, ...others] = shown(articles);
  expect(others).toEqual([]);
  const tellers = [quote!.article, ...(quote!.also ?? []).map((ref) => ref.article)];
  expect([...tellers].sort()).toEqual([1, 2]);
  for (const { article: id, start, end } of quote!.also ?? []) {
    expect(articles[id - 1]!.text.slice(start, end)).toContain('lift the crane before the weekend');
  }
});

test('altered words are no variant: they do not vouch for the others', () => {
  const [quote] = shown(
    story(
      '“We will lift the crane before the weekend comes,” harbour master Ada Quill said.',
      '“We will lift the cranes before the weekend comes,” harbour master Ada Quill said.',
    ),
  );
  expect(quote!.also).toBeUndefined();
});
