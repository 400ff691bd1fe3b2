import type { Span } from '../text/span.ts';
import { type Identity, meaning, NOBODY } from './identity.ts';
import { introducedBefore } from './introduced.ts';
import { COUNTRIES, FEMALE_WORDS, ROLE_NOUNS } from './lexicon/names.ts';
import { capitalRuns, isGivenName, nameWords, splitTitles } from './names.ts';
import { isNation } from './nations.ts';
import { type Gender, type People, personCalled } from './people.ts';
import { isOwners, type Phrase } from './phrases.ts';
import { earlierSource, mentionsOf, type Source } from './pronouns.ts';
import type { Reading } from './reading.ts';
import { ageIn, byRole, roleText } from './role-mentions.ts';
import { hasRole } from './role-nouns.ts';
import type { Token } from './tokens.ts';

export type Speakers = {
  readonly identify: (mention: Phrase) => Identity;
  /** Where the mention's words stand in the text. */
  readonly spanOf: (mention: Phrase) => Span;
};

const HE = new Set(['he', 'him', 'his', 'er', 'él', 'il', 'lui', 'egli']);
const SHE = new Set(['she', 'her', 'sie', 'ella', 'elle', 'lei']);

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
    return earlierSource(r, people, ground.sources, mention.start, HE.has(pronoun) ? 'he' : 'she');
  if (single && r.grammar.pronouns.has(head.lower)) return NOBODY;
  const core = coreOf(r, mention);
  const runs = capitalRuns(list, core.start, core.end).filter((run) => !owns(list, run));
  const last = runs.at(-1);
  if (isPair(ground, runs)) return NOBODY;
  if (last && last.end === core.end && !isCommon(ground, last, core)) return named(r, last, people);
  const apposed = nameAfter(r, mention.end, people);
  if (apposed && (hasRole(list, core) || (isClosed(list, mention.end) && isAnybody(ground, core))))
    return { ...apposed, role: apposed.role ?? apposedRole(r, core, mention) };
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
    return person ? meaning(person) : introducedBefore(r, people, core);
  }
  if (hasRole(list, core)) {
    const called = byRole(r, people, core, mention.start);
    return called === NOBODY ? introducedBefore(r, people, core) : called;
  }
  return last && !isCommon(ground, last, core) ? named(r, last, people) : NOBODY;
}

/** "Helen Marsh and Robert Doyle": two speakers have no one name. "Health and Human Services" is one. */
function isPair({ r, people }: Ground, runs: readonly Phrase[]): boolean {
  const { list } = r.tokens;
  const right = runs.at(-1);
  const left = runs.at(-2);
  if (!left || !right || left.end + 1 !== right.start) return false;
  if (!/^(?:and|&|und|y|et|e)$/.test(list[left.end]!.lower)) return false;
  return (
    personCalled(people, list, left) !== undefined ||
    (personCalled(people, list, right) === undefined && right.end - right.start === 1)
  );
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

/** The phrase without what hangs on it: "a spokesman for Calder" → "a spokesman". */
function coreOf(r: Reading, mention: Phrase): Phrase {
  const { list } = r.tokens;
  for (let i = mention.start + 1; i < mention.end; i++) {
    const token = list[i]!;
    if (token.kind === 'punct' && token.text !== '-' && token.text !== '.' && !isOwners(list, i))
      return { start: mention.start, end: i };
    if (token.kind !== 'word' || token.cap) continue;
    // "an outside expert"
    if (
      /^(?:outside|inside|near)$/.test(token.lower) &&
      r.grammar.determiners.has(list[i - 1]!.lower)
    )
      continue;
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

/** "his deputy manager, Rich Beeson," */
function nameAfter(r: Reading, comma: number, people: People): Identity | undefined {
  const { list } = r.tokens;
  if (list[comma]?.text !== ',' || !list[comma + 1]?.cap) return undefined;
  const run = capitalRuns(list, comma + 1, Math.min(list.length, comma + 6)).at(0);
  if (!run || run.start !== comma + 1 || run.end - run.start < 2) return undefined;
  const person = personCalled(people, list, run);
  return person && meaning(person);
}

/** Past so many words what hangs on an office is left out. */
const LONG = 8;

/** "One of them, X," and "a third, X," say nothing of what X is. */
function apposedRole(r: Reading, core: Phrase, mention: Phrase): string | null {
  if (r.grammar.prepositions.has(r.tokens.list[core.start]!.lower)) return null;
  const head = r.tokens.list[core.end - 1]!.lower;
  return r.grammar.determiners.has(head) || /^(?:other|second|third|fourth|last)$/.test(head)
    ? null
    : roleText(r, mention.end - mention.start > LONG ? core : mention);
}

/** Whether a name behind a comma ends at once: "der Beauftragte, Carsten Uhl." */
function isClosed(list: readonly Token[], comma: number): boolean {
  const run = capitalRuns(list, comma + 1, Math.min(list.length, comma + 6)).at(0);
  if (!run || !isGivenName(list[run.start]!.lower)) return false;
  const after = list[run.end];
  return !after || after.sentence !== list[comma]!.sentence || /^[,.]$/.test(after.text);
}

/** A phrase that can be somebody: an article and a common noun. */
function isAnybody({ r }: Ground, core: Phrase): boolean {
  const { list } = r.tokens;
  const head = list[core.end - 1]!;
  return (
    r.grammar.determiners.has(list[core.start]!.lower) &&
    (r.grammar.language === 'de' || !head.cap || core.end - core.start === 1)
  );
}

function named(r: Reading, run: Phrase, people: People): Identity {
  const { list } = r.tokens;
  let gender: Gender;
  for (let i = run.start; i < run.end; i++) {
    const title = list[i]!.lower.replace(/\.$/, '');
    if (title === 'mr') gender = 'he';
    else if (FEMALE_WORDS.has(title)) gender = 'she';
  }
  const person = personCalled(people, list, run, gender);
  if (person) return meaning(person, gender);
  const words = nameWords(list, splitTitles(list, run).name);
  const last = words.at(-1)?.toLowerCase().replace(/\.$/, '');
  // "Thursday" and "Public Relations Officer" are nobody's name.
  if (!last || TIMES.has(last) || ROLE_NOUNS.has(last)) return { ...NOBODY, gender };
  return { name: words.join(' '), role: null, gender, person: false };
}

const TIMES = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december today yesterday tomorrow year`.split(/\s+/),
);
