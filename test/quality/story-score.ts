/** How well predicted stories agree with the true ones, in percent. */
export type StoryScore = {
  /** B-cubed (Bagga and Baldwin 1998): per article, which part of its story is right, and which part was found. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The same over all pairs of articles of one story: stories of one article do not flatter it. */
  readonly pairPrecision: number;
  readonly pairRecall: number;
  readonly pairF1: number;
};

/**
 * Compares labels article by article. With `counts`, only the articles it accepts are judged, yet against all: what
 * cross-validation needs, where one stream holds articles that were trained on and others that were not.
 */
export function scoreStories(
  truth: readonly string[],
  predicted: readonly (string | number)[],
  counts: (index: number) => boolean = () => true,
): StoryScore {
  const inTruth = tally(truth);
  const inPredicted = tally(predicted);
  const both = predicted.map((label, i) => `${label}\t${truth[i]}`);
  const inBoth = tally(both);
  let judged = 0;
  let precision = 0;
  let recall = 0;
  let hits = 0;
  let claimed = 0;
  let wanted = 0;
  for (let i = 0; i < truth.length; i += 1) {
    if (!counts(i)) continue;
    const shared = inBoth.get(both[i]!)!;
    const mine = inPredicted.get(predicted[i]!)!;
    const right = inTruth.get(truth[i]!)!;
    judged += 1;
    precision += shared / mine;
    recall += shared / right;
    hits += shared - 1;
    claimed += mine - 1;
    wanted += right - 1;
  }
  const p = (100 * precision) / Math.max(1, judged);
  const r = (100 * recall) / Math.max(1, judged);
  const pairP = claimed > 0 ? (100 * hits) / claimed : 100;
  const pairR = wanted > 0 ? (100 * hits) / wanted : 100;
  return {
    precision: p,
    recall: r,
    f1: harmonic(p, r),
    pairPrecision: pairP,
    pairRecall: pairR,
    pairF1: harmonic(pairP, pairR),
  };
}

function tally<T>(labels: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function harmonic(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}
