import { functionWords } from '../../text/function-words.ts';
import type { Span } from '../../text/span.ts';
import { stemmerFor, wordsOf } from '../../text/words.ts';
import { regular } from '../irregular.ts';

/** A word of a sentence in the forms it is compared in. */
export type ReadWord = Span & {
  readonly text: string;
  /** Lower case, without accents, dots and a possessive. */
  readonly folded: string;
  /** Its stem, irregular forms joined. */
  readonly stem: string;
  readonly common: boolean;
  readonly capital: boolean;
  /** It stands where any word has a capital: at the beginning of a sentence or behind an opening mark. */
  readonly opens: boolean;
};

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A word as names are compared: Müller and Muller, U.S. and US, Peskov’s and Peskov are one. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´]s?$/, '')
    .replace(/[’ʼ`´]/g, "'");
}

/** British and American spellings as one: "mobilisation", "harbour", "defence". What it does to other words it does to all. */
function oneSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/is(e[sdr]?|ing|ations?)$/, 'iz$1')
    .replace(/our(s|ed|ing|ers?)?$/, 'or$1')
    .replace(/(?<=fen|cen)ce(s?)$/, 'se$1')
    .replace(/([^aeiou])re(s?)$/, '$1er$2');
}

const OPENS = /(?:^|[.!?…:]["”’»)\]]*\s+|[“"„«‘(]\s?|\n\s*|[–—]\s)["“„«‘'(]*$/u;

/** The words of a text, those joined by hyphens taken apart. */
export function readWords(text: string, language: string | null): ReadWord[] {
  const stem = stemmerFor(language);
  const stop = functionWords(language);
  const english = (language ?? 'en').startsWith('en');
  const words: ReadWord[] = [];
  for (const word of wordsOf(text)) {
    let start = word.start;
    for (const part of word.text.split(/[-·]/)) {
      const folded = foldWord(part);
      const lower = part.toLowerCase().replace(/['’]s$/, '');
      if (folded) {
        words.push({
          text: part,
          start,
          end: start + part.length,
          folded,
          stem: regular(stem(english ? oneSpelling(lower) : lower), language),
          common: lower.length < 2 || stop.has(lower),
          capital: /^\p{Lu}/u.test(part) || /^\p{Ll}\p{Lu}/u.test(part),
          opens: OPENS.test(text.slice(Math.max(0, start - 12), start)),
        });
      }
      start += part.length + 1;
    }
  }
  return words;
}
