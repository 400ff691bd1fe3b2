import type { ArticleId } from '../../news/article.ts';

/** Words that a writer wants to tell and the articles it says they come from: nothing of it is believed yet. */
export type DraftSentence = { readonly text: string; readonly sources: readonly ArticleId[] };

/** Words that a writer says somebody said, and where. */
export type DraftQuote = {
  readonly words: string;
  readonly source: ArticleId;
  readonly speaker: string;
};

/** What a writer hands in: a digest's text without any proof. Null stands where it wrote nothing. */
export type Draft = {
  readonly headline: string | null;
  readonly lede: DraftSentence | null;
  readonly bullets: readonly DraftSentence[];
  readonly quotes: readonly DraftQuote[];
};

/** Why words were not shown. */
export type Reason =
  | 'address'
  | 'mention'
  | 'markup'
  | 'code'
  | 'characters'
  | 'order'
  | 'length'
  | 'language'
  | 'no source'
  | 'unsupported'
  | 'name'
  | 'number'
  | 'date'
  | 'negation'
  | 'meaning'
  | 'unattributed'
  | 'not verbatim'
  | 'speaker'
  | 'not a statement'
  | 'leans on another'
  | 'repeated';

/** Words that a writer handed in and a reader will not see. */
export type Refusal = {
  readonly part: 'headline' | 'lede' | 'bullet' | 'quote' | 'fact';
  readonly text: string;
  readonly reason: Reason;
  /** The word, number or name it failed on, where there is one. */
  readonly what: string | null;
};
