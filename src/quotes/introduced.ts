import { type Identity, meaning, NOBODY } from './identity.ts';
import { FEMALE_WORDS } from './lexicon/names.ts';
import { capitalRuns, isGivenName } from './names.ts';
import { type People, type Person, personCalled } from './people.ts';
import type { Phrase } from './phrases.ts';
import { firstEventFrom, type Reading } from './reading.ts';
import { ageIn, CROWD, roleText } from './role-mentions.ts';
import { isRoleNoun } from './role-nouns.ts';
import { firstSubject } from './subjects.ts';

/**
 * Nouns of those who speak for or belong to somebody else, and of offices everybody knows the holder of: the sentence before may be about
 * another.
 */
const OTHERS = new Set(
  `spokesman spokeswoman spokesperson aide lawyer attorney deputy adviser advisor counsel assistant wife husband mother father son daughter
  brother sister widow friend neighbour neighbor supporter voter rival opponent witness victim survivor reporter interviewer journalist
  correspondent host anchor moderator judge prosecutor police officer official source sprecher sprecherin portavoz portavoce
  porte-parole president king queen pope chancellor premier secretary teammate team-mate voters supporters expert analyst observer passenger`.split(
    /\s+/,
  ),
);

/** Tokens between the name's sentence and the role: longer sentences cost no more than this. */
const FAR = 120;

/**
 * "Helen Marsh came out first. Asked whether …, the union leader replied": the one person of the sentence before, of whom it is and whom
 * the article has not called anything else so far.
 */
export function introducedBefore(r: Reading, people: People, core: Phrase): Identity {
  const { list, sentenceStart } = r.tokens;
  if (!/^(?:the|der|die|el|la|le|il)$/.test(list[core.start]!.lower)) return NOBODY;
  let noun = '';
  for (let i = core.start; i < core.end; i++) if (isRoleNoun(list[i]!)) noun = list[i]!.lower;
  const aged = noun === '' ? ageIn(r, core) : undefined;
  if (noun === '' && aged === undefined) return NOBODY;
  if (OTHERS.has(noun) || people.all.slice(0, CROWD).some((p) => holds(p, noun))) return NOBODY;
  const sentence = list[core.start]!.sentence;
  const from = sentenceStart[sentence - 1];
  const own = sentenceStart[sentence]!;
  if (from === undefined || from < r.bodyToken) return NOBODY;
  if (list[core.start]!.paragraph - list[from]!.paragraph > 1) return NOBODY;
  if (core.start - from > FAR || asksIn(r, from, own)) return NOBODY;
  const topic = firstSubject(list, from, own, r.grammar);
  const person = topic && only(r, people, from, core.start);
  if (
    !person ||
    (aged === undefined ? person.role !== null : person.age !== undefined) ||
    !isGivenName(person.name.split(' ')[0]!.toLowerCase())
  )
    return NOBODY;
  if (FEMALE_WORDS.has(noun) && person.gender === 'he') return NOBODY;
  const head = capitalRuns(list, topic.start, topic.end).at(0);
  return head && head.start === topic.start && personCalled(people, list, head) === person
    ? aged === undefined
      ? { ...meaning(person), role: roleText(r, core) }
      : meaning(person)
    : NOBODY;
}

/** “Why now?” Calder asked. “It was time,” the mayor said: who asks is not who answers. */
function asksIn(r: Reading, from: number, to: number): boolean {
  for (let i = firstEventFrom(r.events, from); i < r.events.length; i++) {
    const event = r.events[i]!;
    if (event.verb >= to) return false;
    if (/^(?:ask|question|wonder)/.test(event.lemma)) return true;
  }
  return false;
}

function holds(person: Person, noun: string): boolean {
  return (
    person.role
      ?.toLowerCase()
      .split(/[\s-]+/)
      .includes(noun) ?? false
  );
}

/** The person whom a stretch names, if it names one only. */
function only(r: Reading, people: People, from: number, to: number): Person | undefined {
  let found: Person | undefined;
  for (const run of capitalRuns(r.tokens.list, from, to)) {
    const person = personCalled(people, r.tokens.list, run);
    if (!person || person === found) continue;
    if (found) return undefined;
    found = person;
  }
  return found;
}
