import { describe, expect, test } from 'vitest';
import { readCommonWords } from '../../src/cluster/common-words.ts';
import { termsOfArticle } from '../../src/cluster/terms.ts';
import { createVocabulary } from '../../src/cluster/vocabulary.ts';
import { createWindow, type Window } from '../../src/cluster/window.ts';
import { item, MONDAY } from './invented-news.ts';

/** Fifty articles of words that no other batch has, in stories of `size` articles. */
function addBatch(window: Window, batch: number, size = 1): void {
  for (let i = 0; i < 50; i += 1) {
    const text = Array.from({ length: 30 }, (_, w) => `wort${batch}q${i}q${w % 20}`).join(' ');
    const id = batch * 1_000 + i;
    const story = batch * 1_000 + Math.floor(i / size);
    const terms = termsOfArticle(item({ text, language: 'en' }));
    window.add({ id, story, at: MONDAY, arrived: MONDAY, terms });
  }
}

function removeBatch(window: Window, batch: number): void {
  for (let i = 0; i < 50; i += 1) window.remove(batch * 1_000 + i);
}

const newWindow = () => createWindow(createVocabulary(readCommonWords()));

describe('what has left the window', () => {
  test.each([1, 10, 50])('leaves no words behind, in stories of %i articles', (size) => {
    const window = newWindow();
    addBatch(window, 1, size);
    const word = window.vocabulary.numberOf('wort1q7q7');
    expect(window.postings.newest(word, 10).slots.length).toBeGreaterThan(0);
    removeBatch(window, 1);
    expect(window.articles.size + window.stories.size).toBe(0);
    expect(window.vocabulary.numberOf('wort1q7q7')).toBe(-1);
    const { slots, start } = window.postings.newest(word, 10);
    expect(slots.slice(start)).toEqual([]);
  });

  test('makes room for what comes after it', () => {
    const window = newWindow();
    addBatch(window, 1);
    addBatch(window, 2);
    const words = window.vocabulary.size();
    const slots = window.slots().length;
    for (let batch = 3; batch < 12; batch += 1) {
      removeBatch(window, batch - 2);
      addBatch(window, batch);
    }
    expect(window.vocabulary.size()).toBe(words);
    expect(window.slots()).toHaveLength(slots);
  });

  test('is no longer counted as a story that uses its words', () => {
    const window = newWindow();
    addBatch(window, 1, 10);
    const before = window.vocabulary.weights().logTotal;
    addBatch(window, 2, 10);
    window.merge(2_000, 1_000);
    removeBatch(window, 2);
    expect(window.vocabulary.weights().logTotal).toBeCloseTo(before, 12);
  });
});
