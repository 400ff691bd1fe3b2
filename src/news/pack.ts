/** Feeds of well-known outlets on one subject, for a place that begins. */
export type Pack = {
  /** What is typed: `world`, `science-es`. */
  readonly name: string;
  readonly title: string;
  /** ISO 639-1, of all its feeds. */
  readonly language: string;
  readonly feeds: readonly {
    readonly url: string;
    readonly title: string;
    readonly home: string;
  }[];
};
