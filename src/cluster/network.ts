/**
 * A logistic score with a small layer of bent sums beside the straight one: with `hidden` empty it is plain logistic
 * regression. Inputs are centred and scaled first.
 */
export type Network = {
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly straight: readonly number[];
  readonly bias: number;
  readonly hidden: readonly {
    readonly weights: readonly number[];
    readonly bias: number;
    readonly out: number;
  }[];
};

/** Inputs further out than this were not met in training: they count as this far. */
const FARTHEST = 6;
export const LEAK = 0.05;

/** The log odds that the network gives; 0 is even. */
export function logOddsOf(network: Network, inputs: Float64Array): number {
  const { means, scales, straight, hidden } = network;
  const z = new Float64Array(means.length);
  let sum = network.bias;
  for (let i = 0; i < z.length; i += 1) {
    const scaled = (inputs[i]! - means[i]!) / scales[i]!;
    z[i] = scaled > FARTHEST ? FARTHEST : scaled < -FARTHEST ? -FARTHEST : scaled;
    sum += straight[i]! * z[i]!;
  }
  for (const { weights, bias, out } of hidden) {
    let bent = bias;
    for (let i = 0; i < z.length; i += 1) bent += weights[i]! * z[i]!;
    sum += out * (bent > 0 ? bent : LEAK * bent);
  }
  return sum;
}
