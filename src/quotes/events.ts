import {
  firstSubject,
  isInserted,
  overInsertion,
  type Phrase,
  phraseBefore,
  phraseFrom,
  subjectOf,
} from './clauses.ts';
import type { Grammar } from './grammar.ts';
import type { VerbClass } from './lexicon/verbs.ts';
import type { Token, Tokens } from './tokens.ts';

/** How the text names the one who speaks. */
export type EventKind =
  | 'before' // X said
  | 'inverted' // said X
  | 'shared' // X stood up and said; X wanted to say
  | 'participle' // …, adding
  | 'relative' // X, who said
  | 'passive' // was called … (by X)
  | 'source' // according to X
  | 'colon' // X:
  | 'noun'; // X's statement, a message from X

/** Somebody is said to say something: the words that tell it and those for whom. */
export type Event = {
  readonly kind: EventKind;
  readonly class: VerbClass;
  readonly lemma: string;
  /** The verb, or the word that stands in for it. */
  readonly verb: number;
  readonly subject: Phrase;
  readonly sentence: number;
};

/** Every event of saying in the text, in order, with its subject. */
export function eventsOf(tokens: Tokens, g: Grammar): Event[] {
  const { list, sentenceStart } = tokens;
  const events: Event[] = [];
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const from = sentenceStart[s]!;
    const to = sentenceStart[s + 1]!;
    let latest: Event | undefined;
    for (let i = from; i < to; i++) {
      const token = list[i]!;
      const found =
        token.kind === 'word'
          ? eventAt(list, i, from, to, s, latest, g)
          : colonAt(list, i, from, to, s, g);
      if (!found) continue;
      events.push(found);
      if (found.kind !== 'noun' && found.kind !== 'colon') latest = found;
    }
  }
  return events;
}

function eventAt(
  list: readonly Token[],
  at: number,
  from: number,
  to: number,
  sentence: number,
  latest: Event | undefined,
  g: Grammar,
): Event | undefined {
  const token = list[at]!;
  const source = sourceAt(list, at, to, g);
  if (source)
    return {
      kind: 'source',
      class: 'say',
      lemma: 'according',
      verb: source.verb,
      subject: source.subject,
      sentence,
    };
  const verb = g.verb(token.lower);
  if (verb && (!token.cap || isLoneCapital(list, at, from))) {
    const event = verbAt(list, at, from, to, latest, g, verb.form);
    if (event) return { ...event, class: verb.class, lemma: verb.lemma, verb: at, sentence };
  }
  if (!token.cap && g.sayingNouns.has(token.lower)) {
    const subject = ownerOf(list, at, from, to, g);
    if (subject) return { kind: 'noun', class: 'say', lemma: 'noun', verb: at, subject, sentence };
  }
  return undefined;
}

/** A capital verb counts right after a quote (`?” Said X`) only. */
function isLoneCapital(list: readonly Token[], at: number, from: number): boolean {
  return (
    (list[at - 1]?.kind === 'quote' && at >= from) ||
    (at === from && list[at - 1]?.kind === 'quote')
  );
}

const CLITIC = /-(?:il|elle|ils|elles|on)$/;

type Found = Pick<Event, 'kind' | 'subject'>;

