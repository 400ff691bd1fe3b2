import { letterByLetter } from '../text/unspaced-scripts.ts';

/**
 * Whether one of the phrases stands in one of the texts, at the beginning of a word: `sport` also in "Sports", "SPORT"
 * and "Spörtler", but not in "transport". Where words are written without spaces, anywhere.
 */
export function saysAny(phrases: readonly string[], texts: readonly string[]): boolean {
  const wanted = phrases.map(fold).filter((phrase) => phrase !== ' ');
  if (wanted.length === 0) return false;
  return texts.some((text) => {
    const folded = fold(text);
    return wanted.some((phrase) => folded.includes(phrase));
  });
}

/** Words in small letters without accents, each after one space. */
function fold(text: string): string {
  const words = letterByLetter(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${words}`;
}
