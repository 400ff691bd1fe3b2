/** The cosine of two vectors from their product and their squared lengths; 0 where nothing is shared. */
export function cosine(dot: number, a: number, b: number): number {
  return dot === 0 ? 0 : dot / Math.sqrt(a * b);
}
