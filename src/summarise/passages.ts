import type { ArticleId, Document } from '../news/article.ts';
import {
  leanedOn,
  type Sought,
  type Stems,
  type StoriesOf,
  seekIn,
  type Turning,
} from './coverage.ts';
import { regular } from './irregular.ts';
import { type Sentence, storySentences } from './sentence.ts';
import { stemsOfTokens } from './stems.ts';
import { tokensOf } from './tokens.ts';
import { type Forms, formsOf } from './word-forms.ts';

/** The sentences of the articles a question is put to. */
export type Passages = {
  readonly sentences: readonly Sentence[];
  readonly article: (sentence: Sentence) => Document;
  /** Which story it is of; an article whose story is not known is one by itself. */
  readonly story: (sentence: Sentence) => number;
  readonly before: (sentence: Sentence) => Sentence | undefined;
  /** The sentences before one that its "He" or "The company" points back to. */
  readonly leanedOn: (sentence: Sentence) => readonly Sentence[];
  /** The sentence that the place in an article stands in. */
  readonly at: (article: ArticleId, place: number) => Sentence | undefined;
  /** The stems that stand for a word in articles of a language. */
  readonly forms: (word: string, language: string | null) => Forms;
  /** Whether the articles write a word with a capital wherever it stands. */
  readonly isName: (word: string) => boolean;
  readonly seek: (words: readonly string[], turning: Turning) => Sought;
};

// A form that is no synonym.
const SURELY = 0.9;

/** `stories` tells which story an article belongs to; one that it does not name is a story by itself. */
export function passagesOf(
  articles: readonly Document[],
  stories: StoriesOf = new Map(),
): Passages {
  const own = articles.map((article, i) => storySentences(article, i));
  const sentences = own.flat();
  const stems = new Map(sentences.map((s) => [s, stemsOf(s)]));
  const titles = articles.map((a) => titleStems(a));
  const vocabularies = vocabulariesOf(articles, own, stems, titles);
  const capitals = capitalised(sentences);
  const byArticle = new Map(articles.map((a, i) => [a.id, i]));
  const known = new Map<string, Forms>();

  const forms = (word: string, language: string | null): Forms => {
    const key = `${(language ?? 'en').slice(0, 2)} ${word}`;
    let found = known.get(key);
    if (!found) {
      const isHeld = [...vocabularies].some(([of, words]) =>
        words.has(regular(tokensOf(word, of)[0]?.stem ?? word, of)),
      );
      const vocabulary = vocabularies.get(key.slice(0, 2)) ?? new Set();
      found = formsOf(word, vocabulary, { language, isHeld });
      known.set(key, found);
    }
    return found;
  };

  const isName = (word: string): boolean =>
    articles.some((a) =>
      [...forms(word, a.language)].some(([stem, force]) => force >= SURELY && capitals.has(stem)),
    );

  const seek = (asked: readonly string[], turning: Turning) =>
    seekIn({ articles, own, sentences, stems, titles, isName, forms, stories }, asked, turning);

  return {
    sentences,
    article: (s) => articles[s.document]!,
    story: (s) => stories.get(s.article) ?? -s.document - 1,
    before: (s) => own[s.document]?.[s.index - 1],
    leanedOn: (s) => leanedOn(own[s.document]!, s),
    at: (article, place) =>
      own[byArticle.get(article) ?? -1]?.find((s) => s.start <= place && place < s.end),
    forms,
    isName,
    seek,
  };
}

/** The stems of a sentence in their regular form, and of the parts of words joined by hyphens. */
function stemsOf({ tokens, text, language }: Sentence): Set<string> {
  const stems = stemsOfTokens(tokens, text, language);
  addParts(stems, text, language);
  return stems;
}

function titleStems({ title, language }: Document): Set<string> {
  const stems = stemsOfTokens(tokensOf(title, language), title, language);
  addParts(stems, title, language);
  return stems;
}

function addParts(stems: Set<string>, text: string, language: string | null): void {
  if (!/[-’']/.test(text)) return;
  // "won’t" does not tell that anybody won.
  for (const joined of text.split(/\s+/))
    if (!/n['’]t(?!\p{L})/iu.test(joined) && /\p{L}[-’'][\p{L}\p{N}]|\p{N}[-’']\p{L}/u.test(joined))
      for (const { stem } of tokensOf(joined.replace(/[-’']/g, ' '), language))
        stems.add(regular(stem, language));
}

function vocabulariesOf(
  articles: readonly Document[],
  own: readonly (readonly Sentence[])[],
  stems: ReadonlyMap<Sentence, Stems>,
  titles: readonly Stems[],
): Map<string, Set<string>> {
  const vocabularies = new Map<string, Set<string>>();
  for (const [i, { language }] of articles.entries()) {
    const code = (language ?? 'en').slice(0, 2);
    const words = vocabularies.get(code) ?? new Set();
    for (const set of [titles[i]!, ...own[i]!.map((s) => stems.get(s)!)])
      for (const stem of set) words.add(stem);
    vocabularies.set(code, words);
  }
  return vocabularies;
}

/** The words that are written with a capital wherever they do not open a sentence: names, in most languages. */
function capitalised(sentences: readonly Sentence[]): Set<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const { tokens, language } of sentences) {
    if (language?.startsWith('de')) continue;
    for (const [i, token] of tokens.entries()) {
      if (i === 0) continue;
      const stem = regular(token.stem, language);
      if (token.capital) capital.add(stem);
      else small.add(stem);
    }
  }
  for (const stem of small) capital.delete(stem);
  return capital;
}
