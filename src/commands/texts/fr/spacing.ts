import type { Run } from '../../../chat/message.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

/** A text with the spaces French sets before high marks and within quote marks, none of which ends a line. */
export const spacedText = (text: string): string =>
  text
    .replace(/ (?=[;?!])/g, NARROW)
    .replace(/ (?=[:»])/g, FIXED)
    .replace(/(?<=«) /g, FIXED);

/** The same of all texts in a table; they are written with plain spaces, which everybody can type and see. */
export function spaced<T>(texts: T): T {
  return spacedValue(texts) as T;
}

function spacedValue(value: unknown): unknown {
  if (typeof value === 'string') return spacedText(value);
  if (Array.isArray(value)) return value.map(spacedValue);
  if (typeof value === 'function') {
    const say = (...given: unknown[]) => spacedValue(value(...given));
    return Object.defineProperty(say, 'length', { value: value.length });
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value) return spacedRun(value as Run);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, spacedValue(inner)]),
  );
}

/** Lines to type and the outlets' own words stay as they are. */
const spacedRun = (run: Run): Run =>
  run.kind === 'text' || run.kind === 'faint' || run.kind === 'strong'
    ? { ...run, text: spacedText(run.text) }
    : run;
