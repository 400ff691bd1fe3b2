// Written by `node test/quality/train-summaries.ts ../shared/data src/summarise/weights.ts`: do not edit.

/** How a story's words, pairs of words and sentences are rated (concepts.ts and features.ts name the features). */
export type Weights = {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  readonly sentence: readonly number[];
  /** What a pair counts for beside a word. */
  readonly pairShare: number;
  /** The power that likelihoods are raised to. */
  readonly sharpness: number;
};

/** For articles of a few sentences: feed snippets and ledes. */
export const SHORT: Weights = {
  words: [
    -2.39, // one
    0.554, // told
    0.019, // toldByAll
    0.978, // often
    2.293, // titles
    0.577, // leads
    0.484, // early
    0.571, // capital
    0.44, // number
    0.0, // common
    0.325, // bothCommon
    -0.016, // length
  ],
  pairs: [
    -3.087, // one
    1.088, // told
    -0.159, // toldByAll
    1.142, // often
    2.591, // titles
    0.259, // leads
    0.798, // early
    1.006, // capital
    0.406, // number
    0.028, // common
    0.104, // bothCommon
    -0.105, // length
  ],
  sentence: [
    0.0, // first
    0.0, // position
    0.0, // centroid
    0.0, // titles
    0.0, // leads
    0.0, // short
    0.0, // long
    0.0, // quoted
    0.0, // personal
    0.0, // dangling
    0.0, // connective
    0.0, // question
    0.0, // names
    0.0, // numbers
  ],
  pairShare: 1,
  sharpness: 1.3,
};

/** For full articles. */
export const LONG: Weights = {
  words: [
    -2.076, // one
    0.608, // told
    -0.11, // toldByAll
    0.741, // often
    0.0, // titles
    0.573, // leads
    1.042, // early
    0.062, // capital
    -0.093, // number
    0.0, // common
    0.332, // bothCommon
    -0.797, // length
  ],
  pairs: [
    -2.694, // one
    1.241, // told
    -0.348, // toldByAll
    0.821, // often
    0.0, // titles
    -0.248, // leads
    1.287, // early
    0.554, // capital
    -0.014, // number
    0.091, // common
    0.215, // bothCommon
    -0.661, // length
  ],
  sentence: [
    -0.319, // first
    0.299, // position
    0.388, // centroid
    0.0, // titles
    -0.056, // leads
    0.131, // short
    -0.085, // long
    0.184, // quoted
    -0.002, // personal
    0.011, // dangling
    -0.028, // connective
    0.024, // question
    -0.077, // names
    -0.022, // numbers
  ],
  pairShare: 2,
  sharpness: 1.3,
};
