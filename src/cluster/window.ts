import type { ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import { createPostings, type Postings } from './postings.ts';
import { COUNT, IN_TITLE, IS_PAIR, type Terms } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An article in memory: numbers instead of words. */
export type Held = {
  readonly id: ArticleId;
  readonly arrived: number;
  readonly at: number | null;
  readonly terms: Int32Array;
  readonly marks: Uint16Array;
  readonly bodyWords: number;
  readonly titleWords: number;
  /** One over the length of the article as a vector of counts. */
  readonly inverse: number;
  /** Brings articles of different lengths to one measure when they are looked up. */
  readonly shortness: number;
  /** Counts up with every article taken in. */
  readonly order: number;
  readonly slot: number;
  story: HeldStory;
};

export type HeldStory = {
  readonly id: StoryId;
  /** In the order they came. */
  articles: Held[];
  /** How many articles use each word, kept only where a story has too many articles to count each time. */
  counts: Map<number, number> | null;
};

/** Up to this many articles of a story are read each time it is compared. */
export const COUNTED_EACH_TIME = 16;

/** The weight of a word by the lowest five bits of its mark: 1 + log of its count, a title counting three times. */
export const COUNT_WEIGHT = Float64Array.from({ length: 32 }, (_, mark) => {
  const count = (mark & COUNT) + (mark & IN_TITLE ? 3 : 0);
  return count === 0 ? 0 : 1 + Math.log(count);
});

export type Window = {
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  readonly articles: ReadonlyMap<ArticleId, Held>;
  readonly stories: ReadonlyMap<StoryId, HeldStory>;
  slots(): readonly (Held | undefined)[];
  add(article: Entry): void;
  remove(id: ArticleId): void;
  merge(from: StoryId, into: StoryId): void;
  /** The first of those that came in and are still held. */
  oldest(): Held | undefined;
};

export type Entry = {
  readonly id: ArticleId;
  readonly story: StoryId;
  readonly at: number | null;
  readonly arrived: number;
  readonly terms: Terms;
};

/** The articles of the last days with their stories and the words that lead to them. */
export function createWindow(vocabulary: Vocabulary): Window {
  const articles = new Map<ArticleId, Held>();
  const stories = new Map<StoryId, HeldStory>();
  const slots: (Held | undefined)[] = [];
  const freeSlots: number[] = [];
  const postings = createPostings();
  let order = 0;
  // Which words a story uses is found by stamping them: no set per story has to be kept.
  let stamps = new Int32Array(1 << 12);
  let stamp = 0;

  function stampWords(story: HeldStory): (term: number) => boolean {
    const { counts } = story;
    if (counts) return (term) => counts.has(term);
    if (stamps.length < vocabulary.size()) stamps = new Int32Array(vocabulary.size() * 2);
    const mine = ++stamp;
    for (const article of story.articles) for (const term of article.terms) stamps[term] = mine;
    return (term) => stamps[term] === mine;
  }

  function recount(story: HeldStory): void {
    if (story.articles.length <= COUNTED_EACH_TIME) story.counts = null;
    else story.counts ??= countsOf(story.articles);
  }

  function add({ id, story: storyId, at, arrived, terms }: Entry): void {
    remove(id);
    let story = stories.get(storyId);
    if (!story) {
      story = { id: storyId, articles: [], counts: null };
      stories.set(storyId, story);
      vocabulary.countStories(1);
    }
    const numbers = new Int32Array(terms.words.length);
    for (let i = 0; i < numbers.length; i += 1) numbers[i] = vocabulary.take(terms.words[i]!);
    const slot = freeSlots.pop() ?? slots.length;
    const isKnown = stampWords(story);
    for (const term of numbers) {
      if (!isKnown(term)) vocabulary.countStory(term, 1);
      if (story.counts) story.counts.set(term, (story.counts.get(term) ?? 0) + 1);
      postings.add(term, slot);
    }
    const held: Held = {
      id,
      arrived,
      at,
      terms: numbers,
      marks: terms.marks,
      bodyWords: terms.bodyWords,
      titleWords: terms.titleWords,
      inverse: 1 / Math.sqrt(lengthOf(terms.marks) || 1),
      shortness: 1 / Math.sqrt(numbers.length + 10),
      order: order++,
      slot,
      story,
    };
    slots[slot] = held;
    articles.set(id, held);
    story.articles.push(held);
    recount(story);
  }

  function remove(id: ArticleId): void {
    const held = articles.get(id);
    if (!held) return;
    const { story, slot } = held;
    articles.delete(id);
    slots[slot] = undefined;
    freeSlots.push(slot);
    const place = story.articles.indexOf(held);
    // Mostly the oldest leaves, which a shift takes off without moving the rest.
    if (place === 0) story.articles.shift();
    else story.articles.splice(place, 1);
    if (story.counts) {
      for (const term of held.terms) {
        const left = story.counts.get(term)! - 1;
        if (left > 0) story.counts.set(term, left);
        else story.counts.delete(term);
      }
    }
    const isStillUsed = stampWords(story);
    for (const term of held.terms) {
      if (!isStillUsed(term)) vocabulary.countStory(term, -1);
      postings.remove(term, slot);
      vocabulary.drop(term);
    }
    recount(story);
    if (story.articles.length === 0) {
      stories.delete(story.id);
      vocabulary.countStories(-1);
    }
  }

  function merge(fromId: StoryId, intoId: StoryId): void {
    const from = stories.get(fromId);
    const into = stories.get(intoId);
    if (!from || from === into) return;
    if (!into) {
      // The other story has nothing left in the window: this one goes on under its name.
      const renamed: HeldStory = { ...from, id: intoId };
      for (const article of renamed.articles) article.story = renamed;
      stories.delete(fromId);
      stories.set(intoId, renamed);
      return;
    }
    const isInBoth = stampWords(into);
    for (const term of countsOf(from.articles).keys()) {
      if (isInBoth(term)) vocabulary.countStory(term, -1);
    }
    for (const article of from.articles) article.story = into;
    into.articles = [...into.articles, ...from.articles].sort((a, b) => a.order - b.order);
    into.counts = null;
    recount(into);
    stories.delete(fromId);
    vocabulary.countStories(-1);
  }

  return {
    vocabulary,
    postings,
    articles,
    stories,
    slots: () => slots,
    add,
    remove,
    merge,
    // A Map gives back its keys in the order they were set, and `add` sets every article anew.
    oldest: () => articles.values().next().value,
  };
}

function countsOf(articles: readonly Held[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { terms } of articles) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function lengthOf(marks: Uint16Array): number {
  let sum = 0;
  for (const mark of marks) if (!(mark & IS_PAIR)) sum += COUNT_WEIGHT[mark & 31]! ** 2;
  return sum;
}
