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
    -2.391, // one
    0.555, // told
    0.019, // toldByAll
    0.98, // often
    2.291, // titles
    0.572, // leads
    0.486, // early
    0.571, // capital
    0.442, // number
    0.0, // common
    0.325, // bothCommon
    -0.015, // length
  ],
  pairs: [
    -3.089, // one
    1.09, // told
    -0.162, // toldByAll
    1.145, // often
    2.588, // titles
    0.254, // leads
    0.801, // early
    1.006, // capital
    0.407, // number
    0.028, // common
    0.104, // bothCommon
    -0.104, // length
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
    0.712, // told
    -0.119, // toldByAll
    0.675, // often
    0.0, // titles
    0.534, // leads
    1.124, // early
    0.056, // capital
    -0.162, // number
    0.0, // common
    0.359, // bothCommon
    -0.81, // length
  ],
  pairs: [
    -2.753, // one
    1.386, // told
    -0.386, // toldByAll
    0.746, // often
    0.0, // titles
    -0.367, // leads
    1.416, // early
    0.547, // capital
    -0.06, // number
    0.098, // common
    0.23, // bothCommon
    -0.664, // length
  ],
  sentence: [
    -0.339, // first
    0.304, // position
    0.421, // centroid
    0.0, // titles
    -0.059, // leads
    0.127, // short
    -0.086, // long
    0.185, // quoted
    -0.007, // personal
    0.012, // dangling
    -0.025, // connective
    0.02, // question
    -0.082, // names
    -0.034, // numbers
  ],
  pairShare: 2,
  sharpness: 1.3,
};
