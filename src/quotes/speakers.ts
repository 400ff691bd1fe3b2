import type { Span } from '../text/span.ts';
import { firstSubject, type Phrase } from './clauses.ts';
import { COUNTRIES, FEMALE_WORDS, ROLE_NOUNS } from './lexicon/names.ts';
import {
  capitalRuns,
  type Gender,
  isGivenName,
  nameWords,
  type People,
  type Person,
  splitTitles,
  surnameOf,
} from './people.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** Who a mention means. */
export type Identity = {
  /** The full name if the article gives one, else what it is called; null where the mention names nobody. */
  readonly name: string | null;
  readonly role: string | null;
  readonly gender: Gender;
  /** The article names them in full, so they are somebody and no thing. */
  readonly person: boolean;
};

export type Speakers = {
  readonly identify: (mention: Phrase) => Identity;
  /** Where the mention's words stand in the text. */
  readonly spanOf: (mention: Phrase) => Span;
};

const NOBODY: Identity = { name: null, role: null, gender: undefined, person: false };
const HE = new Set(['he', 'him', 'his', 'er', 'él', 'il', 'lui', 'egli']);
const SHE = new Set(['she', 'her', 'sie', 'ella', 'elle', 'lei']);

/** Somebody who was said to speak, and where. */
type Source = { readonly at: number; readonly identity: Identity };

/** Resolves mentions to names. A pronoun means somebody who was said to speak before it, so these are gathered in the text's order. */
export function speakersOf(r: Reading, people: People): Speakers {
  const { list } = r.tokens;
  const sources: Source[] = [];
  const known = new Map<number, Identity>();
  const identify = (mention: Phrase): Identity => {
    let identity = known.get(mention.start);
    if (!identity) {
      identity = identityOf({ r, people, sources }, mention);
      known.set(mention.start, identity);
    }
    return identity;
  };
  for (const mention of mentionsOf(r)) {
    if (sources.at(-1)?.at === mention.start) continue;
    const identity = identify(mention);
    if (identity.name !== null) sources.push({ at: mention.start, identity });
  }
  return {
    identify,
    spanOf(mention) {
      const { start, end } = { start: list[mention.start]!.start, end: list[mention.end - 1]!.end };
      const clitic = clitics(list[mention.start]!.lower);
      return clitic ? { start: list[mention.start]!.end - clitic.length, end } : { start, end };
    },
  };
}

/**
 * Whom a later pronoun can mean, in the order of the text: who is said to speak, and whom a whole sentence is about. Those that
 * are only spoken of, as in "he recalled that Putin had tried", are none of them.
 */