function verbAt(
  list: readonly Token[],
  at: number,
  from: number,
  to: number,
  latest: Event | undefined,
  g: Grammar,
  form: 'finite' | 'gerund' | 'base',
): Found | undefined {
  // Words between the subject and the verb.
  let last = at - 1;
  let passive = false;
  let helped = false;
  while (last >= from && list[last]!.kind === 'word') {
    const word = list[last]!.lower;
    if (g.be.has(word)) {
      passive = true;
      last--;
    } else if (
      g.adverbs.has(word) ||
      (word.length > 4 && word.endsWith('ly') && !list[last]!.cap)
    ) {
      if (g.be.has(word)) passive = true;
      helped = true;
      last--;
    } else break;
  }
  const before = list[last];
  if (form === 'base') {
    if (before?.lower === g.infinitive && last >= from) {
      const subject = latestSubject(list, last, from, latest, g);
      return subject && { kind: 'shared', subject };
    }
    const plain =
      last >= from && before?.kind === 'word' ? subjectOf(list, last + 1, from, g) : undefined;
    if (!plain) return undefined;
    // "they say", "critics call": a base form needs a plural or a helper before it.
    const head = list[plain.end - 1]!;
    if (
      !helped &&
      !/^(?:they|i|we|you|who)$/.test(head.lower) &&
      !(head.lower.endsWith('s') && head.lower.length > 3)
    )
      return undefined;
    if (g.determiners.has(head.lower)) return undefined;
    return { kind: 'before', subject: plain };
  }
  if (form === 'gerund') {
    if (passive && last >= from && before?.kind === 'word') {
      const subject = subjectOf(list, last + 1, from, g);
      if (subject) return { kind: 'before', subject };
    }
    // "with X yelling"
    if (before?.kind === 'word' && last > from && (before.cap || g.pronouns.has(before.lower))) {
      const own = phraseBefore(list, last + 1, from, g);
      if (own && list[own.start - 1]?.lower === 'with') return { kind: 'before', subject: own };
    }
    const subject = latestSubject(list, at, from, latest, g);
    return subject && { kind: 'participle', subject };
  }
  // Finite.
  if (passive) {
    const by = agentAfter(list, at, to, g);
    if (by) return { kind: 'passive', subject: by };
    if (!g.be.has(list[at - 1]?.lower ?? '') || last < from) return undefined;
    return undefined;
  }
  // French joins the pronoun to its verb: affirme-t-il.
  if (g.language === 'fr' && CLITIC.test(list[at]!.lower))
    return { kind: 'inverted', subject: { start: at, end: at + 1 } };
  // Between quote and verb other languages have their auxiliary: « … », a déclaré X.
  const left = g.language === 'en' ? at - 1 : last;
  const afterQuote =
    list[left]?.kind === 'quote' ||
    (list[left]?.text === ',' && left - 1 >= from && list[left - 1]!.kind === 'quote');
  if (afterQuote) {
    const subject = phraseFrom(list, skipAdverbs(list, at + 1, to, g), to, g);
    if (subject && !goesOn(list[subject.end], g)) return { kind: 'inverted', subject };
    // X, citing “…,” said that …
    const own = subject && overInsertion(list, last + 1, from, g);
    if (own) return { kind: 'before', subject: own };
    if (subject) return { kind: 'inverted', subject };
  }
  if (last < from) {
    const subject = phraseFrom(list, at + 1, to, g);
    return subject && { kind: 'inverted', subject };
  }
  if (before && g.relatives.has(before.lower) && before.kind === 'word') {
    const end = list[last - 1]?.text === ',' ? last - 1 : last;
    if (before.lower === 'who' || end < last) {
      const antecedent = phraseBefore(list, end, from, g);
      if (antecedent) return { kind: 'relative', subject: antecedent };
    }
    return undefined;
  }
  if (before && g.conjunctions.has(before.lower)) {
    const subject = latestSubject(list, last, from, latest, g);
    return subject && { kind: 'shared', subject };
  }
  if (before?.text === ',' && !helped) {
    // "…, said X." closes a sentence or is followed by an insertion; "X, a Y, said that …" goes on.
    const after = phraseFrom(list, at + 1, to, g);
    const next = after ? list[after.end] : undefined;
    const named =
      after !== undefined &&
      (list[after.start]!.cap || g.determiners.has(list[after.start]!.lower)) &&
      (after.end >= to || next?.text === '.' || next?.text === ',');
    if (named && list[at]!.lower !== 'told' && !isInserted(list, last + 1, from, g)) {
      return { kind: 'inverted', subject: after };
    }
  }
  const subject = subjectOf(list, last + 1, from, g);
  if (subject) return { kind: 'before', subject };
  if (before?.kind === 'quote' && at - 1 > last) {
    const after = phraseFrom(list, at + 1, to, g);
    if (after) return { kind: 'inverted', subject: after };
  }
  return undefined;
}

