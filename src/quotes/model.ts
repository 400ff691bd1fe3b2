import type { Candidate } from './candidates.ts';
import weights from './weights.json' with { type: 'json' };

const REGION: ReadonlyMap<string, number> = new Map(Object.entries(weights.region));
const CANDIDATE: ReadonlyMap<string, number> = new Map(Object.entries(weights.candidate));

/** How likely it is that nobody said the words, and for each candidate that it was them. */
export type Odds = { readonly nobody: number; readonly each: readonly number[] };

/** A softmax over the sums of the features' weights; the weights come from `test/quotes/train.ts`. */
export function oddsOf(region: readonly string[], candidates: readonly Candidate[]): Odds {
  const sums = [sum(REGION, region), ...candidates.map((c) => sum(CANDIDATE, c.features))];
  const top = Math.max(...sums);
  const raised = sums.map((s) => Math.exp(s - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return { nobody: raised[0]! / total, each: raised.slice(1).map((v) => v / total) };
}

function sum(table: ReadonlyMap<string, number>, features: readonly string[]): number {
  let total = 0;
  for (const feature of features) total += table.get(feature) ?? 0;
  return total;
}
