import type { Phrase } from './clauses.ts';
import type { Grammar } from './grammar.ts';
import {
  COUNTRIES,
  FEMALE_NAMES,
  FEMALE_WORDS,
  MALE_NAMES,
  MALE_WORDS,
  NOT_PERSON,
  PARTICLES,
  ROLE_NOUNS,
  TITLES,
} from './lexicon/names.ts';
import type { Token } from './tokens.ts';

export type Gender = 'he' | 'she' | undefined;

/** Somebody named in full in the text. */
export type Person = {
  readonly name: string;
  /** Last word of the name, lower case: what the text calls them by later. */
  readonly surname: string;
  /** The words of the text for what they are ("Kremlin spokesman"), first mention that has any. */
  role: string | null;
  gender: Gender;
  /** In years, where the text gives it after the name ("X, 46,"). */
  age: number | undefined;
  /** First token of the first mention. */
  readonly first: number;
};

export type People = {
  readonly all: readonly Person[];
  /** Everybody with that surname, in order of their first mention. */
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  /** Words that stand capital inside a sentence somewhere: names, and not the first word of one. */
  readonly proper: ReadonlySet<string>;
};

/** The name inside a run of capital words, without titles, and the titles. */
export function splitTitles(
  list: readonly Token[],
  run: Phrase,
): { name: Phrase; role: Phrase | undefined } {
  let start = run.start;
  for (let i = run.start; i < run.end - 1; i++) {
    const bare = list[i]!.lower.replace(/\.$/, '');
    if (TITLES.has(bare) && !(i > run.start && isGivenName(list[i]!.lower))) start = i + 1;
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

const OPENERS = new Set(
  `the a an but and so yet or if when while as in on at for from with by to after before since because although though that this these those
  he she it they we i you his her its their our my your who what where why how not no yes there here now then also still
  even meanwhile however according asked some many most all both one two three democrats republicans later earlier
  of under over during despite like unlike last next first according once until`.split(/\s+/),
);

/** Articles and numbers of the other languages; inside a name they may belong to it (Le Pen). */
const ARTICLES = new Set(
  'der die das ein eine zwei drei vier fünf sechs el los las un una unos dos tres cuatro le les une deux trois quatre il lo gli uno due tre quattro'.split(
    ' ',
  ),
);

function isCommonOpener(lower: string): boolean {
  return OPENERS.has(lower);
}

function isNameWord(token: Token): boolean {
  return token.kind === 'word' && token.cap && token.text.length > 0;
}

/** Finds everybody whom the text names with at least two words. */
export function peopleOf(list: readonly Token[], text: string, g: Grammar): People {
  const all: Person[] = [];
  const bySurname = new Map<string, Person[]>();
  const byName = new Map<string, Person>();
  for (const run of capitalRuns(list, 0, list.length)) {
    const scrambled = scrambledName(list, run);
    const { name, role } = scrambled ?? splitTitles(list, run);
    const words = scrambled ? scrambled.words : nameWords(list, name);
    if (words.length < 2 || words.length > 5) continue;
    const nameText = words.join(' ');
    const surname = surnameOf(words);
    if (!surname || TITLES.has(surname) || ROLE_NOUNS.has(surname)) continue;
    const given = words[0]!.toLowerCase();
    const known = isGivenName(given);
    if (!known && words.some((w) => NOT_PERSON.has(w.toLowerCase()))) continue;
    const ahead = roleAhead(list, run, role, g);
    // "the Sandrey Maid" is a ship.
    if (!known && !role && !ahead && list[run.start - 1]?.lower === 'the') continue;
    const found = byName.get(nameText.toLowerCase());
    const person: Person = found ?? {
      name: nameText,
      surname,
      role: null,
      gender: undefined,
      age: undefined,
      first: run.start,
    };
    person.role ??= scrambled ? scrambled.roleText : (ahead ?? roleAfter(list, run.end, text));
    person.gender ??= genderOf(given, person.role, list, run);
    person.age ??= ageAfter(list, run.end);
    if (found) continue;
    byName.set(nameText.toLowerCase(), person);
    all.push(person);
    const same = bySurname.get(surname);
    if (same) same.push(person);
    else bySurname.set(surname, [person]);
  }
  const proper = new Set<string>();
  for (let i = 1; i < list.length; i++) {
    if (
      list[i]!.cap &&
      list[i]!.sentence === list[i - 1]!.sentence &&
      list[i - 1]!.kind !== 'quote'
    )
      proper.add(list[i]!.lower);
  }
  return { all, bySurname, proper };
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
function scrambledName(
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

/** What stands before the name: "Pentagon Press Secretary", "Putin spokesman". */
function roleAhead(
  list: readonly Token[],
  run: Phrase,
  titles: Phrase | undefined,
  g: Grammar,
): string | null {
  let start = titles ? titles.start : run.start;
  const end = titles ? titles.end : run.start;
  let noun = titles !== undefined && hasRoleNoun(list, titles.start, titles.end);
  let plain = 0; // "flight director": the words before the noun that are no titles themselves
  for (let i = start - 1; i >= Math.max(0, start - 6); i--) {
    const token = list[i]!;
    if (token.kind !== 'word' || token.sentence !== list[run.start]!.sentence) break;
    const role = ROLE_NOUNS.has(token.lower);
    const owner = token.lower === "'s" || token.lower === '’s';
    if (!noun && !role) break;
    noun = true;
    if (
      !role &&
      !token.cap &&
      !owner &&
      !MODIFIERS.has(token.lower) &&
      (!isPlain(token.lower, g) || ++plain > 2)
    )
      break;
    start = i;
  }
  if (!noun || start >= end) return null;
  while (start < end && OPENERS.has(list[start]!.lower)) start++;
  return start < end ? joined(list, start, end) : null;
}

/** A noun or an adjective, as far as one can tell: no small word and no verb that reports. */
function isPlain(word: string, g: Grammar): boolean {
  if (
    g.verb(word)?.form === 'finite' ||
    g.prepositions.has(word) ||
    g.breaks.has(word) ||
    g.adverbs.has(word)
  )
    return false;
  return word.length > 3 && !OPENERS.has(word) && !/(?:ed|ly|ing)$/.test(word);
}

const MODIFIERS = new Set(
  'former deputy senior chief longtime veteran political foreign press campaign vice top national state party communications policy then fellow presidential republican democratic'.split(
    ' ',
  ),
);

function hasRoleNoun(list: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (
      ROLE_NOUNS.has(list[i]!.lower.replace(/\.$/, '')) ||
      /^(?:sen|rep|gov|gen|lt|col|capt|sgt|adm|maj|dr|prof)\.?$/.test(list[i]!.lower)
    )
      return true;
  return false;
}

/** What stands after the name between commas: "X, the Kremlin spokesman,". */
function roleAfter(list: readonly Token[], at: number, text: string): string | null {
  if (list[at]?.text !== ',') return null;
  let end = at + 1;
  let noun = -1;
  while (end < list.length && end < at + 18) {
    const token = list[end]!;
    if (token.sentence !== list[at]!.sentence || token.kind === 'quote') break;
    if (token.kind === 'punct' && token.text !== '-') break;
    if (noun < 0 && ROLE_NOUNS.has(token.lower)) noun = end;
    if (/^(?:who|which|said|says|told|whose|where|and|was|is|has|had)$/.test(token.lower)) break;
    end++;
  }
  if (noun < 0 || noun > at + 9) return null;
  let start = at + 1;
  if (
    /^(?:a|an|the|his|her|their|its|our|one|another|der|die|el|la|le|il)$/.test(list[start]!.lower)
  )
    start++;
  if (start > noun) return null;
  return text.slice(list[start]!.start, list[end - 1]!.end).replace(/\s+/g, ' ');
}

function joined(list: readonly Token[], start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++)
    out += (i > start && list[i]!.start > list[i - 1]!.end ? ' ' : '') + list[i]!.text;
  return out;
}

function ageAfter(list: readonly Token[], at: number): number | undefined {
  const number = list[at]?.text === ',' ? list[at + 1]?.text : undefined;
  return number && /^\d{1,3}$/.test(number) && /^[,.]$/.test(list[at + 2]?.text ?? ',')
    ? Number(number)
    : undefined;
}

function genderOf(given: string, role: string | null, list: readonly Token[], run: Phrase): Gender {
  for (let i = run.start; i < run.end; i++) {
    const bare = list[i]!.lower.replace(/\.$/, '');
    if (FEMALE_WORDS.has(bare)) return 'she';
    if (bare === 'mr') return 'he';
  }
  for (const word of role?.toLowerCase().split(/\s+/) ?? []) {
    if (FEMALE_WORDS.has(word)) return 'she';
    if (MALE_WORDS.has(word)) return 'he';
  }
  const he = MALE_NAMES.has(given);
  const she = FEMALE_NAMES.has(given);
  return he === she ? undefined : he ? 'he' : 'she';
}
