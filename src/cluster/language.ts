import { functionWords } from '../text/function-words.ts';
import { eachToken } from './scan.ts';

const KNOWN = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl'] as const;
/** Headlines are short: two function words of another language against none of English are enough. */
const LEAST = 2;
const WORDS = 60;
const AFTER_LATIN = 0x250;

/**
 * The language whose function words the text uses most; `en` where none stands out, empty for a script other than
 * Latin: it is none of the languages that are known.
 * Good enough to drop those words, which would otherwise tie unlike articles together; not a language detector.
 */
export function guessLanguage(title: string, text: string): string {
  const hits = KNOWN.map(() => 0);
  let latin = 0;
  let other = 0;
  for (const part of [title, text]) {
    let read = 0;
    eachToken(part, ({ text: word }) => {
      const lower = word.toLowerCase();
      if (word.charCodeAt(0) < AFTER_LATIN) latin += 1;
      else other += 1;
      for (let i = 0; i < KNOWN.length; i += 1) {
        if (functionWords(KNOWN[i]!).has(lower)) hits[i]! += 1;
      }
      read += 1;
      return read < WORDS;
    });
  }
  if (other > latin) return '';
  let best = 0;
  for (let i = 1; i < hits.length; i += 1) if (hits[i]! > hits[best]!) best = i;
  return hits[best]! >= LEAST ? KNOWN[best]! : 'en';
}
