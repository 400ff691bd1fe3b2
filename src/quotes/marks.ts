import type { Span } from '../text/span.ts';
import { isSpace } from './paragraphs.ts';

/** A quote mark in a text and what it can do where it stands. */
export type Mark = Span & {
  readonly opens: boolean;
  readonly closes: boolean;
  /** It closes although its shape is that of an opening mark. */
  readonly turned: boolean;
};

const LETTER = /[\p{L}\p{N}]/u;
const STOP = /[.,;:!?)\]]/;

/** The double quote marks of a text (“ ” „ « » ‹ › " '' ``) in order. */
export function doubleMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let low = false; // „ is open, so that “ closes
  let outward: boolean | undefined; // »so« as in German; the first guillemet tells
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    switch (code) {
      case 0x22: // "
      case 0xff02: {
        const past = attributeEnd(text, i);
        if (past > 0) i = past - 1;
        else if (!isInches(text, i)) marks.push(straight(text, i, i + 1));
        break;
      }
      case 0x27: // ''
      case 0x60: // ``
        if (text.charCodeAt(i + 1) !== code) break;
        marks.push(code === 0x60 ? mark(i, i + 2, true, false) : straight(text, i, i + 2));
        i++;
        break;
      case 0x201e: // „
        marks.push(mark(i, i + 1, true, false));
        low = true;
        break;
      case 0x201c: // “
      case 0x201f:
        marks.push(low ? mark(i, i + 1, false, true) : leftMark(text, i));
        low = false;
        break;
      case 0x201d: // ”
        if (!isInches(text, i)) marks.push(mark(i, i + 1, beginsWord(text, i), true));
        low = false;
        break;
      case 0xab: // «
      case 0xbb: // »
      case 0x2039: // ‹
      case 0x203a: {
        const left = code === 0xab || code === 0x2039;
        outward ??= !left;
        marks.push(mark(i, i + 1, left !== outward, left === outward));
        break;
      }
    }
  }
  return marks;
}

/**
 * The single quote marks of a text (‘ ’ ') in order, apostrophes left out where they can be told: they stand between letters, begin a
 * shortened word, or follow an s without closing anything.
 */
export function singleMarks(text: string): Mark[] {
  const marks: (Mark & { readonly weak: boolean })[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x27 && code !== 0x2018 && code !== 0x2019) continue;
    const before = text[i - 1] ?? '\n';
    const after = text[i + 1] ?? '\n';
    if (code !== 0x2019 && (gap(text, i - 1) || /[([—–“"]/.test(before)) && !gap(text, i + 1)) {
      if (!ELISION.test(text.slice(i + 1, i + 8)))
        marks.push({ ...mark(i, i + 1, true, false), weak: false });
    } else if (code !== 0x2018 && !gap(text, i - 1) && !LETTER.test(after)) {
      marks.push({ ...mark(i, i + 1, false, true), weak: before === 's' });
    }
  }
  // The workers’ rights: an apostrophe after s closes only if nothing else does.
  return marks.filter((m, i) => !m.weak || !marks[i + 1]?.closes);
}

const ELISION = /^(?:\d0s|em\b|til\b|cause\b|tis\b|twas\b|bout\b|n\b)/i;

function mark(start: number, end: number, opens: boolean, closes: boolean): Mark {
  return { start, end, opens, closes, turned: false };
}

/** “ opens, unless white space or a full stop follows it: then somebody turned it the wrong way. */
function leftMark(text: string, at: number): Mark {
  const next = text[at + 1] ?? '\n';
  if (!gap(text, at + 1) && !STOP.test(next)) return mark(at, at + 1, true, false);
  return {
    start: at,
    end: at + 1,
    opens: gap(text, at - 1) && !STOP.test(next),
    closes: true,
    turned: true,
  };
}

/** Whether a closing mark stands where only an opening one makes sense. */
function beginsWord(text: string, at: number): boolean {
  return gap(text, at - 1) && !gap(text, at + 1) && !STOP.test(text[at + 1] ?? '\n');
}

/** A mark without direction opens before a word and closes after one; between two words or two gaps it can do both. */
function straight(text: string, start: number, end: number): Mark {
  const before = gap(text, start - 1) || /[([{—–\-/]/.test(text[start - 1] ?? '');
  const after = gap(text, end) || /[.,;:!?)\]}—–\-/…]/.test(text[end] ?? '');
  return before === after ? mark(start, end, true, true) : mark(start, end, before, after);
}

/** Where the value of a markup attribute (`id="…"`) that begins at `at` ends, or 0: left-over markup is no quote. */
function attributeEnd(text: string, at: number): number {
  if (text[at - 1] !== '=' || !LETTER.test(text[at - 2] ?? '')) return 0;
  const end = text.slice(at + 1, at + 400).search(/"|\n\n/);
  return end >= 0 && text[at + 1 + end] === '"' ? at + end + 2 : 0;
}

/** 5’2”: feet and inches. */
function isInches(text: string, at: number): boolean {
  return /\d['’′]\d{1,2}$/.test(text.slice(Math.max(0, at - 5), at));
}

function gap(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isSpace(text.charCodeAt(at));
}
