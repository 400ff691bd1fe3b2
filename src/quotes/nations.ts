import { COUNTRIES } from './lexicon/names.ts';

/** Belarus, Belarusian; campaign, campaigns. */
export function alike(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length, 5);
  return a === b || (n >= 4 && a.slice(0, n) === b.slice(0, n));
}

const ADJECTIVES = new Set(
  'us u.s u.s. american british uk french dutch spanish german greek swiss danish finnish irish welsh scottish turkish polish'.split(
    ' ',
  ),
);

export function isNation(word: string): boolean {
  if (ADJECTIVES.has(word) || COUNTRIES.has(word)) return true;
  for (const country of COUNTRIES) if (alike(country, word)) return true;
  return false;
}
