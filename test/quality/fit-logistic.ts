/** One example: its features, whether it is right, how much it counts. */
export type Weighed = {
  readonly features: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
};

const STEPS = 12;

/**
 * Logistic regression by Newton's method: one weight for each feature, the last one added always. `pull` draws the
 * weights towards zero, each measured by how far its feature spreads.
 */
export function fitLogistic(examples: readonly Weighed[], pull: number): number[] {
  const width = examples[0]!.features.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (e: Weighed) => number) =>
    examples.reduce((sum, e) => sum + e.weight * of(e), 0) / total;
  const means = Array.from({ length: width }, (_, i) => mean((e) => e.features[i]!));
  const spreads = means.map((m, i) => Math.sqrt(mean((e) => (e.features[i]! - m) ** 2)) || 1);
  const rows = examples.map(({ features }) => [
    ...features.map((value, i) => (value - means[i]!) / spreads[i]!),
    1,
  ]);
  const weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w, i) => (i < width ? pull * w : 0));
    const bend = weights.map((_, i) => weights.map((_, j) => (i === j && i < width ? pull : 1e-9)));
    for (const [n, row] of rows.entries()) {
      const { weight, isRight } = examples[n]!;
      const likely =
        1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      const wrong = weight * (likely - (isRight ? 1 : 0));
      const firm = weight * likely * (1 - likely);
      for (let i = 0; i <= width; i++) {
        slope[i]! += wrong * row[i]!;
        const line = bend[i]!;
        const by = firm * row[i]!;
        for (let j = 0; j <= width; j++) line[j]! += by * row[j]!;
      }
    }
    for (const [i, change] of solve(bend, slope).entries()) weights[i]! -= change;
  }
  const raw = weights.slice(0, width).map((w, i) => w / spreads[i]!);
  return [...raw, weights[width]! - raw.reduce((sum, w, i) => sum + w * means[i]!, 0)];
}

/** Solves linear equations by elimination; both arguments are used up. */
function solve(lines: number[][], right: number[]): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    let most = i;
    for (let r = i + 1; r < size; r++)
      if (Math.abs(lines[r]![i]!) > Math.abs(lines[most]![i]!)) most = r;
    [lines[i], lines[most]] = [lines[most]!, lines[i]!];
    [right[i], right[most]] = [right[most]!, right[i]!];
    for (let r = i + 1; r < size; r++) {
      const factor = lines[r]![i]! / lines[i]![i]!;
      for (let c = i; c < size; c++) lines[r]![c]! -= factor * lines[i]![c]!;
      right[r]! -= factor * right[i]!;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let c = i + 1; c < size; c++) right[i]! -= lines[i]![c]! * right[c]!;
    right[i]! /= lines[i]![i]!;
  }
  return right;
}
