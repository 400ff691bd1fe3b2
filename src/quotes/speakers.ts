import type { Reading } from './candidates.ts';
import type { Phrase } from './clauses.ts';
import { COUNTRIES, FEMALE_WORDS, MALE_WORDS, ROLE_NOUNS } from './lexicon/names.ts';
import {
  capitalRuns,
  type Gender,
  isGivenName,
  type People,
  type Person,
  splitTitles,
  surnameOf,
} from './people.ts';
import type { Token } from './tokens.ts';

/** Who a mention means. */
export type Identity = {
  readonly name: string | null;
  readonly person: Person | undefined;
  readonly gender: Gender;
};

const NOBODY: Identity = { name: null, person: undefined, gender: undefined };

/** Somebody who was said to speak, and where. */
type Source = { readonly at: number; readonly identity: Identity };

/** Resolves mentions of a text to names. Pronouns mean earlier sources, so sources are kept in the order of the text. */
export type Speakers = { readonly identify: (mention: Phrase) => Identity };

export function speakersOf(r: Reading, people: People): Speakers {
  const { list } = r.tokens;
  const sources: Source[] = [];
  const known = new Map<number, Identity>();
  const identify = (mention: Phrase): Identity => {
    const before = known.get(mention.start);
    if (before) return before;
    const identity = identifyMention(r, people, sources, mention);
    known.set(mention.start, identity);
    return identity;
  };
  const spoken = r.events
    .filter(
      (e) =>
        (e.class === 'say' || e.class === 'write' || e.class === 'call') &&
        e.kind !== 'noun' &&
        e.kind !== 'shared' &&
        e.kind !== 'passive',
    )
    .sort((a, b) => a.subject.start - b.subject.start);
  for (const event of spoken) {
    if (sources.at(-1)?.at === event.subject.start) continue;
    const identity = identify(event.subject);
    if (identity.name !== null && list[event.subject.start])
      sources.push({ at: event.subject.start, identity });
  }
  return { identify };
}

function identifyMention(
  r: Reading,
  people: People,
  sources: readonly Source[],
  mention: Phrase,
): Identity {
  const { list } = r.tokens;
  const head = list[mention.start]!;
  if (mention.end - mention.start === 1 && r.grammar.pronouns.has(head.lower))
    return pronoun(r, people, sources, mention.start);
  if (mention.end - mention.start === 1 && /^(?:his|her)$/.test(head.lower))
    return pronoun(r, people, sources, mention.start);
  const core = coreOf(list, mention, r);
  const runs = capitalRuns(list, core.start, core.end).filter((run) => !isPossessor(list, run));
  const last = runs.at(-1);
  const endsWithName = last !== undefined && last.end === core.end;
  if (last && endsWithName && !headNounAfter(list, last, core))
    return named(list, last, people, sources);
  // "his deputy manager, Rich Beeson,"
  const apposed = nameAfterComma(list, mention.end, people);
  if (apposed && hasRole(list, core)) return apposed;
  if (
    !endsWithName &&
    core.end < mention.end &&
    r.grammar.from.has(list[core.end]!.lower) &&
    r.grammar.sayingNouns.has(list[core.end - 1]!.lower)
  ) {
    const owner = capitalRuns(list, core.end + 1, mention.end).at(0);
    if (owner) return named(list, owner, people, sources);
  }
  if (hasRole(list, core)) return byRole(list, core, people, mention.start);
  if (last) return named(list, last, people, sources);
  return NOBODY;
}

/** The phrase without what hangs on it: "a spokesman for Trump" → "a spokesman". */
function coreOf(list: readonly Token[], mention: Phrase, r: Reading): Phrase {
  for (let i = mention.start + 1; i < mention.end; i++) {
    const token = list[i]!;
    if (token.kind === 'punct' && token.text !== '-' && token.text !== '.')
      return { start: mention.start, end: i };
    if (
      token.kind === 'word' &&
      !token.cap &&
      (r.grammar.prepositions.has(token.lower) || r.grammar.from.has(token.lower))
    ) {
      // The scrambled "President Alexander from Belarus Lukashenko" stays whole.
      if (isScrambled(list, i, mention)) continue;
      return { start: mention.start, end: i };
    }
  }
  return mention;
}

function isScrambled(list: readonly Token[], at: number, mention: Phrase): boolean {
  return (
    at + 2 < mention.end + 1 &&
    at + 3 === mention.end &&
    COUNTRIES.has(list[at + 1]!.lower) &&
    list[at + 2]!.cap &&
    isGivenName(list[at - 1]!.lower) &&
    at - 2 >= mention.start &&
    ROLE_NOUNS.has(list[at - 2]!.lower)
  );
}

function isPossessor(list: readonly Token[], run: Phrase): boolean {
  const next = list[run.end];
  return (
    next?.lower === "'s" ||
    next?.lower === '’s' ||
    ((next?.text === "'" || next?.text === '’') && list[run.end - 1]!.lower.endsWith('s'))
  );
}

function headNounAfter(_list: readonly Token[], run: Phrase, core: Phrase): boolean {
  return run.end < core.end;
}

function hasRole(list: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (ROLE_NOUNS.has(list[i]!.lower)) return true;
  return false;
}

function nameAfterComma(
  list: readonly Token[],
  comma: number,
  people: People,
): Identity | undefined {
  if (list[comma]?.text !== ',' || !list[comma + 1]?.cap) return undefined;
  const run = capitalRuns(list, comma + 1, Math.min(list.length, comma + 6)).at(0);
  if (!run || run.start !== comma + 1 || run.end - run.start < 2) return undefined;
  const found = lookUp(list, run, people);
  return found && { name: found.name, person: found, gender: found.gender };
}

