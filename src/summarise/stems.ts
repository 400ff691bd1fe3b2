import { stemmerFor } from '../text/words.ts';
import { regular } from './irregular.ts';
import type { Token } from './tokens.ts';

// Words that a stemmer takes for forms of another: who built a house is not told by "the building", nor who founded a
// firm by what was found. `others` are the other's own forms.
const APART = [
  {
    word: /^buildings?$/i,
    within: /\bbuildings?\b/iu,
    others: /\bbuil(?:t|ds?|ders?)\b/iu,
    stem: 'building',
    other: 'build',
  },
  {
    word: /^found(?:ed|ers?|ing)$/i,
    within: /\bfound(?:ed|ers?|ing)\b/iu,
    others: /\b(?:found|finds?|finding)\b/iu,
    stem: 'founded',
    other: 'find',
  },
  {
    word: /^safely$/i,
    within: /\bsafely\b/iu,
    others: /\bsafe(?:r|st)?\b/iu,
    stem: 'safely',
    other: 'safe',
  },
];

const isEnglish = (language: string | null) => (language ?? 'en').startsWith('en');

/** The stem of a word (lower case), in the form that stands for its irregular kin. */
export function stemOf(word: string, language: string | null): string {
  const apart = isEnglish(language) && APART.find((a) => a.word.test(word));
  return apart ? apart.stem : regular(stemmerFor(language)(word), language);
}

/** The stems of a text as `stemOf` has them. */
export function stemsOfTokens(
  tokens: readonly Token[],
  text: string,
  language: string | null,
): Set<string> {
  const stems = new Set(tokens.map((t) => regular(t.stem, language)));
  if (!isEnglish(language)) return stems;
  for (const { within, others, stem, other } of APART) {
    if (!within.test(text)) continue;
    stems.add(stem);
    if (!others.test(text)) stems.delete(other);
  }
  return stems;
}
