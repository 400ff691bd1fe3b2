/** Words of five languages for one thing, folded as `foldWord` does. */
export type Concept = {
  /** Whoever is told of it wrongly is wronged: it must stand in the source, and may not get lost in a translation. */
  readonly grave?: true;
  /** It must stand in the source, and may be told otherwise in a translation. */
  readonly stated?: true;
  /** A translation may not lose it either. */
  readonly kept?: true;
  /** By language: what tells it | what tells as much | what only another language may tell it for. */
  readonly words: Readonly<Record<string, string>>;
};
