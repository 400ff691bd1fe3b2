/**
 * Scratch space by term, all zero between comparisons: reading a number from it replaces looking a word up in a map.
 */
export type Tally = {
  /** The marks with which the query uses a term, never 0 where it does. */
  readonly asked: Uint16Array;
  /** The query's weight of a term. */
  readonly askedWeight: Float32Array;
  /** The weight of a term in the centre of the story. */
  readonly centre: Float32Array;
  /** How many of the story's articles that are read use a term. */
  readonly holders: Uint16Array;
  /** In how many of their titles it stands. */
  readonly titles: Uint16Array;
  /** The terms that these articles use, the first `metCount`. */
  readonly met: Int32Array;
  metCount: number;
};

/** A tally for so many terms. */
export const createTally = (size: number): Tally => ({
  asked: new Uint16Array(size),
  askedWeight: new Float32Array(size),
  centre: new Float32Array(size),
  holders: new Uint16Array(size),
  titles: new Uint16Array(size),
  met: new Int32Array(size),
  metCount: 0,
});

/** Makes what was counted of one story zero again, for the next. */
export function forgetStory(tally: Tally): void {
  const { centre, holders, titles, met } = tally;
  for (let k = 0; k < tally.metCount; k += 1) {
    const term = met[k]!;
    centre[term] = 0;
    holders[term] = 0;
    titles[term] = 0;
  }
  tally.metCount = 0;
}
