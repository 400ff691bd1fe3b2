import type { Grammar } from './grammar.ts';
import { ROLE_NOUNS } from './lexicon/names.ts';
import { GERMAN_OFFICE, OCCUPATIONS } from './lexicon/occupations.ts';
import { isCommonOpener } from './openers.ts';
import type { Phrase } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Whether a word is a noun for what somebody is. */
export function isRoleNoun(token: Token): boolean {
  return ROLE_NOUNS.has(token.lower) || (!token.cap && OCCUPATIONS.has(token.lower));
}

/** A German compound that ends in an office, which a capital letter does not tell from a name. */
export function isCompoundOffice(token: Token): boolean {
  return token.cap && GERMAN_OFFICE.test(token.lower);
}

export function hasRole(list: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (isRoleNoun(list[i]!)) return true;
  return false;
}

/** A noun or an adjective, as far as one can tell: no small word and no verb that reports. */
export function isPlain(word: string, g: Grammar): boolean {
  if (
    g.verb(word)?.form === 'finite' ||
    g.prepositions.has(word) ||
    g.breaks.has(word) ||
    g.pronouns.has(word) ||
    g.conjunctions.has(word) ||
    g.relatives.has(word) ||
    g.adverbs.has(word)
  )
    return false;
  return word.length > 3 && !isCommonOpener(word) && !/(?:ed|ly|ing)$/.test(word);
}
