import type { Grammar } from './grammar.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens, `end` not included. */
export type Phrase = { readonly start: number; readonly end: number };

/** How far a subject may stand from its verb: longer sentences cost no more than this. */
const REACH = 60;

/** The noun phrase that ends before token `end`, read from right to left, not beyond `from`. */
export function phraseBefore(
  tokens: readonly Token[],
  end: number,
  from: number,
  g: Grammar,
): Phrase | undefined {
  let at = end - 1;
  const floor = Math.max(from, end - REACH);
  while (at >= floor) {
    const token = tokens[at]!;
    if (token.kind === 'quote') {
      // A nickname stands inside a name.
      if (
        at < end - 1 &&
        at > floor &&
        tokens[at + 1]!.cap &&
        tokens[at - 1]!.cap &&
        token.end - token.start < 24
      )
        at--;
      else break;
    } else if (token.kind === 'punct') {
      if (token.text === ')' || token.text === ']') {
        const open = openingBefore(tokens, at, floor);
        if (open === undefined) break;
        at = open - 1;
      } else if (
        (token.text === '.' || token.text === '-' || token.text === '/') &&
        at < end - 1 &&
        at > floor &&
        tokens[at + 1]!.start === token.end &&
        tokens[at - 1]!.end === token.start
      )
        at--;
      else break;
    } else if (g.pronouns.has(token.lower) && !(token.text === 'IT' || token.text === 'US')) {
      if (at === end - 1) at--;
      break;
    } else if (isConjunction(token, tokens, at, end, floor, g)) at--;
    else if (g.prepositions.has(token.lower) && !token.cap) {
      const left = tokens[at - 1];
      const joins =
        left &&
        at - 1 >= floor &&
        left.kind === 'word' &&
        at < end - 1 &&
        !g.breaks.has(left.lower) &&
        !(
          g.verb(left.lower)?.form === 'finite' &&
          left.lower.endsWith('ed') &&
          !g.determiners.has(tokens[at - 2]?.lower ?? '')
        );
      if (!joins && !(left?.text === ')' && at - 1 > floor)) break;
      at--;
    } else if (!token.cap && g.breaks.has(token.lower)) break;
    else if (at < end - 1 && isVerbHere(tokens, at, floor, g)) break;
    else at--;
  }
  let start = at + 1;
  while (
    start < end &&
    tokens[start]!.kind === 'word' &&
    !tokens[start]!.cap &&
    g.prepositions.has(tokens[start]!.lower)
  )
    start++;
  while (start < end && tokens[start]!.kind === 'punct') start++;
  return start < end && tokens[start]!.kind !== 'quote' ? { start, end } : undefined;
}

