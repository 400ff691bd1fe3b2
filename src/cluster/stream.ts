import type { ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import { readCommonWords } from './common-words.ts';
import { createCopies, type Sketch, sketchOf } from './copies.ts';
import { createDecider } from './decide.ts';
import { bigFirst } from './merging.ts';
import { IN_TITLE, type Readable, type Terms, termsOfArticle } from './terms.ts';
import { createVocabulary } from './vocabulary.ts';
import { WEIGHTS } from './weights.ts';
import { createWindow, type HeldStory } from './window.ts';

/** An article as it comes to the stream. Times are in milliseconds since 1970. */
export type StreamItem = {
  readonly id: ArticleId;
  readonly title: string;
  readonly text: string;
  /** When it was published. Null is unknown: time then speaks neither for nor against a story. */
  readonly at: number | null;
  /** When it came: what the window expires by. */
  readonly arrived: number;
  /** ISO 639-1; null where it is unknown, it is then guessed from the function words. */
  readonly language: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
};

export type Placement = {
  /** Null opens a new story. */
  readonly story: StoryId | null;
  /** The held article whose text this one repeats. */
  readonly copyOf: ArticleId | null;
  /** Stories that this article shows to be one; `story` is then the one that remains. */
  readonly merges: readonly { readonly from: StoryId; readonly into: StoryId }[];
  /** The log odds that the article belongs to the best story there is; positive where it joins. */
  readonly score: number;
};

export type StoryStream = {
  /** Where an article belongs. Changes nothing that a later decision sees. */
  place(item: StreamItem): Placement;
  /** Takes an article in, as placed or as known from before; added in the same order, the same decisions follow. */
  add(item: StreamItem, story: StoryId): void;
  merge(from: StoryId, into: StoryId): void;
  /** Forgets an article that was corrected or taken out. */
  remove(article: ArticleId): void;
  /** Forgets what came longer before `now` than the window is wide. */
  expire(now: number): void;
};

export type StoryStreamOptions = {
  /** How long articles are compared with, by arrival. */
  readonly windowMs?: number;
  /** How many articles are held at most; the oldest leave first. One takes about 3 KB. */
  readonly mostArticles?: number;
};

const DAY = 86_400_000;
/** The log odds given to a copy: its text is proof enough. */
const CERTAIN = 10;

/** A stream that puts articles into stories one at a time, as they come. */
export function createStoryStream(options: StoryStreamOptions = {}): StoryStream {
  const windowMs = options.windowMs ?? 30 * DAY;
  const mostArticles = options.mostArticles ?? 30_000;
  const window = createWindow(createVocabulary(readCommonWords()));
  const copies = createCopies();
  const decide = createDecider(window, WEIGHTS);
  let last: Analysed | null = null;

  // An article is placed and then added: what was read of it is kept for the second time.
  function analyse(item: StreamItem): Analysed {
    const { title, text, language, url } = item;
    const isLast =
      last?.title === title && last.text === text && last.language === language && last.url === url;
    if (!last || !isLast) {
      const terms = termsOfArticle(item);
      last = { title, text, language, url, terms, sketch: sketchOf(title, text) };
    }
    return last;
  }

  function findCopied({ terms, sketch }: Analysed): ArticleId | null {
    // Where nothing of the headline stands in the other article, the same text is a notice that stands
    // on every page ("subscribe to read on").
    const title = terms.words.filter((_, i) => terms.marks[i]! & IN_TITLE);
    const numbers = new Set(title.map(window.vocabulary.numberOf));
    return sketch === null
      ? null
      : copies.find(sketch, (id) => {
          const held = window.articles.get(id);
          return title.length === 0 || held?.terms.some((term) => numbers.has(term)) === true;
        });
  }

  function place(item: StreamItem): Placement {
    const analysed = analyse(item);
    if (analysed.terms.words.length === 0)
      return { story: null, copyOf: null, merges: [], score: 0 };
    const copyOf = findCopied(analysed);
    if (copyOf !== null) {
      const story = window.articles.get(copyOf)!.story.id;
      return { story, copyOf, merges: [], score: CERTAIN };
    }
    const { story, score, rivals } = decide(analysed.terms, item.at);
    const same = rivals.filter((rival) => rival.score > 0).map((rival) => rival.story);
    if (story === null) return { story: null, copyOf: null, merges: [], score };
    const into = [story, ...same].reduce((a, b) => bigFirst(a, b)[0]);
    const merges = [story, ...same]
      .filter((other: HeldStory) => other !== into)
      .map((from) => ({ from: from.id, into: into.id }));
    return { story: into.id, copyOf: null, merges, score };
  }

  function remove(article: ArticleId): void {
    window.remove(article);
    copies.remove(article);
  }

  function add(item: StreamItem, story: StoryId): void {
    const { terms, sketch } = analyse(item);
    remove(item.id);
    // Without words there is nothing that another article could be like.
    if (terms.words.length === 0) return;
    window.add({ id: item.id, story, at: item.at, arrived: item.arrived, terms });
    if (sketch !== null) copies.add(item.id, sketch);
    while (window.articles.size > mostArticles) remove(window.oldest()!.id);
  }

  function expire(now: number): void {
    for (;;) {
      const oldest = window.oldest();
      if (!oldest || oldest.arrived >= now - windowMs) return;
      remove(oldest.id);
    }
  }

  return { place, add, merge: window.merge, remove, expire };
}

type Analysed = Readable & {
  readonly terms: Terms;
  readonly sketch: Sketch | null;
};
