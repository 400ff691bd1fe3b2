import type { Grammar } from './grammar.ts';
import { ENGLISH } from './lexicon/english.ts';
import { FRENCH } from './lexicon/french.ts';
import { GERMAN } from './lexicon/german.ts';
import { ITALIAN } from './lexicon/italian.ts';
import { SPANISH } from './lexicon/spanish.ts';
import { words } from './lexicon/words.ts';

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
};

// Small words of one language that are none of another.
const MARKERS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', words('the and of to is was that with for said has from by are his her they not')],
  ['de', words('der die das und ist nicht mit für auf den von sich dem ein eine auch wird sagte')],
  ['es', words('el los las y que es una por con para del se su como más dijo está pero')],
  ['fr', words('le les des et est une dans pour que du qui pas sur au avec il ce cette')],
  ['it', words('il di che è e una per non del della con sono gli nel alla anche ha più')],
];

/** The grammar of a text: of its declared language (ISO 639-1) if we have one, else of the one its small words are from. */
export function grammarFor(language: string | null, text: string): Grammar {
  const declared = language ? GRAMMARS[language.slice(0, 2).toLowerCase()] : undefined;
  if (declared) return declared;
  const sample =
    text
      .slice(0, 1_200)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best = 'en';
  let most = 0;
  for (const [code, markers] of MARKERS) {
    let hits = 0;
    for (const word of sample) if (markers.has(word)) hits++;
    if (hits > most) {
      most = hits;
      best = code;
    }
  }
  return GRAMMARS[best]!;
}
