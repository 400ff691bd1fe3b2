import type { Ref } from '../../news/article.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { isBoilerplate } from '../boilerplate.ts';
import { type StoryArticle, standing } from '../material.ts';
import { type Sentence, storySentences } from '../sentence.ts';
import { foldWord, readWords } from './fold.ts';
import { forbiddenIn } from './forbidden.ts';
import { asksOrOrders } from './orders.ts';
import { topicOf } from './topic.ts';

/** A story's articles, read as far as anybody asks. */
export type Reading = {
  /** Those that stand: without what a later reading corrects. */
  readonly articles: readonly StoryArticle[];
  /** Of each article, in the same order. */
  readonly sentences: readonly (readonly Sentence[])[];
  /** Whether it tells: it orders nobody and holds nothing that may not be shown. */
  readonly isSound: (sentence: Sentence) => boolean;
  /** Whether it is sound and speaks of what the story speaks of: it may prove what others say. */
  readonly proves: (sentence: Sentence) => boolean;
  /** Whether it may be shown as it stands: it proves, goes on from one that does, or nothing near it looks smuggled. */
  readonly mayStand: (sentence: Sentence) => boolean;
  readonly sentencesAt: (ref: Ref) => readonly Sentence[];
  /** Whether an article's title or a sentence that proves holds a word (folded) with a capital. */
  readonly names: (article: number, folded: string) => boolean;
};

// How far an order's own text may reach, in sentences.
const NEAR = 4;

/** Reads a story's articles for which of their sentences may be believed and shown. */
export function readingOf(given: readonly StoryArticle[]): Reading {
  const articles = standing(given);
  const sentences = articles.map((article, i) => storySentences(article, i));
  const at = new Map(articles.map((article, i) => [article.id, i]));
  const isSound = remembered(
    (s: Sentence) => !asksOrOrders(s.text) && !forbiddenIn(shownAs(s.text)),
  );
  const belongs = topicOf(articles, sentences, isSound);
  const proves = remembered((s: Sentence) => isSound(s) && belongs(s));
  const doubts = remembered((article: StoryArticle) => doubtsIn(article.text));
  const mayStand = remembered(
    (s: Sentence) =>
      isSound(s) && (belongs(s) || followsUp(s) || !isNear(s, doubts(articles[s.document]!))),
  );
  const followsUp = (s: Sentence) => {
    const before = sentences[s.document]![s.index - 1];
    return before !== undefined && proves(before) && [...s.terms].some((t) => before.terms.has(t));
  };
  const spelledIn = remembered((article: StoryArticle) => [
    ...[article.title, ...announcements(article.text)].map((text) => ({ text, own: undefined })),
    ...sentences[at.get(article.id)!]!.map((own) => ({ text: own.text, own })),
  ]);
  const names = (id: number, folded: string) => {
    const article = articles[at.get(id) ?? -1];
    if (!article) return false;
    return spelledIn(article).some(
      ({ text, own }) =>
        foldWord(text).includes(folded) &&
        (!own || proves(own)) &&
        readWords(text, article.language).some((w) => w.capital && w.folded === folded),
    );
  };
  return {
    articles,
    sentences,
    isSound,
    proves,
    mayStand,
    sentencesAt: ({ article, start, end }) =>
      (sentences[at.get(article) ?? -1] ?? []).filter((s) => s.start < end && s.end > start),
    names,
  };
}

function remembered<K extends object, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
}

/** Soft hyphens, line breaks and the like are the page's, not the sentence's. */
export function shownAs(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The lines that announce what follows them, those that order something left out. */
export function announcements(text: string): string[] {
  return (text.match(/^[^\n]{10,200}:$/gm) ?? []).filter(
    (line) => !asksOrOrders(line) && !forbiddenIn(shownAs(line)),
  );
}

type Doubt = Span & { readonly doubtful: boolean };

/** All sentences of a text, headings and lists too, and which of them order, hold an address or are the page's own. */
function doubtsIn(text: string): Doubt[] {
  const found: Doubt[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const { start, end } of splitSentences(line[0])) {
      const words = line[0].slice(start, end);
      const doubtful =
        asksOrOrders(words) || forbiddenIn(shownAs(words)) !== undefined || isBoilerplate(words);
      found.push({ start: line.index + start, end: line.index + end, doubtful });
    }
  }
  return found;
}

function isNear({ start, end }: Span, all: readonly Doubt[]): boolean {
  const first = all.findIndex((d) => d.end > start);
  const last = all.findLastIndex((d) => d.start < end);
  return all.slice(Math.max(0, first - NEAR), last + NEAR + 1).some((d) => d.doubtful);
}
