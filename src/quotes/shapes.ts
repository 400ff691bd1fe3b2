import type { Grammar } from './grammar.ts';
import type { Token } from './tokens.ts';

/** A count as a word: exact while small, then in steps. */
export function sizeOf(n: number): string {
  return n <= 3 ? String(n) : n <= 5 ? '5' : n <= 8 ? '8' : n <= 14 ? '14' : n <= 25 ? '25' : '99';
}

/** A word beside a quote: itself if it is small, else what it is. */
export function wordShape(token: Token | undefined, g: Grammar): string {
  if (!token) return '-';
  if (token.kind === 'quote') return 'QUOTE';
  if (token.kind === 'punct') return token.text;
  if (g.pronouns.has(token.lower)) return 'PRON';
  if (token.cap) return 'CAP';
  const verb = g.verb(token.lower);
  if (verb && verb.form !== 'base') return `V${verb.class}${verb.form}`;
  return token.lower;
}

/** A coarser class of a word, for those too rare to have a weight of their own. */
export function classShape(token: Token | undefined, g: Grammar): string {
  if (!token) return '-';
  if (token.kind !== 'word') return token.kind === 'quote' ? 'QUOTE' : token.text;
  const word = token.lower;
  if (g.pronouns.has(word)) return 'PRON';
  if (token.cap) return 'CAP';
  if (word === "'s" || word === '’s') return 'POSS';
  if (g.determiners.has(word))
    return word === 'a' || word === 'an' ? 'A' : word === 'the' ? 'THE' : 'DET';
  if (g.be.has(word)) return 'BE';
  if (g.prepositions.has(word)) return word === 'of' || word === 'as' ? word : 'PREP';
  if (g.conjunctions.has(word)) return 'AND';
  const verb = g.verb(word);
  if (verb) return `V${verb.class}`;
  if (g.sayingNouns.has(word)) return 'NOUN';
  if (word.endsWith('ly')) return 'LY';
  if (word.endsWith('ing')) return 'ING';
  if (word.endsWith('ed')) return 'ED';
  return g.breaks.has(word) ? word : 'LOW';
}

/** Whether words between marks begin with a capital. */
export function startsUpper(words: string): boolean {
  const first = /\p{L}/u.exec(words.slice(0, 40))?.[0] ?? '';
  return first !== first.toLowerCase();
}

/** How words between marks end: with a comma, a full stop, a question or none of them. */
export function endShape(letter: string): 'comma' | 'stop' | 'ask' | 'none' {
  if (letter === ',') return 'comma';
  if (letter === '.' || letter === '…') return 'stop';
  return letter === '?' || letter === '!' ? 'ask' : 'none';
}
