import type { Grammar } from './grammar.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens, `end` not included. */
export type Phrase = { readonly start: number; readonly end: number };

/** How far a phrase and its verb may stand apart: longer sentences cost no more than this. */
export const REACH = 60;

/** The noun phrase that ends before token `end`, read from right to left, not beyond `from`. */
export function phraseBefore(
  tokens: readonly Token[],
  end: number,
  from: number,
  g: Grammar,
): Phrase | undefined {
  const floor = Math.max(from, end - REACH);
  let start = end;
  while (start > floor) {
    const step = stepLeft(tokens, start - 1, end, floor, g);
    if (step === 0) break;
    start -= step;
  }
  start = Math.max(start, floor);
  while (start < end && (tokens[start]!.kind === 'punct' || isSmallPreposition(tokens[start]!, g)))
    start++;
  return start < end && tokens[start]!.kind !== 'quote' ? { start, end } : undefined;
}

/** How many tokens the phrase that ends before `end` takes in at `at`: none where it has begun. */
function stepLeft(
  tokens: readonly Token[],
  at: number,
  end: number,
  floor: number,
  g: Grammar,
): number {
  const token = tokens[at]!;
  const inside = at < end - 1 && at > floor;
  if (token.kind === 'quote') {
    // A nickname stands inside a name.
    return inside && tokens[at + 1]!.cap && tokens[at - 1]!.cap && token.end - token.start < 24
      ? 1
      : 0;
  }
  if (token.kind === 'punct') {
    if (token.text === ')' || token.text === ']')
      return at + 1 - (openingBefore(tokens, at, floor) ?? at + 1);
    // "Pat Quill of the weavers' guild"
    if (inside && isOwners(tokens, at)) return 1;
    const glued =
      inside && tokens[at + 1]!.start === token.end && tokens[at - 1]!.end === token.start;
    return glued && /^[.\-/]$/.test(token.text) ? 1 : 0;
  }
  if (g.pronouns.has(token.lower) && token.text !== 'IT' && token.text !== 'US')
    return at === end - 1 ? end - at : 0;
  if (isConjunction(token, tokens, at, end, floor, g)) return 1;
  const first = opensSentence(tokens, at);
  if (g.prepositions.has(token.lower) && (first || !token.cap)) {
    return !first && at < end - 1 && hangsOn(tokens, at, floor, g) ? 1 : 0;
  }
  if (g.breaks.has(token.lower) && (first || !token.cap)) return 0;
  return at < end - 1 && isVerbHere(tokens, at, floor, g) ? 0 : 1;
}

/** The apostrophe of "the weavers' guild". */
export function isOwners(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    /^['’]$/.test(tokens[at]!.text) &&
    before?.end === tokens[at]!.start &&
    before.lower.endsWith('s') &&
    tokens[at + 1]?.kind === 'word'
  );
}

function isSmallPreposition(token: Token, g: Grammar): boolean {
  return token.kind === 'word' && !token.cap && g.prepositions.has(token.lower);
}

/** Whether a preposition belongs to a noun before it ("a spokesman for"), and not to a verb. */
function hangsOn(tokens: readonly Token[], at: number, floor: number, g: Grammar): boolean {
  const left = tokens[at - 1];
  if (!left || at - 1 < floor) return false;
  if (left.text === ')') return at - 1 > floor;
  if (left.kind !== 'word' || g.breaks.has(left.lower)) return false;
  const verb = g.verb(left.lower)?.form === 'finite' && left.lower.endsWith('ed');
  return !verb || g.determiners.has(tokens[at - 2]?.lower ?? '');
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

function opensSentence(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at - 1]!.sentence !== tokens[at]!.sentence;
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
      if (at > start && isOwners(tokens, at)) {
        at++;
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
