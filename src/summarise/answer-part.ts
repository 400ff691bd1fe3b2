import type { Ref } from '../news/article.ts';
import type { VerifiedQuote } from '../news/quote.ts';
import type { Passages } from './passages.ts';
import { tidy } from './prose.ts';
import type { Sentence } from './sentence.ts';
import { dangles } from './standalone.ts';

/** A sentence (`quote` null) or a quote that answers; `refs` are where it stands. */
export type AnswerPart = {
  readonly text: string;
  readonly refs: readonly Ref[];
  readonly quote: VerifiedQuote | null;
};

/** A sentence that leans on the one before it comes with that one. */
export function partOf(sentence: Sentence, passages: Passages): AnswerPart {
  const before = dangles(tidy(sentence.text), sentence.language)
    ? passages.before(sentence)
    : undefined;
  const shown = before ? [before, sentence] : [sentence];
  return {
    text: shown.map((s) => tidy(s.text)).join(' '),
    refs: shown.map(({ article, start, end }) => ({ article, start, end })),
    quote: null,
  };
}
