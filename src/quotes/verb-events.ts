import type { Event } from './event.ts';
import type { Grammar } from './grammar.ts';
import type { VerbForm } from './lexicon/verbs.ts';
import { type Phrase, phraseBefore, phraseFrom } from './phrases.ts';
import { firstSubject, isInserted, overInsertion, subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';

/** A verb of saying in its sentence. */
export type Clause = {
  readonly list: readonly Token[];
  /** The verb's token, and the bounds of its sentence. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The event before it in the sentence. */
  readonly latest: Event | undefined;
  readonly g: Grammar;
};

export type Found = Pick<Event, 'kind' | 'subject'>;

/** A clause with the words before its verb told apart. */
type Parsed = Clause & {
  /** The last token before the verb and its adverbs and auxiliaries. */
  readonly last: number;
  readonly before: Token | undefined;
  readonly helped: boolean;
  readonly passive: boolean;
};

/** How the clause names the one who speaks; undefined where it names nobody. */
export function verbEvent(clause: Clause, form: VerbForm): Found | undefined {
  const parsed = parse(clause);
  if (form === 'base') return baseForm(parsed);
  if (form === 'gerund') return gerund(parsed);
  return isPluralNoun(clause) ? undefined : finite(parsed);
}

function parse(clause: Clause): Parsed {
  const { list, at, from, g } = clause;
  let last = at - 1;
  let passive = false;
  let helped = false;
  while (last >= from && list[last]!.kind === 'word') {
    const word = list[last]!.lower;
    if (g.be.has(word)) passive = true;
    else if (g.adverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !list[last]!.cap))
      helped = true;
    else if (word === 'past' && list[last - 2]?.lower === 'in' && last - 2 >= from)
      last -= 2; // who has in the past said
    else break;
    last--;
  }
  return { ...clause, last, before: list[last], helped, passive };
}

/** "to say", "they say", "critics call": a base form needs a helper, a plural or "to" before it. */
function baseForm({ list, from, g, last, before, helped, ...clause }: Parsed): Found | undefined {
  if (last < from || before?.kind !== 'word') return undefined;
  if (before.lower === g.infinitive) {
    const subject = subjectSoFar({ ...clause, list, from, g }, last);
    return subject && { kind: 'shared', subject };
  }
  const subject = subjectOf(list, last + 1, from, g);
  if (!subject) return undefined;
  const head = list[subject.end - 1]!;
  const plural =
    /^(?:they|i|we|you|who)$/.test(head.lower) ||
    (head.lower.endsWith('s') && head.lower.length > 3);
  return (helped || plural) && !g.determiners.has(head.lower)
    ? { kind: 'before', subject }
    : undefined;
}

/** "was saying", "with X yelling", "…, adding": the last has the sentence's subject. */
function gerund(clause: Parsed): Found | undefined {
  const { list, at, from, g, last, before, passive } = clause;
  const own = last >= from && before?.kind === 'word';
  if (own && passive) {
    const subject = subjectOf(list, last + 1, from, g);
    if (subject) return { kind: 'before', subject };
  }
  if (own && (before.cap || g.pronouns.has(before.lower))) {
    const subject = phraseBefore(list, last + 1, from, g);
    if (subject && list[subject.start - 1]?.lower === 'with') return { kind: 'before', subject };
  }
  const subject = subjectSoFar(clause, at);
  return subject && { kind: 'participle', subject };
}

function finite(clause: Parsed): Found | undefined {
  const { list, at, from, to, g, last, before, passive } = clause;
  if (passive) {
    const subject = agent(clause);
    return subject && { kind: 'passive', subject };
  }
  // French joins the pronoun to its verb: affirme-t-il.
  if (g.language === 'fr' && /-(?:il|elle|ils|elles|on)$/.test(list[at]!.lower)) {
    return { kind: 'inverted', subject: { start: at, end: at + 1 } };
  }
  const inverted = afterQuote(clause);
  if (inverted) return inverted;
  if (last < from) {
    const subject = phraseFrom(list, at + 1, to, g);
    return subject && { kind: 'inverted', subject };
  }
  if (before?.kind === 'word' && g.relatives.has(before.lower)) return relative(clause);
  if (before && g.conjunctions.has(before.lower)) {
    const subject = subjectSoFar(clause, last);
    return subject && { kind: 'shared', subject };
  }
  const closing = afterComma(clause);
  if (closing) return closing;
  const subject = subjectOf(list, last + 1, from, g);
  if (subject) return { kind: 'before', subject };
  const after = before?.kind === 'quote' ? phraseFrom(list, at + 1, to, g) : undefined;
  return after && { kind: 'inverted', subject: after };
}