/** A verb after what seemed the subject of an inverted clause: "said the candidate could …" tells what was said. */
function goesOn(next: Token | undefined, g: Grammar): boolean {
  if (next?.kind !== 'word' || next.cap) return false;
  return (
    g.be.has(next.lower) ||
    /^(?:could|would|should|will|can|may|might|must|has|had|have|did|does)$/.test(next.lower)
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

/** Who does what the sentence tells last: for participles, infinitives and second verbs. */
function latestSubject(
  list: readonly Token[],
  at: number,
  from: number,
  latest: Event | undefined,
  g: Grammar,
): Phrase | undefined {
  if (latest && latest.kind !== 'source' && latest.kind !== 'passive') {
    return latest.subject;
  }
  return firstSubject(list, from, at, g);
}

function agentAfter(
  list: readonly Token[],
  at: number,
  to: number,
  g: Grammar,
): Phrase | undefined {
  for (let i = at + 1; i < Math.min(to, at + 12); i++) {
    if (list[i]!.lower === 'by') return phraseFrom(list, i + 1, to, g);
    if (list[i]!.text === '.' || list[i]!.text === ';') return undefined;
  }
  return undefined;
}

function sourceAt(
  list: readonly Token[],
  at: number,
  to: number,
  g: Grammar,
): { verb: number; subject: Phrase } | undefined {
  const afterQuote =
    list[at - 1]?.kind === 'quote' ||
    (list[at - 1]?.text === ',' && list[at - 2]?.kind === 'quote');
  for (const words of afterQuote ? [...g.sources, ...g.quotedSources] : g.sources) {
    if (list[at]!.lower !== words[0]) continue;
    if (words.some((word, k) => list[at + k]?.lower !== word)) continue;
    const subject = phraseFrom(list, at + words.length, to, g);
    if (subject) return { verb: at, subject };
  }
  return undefined;
}

/** "Trump:" at the start of a line, "More from Jones:". */
function colonAt(
  list: readonly Token[],
  at: number,
  from: number,
  to: number,
  sentence: number,
  g: Grammar,
): Event | undefined {
  if (list[at]!.text !== ':' || (at + 2 < to && list[at + 1]?.kind !== 'quote')) return undefined;
  const subject = phraseBefore(list, at, from, g);
  if (!subject) return undefined;
  // A whole clause before a colon has its own subject; only a name alone, or "More from X:", speaks by the colon.
  const lead = subject.start > from ? list[subject.start - 1] : undefined;
  if (lead && !g.from.has(lead.lower) && lead.kind === 'word') return undefined;
  return { kind: 'colon', class: 'say', lemma: ':', verb: at, subject, sentence };
}

/** Whose statement it is: "X's statement", "her message", "a statement by X"; else the statement itself. */
function ownerOf(
  list: readonly Token[],
  at: number,
  from: number,
  to: number,
  g: Grammar,
): Phrase | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 5); i--) {
    const token = list[i]!;
    if (token.kind !== 'word') break;
    if (token.lower === "'s" || token.lower === '’s') return phraseBefore(list, i, from, g);
    if ((token.text === "'" || token.text === '’') && list[i - 1]?.cap)
      return phraseBefore(list, i, from, g);
    if (g.possessives.has(token.lower)) return { start: i, end: i + 1 };
    if (g.prepositions.has(token.lower)) break;
  }
  const next = list[at + 1];
  if (next && at + 1 < to && g.from.has(next.lower)) {
    const owner = phraseFrom(list, at + 2, to, g);
    if (owner && (list[owner.start]!.cap || g.determiners.has(list[owner.start]!.lower)))
      return owner;
  }
  return undefined;
}
