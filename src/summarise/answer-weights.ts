// Made by `node test/quality/ask-train.ts`: one weight for each of ANSWER_FEATURES, the last one added always.
export const ANSWER_WEIGHTS: readonly number[] = [
  1.563, -0.175, 1.533, -0.459, 0.202, -0.443, 0.395, 0.079, -0.178, -0.868, 0.143, -0.034, 0.373,
  -0.136, -0.852, 0.224, 0.537, 1.868, -0.727, 0.555, -0.065, -3.265,
];
