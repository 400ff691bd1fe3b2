import {
  COUNTRIES,
  FEMALE_NAMES,
  MALE_NAMES,
  PARTICLES,
  ROLE_NOUNS,
  TITLES,
} from './lexicon/names.ts';
import { isCommonOpener } from './openers.ts';
import type { Phrase } from './phrases.ts';
import { isCompoundOffice } from './role-nouns.ts';
import type { Token } from './tokens.ts';

/** The name inside a run of capital words, without titles, and the titles. */
export function splitTitles(
  list: readonly Token[],
  run: Phrase,
): { name: Phrase; role: Phrase | undefined } {
  let start = run.start;
  for (let i = run.start; i < run.end - 1; i++) {
    const bare = list[i]!.lower.replace(/\.$/, '');
    if (TITLES.has(bare) && !(i > run.start && isGivenName(list[i]!.lower))) start = i + 1;
    // Flughafenchefin Birte Hansen
    else if (i + 2 < run.end && isCompoundOffice(list[i]!)) start = i + 1;
  }
  // What stands before a given name is a party, a nation or a house: "Russian Vladimir Putin".
  for (let i = start; i < run.end - 1; i++) {
    if (isGivenName(list[i]!.lower) && (i > start || false)) {
      if (!isGivenName(list[start]!.lower)) start = i;
      break;
    }
  }
  return {
    name: { start, end: run.end },
    role: start > run.start ? { start: run.start, end: start } : undefined,
  };
}

export function isGivenName(lower: string): boolean {
  return MALE_NAMES.has(lower) || FEMALE_NAMES.has(lower);
}

/** Runs of capital words (names, titles, bodies), particles and nicknames inside. */
export function capitalRuns(list: readonly Token[], from: number, to: number): Phrase[] {
  const runs: Phrase[] = [];
  let i = from;
  while (i < to) {
    const token = list[i]!;
    if (!isNameWord(token)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to) {
      const next = list[end]!;
      const previous = list[end - 1]!;
      if (next.sentence !== token.sentence || isCommonOpener(next.lower)) break;
      if (isNameWord(next) && next.start - previous.end <= 1) end++;
      else if (
        end + 1 < to &&
        PARTICLES.has(next.lower) &&
        next.kind === 'word' &&
        !next.cap &&
        !(next.lower === 'y' && isGivenName(list[end + 1]!.lower)) &&
        isNameWord(list[end + 1]!) &&
        list[end + 1]!.start - next.end <= 1
      )
        end += 2;
      else if (
        end + 2 < to &&
        PARTICLES.has(next.lower) &&
        PARTICLES.has(list[end + 1]!.lower) &&
        isNameWord(list[end + 2]!)
      )
        end += 3;
      else if (
        next.kind === 'quote' &&
        end + 1 < to &&
        isNameWord(list[end + 1]!) &&
        next.end - next.start < 24 &&
        end - i === 1
      )
        end += 2;
      else break;
    }
    // The first word of a sentence or a title is capital whatever it is.
    const start = isCommonOpener(token.lower) || ARTICLES.has(token.lower) ? i + 1 : i;
    if (end > start) runs.push({ start, end });
    i = end;
  }
  return runs;
}

/** Articles and numbers of the other languages; inside a name they may belong to it (Le Pen). */
const ARTICLES = new Set(
  'der die das ein eine zwei drei vier fünf sechs el los las un una unos dos tres cuatro le les une deux trois quatre il lo gli uno due tre quattro'.split(
    ' ',
  ),
);

function isNameWord(token: Token): boolean {
  return token.kind === 'word' && token.cap && token.text.length > 0;
}

/** The words of a name, marks inside it left out. */
export function nameWords(list: readonly Token[], name: Phrase): string[] {
  const words: string[] = [];
  for (let i = name.start; i < name.end; i++)
    if (list[i]!.kind === 'word') words.push(list[i]!.text);
  return words;
}

/** The last word that is no "Jr." and the like. */
export function surnameOf(words: readonly string[]): string | undefined {
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]!.toLowerCase();
    if (/^(?:jr|sr)\.?$|^i{1,3}$|^iv$/.test(word)) continue;
    return word;
  }
  return undefined;
}

/** "President Alexander from Belarus Lukashenko": machine translation puts the country inside the name. */
export function scrambledName(
  list: readonly Token[],
  run: Phrase,
): { name: Phrase; role: undefined; words: string[]; roleText: string } | undefined {
  if (run.end - run.start !== 2) return undefined;
  const middle = list[run.start - 1];
  if (!middle || (middle.lower !== 'from' && middle.lower !== 'of')) return undefined;
  const given = list[run.start - 2];
  const title = list[run.start - 3];
  if (!given?.cap || !title || !ROLE_NOUNS.has(title.lower) || !isGivenName(given.lower))
    return undefined;
  const place = list[run.start]!;
  if (!COUNTRIES.has(place.lower)) return undefined;
  return {
    name: { start: run.start - 2, end: run.end },
    role: undefined,
    words: [given.text, list[run.end - 1]!.text],
    roleText: `${title.text} of ${place.text}`,
  };
}
