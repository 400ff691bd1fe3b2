import stemmers from 'snowball-stemmers';
import { functionWords } from './function-words.ts';

export type Word = { readonly text: string; readonly start: number; readonly end: number };

// A word may hold inner apostrophes, dots and hyphens that bind (don't, U.S, vice-president, 2.5).
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.·-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text with their UTF-16 offsets, marks and spaces left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const STEMMER_NAMES: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
  ru: 'russian',
};

type Stem = (word: string) => string;
const stemOf = new Map<string, Stem>();

/** The stemmer of a language (ISO 639-1), remembering what it has seen; words of a language without one stay. */
export function stemmerFor(language: string | null): Stem {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  const known = stemOf.get(code);
  if (known) return known;
  const name = STEMMER_NAMES[code];
  const snowball = name ? stemmers.newStemmer(name) : undefined;
  // News repeats itself: a cache of 50,000 words answers nearly every call; it is dropped, not aged, when full.
  const seen = new Map<string, string>();
  const stem: Stem = (word) => {
    const hit = seen.get(word);
    if (hit !== undefined) return hit;
    if (seen.size >= 50_000) seen.clear();
    const result = snowball ? snowball.stem(word) : word;
    seen.set(word, result);
    return result;
  };
  stemOf.set(code, stem);
  return stem;
}

/** Lower-cased, stemmed content words of a text in order: what two texts are compared by. */
export function termsOf(text: string, language: string | null): string[] {
  const stem = stemmerFor(language);
  const stop = functionWords(language);
  const terms: string[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    if (word.length > 1 && !stop.has(word)) terms.push(stem(word));
  }
  return terms;
}
