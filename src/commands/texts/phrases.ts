import type { Texts } from './texts.ts';

type Phrases = Texts['phrases'];

const isSlotted = (phrase: string): boolean => phrase.includes('{}');

/** Where something stands in a phrase, the longest first: "channel {}: I lack {}" before "channel {}: {}". */
const patterns = (phrases: Phrases): readonly (readonly [RegExp, string])[] =>
  Object.entries(phrases)
    .filter(([english]) => isSlotted(english))
    .sort(([a], [b]) => b.length - a.length)
    .map(([english, said]) => {
      const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return [new RegExp(`^${parts.join('([\\s\\S]+?)')}$`), said] as const;
    });

const compiled = new WeakMap<Phrases, ReturnType<typeof patterns>>();

function patternsOf(phrases: Phrases): ReturnType<typeof patterns> {
  const known = compiled.get(phrases) ?? patterns(phrases);
  compiled.set(phrases, known);
  return known;
}

/**
 * What another floor of the program says in English, such as why a feed cannot be read, in the words of a language. What
 * is none of the phrases (a server's own words) stays as it is.
 */
export function inWords(english: string, texts: Texts): string {
  if (texts.language === 'en') return english;
  const phrases: Readonly<Record<string, string>> = texts.phrases;
  const whole = Object.hasOwn(phrases, english) ? phrases[english] : undefined;
  if (whole !== undefined) return whole;
  for (const [pattern, said] of patternsOf(texts.phrases)) {
    const found = pattern.exec(english);
    if (!found) continue;
    const slots = found.slice(1).map((slot) => inWords(slot, texts));
    return said.replace(/\{\}/g, () => slots.shift() ?? '');
  }
  const several = english.split(', ');
  return several.length > 1 && several.every((one) => Object.hasOwn(phrases, one))
    ? several.map((one) => phrases[one]).join(', ')
    : english;
}

/** The same inside of a sentence, which has a full stop of its own. */
export const reasonIn = (english: string, texts: Texts): string =>
  inWords(english, texts).replace(/\.$/, '');
