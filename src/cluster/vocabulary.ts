import { type CommonWords, shareOf } from './common-words.ts';

/**
 * The words of the articles that are held, as small numbers, and how much each tells. A word that few stories use
 * tells much. Stories are counted, not articles: a word that one big story repeats stays its mark.
 */
export type Vocabulary = ReturnType<typeof createVocabulary>;

/** What a term tells is `logTotal` less its entry in `logs`, at least 0. */
export type Rarity = ReturnType<Vocabulary['weights']>;

/**
 * How many stories the shipped shares of common words count for. With fewer, the first articles of a fresh stream
 * are tied together by everyday words; with many more, the stream's own trade words ("shot", "police") stay telling.
 */
const PRIOR_STORIES = 300;
const HALF = 0.5;

export function createVocabulary(common: CommonWords) {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const free: number[] = [];
  let uses = new Int32Array(1 << 12);
  let stories = new Int32Array(1 << 12);
  let prior = new Float64Array(1 << 12);
  /** The logarithm of the smoothed count of stories that use a word. */
  let logs = new Float32Array(1 << 12);
  let storyCount = 0;
  let logTotal = Math.log(PRIOR_STORIES + 1);

  const priorOf = (word: string) => shareOf(common, word) * PRIOR_STORIES;

  function grow(): void {
    const size = uses.length * 2;
    uses = copyInto(new Int32Array(size), uses);
    stories = copyInto(new Int32Array(size), stories);
    prior = copyInto(new Float64Array(size), prior);
    logs = copyInto(new Float32Array(size), logs);
  }

  function weigh(number: number): void {
    logs[number] = Math.log(stories[number]! + prior[number]! + HALF);
  }

  return {
    /** One more than the largest number ever given. */
    size: () => words.length,
    /** -1 where no held article uses the word. */
    numberOf: (word: string) => numbers.get(word) ?? -1,
    /** Counts a use; every use is given back with `drop`. */
    take(word: string): number {
      let number = numbers.get(word);
      if (number === undefined) {
        number = free.pop() ?? words.length;
        if (number >= uses.length) grow();
        words[number] = word;
        numbers.set(word, number);
        uses[number] = 0;
        stories[number] = 0;
        prior[number] = priorOf(word);
        weigh(number);
      }
      uses[number]! += 1;
      return number;
    },
    drop(number: number): void {
      uses[number]! -= 1;
      if (uses[number]! > 0) return;
      numbers.delete(words[number]!);
      words[number] = '';
      free.push(number);
    },
    /** One story more (or, with -1, less) uses the word. */
    countStory(number: number, by: 1 | -1): void {
      stories[number]! += by;
      weigh(number);
    },
    countStories(by: 1 | -1): void {
      storyCount += by;
      logTotal = Math.log(storyCount + PRIOR_STORIES + 1);
    },
    /** How much a word tells is `max(0, logTotal - logs[number])`; the array may be replaced by `take`. */
    weights: () => ({ logTotal, logs }),
    /** The same for a word that no held article uses. */
    logOfUnheld: (word: string) => Math.log(priorOf(word) + HALF),
  };
}

function copyInto<T extends Int32Array | Float32Array | Float64Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
