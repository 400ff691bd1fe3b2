/** What travels in bodies. Bodies are looked at, never trusted: `recordOf` and its kin give nothing for a wrong type. */
export type Json = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function recordsOf(value: unknown): readonly Json[] {
  return listOf(value).flatMap((item) => {
    const record = recordOf(item);
    return record ? [record] : [];
  });
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
