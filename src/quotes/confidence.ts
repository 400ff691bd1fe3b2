/**
 * How often a quote and its speaker were both right on articles the model had not seen (the parts of polnear-train in turn), by the model's
 * own odds and rounded down: [odds, share right for five words and more, share right for fewer].
 */
const MEASURED: readonly (readonly [odds: number, long: number, short: number])[] = [
  [0, 0.4, 0.4],
  [0.3, 0.55, 0.52],
  [0.45, 0.72, 0.62],
  [0.55, 0.79, 0.7],
  [0.65, 0.85, 0.77],
  [0.75, 0.9, 0.83],
  [0.85, 0.925, 0.89],
  [0.95, 0.965, 0.945],
  [1, 0.985, 0.975],
];

/** The confidence of a quote: the share of quotes like it that were right when measured. */
export function confidenceOf(odds: number, words: number): number {
  const column = words >= 5 ? 1 : 2;
  let at = 1;
  while (at < MEASURED.length - 1 && MEASURED[at]![0] < odds) at++;
  const [low, high] = [MEASURED[at - 1]!, MEASURED[at]!];
  const share = Math.min(1, Math.max(0, (odds - low[0]) / (high[0] - low[0])));
  return Math.round(1_000 * (low[column] + share * (high[column] - low[column]))) / 1_000;
}
