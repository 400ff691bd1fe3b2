import type { Grammar } from './grammar.ts';
import { type Phrase, phraseBefore, phraseFrom, REACH } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The subject of the clause whose verb stands at `verb`: before it, over adverbs, and over insertions between commas. */
export function subjectOf(
  tokens: readonly Token[],
  verb: number,
  from: number,
  g: Grammar,
): Phrase | undefined {
  const last = verb - 1;
  if (last < from) return undefined;
  const token = tokens[last]!;
  if (
    token.kind === 'punct' &&
    (token.text === ',' || token.text === '—' || token.text === '–' || token.text === '-')
  ) {
    return overInsertion(tokens, last, from, g);
  }
  if (token.kind === 'punct' && token.text !== ')' && token.text !== '.') return undefined;
  return phraseBefore(tokens, verb, from, g);
}

/** "X, a Y of Z, said": goes left over the parts between commas to the phrase they belong to. */
export function overInsertion(
  tokens: readonly Token[],
  comma: number,
  from: number,
  g: Grammar,
): Phrase | undefined {
  const mark = tokens[comma]!.text;
  const isMark = (t: Token) => t.kind === 'punct' && (t.text === mark || t.text === ',');
  let end = comma;
  for (let round = 0; round < 6; round++) {
    let start = end;
    const floor = Math.max(from, end - REACH);
    let depth = 0;
    while (start > floor) {
      const t = tokens[start - 1]!;
      if (t.text === ')') depth++;
      else if (t.text === '(') depth--;
      else if (depth === 0 && (isMark(t) || t.text === ':' || t.text === ';')) break;
      start--;
    }
    const first = tokens[start];
    if (!first) return undefined;
    const bounded = start > from && isMark(tokens[start - 1]!);
    if (!bounded)
      return start > floor || start === from ? headOfSegment(tokens, start, end, g) : undefined;
    if (round === 0 && (g.be.has(first.lower) || g.verb(first.lower)?.form === 'finite')) {
      const owner = overRelative(tokens, start, from, g);
      if (owner) return owner;
    }
    if (
      round > 0 &&
      (isFrontedLeft(tokens, start - 1, from, g) || !isInsertion(tokens, start, end, g))
    ) {
      return headOfSegment(tokens, start, end, g);
    }
    end = start - 1;
  }
  return undefined;
}

/** Whether an insertion between commas stands right before a verb: "X, a Y, said". */
export function isInserted(
  tokens: readonly Token[],
  verb: number,
  from: number,
  g: Grammar,
): boolean {
  if (tokens[verb - 1]?.text !== ',') return false;
  let start = verb - 1;
  while (start > Math.max(from, verb - REACH) && tokens[start - 1]!.text !== ',') start--;
  return start > from && tokens[start - 1]!.text === ',' && isInsertion(tokens, start, verb - 1, g);
}

/** Whether all that stands to the left of a comma is a phrase in front of the subject: "In a statement, her adviser, X, said". */
function isFrontedLeft(tokens: readonly Token[], comma: number, from: number, g: Grammar): boolean {
  let start = comma;
  while (start > from && tokens[start - 1]!.text !== ',') {
    if (comma - start > 25) return false;
    start--;
  }
  if (start > from) return false;
  let first = tokens[start]!;
  if (g.conjunctions.has(first.lower) && start + 1 < comma) first = tokens[start + 1]!;
  return (
    g.prepositions.has(first.lower) ||
    (g.fronted.has(first.lower) && !g.determiners.has(first.lower))
  );
}

/** "X, whose town, Y, is flooded, said": the phrase before the relative pronoun. */
function overRelative(
  tokens: readonly Token[],
  before: number,
  from: number,
  g: Grammar,
): Phrase | undefined {
  for (let i = before - 1; i > Math.max(from, before - REACH); i--) {
    const token = tokens[i]!;
    if (
      token.kind === 'word' &&
      /^(?:who|whose|which|where)$/.test(token.lower) &&
      tokens[i - 1]!.text === ','
    )
      return headOfSegment(tokens, from, i - 1, g);
  }
  return undefined;
}

/** The phrase that ends a part between commas; a part that is a whole clause of its own has its subject at its end. */
function headOfSegment(
  tokens: readonly Token[],
  start: number,
  end: number,
  g: Grammar,
): Phrase | undefined {
  return phraseBefore(tokens, end, start, g);
}

function isInsertion(tokens: readonly Token[], start: number, end: number, g: Grammar): boolean {
  const first = tokens[start]!;
  if (first.kind === 'quote') return false;
  if (first.kind === 'punct') return true;
  if (/^\d/.test(first.text)) return true;
  const before = tokens[start - 2];
  for (let i = start + 1; i + 1 < end; i++) {
    // "…, a country that the nominee, X, called": the clause's subject stands here.
    if (
      /^(?:that|which|whom)$/.test(tokens[i]!.lower) &&
      (g.determiners.has(tokens[i + 1]!.lower) || tokens[i + 1]!.cap)
    )
      return false;
  }
  if ((g.determiners.has(first.lower) || g.insertions.has(first.lower)) && !first.cap) {
    // "…, the senator, who …, said" has its subject here unless a name stands before it.
    return (
      !g.determiners.has(first.lower) ||
      (before?.cap ?? false) ||
      first.lower === 'a' ||
      first.lower === 'an'
    );
  }
  // A place or a party after a name: "Tom Smith of Miami, Florida, said".
  if (end - start <= 2 && first.cap && before?.cap) {
    let back = start - 2;
    while (back > 0 && tokens[back]!.kind === 'word' && tokens[back]!.cap) back--;
    return (
      g.prepositions.has(tokens[back]?.lower ?? '') ||
      /^(?:[DRI]|R-|D-|I-)/.test(first.text) ||
      first.text.endsWith('.')
    );
  }
  return false;
}

/** The subject of the sentence's main clause: the first noun phrase after what stands in front of it. */
export function firstSubject(
  tokens: readonly Token[],
  from: number,
  to: number,
  g: Grammar,
): Phrase | undefined {
  let start = from;
  for (let round = 0; round < 4; round++) {
    while (start < to && tokens[start]!.kind === 'punct') start++;
    const first = tokens[start];
    if (!first || start >= to) return undefined;
    if (first.kind === 'quote') {
      start++;
      continue;
    }
    if (!g.fronted.has(first.lower) && !/(?:ing|ly)$/.test(first.lower)) break;
    if (g.conjunctions.has(first.lower)) {
      start++;
      continue;
    }
    let comma = start;
    while (comma < to && comma < start + 30 && tokens[comma]!.text !== ',') comma++;
    if (tokens[comma]?.text !== ',' || comma >= to) break;
    start = comma + 1;
  }
  return phraseFrom(tokens, start, to, g);
}
