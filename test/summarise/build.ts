import type { Document } from '../../src/news/article.ts';
import type { Quote } from '../../src/news/quote.ts';
import type { StoryArticle } from '../../src/summarise/material.ts';

let ids = 0;

/** An article with only what a test is about; paragraphs may be given as a list. */
export function article(
  given: Partial<Omit<StoryArticle, 'text'>> & { text?: string | readonly string[] } = {},
): StoryArticle {
  const { text = '', ...rest } = given;
  ids++;
  return {
    id: ids,
    title: '',
    outlet: null,
    url: null,
    publishedAt: null,
    language: 'en',
    copyOf: null,
    ...rest,
    text: typeof text === 'string' ? text : text.join('\n\n'),
  };
}

/** A quote of `words`, which must stand in the article. */
export function quote(of: Document, words: string, given: Partial<Quote> = {}): Quote {
  const start = of.text.indexOf(words);
  if (start < 0) throw new Error(`not in the article: ${words}`);
  const name = given.speakerName ?? given.speaker ?? null;
  return {
    text: words,
    article: of.id,
    start,
    end: start + words.length,
    speaker: name,
    speakerStart: null,
    speakerEnd: null,
    speakerName: null,
    role: null,
    via: null,
    kind: 'direct',
    use: 'key',
    confidence: 0.9,
    ...given,
  };
}