/** Whether a word inside what is read as a noun phrase is rather the verb of a clause: "he mocked a reporter". */
function isVerbHere(tokens: readonly Token[], at: number, floor: number, g: Grammar): boolean {
  const token = tokens[at]!;
  if (token.cap) return false;
  const word = token.lower;
  const left = at > floor ? tokens[at - 1] : undefined;
  const right = tokens[at + 1]!;
  if (word.length > 4 && word.endsWith('ing')) {
    // "leading candidate" is a noun phrase, "playing on fears" is not.
    return (
      right.cap ||
      g.determiners.has(right.lower) ||
      g.prepositions.has(right.lower) ||
      g.pronouns.has(right.lower)
    );
  }
  const past =
    (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')) ||
    g.verb(word)?.form === 'finite';
  if (!past || !left || left.kind !== 'word') return false;
  if (
    g.determiners.has(left.lower) ||
    g.possessives.has(left.lower) ||
    left.lower === "'s" ||
    left.lower === '’s'
  )
    return false;
  if (left.lower.endsWith('ly') || g.prepositions.has(left.lower)) return false;
  if (g.pronouns.has(left.lower) || g.adverbs.has(left.lower) || g.be.has(left.lower)) return true;
  if (g.determiners.has(right.lower) || g.pronouns.has(right.lower)) return true;
  return left.cap && word.endsWith('ed');
}

/** `and` binds two names or two nouns of one kind; elsewhere it begins another clause. */
function isConjunction(
  token: Token,
  tokens: readonly Token[],
  at: number,
  end: number,
  floor: number,
  g: Grammar,
): boolean {
  if (
    token.lower !== 'and' &&
    token.lower !== '&' &&
    token.lower !== 'und' &&
    token.lower !== 'y' &&
    token.lower !== 'et' &&
    token.lower !== 'e'
  )
    return false;
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  if (!left || !right || at - 1 < floor || at + 1 >= end) return false;
  if (left.kind !== 'word' || right.kind !== 'word') return false;
  if (g.pronouns.has(right.lower)) return false;
  if (right.cap || left.cap)
    return left.cap || !g.determiners.has(right.lower) ? left.cap || right.cap : false;
  return !g.determiners.has(right.lower);
}

function openingBefore(tokens: readonly Token[], at: number, floor: number): number | undefined {
  const open = tokens[at]!.text === ')' ? '(' : '[';
  for (let i = at - 1; i >= Math.max(floor, at - 20); i--) if (tokens[i]!.text === open) return i;
  return undefined;
}

/** The noun phrase that begins at token `start`, not beyond `to`. */
export function phraseFrom(
  tokens: readonly Token[],
  start: number,
  to: number,
  g: Grammar,
): Phrase | undefined {
  let at = start;
  const roof = Math.min(to, start + 30);
  while (at < roof) {
    const token = tokens[at]!;
    if (token.kind === 'quote') break;
    if (token.kind === 'punct') {
      if (token.text === '(' && at > start) {
        let close = at + 1;
        while (close < roof && close < at + 12 && tokens[close]!.text !== ')') close++;
        if (tokens[close]?.text !== ')') break;
        at = close + 1;
        continue;
      }
      if (
        (token.text === '-' || token.text === '/') &&
        at > start &&
        tokens[at - 1]!.end === token.start
      ) {
        at++;
        continue;
      }
      break;
    }
    if (g.pronouns.has(token.lower) && token.text !== 'IT' && token.text !== 'US') {
      if (at === start) at++;
      break;
    }
    if (token.lower === "'s" || token.lower === '’s') {
      at++;
      continue;
    }
    if (g.conjunctions.has(token.lower)) {
      const right = tokens[at + 1];
      if (at > start && right?.cap && tokens[at - 1]!.cap && token.lower === 'and') {
        at++;
        continue;
      }
      break;
    }
    // German: said X to this paper. After a name an article begins the one who was told.
    if (g.language === 'de' && at > start && tokens[start]!.cap && g.determiners.has(token.lower))
      break;
    if (!token.cap && at > start && stopsPhrase(token, tokens[at - 1]!, g)) break;
    if (
      at === start &&
      !token.cap &&
      !g.determiners.has(token.lower) &&
      (g.breaks.has(token.lower) || g.prepositions.has(token.lower))
    )
      return undefined;
    at++;
  }
  let end = at;
  while (
    end > start &&
    tokens[end - 1]!.kind === 'word' &&
    !tokens[end - 1]!.cap &&
    g.prepositions.has(tokens[end - 1]!.lower)
  )
    end--;
  return end > start ? { start, end } : undefined;
}

function stopsPhrase(token: Token, before: Token, g: Grammar): boolean {
  if (g.breaks.has(token.lower) && !g.determiners.has(token.lower)) return true;
  if (g.adverbs.has(token.lower) && !g.determiners.has(before.lower)) return true;
  if (g.prepositions.has(token.lower)) return false;
  const verb = g.verb(token.lower);
  if (verb && verb.form !== 'base' && !g.determiners.has(before.lower)) return true;
  if (before.lower === "'s" || g.determiners.has(before.lower)) return false;
  return token.lower.length > 4 && token.lower.endsWith('ed') && !token.lower.endsWith('eed');
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
