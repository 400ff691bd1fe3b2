import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

/** Every language there are words in. Another one is a file and a line here. */
export const TEXTS: Readonly<Record<string, Texts>> = { en, de, es, fr };

/** The words of a language (ISO 639-1); English where there are none in it. */
export function textsIn(language: string): Texts {
  return TEXTS[language.slice(0, 2).toLowerCase()] ?? en;
}
