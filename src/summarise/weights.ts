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
    -2.103, // one
    0.696, // told
    -0.113, // toldByAll
    0.681, // often
    0.0, // titles
    0.537, // leads
    1.126, // early
    0.065, // capital
    -0.135, // number
    0.0, // common
    0.357, // bothCommon
    -0.81, // length
  ],
  pairs: [
    -2.748, // one
    1.36, // told
    -0.373, // toldByAll
    0.758, // often
    0.0, // titles
    -0.33, // leads
    1.398, // early
    0.56, // capital
    -0.04, // number
    0.098, // common
    0.226, // bothCommon
    -0.665, // length
  ],
  sentence: [
    -0.339, // first
    0.308, // position
    0.411, // centroid
    0.0, // titles
    -0.054, // leads
    0.13, // short
    -0.084, // long
    0.185, // quoted
    -0.005, // personal
    0.013, // dangling
    -0.024, // connective
    0.019, // question
    -0.08, // names
    -0.029, // numbers
  ],
  pairShare: 2,
  sharpness: 1.3,
};
