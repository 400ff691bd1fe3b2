/** An article as it was read, before it is anybody's: what feeds, pages and files all become. */
export type ArticleDraft = {
  readonly url: string | null;
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly outlet: string | null;
  readonly text: string;
};