function mentionsOf(r: Reading): Phrase[] {
  const { list, sentenceStart } = r.tokens;
  const mentions: Phrase[] = [];
  for (const event of r.events) {
    const speaks = ['say', 'write', 'call'].includes(event.class);
    if (speaks && !['noun', 'shared', 'passive'].includes(event.kind)) mentions.push(event.subject);
  }
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const topic = firstSubject(list, sentenceStart[s]!, sentenceStart[s + 1]!, r.grammar);
    if (topic) mentions.push(topic);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The pronoun of "affirme-t-il". */
function clitics(word: string): string | undefined {
  return /-(il|elle|ils|elles|on)$/.exec(word)?.[1];
}

type Ground = { readonly r: Reading; readonly people: People; readonly sources: readonly Source[] };

function identityOf(ground: Ground, mention: Phrase): Identity {
  const { r, people } = ground;
  const { list } = r.tokens;
  const head = list[mention.start]!;
  const single = mention.end - mention.start === 1;
  const pronoun = clitics(head.lower) ?? head.lower;
  if (single && (HE.has(pronoun) || SHE.has(pronoun)))
    return earlierSource(ground, mention.start, HE.has(pronoun) ? 'he' : 'she');
  if (single && r.grammar.pronouns.has(head.lower)) return NOBODY;
  const core = coreOf(r, mention);
  const runs = capitalRuns(list, core.start, core.end).filter((run) => !owns(list, run));
  const last = runs.at(-1);
  if (last && last.end === core.end && !isCommon(ground, last, core)) return named(r, last, people);
  const apposed = nameAfter(r, mention.end, people);
  if (apposed && hasRole(list, core))
    return { ...apposed, role: apposed.role ?? roleText(r, core) };
  // "a readout by General Pat Ryder"
  if (
    core.end < mention.end &&
    r.grammar.from.has(list[core.end]!.lower) &&
    r.grammar.sayingNouns.has(list[core.end - 1]!.lower)
  ) {
    const author = capitalRuns(list, core.end + 1, mention.end).at(0);
    if (author) return named(r, author, people);
  }
  const years = ageIn(r, core);
  if (years !== undefined) {
    const person = people.all.findLast((p) => p.age === years && p.first < mention.start);
    if (person) return meaning(person);
  }
  if (hasRole(list, core)) return byRole(ground, core, mention.start);
  return last && !isCommon(ground, last, core) ? named(r, last, people) : NOBODY;
}

/** A capital word that is no name: a small word at the start of a sentence, a nation's people, in German any noun after an article. */
function isCommon({ r, people }: Ground, run: Phrase, core: Phrase): boolean {
  if (run.end - run.start > 1) return false;
  const { list } = r.tokens;
  const token = list[run.start]!;
  if (people.bySurname.has(token.lower)) return false;
  if (r.grammar.determiners.has(token.lower) || r.grammar.fronted.has(token.lower)) return true;
  const opens = list[run.start - 1]?.sentence !== token.sentence;
  if (opens && !people.proper.has(token.lower) && !isGivenName(token.lower)) return true;
  if (token.text === token.text.toUpperCase()) return false;
  if (r.grammar.language === 'de') return run.start > core.start;
  const article = run.start > core.start && r.grammar.determiners.has(list[run.start - 1]!.lower);
  return article && isNation(token.lower) && !COUNTRIES.has(token.lower);
}

/** The phrase without what hangs on it: "a spokesman for Trump" → "a spokesman". */
function coreOf(r: Reading, mention: Phrase): Phrase {
  const { list } = r.tokens;
  for (let i = mention.start + 1; i < mention.end; i++) {
    const token = list[i]!;
    if (token.kind === 'punct' && token.text !== '-' && token.text !== '.')
      return { start: mention.start, end: i };
    if (token.kind !== 'word' || token.cap) continue;
    if (
      (r.grammar.prepositions.has(token.lower) || r.grammar.from.has(token.lower)) &&
      !isScrambled(list, i, mention)
    ) {
      return { start: mention.start, end: i };
    }
  }
  return mention;
}

/** "President Alexander from Belarus Lukashenko" is one name, whatever the preposition says. */
function isScrambled(list: readonly Token[], at: number, mention: Phrase): boolean {
  return (
    at + 3 === mention.end &&
    at - 2 >= mention.start &&
    COUNTRIES.has(list[at + 1]!.lower) &&
    list[at + 2]!.cap &&
    isGivenName(list[at - 1]!.lower) &&
    ROLE_NOUNS.has(list[at - 2]!.lower)
  );
}

function owns(list: readonly Token[], run: Phrase): boolean {
  const next = list[run.end];
  if (next?.lower === "'s" || next?.lower === '’s') return true;
  return (next?.text === "'" || next?.text === '’') && list[run.end - 1]!.lower.endsWith('s');
}

function hasRole(list: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) if (ROLE_NOUNS.has(list[i]!.lower)) return true;
  return false;
}

/** "the 46-year-old" */
function ageIn(r: Reading, core: Phrase): number | undefined {
  for (let i = core.start; i < core.end; i++) {
    const years = /^(\d{1,3})-year-old$/.exec(r.tokens.list[i]!.lower);
    if (years) return Number(years[1]);
  }
  return undefined;
}

function roleText(r: Reading, core: Phrase): string {
  const { list } = r.tokens;
  const start =
    r.grammar.determiners.has(list[core.start]!.lower) && core.end - core.start > 1
      ? core.start + 1
      : core.start;
  return r.text.slice(list[start]!.start, list[core.end - 1]!.end);
}

/** "his deputy manager, Rich Beeson," */
function nameAfter(r: Reading, comma: number, people: People): Identity | undefined {
  const { list } = r.tokens;
  if (list[comma]?.text !== ',' || !list[comma + 1]?.cap) return undefined;
  const run = capitalRuns(list, comma + 1, Math.min(list.length, comma + 6)).at(0);
  if (!run || run.start !== comma + 1 || run.end - run.start < 2) return undefined;
  const person = personCalled(r, run, people);
  return person && meaning(person);
}