/** “…,” said X; and X, citing “…,” said that … */
function afterQuote({ list, at, from, to, g, last }: Parsed): Found | undefined {
  // Between quote and verb other languages have their auxiliary: « … », a déclaré X.
  const left = g.language === 'en' ? at - 1 : last;
  const quote =
    list[left]?.kind === 'quote' ||
    (list[left]?.text === ',' && left > from && list[left - 1]!.kind === 'quote');
  if (!quote) return undefined;
  const subject = phraseFrom(list, skipAdverbs(list, at + 1, to, g), to, g);
  if (!subject) return undefined;
  const own = goesOn(list[subject.end], g) ? overInsertion(list, last + 1, from, g) : undefined;
  return own ? { kind: 'before', subject: own } : { kind: 'inverted', subject };
}

/** X, who said …; but not what X said. */
function relative({ list, from, g, last, before }: Parsed): Found | undefined {
  const end = list[last - 1]?.text === ',' ? last - 1 : last;
  if (before!.lower !== 'who' && end === last) return undefined;
  const subject = phraseBefore(list, end, from, g);
  return subject && { kind: 'relative', subject };
}

/** "The bill will pass, said X." closes a sentence; "X, a Y, said that …" goes on. */
function afterComma({ list, at, from, to, g, last, before, helped }: Parsed): Found | undefined {
  if (before?.text !== ',' || helped || list[at]!.lower === 'told') return undefined;
  const subject = phraseFrom(list, at + 1, to, g);
  if (!subject || isInserted(list, last + 1, from, g)) return undefined;
  const head = list[subject.start]!;
  const next = list[subject.end];
  const closes = subject.end >= to || next?.text === '.' || next?.text === ',';
  return closes && (head.cap || g.determiners.has(head.lower))
    ? { kind: 'inverted', subject }
    : undefined;
}

/** A verb after what seemed the subject of an inverted clause: "said the candidate could …" tells what was said. */
function goesOn(next: Token | undefined, g: Grammar): boolean {
  if (next?.kind !== 'word' || next.cap) return false;
  return (
    g.be.has(next.lower) ||
    /^(?:could|would|should|will|can|may|might|must|has|had|have|did|does)$/.test(next.lower)
  );
}

/** "his recent remarks about her": a noun that looks like a verb. */
function isPluralNoun({ list, at, g }: Clause): boolean {
  const word = list[at]!.lower;
  const before = list[at - 1];
  const after = list[at + 1];
  if (!word.endsWith('s') || !g.sayingNouns.has(word) || before?.kind !== 'word' || before.cap)
    return false;
  return (
    !g.pronouns.has(before.lower) &&
    after !== undefined &&
    (g.prepositions.has(after.lower) || g.breaks.has(after.lower))
  );
}

function skipAdverbs(list: readonly Token[], at: number, to: number, g: Grammar): number {
  let i = at;
  while (
    i < to &&
    !list[i]!.cap &&
    (list[i]!.lower.endsWith('ly') || (g.adverbs.has(list[i]!.lower) && !g.be.has(list[i]!.lower)))
  )
    i++;
  return i;
}

/** Who does what the sentence tells: for participles, infinitives and second verbs. */
function subjectSoFar({ list, from, to, latest, g }: Clause, at: number): Phrase | undefined {
  if (latest && latest.kind !== 'source' && latest.kind !== 'passive') return latest.subject;
  // "In calling it lost, the mayor …": the subject may stand after.
  return firstSubject(list, from, at, g) ?? firstSubject(list, from, to, g);
}

/** was called … by X */
function agent({ list, at, to, g }: Clause): Phrase | undefined {
  for (let i = at + 1; i < Math.min(to, at + 12); i++) {
    if (list[i]!.lower === 'by') return phraseFrom(list, i + 1, to, g);
    if (list[i]!.text === '.' || list[i]!.text === ';') return undefined;
  }
  return undefined;
}
