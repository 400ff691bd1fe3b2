import { editDistance } from '../lib/nearest.ts';
import { stemOf } from './stems.ts';
import { synonymsOf } from './synonyms.ts';

/** How well a word of the articles (its stem) stands for a word of the question, 0 to 1. */
export type Forms = ReadonlyMap<string, number>;

// A word of the same meaning, of the same root, half of a compound, a misspelt name.
const SYNONYM = 0.85;
const DERIVED = 0.75;
const COMPOUND = 0.65;
const MISSPELT = 0.9;

/**
 * The stems of a vocabulary that stand for a question's word (lower case), in articles of one language. Where the
 * word itself stands nowhere, the nearest spelling does.
 */
export function formsOf(
  word: string,
  vocabulary: ReadonlySet<string>,
  { language, isHeld }: { readonly language: string | null; readonly isHeld: boolean },
): Forms {
  const own = stemOf(word, language);
  const forms = new Map<string, number>([[own, 1]]);
  for (const stem of synonymsOf(own, language)) forms.set(stem, SYNONYM);
  if (!isHeld) for (const half of halvesOf(own, vocabulary)) forms.set(half, COMPOUND);
  const compounds = language?.startsWith('de') || !isHeld;
  for (const stem of vocabulary) {
    if (forms.has(stem)) continue;
    if (sharesRoot(own, stem)) forms.set(stem, DERIVED);
    else if (compounds && isCompound(own, stem, language)) forms.set(stem, COMPOUND);
    else if (!isHeld && isMisspelt(own, stem)) forms.set(stem, MISSPELT);
  }
  return forms;
}

/** "windfarm": both words that it is made of, where the articles write them apart. */
function halvesOf(word: string, vocabulary: ReadonlySet<string>): string[] {
  for (let at = 3; at <= word.length - 3; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (vocabulary.has(left) && vocabulary.has(right)) return [left, right];
  }
  return [];
}

/** "finance" and "financial", "resid" and "resident": a long beginning in common. */
function sharesRoot(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 5 && same >= 0.7 * Math.max(a.length, b.length) && /^\p{L}+$/u.test(a + b);
}

/** One is the beginning or the end of the other. */
function isCompound(a: string, b: string, language: string | null): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < (language?.startsWith('de') ? 4 : 5) || long.length < short.length + 3)
    return false;
  // "building" is no compound of "build".
  if (long === `${short}ing`) return false;
  return long.startsWith(short) || long.endsWith(short);
}

function isMisspelt(a: string, b: string): boolean {
  const slips = a.length >= 8 ? 2 : a.length >= 3 ? 1 : 0;
  if (slips === 0 || a[0] !== b[0] || Math.abs(a.length - b.length) > slips) return false;
  // Of three letters one may be missing, none be wrong.
  if (a.length === 3 && (b.length !== 4 || !b.startsWith(a.slice(0, 2)))) return false;
  // A short word is too near to many for anything but a letter too few.
  if (a.length === 4 && (b.length < 4 || !b.startsWith(a.slice(0, 2)))) return false;
  return !/\d/.test(a) && editDistance(a, b) <= slips;
}
