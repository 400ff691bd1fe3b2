import { LEAK, type Network } from '../../src/cluster/network.ts';

/** One example: the share of truth in `y`, 0 to 1, and how much it counts. */
export type Example = { readonly x: Float64Array; readonly y: number; readonly weight: number };

type Shape = {
  /** How many bent sums; none makes it a logistic regression. */
  readonly hidden: number;
  readonly epochs: number;
  readonly seed: number;
  /** Pulls weights towards zero. */
  readonly decay?: number;
};

const BATCH = 64;
const RATE = 0.004;
const FARTHEST = 6;

/** Fits a network by Adam (Kingma and Ba 2015) with a rate that falls to zero along a cosine. Same seed, same weights. */
export function fitNetwork(examples: readonly Example[], shape: Shape): Network {
  const width = examples[0]!.x.length;
  const size = shape.hidden;
  const { means, scales, total } = spread(examples, width);
  const inputs = new Float32Array(examples.length * width);
  for (const [row, { x }] of examples.entries()) {
    for (let i = 0; i < width; i += 1) {
      const z = (x[i]! - means[i]!) / scales[i]!;
      inputs[row * width + i] = Math.max(-FARTHEST, Math.min(FARTHEST, z));
    }
  }
  // All parameters in one row: hidden weights, hidden biases, hidden outs, bias, straight weights.
  const biases = size * width;
  const outs = biases + size;
  const bias = outs + size;
  const straight = bias + 1;
  const count = straight + width;
  const p = new Float64Array(count);
  const gradient = new Float64Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  const random = randomFrom(shape.seed);
  for (let i = 0; i < biases; i += 1) p[i] = (random() * 2 - 1) * Math.sqrt(3 / width);
  for (let i = outs; i < bias; i += 1) p[i] = (random() * 2 - 1) * Math.sqrt(3 / (size || 1)) * 0.5;
  p[bias] = -2;
  const order = Int32Array.from(examples.keys());
  const bent = new Float64Array(size);
  const mean = total / examples.length;
  const decay = shape.decay ?? 1e-4;
  const steps = shape.epochs * Math.ceil(examples.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < shape.epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      gradient.fill(0);
      for (const row of batch) {
        const at = row * width;
        let sum = p[bias]!;
        for (let i = 0; i < width; i += 1) sum += p[straight + i]! * inputs[at + i]!;
        for (let h = 0; h < size; h += 1) {
          let z = p[biases + h]!;
          for (let i = 0; i < width; i += 1) z += p[h * width + i]! * inputs[at + i]!;
          bent[h] = z > 0 ? z : LEAK * z;
          sum += p[outs + h]! * bent[h]!;
        }
        const { y, weight } = examples[row]!;
        const error = ((1 / (1 + Math.exp(-sum)) - y) * weight) / mean;
        gradient[bias]! += error;
        for (let i = 0; i < width; i += 1) gradient[straight + i]! += error * inputs[at + i]!;
        for (let h = 0; h < size; h += 1) {
          gradient[outs + h]! += error * bent[h]!;
          const back = error * p[outs + h]! * (bent[h]! > 0 ? 1 : LEAK);
          gradient[biases + h]! += back;
          for (let i = 0; i < width; i += 1) gradient[h * width + i]! += back * inputs[at + i]!;
        }
      }
      step += 1;
      const rate = RATE * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
      const fix1 = 1 - 0.9 ** step;
      const fix2 = 1 - 0.999 ** step;
      for (let i = 0; i < count; i += 1) {
        const g = gradient[i]! / batch.length + (i === bias ? 0 : decay * p[i]!);
        first[i] = 0.9 * first[i]! + 0.1 * g;
        second[i] = 0.999 * second[i]! + 0.001 * g * g;
        p[i]! -= (rate * (first[i]! / fix1)) / (Math.sqrt(second[i]! / fix2) + 1e-8);
      }
    }
  }
  return {
    means,
    scales,
    straight: [...p.subarray(straight)],
    bias: p[bias]!,
    hidden: Array.from({ length: size }, (_, h) => ({
      weights: [...p.subarray(h * width, (h + 1) * width)],
      bias: p[biases + h]!,
      out: p[outs + h]!,
    })),
  };
}

function spread(examples: readonly Example[], width: number) {
  const means = new Array<number>(width).fill(0);
  const scales = new Array<number>(width).fill(0);
  let total = 0;
  for (const { x, weight } of examples) {
    total += weight;
    for (let i = 0; i < width; i += 1) means[i]! += weight * x[i]!;
  }
  for (let i = 0; i < width; i += 1) means[i]! /= total;
  for (const { x, weight } of examples) {
    for (let i = 0; i < width; i += 1) scales[i]! += weight * (x[i]! - means[i]!) ** 2;
  }
  for (let i = 0; i < width; i += 1) scales[i] = Math.sqrt(scales[i]! / total) || 1;
  return { means, scales, total };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/** Mulberry32: a small generator with a seed, good enough to shuffle. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