function meaning(person: Person, gender?: Gender): Identity {
  return { name: person.name, role: person.role, gender: person.gender ?? gender, person: true };
}

function personCalled(
  r: Reading,
  run: Phrase,
  people: People,
  gender?: Gender,
): Person | undefined {
  const { list } = r.tokens;
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

function named(r: Reading, run: Phrase, people: People): Identity {
  const { list } = r.tokens;
  let gender: Gender;
  for (let i = run.start; i < run.end; i++) {
    const title = list[i]!.lower.replace(/\.$/, '');
    if (title === 'mr') gender = 'he';
    else if (FEMALE_WORDS.has(title)) gender = 'she';
  }
  const person = personCalled(r, run, people, gender);
  if (person) return meaning(person, gender);
  const name = nameWords(list, splitTitles(list, run).name).join(' ');
  return { name: name || null, role: null, gender, person: false };
}

/** Past this many people a role noun says nothing any more. */
const CROWD = 200;

/** "the Belarusian president": the person so called before, where the words around the noun do not speak against it. */
function byRole({ r, people }: Ground, core: Phrase, at: number): Identity {
  const { list } = r.tokens;
  if (
    /^(?:an?|another|one|some|any|several|many|two|three|other|most|ein|eine|un|una|une|uno)$/.test(
      list[core.start]!.lower,
    )
  )
    return NOBODY;
  let noun = '';
  const modifiers: string[] = [];
  for (let i = core.start; i < core.end; i++) {
    const word = list[i]!.lower;
    if (ROLE_NOUNS.has(word)) noun = word;
    else if (list[i]!.kind === 'word' && word.length > 2 && word !== 'the') modifiers.push(word);
  }
  const nations = modifiers.filter(isNation);
  let best: Person | undefined;
  let most = 0;
  for (const person of people.all.slice(0, CROWD)) {
    if (person.first >= at || person.role === null) continue;
    const words = person.role.toLowerCase().split(/[\s-]+/);
    if (!words.includes(noun)) continue;
    const clash =
      nations.length > 0 &&
      words.some(isNation) &&
      !nations.some((n) => words.some((w) => alike(w, n)));
    if (clash) continue;
    const score = 1 + 2 * modifiers.filter((m) => words.some((w) => alike(w, m))).length;
    if (score >= most) {
      best = person;
      most = score;
    }
  }
  return best ? meaning(best) : NOBODY;
}

/** Belarus, Belarusian; campaign, campaigns. */
function alike(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length, 5);
  return a === b || (n >= 4 && a.slice(0, n) === b.slice(0, n));
}

const ADJECTIVES = new Set(
  'us u.s u.s. american british uk french dutch spanish german greek swiss danish finnish irish welsh scottish turkish polish'.split(
    ' ',
  ),
);

function isNation(word: string): boolean {
  if (ADJECTIVES.has(word) || COUNTRIES.has(word)) return true;
  for (const country of COUNTRIES) if (alike(country, word)) return true;
  return false;
}

/** he, she: the nearest earlier source that can be meant. */
function earlierSource({ r, people, sources }: Ground, at: number, gender: 'he' | 'she'): Identity {
  const { list, paragraphStart } = r.tokens;
  const paragraph = list[at]!.paragraph;
  let unsure: Source | undefined;
  for (let i = sources.length - 1; i >= Math.max(0, sources.length - 40); i--) {
    const source = sources[i]!;
    if (source.at >= at) continue;
    const apart = paragraph - list[source.at]!.paragraph;
    if (apart > 8 || (unsure && apart > 0)) break;
    if (source.identity.gender === gender) return source.identity;
    // Somebody whose name does not tell gives way to somebody near whose name does.
    if (source.identity.gender === undefined && source.identity.person) unsure ??= source;
  }
  if (unsure) return unsure.identity;
  // Nobody spoke yet: whom the sentences before were about.
  const floor = Math.max(paragraphStart[Math.max(0, paragraph - 1)]!, at - 300);
  for (const run of capitalRuns(list, floor, at).reverse()) {
    if (list[run.start]!.sentence === list[at]!.sentence) continue;
    const person = personCalled(r, run, people);
    if (person?.gender === gender) return meaning(person);
  }
  return NOBODY;
}
