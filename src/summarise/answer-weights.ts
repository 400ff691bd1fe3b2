// Made by `node test/quality/train-ask.ts`: one weight for each of ANSWER_FEATURES, the last one added always.
export const ANSWER_WEIGHTS: readonly number[] = [
  1.535, -0.481, 0.742, -0.576, -0.234, -0.868, 0.136, 0.27, -0.061, -0.577, 0.311, -0.022, 0.314,
  -0.067, -0.497, -0.009, 0.333, 1.701, -0.592, 0.407, -0.143, 0.138, 0.815, -0.059, -0.24, 0.09,
  0.663, -3.002,
];

// The same for SURE_FEATURES.
export const SURE_WEIGHTS: readonly number[] = [
  1.431, 0.029, 0.187, 0.17, 0.31, -0.633, 0.032, 0.291, -0.239, -0.447, -0.489, 0.122, -0.176,
  -0.148, 1.335,
];
