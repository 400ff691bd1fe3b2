/** How often each term stands in a list. */
export function termCounts(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The share of the terms of the smaller set that stand in the other one, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return common(small, large) / small.size;
}

/** Cosine of two sets of terms, 0 to 1. */
export function setCosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return common(small, large) / Math.sqrt(a.size * b.size);
}

function common(small: ReadonlySet<string>, large: ReadonlySet<string>): number {
  let both = 0;
  for (const term of small) if (large.has(term)) both++;
  return both;
}

/** Neighbouring terms as pairs. */
export function pairsOf(terms: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (let i = 1; i < terms.length; i++) pairs.add(`${terms[i - 1]} ${terms[i]}`);
  return pairs;
}
