import {
  ANY_STARTERS,
  BEFORE_NUMBER,
  MONTHS_SHORT,
  NEVER_ENDS,
  ORDINAL_LEAD,
  SAYING_VERBS,
  SELDOM_ENDS,
  TOP_LEVEL_DOMAINS,
} from './abbreviations.ts';
import type { Span } from './span.ts';

const LINE = /[^\n\r\u2028\u2029]+/g;
// A run of stops with the marks that close after it. CJK stops need no space behind them.
const STOP = /[.!?…‽。！？｡]+["”“’'»«)\]」』）]*(?:[ \u00a0\u202f]»(?!\S))?(?:\[\d{1,3}\]){0,5}/g;
const CJK_STOP = /[。！？｡]/;
const OPENERS = '"“”„«»‹‘\'([{¿¡「『（—–-•*';
const LONGEST_TOKEN = 24;

/**
 * The sentences of a text in order, without the white space around them. A line break always ends
 * one; a full stop does where neither the word before it (Mr., U.S., Jan., z.B.) nor the words after
 * it say otherwise. Time is linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(LINE)) {
    let start = line.index;
    const lineEnd = start + line[0].length;
    for (const stop of line[0].matchAll(STOP)) {
      const at = line.index + stop.index;
      const end = at + stop[0].length;
      if (end < lineEnd && endsSentence(text, at, end, lineEnd, start)) {
        pushTrimmed(spans, text, start, end);
        start = end;
      }
    }
    pushTrimmed(spans, text, start, lineEnd);
  }
  return spans;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (!trimmed) return;
  const from = start + raw.length - raw.trimStart().length;
  spans.push({ start: from, end: from + trimmed.length });
}

/** Whether the stop standing at `at`..`end` (closing marks included) ends the sentence begun at `start`. */
function endsSentence(text: string, at: number, end: number, lineEnd: number, start: number) {
  const stop = text.slice(at, end);
  if (CJK_STOP.test(stop)) return !/^[」』”）]?(?:と|って|など)/.test(text.slice(end, end + 4));
  const closed = /["”“’'»«)\]]$/.test(stop);
  const next = nextToken(text, end, lineEnd);
  if (next.gap === 0) return endsWithoutSpace(text, at, closed, next);
  if (!next.opens) return false;
  if (closed && SAYING_VERBS.has(next.word.toLowerCase())) return false;
  if (stop[0] !== '.') return next.word !== 'I' || !/[….]/.test(stop[0] as string);
  if (stop.startsWith('...')) return next.word !== 'I';
  return closed ? true : stopEnds(tokenBefore(text, at, start), next, text, at, start);
}

type Next = { gap: number; word: string; opens: boolean; digit: boolean };

/** What follows a stop: how much white space, the next word, and whether it looks like a beginning. */
function nextToken(text: string, from: number, lineEnd: number): Next {
  let i = from;
  while (i < lineEnd && /\s/.test(text[i] as string)) i++;
  const gap = i - from;
  let marks = 0;
  while (i < lineEnd && marks < 4 && (OPENERS.includes(text[i] as string) || text[i] === ' ')) {
    i++;
    marks++;
  }
  const word = /^[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?/u.exec(text.slice(i, i + 40))?.[0] ?? '';
  const digit = /^\p{N}/u.test(word);
  // Lower case goes on, except for names such as iPhone; letters without case (CJK, Arabic) begin.
  const opens = word ? !/^\p{Ll}(?!\p{Lu})/u.test(word) : marks > 0 || i >= lineEnd;
  return { gap, word, opens, digit };
}

// "…the deal.He said": a lost space, unless the stop binds a domain, an abbreviation or a number.
function endsWithoutSpace(text: string, at: number, closed: boolean, next: Next): boolean {
  if (!next.opens || next.digit || !/^\p{Lu}\p{Ll}/u.test(next.word)) return false;
  if (closed) return true;
  const before = /(\S*?)(\p{Ll}{2,})$/u.exec(text.slice(Math.max(0, at - LONGEST_TOKEN), at));
  if (!before) return text[at] !== '.' && /[\p{L}\p{N}]$/u.test(text.slice(at - 1, at));
  if (/[/@:]|www/.test(before[0]) || TOP_LEVEL_DOMAINS.has(next.word.toLowerCase())) return false;
  return !isAbbreviation(before[0]);
}

function isAbbreviation(token: string): boolean {
  return NEVER_ENDS.has(token) || SELDOM_ENDS.has(token) || MONTHS_SHORT.has(token);
}

/** The letters, digits and inner dots that stand right before the stop. */
function tokenBefore(text: string, at: number, start: number): string {
  const tail = text.slice(Math.max(start, at - LONGEST_TOKEN), at);
  return /[\p{L}\p{N}\p{M}.&º°]*$/u.exec(tail)?.[0] ?? '';
}

function stopEnds(token: string, next: Next, text: string, at: number, start: number): boolean {
  if (token === '') return true;
  if (NEVER_ENDS.has(token) || NEVER_ENDS.has(token.toLowerCase())) {
    // "no." and the like bind only a number: "He said no. Then he left."
    return false;
  }
  if (BEFORE_NUMBER.has(token.toLowerCase())) return !next.digit;
  if (MONTHS_SHORT.has(token)) return !next.digit && startsClearly(next);
  if (SELDOM_ENDS.has(token)) return startsClearly(next);
  if (/^(?:a|p)\.m$/i.test(token)) return !next.digit && !/^[A-Z]{2,4}$|day$/.test(next.word);
  // Initials and dotted acronyms: "J. Smith", "U.S. Senate", but "in the U.S. The".
  if (/^(?:\p{L}\.)+\p{L}{1,2}$/u.test(token)) return startsClearly(next);
  if (/^\p{Lu}$/u.test(token)) return startsClearly(next) && token !== token.toLowerCase();
  if (/^\p{N}{1,3}$/u.test(token)) return numberEnds(token, next, text, at, start);
  return true;
}

// "1. First" and "am 3. Oktober" go on; "He was 25. Police said" ends.
function numberEnds(token: string, next: Next, text: string, at: number, start: number): boolean {
  const before = text.slice(Math.max(start, at - token.length - 12), at - token.length).trimEnd();
  if (before === '' && at - token.length === start + leadingSpace(text, start)) return false;
  if (startsClearly(next)) return true;
  const word = /\p{L}+$/u.exec(before)?.[0] ?? '';
  return !ORDINAL_LEAD.has(word.toLowerCase());
}

function leadingSpace(text: string, start: number): number {
  return /^\s*/.exec(text.slice(start, start + 80))?.[0].length ?? 0;
}

// A capitalised article, pronoun or preposition after an abbreviation: only a new sentence has one.
function startsClearly(next: Next): boolean {
  return ANY_STARTERS.has(next.word) || (next.word === '' && next.opens);
}
