import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

/** Every language there are words in. Another one is a folder and a line here. */
export const TEXTS: Readonly<Record<'en', Texts>> & Readonly<Record<string, Texts>> = {
  en,
  de,
  es,
  fr,
};

/** A text in every language but English, by language. */
export const inOthers = (of: (texts: Texts) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(TEXTS).flatMap(([code, texts]) => (code === 'en' ? [] : [[code, of(texts)]])),
  );

/** Whose dates and numbers stand among the words: those of the language itself, or English as the words are. */
export const localeOf = (language: string): string =>
  TEXTS[language.slice(0, 2).toLowerCase()] ? language : 'en';

/** The words of a language (ISO 639-1); English where there are none in it. */
export function textsIn(language: string): Texts {
  return TEXTS[language.slice(0, 2).toLowerCase()] ?? en;
}
