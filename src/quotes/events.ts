import type { Event } from './event.ts';
import type { Grammar } from './grammar.ts';
import { type Phrase, phraseBefore, phraseFrom } from './phrases.ts';
import type { Token, Tokens } from './tokens.ts';
import { verbEvent } from './verb-events.ts';

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
  // A capital verb counts right after a quote only: `?” Said X`.
  const verb = g.verb(token.lower);
  if (verb && (!token.cap || list[at - 1]?.kind === 'quote')) {
    const event = verbEvent({ list, at, from, to, latest, g }, verb.form);
    if (event) return { ...event, class: verb.class, lemma: verb.lemma, verb: at, sentence };
  }
  if (!token.cap && g.sayingNouns.has(token.lower)) {
    const subject = ownerOf(list, at, from, to, g);
    if (subject) return { kind: 'noun', class: 'say', lemma: 'noun', verb: at, subject, sentence };
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

/** "Calder:" at the start of a line, "More from Jones:". */
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
  // "X continued:" has a verb that tells it.
  const end = list[at - 1]!;
  if (!end.cap && g.verb(end.lower)?.form === 'finite') return undefined;
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