function lookUp(
  list: readonly Token[],
  run: Phrase,
  people: People,
  gender?: Gender,
): Person | undefined {
  const words: string[] = [];
  const { name } = splitTitles(list, run);
  for (let i = name.start; i < name.end; i++)
    if (list[i]!.kind === 'word') words.push(list[i]!.text);
  const surname = surnameOf(words);
  if (!surname) return undefined;
  const same = people.bySurname.get(surname);
  if (!same) return undefined;
  const full = words.join(' ').toLowerCase();
  if (words.length > 1) {
    const exact = same.find((p) => p.name.toLowerCase() === full);
    if (exact) return exact;
    const given = same.find((p) => p.name.toLowerCase().startsWith(words[0]!.toLowerCase()));
    return given;
  }
  if (gender)
    return same.find((p) => p.gender === gender) ?? same.find((p) => p.gender === undefined);
  return same[0];
}

function named(
  list: readonly Token[],
  run: Phrase,
  people: People,
  _sources: readonly Source[],
): Identity {
  let gender: Gender;
  for (let i = run.start; i < run.end; i++) {
    const bare = list[i]!.lower.replace(/\.$/, '');
    if (bare === 'mr') gender = 'he';
    else if (FEMALE_WORDS.has(bare)) gender = 'she';
  }
  const person = lookUp(list, run, people, gender);
  if (person) return { name: person.name, person, gender: person.gender ?? gender };
  const { name } = splitTitles(list, run);
  let text = '';
  for (let i = name.start; i < name.end; i++)
    if (list[i]!.kind === 'word') text += (text ? ' ' : '') + list[i]!.text;
  return { name: text || null, person: undefined, gender };
}

/** "the Belarusian president": the person so called before, where the words around the noun do not speak against it. */
function byRole(list: readonly Token[], core: Phrase, people: People, at: number): Identity {
  const first = list[core.start]!;
  if (/^(?:a|an|another|one|some|any|several|many|two|three|other|most)$/.test(first.lower))
    return NOBODY;
  let noun = '';
  const modifiers: string[] = [];
  for (let i = core.start; i < core.end; i++) {
    const word = list[i]!.lower;
    if (ROLE_NOUNS.has(word)) noun = word;
    else if (
      list[i]!.kind === 'word' &&
      word.length > 2 &&
      word !== 'the' &&
      word !== "'s" &&
      word !== '’s'
    )
      modifiers.push(word);
  }
  if (!noun) return NOBODY;
  let best: Person | undefined;
  let bestScore = 0;
  for (const person of people.all) {
    if (person.first >= at || person.role === null) continue;
    const words = person.role.toLowerCase().split(/[\s-]+/);
    if (!words.some((w) => w === noun)) continue;
    let score = 1;
    for (const modifier of modifiers) if (words.some((w) => alike(w, modifier))) score += 2;
    const nations = modifiers.filter((m) => isNation(m));
    const clash =
      nations.length > 0 &&
      words.some((w) => isNation(w)) &&
      !nations.some((n) => words.some((w) => alike(w, n)));
    if (clash) continue;
    if (score >= bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best ? { name: best.name, person: best, gender: best.gender } : NOBODY;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const n = Math.min(a.length, b.length);
  return n >= 4 && a.slice(0, Math.min(n, 5)) === b.slice(0, Math.min(n, 5));
}

function isNation(word: string): boolean {
  if (COUNTRIES.has(word)) return true;
  for (const country of COUNTRIES) if (alike(country, word)) return true;
  return /^(?:us|u\.s\.?|american|british|uk|french|dutch|spanish|german|greek|swiss|danish|finnish|irish|welsh|scottish|turkish|polish)$/.test(
    word,
  );
}

/** he, she: the nearest earlier source that can be meant. */
function pronoun(r: Reading, people: People, sources: readonly Source[], at: number): Identity {
  const { list } = r.tokens;
  const word = list[at]!.lower;
  const gender: Gender =
    word === 'he' ||
    word === 'his' ||
    word === 'him' ||
    word === 'er' ||
    word === 'él' ||
    word === 'il'
      ? 'he'
      : word === 'she' ||
          word === 'her' ||
          word === 'sie' ||
          word === 'ella' ||
          word === 'elle' ||
          word === 'lei'
        ? 'she'
        : undefined;
  if (!gender) return NOBODY;
  const paragraph = list[at]!.paragraph;
  for (let i = sources.length - 1; i >= 0; i--) {
    const source = sources[i]!;
    if (source.at >= at) continue;
    if (paragraph - list[source.at]!.paragraph > 8) break;
    const own = source.identity.gender;
    if (own === gender || (own === undefined && source.identity.person)) return source.identity;
  }
  // No source yet: whom the sentences before were about.
  const floor = r.tokens.paragraphStart[Math.max(0, paragraph - 1)]!;
  for (const run of capitalRuns(list, floor, at).reverse()) {
    const person = lookUp(list, run, people);
    if (person?.gender === gender && list[run.start]!.sentence !== list[at]!.sentence)
      return { name: person.name, person, gender };
  }
  return NOBODY;
}

/** For tests of words: whether a role noun says he or she. */
export function genderOfNoun(word: string): Gender {
  return MALE_WORDS.has(word) ? 'he' : FEMALE_WORDS.has(word) ? 'she' : undefined;
}
