/** The share of the terms of the smaller set that stand in the other one, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return common(small, large) / small.size;
}

function common(small: ReadonlySet<string>, large: ReadonlySet<string>): number {
  let both = 0;
  for (const term of small) if (large.has(term)) both++;
  return both;
}
