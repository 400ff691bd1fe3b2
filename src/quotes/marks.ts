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

/** The double quote marks of a text (“ ” „ « » " '' ``) in order. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let low = false; // a „ is open, so that “ closes
  let outward: boolean | undefined; // »so« as in German, decided by the first guillemet
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    switch (code) {
      case 0x22: // "
      case 0xff02: {
        const past = attributeEnd(text, i);
        if (past > 0) {
          i = past - 1;
          break;
        }
        marks.push(straight(text, i, i + 1));
        break;
      }
      case 0x27: // '' (and no third)
      case 0x60: // ``
        if (text.charCodeAt(i + 1) === code) {
          marks.push(code === 0x60 ? plain(i, i + 2, true, false) : straight(text, i, i + 2));
          i++;
        }
        break;
      case 0x201e: // „
        marks.push(plain(i, i + 1, true, false));
        low = true;
        break;
      case 0x201c: // “
      case 0x201f: {
        const opensWord =
          !gap(text, i + 1) && (gap(text, i - 1) || !LETTER.test(text[i - 1] ?? ''));
        if (low) marks.push(plain(i, i + 1, false, true));
        else if (gap(text, i + 1) || /[.,;:!?)\]]/.test(text[i + 1] ?? '')) {
          marks.push({
            start: i,
            end: i + 1,
            opens: gap(text, i - 1) && !/[.,;:)\]]/.test(text[i + 1] ?? ''),
            closes: true,
            turned: true,
          });
        } else marks.push(plain(i, i + 1, true, !opensWord && false));
        low = false;
        break;
      }
      case 0x201d: {
        // ”
        const turnedOpen =
          gap(text, i - 1) && !gap(text, i + 1) && !/[.,;:!?)\]]/.test(text[i + 1] ?? '');
        marks.push(plain(i, i + 1, turnedOpen, true));
        low = false;
        break;
      }
      case 0xab: // «
      case 0xbb: // »
        outward ??= code === 0xbb;
        marks.push(plain(i, i + 1, (code === 0xab) !== outward, (code === 0xbb) !== outward));
        break;
    }
  }
  return marks;
}

function plain(start: number, end: number, opens: boolean, closes: boolean): Mark {
  return { start, end, opens, closes, turned: false };
}

/** A mark without direction opens before a word and closes after one; between two words or two gaps it can do both. */
function straight(text: string, start: number, end: number): Mark {
  const before = gap(text, start - 1) || /[([{—–\-/]/.test(text[start - 1] ?? '');
  const after = gap(text, end) || /[.,;:!?)\]}—–\-/…]/.test(text[end] ?? '');
  if (before && !after) return plain(start, end, true, false);
  if (after && !before) return plain(start, end, false, true);
  return plain(start, end, true, true);
}

function gap(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isSpace(text.charCodeAt(at));
}

/** Where the value of a markup attribute (`id="…"`) that begins at `at` ends, or 0: left-over markup is no quote. */
function attributeEnd(text: string, at: number): number {
  if (text[at - 1] !== '=' || !LETTER.test(text[at - 2] ?? '')) return 0;
  const end = text.slice(at + 1, at + 400).search(/"|\n\n/);
  return end >= 0 && text[at + 1 + end] === '"' ? at + end + 2 : 0;
}
