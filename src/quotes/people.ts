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
import {
  capitalRuns,
  isGivenName,
  nameWords,
  scrambledName,
  splitTitles,
  surnameOf,
} from './names.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { roleAfter } from './role-after.ts';
import { roleAhead, roleBeforeComma, roleInSubject } from './roles.ts';
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

/** Finds everybody whom the text names with at least two words. */
export function peopleOf(r: Reading): People {
  const { text, grammar: g } = r;
  const { list } = r.tokens;
  const all: Person[] = [];
  const bySurname = new Map<string, Person[]>();
  const byName = new Map<string, Person>();
  const speaking = subjectsByEnd(r);
  const short: Phrase[] = [];
  for (const run of capitalRuns(list, 0, list.length)) {
    const scrambled = scrambledName(list, run);
    const { name, role } = scrambled ?? splitTitles(list, run);
    const words = scrambled ? scrambled.words : nameWords(list, name);
    if (words.length === 1 && run.end - run.start === 1 && run.start >= r.bodyToken)
      short.push(run);
    if (words.length < 2 || words.filter((w) => !PARTICLES.has(w.toLowerCase())).length > 4)
      continue;
    const nameText = words.join(' ');
    const surname = surnameOf(words);
    if (!surname || TITLES.has(surname) || ROLE_NOUNS.has(surname)) continue;
    const given = words[0]!.toLowerCase();
    const known = isGivenName(given);
    // In a headline every word may be capital.
    if (!known && run.start < r.bodyToken) continue;
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
    const subject = speaking.get(name.end - 1);
    const certain = known || subject !== undefined;
    person.role ??= scrambled
      ? scrambled.roleText
      : (ahead ??
        roleAfter(list, run.end, text, g, certain) ??
        (subject ? roleInSubject(list, subject, name, g) : null) ??
        roleBeforeComma(list, run, text, g));
    person.gender ??= genderOf(given, person.role, list, run);
    person.age ??= ageAfter(list, run.end);
    if (found) continue;
    byName.set(nameText.toLowerCase(), person);
    all.push(person);
    const same = bySurname.get(surname);
    if (same) same.push(person);
    else bySurname.set(surname, [person]);
  }
  // "said Calder, the mayor": what they are may stand by the surname only.
  for (const run of short) {
    const person = bySurname.get(list[run.start]!.lower);
    if (person?.length !== 1 || person[0]!.role !== null) continue;
    person[0]!.role = roleAfter(list, run.end, text, g, speaking.has(run.start));
  }
  return { all, bySurname, proper: properWords(list) };
}

/** The subjects of verbs of saying, by the last token of each name in them: what stands before "of the council" too. */
function subjectsByEnd(r: Reading): Map<number, Phrase> {
  const subjects = new Map<number, Phrase>();
  for (const { subject } of r.events)
    for (let i = subject.start; i < Math.min(subject.end, subject.start + 12); i++)
      subjects.set(i, subject);
  return subjects;
}

function properWords(list: readonly Token[]): Set<string> {
  const proper = new Set<string>();
  for (let i = 1; i < list.length; i++) {
    const [token, before] = [list[i]!, list[i - 1]!];
    if (token.cap && token.sentence === before.sentence && before.kind !== 'quote')
      proper.add(token.lower);
  }
  return proper;
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
  const roleWords = role?.toLowerCase().split(/\s+/) ?? [];
  if (roleWords.some((word) => FEMALE_WORDS.has(word))) return 'she';
  // "minister" and the like are men's words in some languages only: the name tells better.
  const he = MALE_NAMES.has(given);
  if (he !== FEMALE_NAMES.has(given)) return he ? 'he' : 'she';
  return roleWords.some((word) => MALE_WORDS.has(word)) ? 'he' : undefined;
}

/** The person whom a run of capital words names, by the full name or the surname alone. */
export function personCalled(
  people: People,
  list: readonly Token[],
  run: Phrase,
  gender?: Gender,
): Person | undefined {
  const words = nameWords(list, splitTitles(list, run).name);
  // In a scrambled name the country stands where the given name should.
  if (words.length === 2 && COUNTRIES.has(words[0]!.toLowerCase())) words.shift();
  const surname = surnameOf(words);
  const same = surname ? people.bySurname.get(surname) : undefined;
  if (!same) return undefined;
  if (words.length > 1) {
    const full = words.join(' ').toLowerCase();
    return (
      same.find((p) => p.name.toLowerCase() === full) ??
      same.find((p) => p.name.toLowerCase().startsWith(words[0]!.toLowerCase()))
    );
  }
  return gender
    ? (same.find((p) => p.gender === gender) ?? same.find((p) => p.gender === undefined))
    : same[0];
}
