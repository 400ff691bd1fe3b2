import type { LanguageIdentifier } from 'cld3-asm';

// A headline of four words can be told; fewer letters are names and numbers.
const MIN_LETTERS = 20;
// The first kilobytes tell as much as the whole.
const MAX_LENGTH = 4_000;
// Below this the detector is wrong about as often as right.
const MIN_PROBABILITY = 0.7;

// Codes that CLD3 gives otherwise than ISO 639-1.
const RENAMED: Readonly<Record<string, string>> = { iw: 'he', jw: 'jv', nb: 'no', fil: 'tl' };

let identifier: Promise<LanguageIdentifier> | undefined;

/** The language of a text as ISO 639-1, or null where it is too short or could be several. */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, MAX_LENGTH).replace(/https?:\S+/g, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // One letter of Chinese or Japanese says as much as a syllable or a word elsewhere.
  const dense =
    sample.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu,
    )?.length ?? 0;
  if (letters + 3 * dense < MIN_LETTERS) return null;
  // Loaded at the first text: most feeds and pages say what they are written in.
  identifier ??= import('cld3-asm')
    .then((cld3) => cld3.loadModule())
    .then((module) => module.create(0, 2 * MAX_LENGTH));
  const found = (await identifier).findLanguage(sample);
  return found.probability >= MIN_PROBABILITY ? languageCode(found.language) : null;
}

/** What a feed or page says of its language ("en-US", "de_DE") as ISO 639-1, null where that is nothing usable. */
export function languageCode(declared: string | null): string | null {
  const first = /^\s*([a-z]{2,3})(?:[-_ ;,].*)?\s*$/is.exec(declared ?? '')?.[1]?.toLowerCase();
  if (first === undefined || first === 'und') return null;
  const short = twoLetter(first) ?? first;
  const code = (Object.hasOwn(RENAMED, short) ? RENAMED[short] : undefined) ?? short;
  return code.length === 2 ? code : null;
}

/** "eng" → "en", by the rule that the shortest code is the right one (BCP 47). */
function twoLetter(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined; // RangeError: not a code at all.
  }
}
