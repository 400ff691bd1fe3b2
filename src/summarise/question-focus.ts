import { isLight } from './question-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

// What the thing asked for stands behind: "which bank", "how many pilots", "quel prix".
const WHICH = words(
  'which what whose many much welche welcher welches welchen welchem viele wieviele qué que cuántos cuántas cuantos cuantas cuál quel quelle quels quelles combien',
);
const BEING = words(
  'is are was were s be ist sind war waren heißt hieß es son era fue fueron est sont était étaient',
);
const DETERMINING = words(
  'the a an its his her their my our this that der die das den dem des ein eine einen el la los las un una le les une de du d l',
);
const SMALL = words(
  'new next first last old other latest former current real full two three four five six seven eight nine ten neue neuen neuer nächste erste letzte zwei drei nuevo nueva próximo primer primera nouveau nouvelle prochain premier',
);

/**
 * The word that says what thing is asked for: "bank" in "which bank refused", "pilots" in "how many pilots", "salary" in
 * "what is Hale's salary", "vicar" in "who is the vicar of Brackwell". `plain` are the words of `text`. Null where their
 * order does not tell.
 */
export function focusOf(
  plain: readonly string[],
  terms: readonly string[],
  names: ReadonlySet<string>,
  text: string,
): string | null {
  const may = (w: string | undefined) =>
    w !== undefined && terms.includes(w) && !names.has(w) && !isLight(w);
  const owned = [...text.toLowerCase().matchAll(/['’]s?\s+((?:\p{L}+\s+)?\p{L}+)/gu)]
    .flatMap(([, behind]) => behind!.split(/\s+/))
    .find((w) => may(w) && !SMALL.has(w));
  if (owned) return owned;
  const which = plain.findIndex((w) => WHICH.has(w));
  if (which >= 0) {
    let at = which + 1;
    while (SMALL.has(plain[at] ?? '') || DETERMINING.has(plain[at] ?? '')) at++;
    if (may(plain[at])) return plain[at]!;
  }
  const being = plain.findIndex((w) => BEING.has(w));
  if (being < 0 || !DETERMINING.has(plain[being + 1] ?? '')) return null;
  let at = being + 1;
  while (SMALL.has(plain[at] ?? '') || DETERMINING.has(plain[at] ?? '')) at++;
  return may(plain[at]) ? plain[at]! : null;
}
