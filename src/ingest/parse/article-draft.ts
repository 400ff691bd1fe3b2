/** An article as it was read from a page, a text file or a row, before it has an id. */
export type ArticleDraft = {
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601 UTC; null is unknown, never now. */
  readonly publishedAt: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly outlet: string | null;
  /** '' where there was none. Paragraphs are separated by a blank line, but for text files, which stay as they are. */
  readonly text: string;
};
