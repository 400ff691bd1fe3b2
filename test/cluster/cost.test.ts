import { expect, test } from 'vitest';
import { readCommonWords } from '../../src/cluster/common-words.ts';
import { createDecider } from '../../src/cluster/decide.ts';
import { termsOfArticle } from '../../src/cluster/terms.ts';
import { createVocabulary } from '../../src/cluster/vocabulary.ts';
import { WEIGHTS } from '../../src/cluster/weights.ts';
import { createWindow, type Held } from '../../src/cluster/window.ts';
import { FERRY, item, MONDAY } from './invented-news.ts';

/** How many articles are read to decide about one more, when a story has `size` and there are as many others. */
function articlesRead(size: number): number {
  const window = createWindow(createVocabulary(readCommonWords()));
  let reads = 0;
  for (let i = 0; i < size * 2; i += 1) {
    const isFerry = i % 2 === 0;
    const text = isFerry
      ? FERRY.herald.text
      : `Report number ${i} on the weather in Dunvar tonight.`;
    const terms = termsOfArticle(item({ title: `Part ${i}`, text }));
    window.add({ id: i, story: isFerry ? 0 : i, at: MONDAY, arrived: MONDAY, terms });
    const held = window.articles.get(i)!;
    watch(held, () => {
      reads += 1;
    });
  }
  reads = 0;
  createDecider(window, WEIGHTS)(termsOfArticle(item(FERRY.courier)), MONDAY);
  return reads;
}

function watch(held: Held, read: () => void): void {
  const { terms } = held;
  Object.defineProperty(held, 'terms', {
    get() {
      read();
      return terms;
    },
  });
}

test('a story of a thousand articles costs a decision no more than one of a hundred', () => {
  const hundred = articlesRead(100);
  expect(hundred).toBeGreaterThan(10);
  expect(articlesRead(1_000)).toBeLessThanOrEqual(hundred);
});
