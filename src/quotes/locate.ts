import type { Span } from '../text/span.ts';

/**
 * Where the claimed words stand in a text, or undefined: the guard for words that a model or another writer puts between quote marks.
 * Only what typesetters change is forgiven (Unicode compatibility forms, the shape of quote marks and dashes, white space); one word
 * left out, two changed about or another digit is another sentence. The offsets are those of the unfolded text.
 */
export function locateQuote(words: string, text: string): Span | undefined {
  const claim = fold(words);
  const needle = claim.text.replace(/^[\s"']+|[\s"']+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(needle)) return undefined;
  const folded = fold(text);
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (cuts(folded.text, at) || cuts(folded.text, end)) continue;
    return { start: folded.starts[at]!, end: folded.ends[end - 1]! };
  }
  return undefined;
}

type Folded = { readonly text: string; readonly starts: number[]; readonly ends: number[] };

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»＂〝〞″❝❞'].map((mark) => [mark, '"'] as const),
  ...[...'‘’‚‛‹›`´ʼ′❛❜'].map((mark) => [mark, "'"] as const),
  ...[...'‐‑‒–—―−﹘﹣－'].map((dash) => [dash, '-'] as const),
]);

/** The text with each folded character's place in the original: runs of space are one, dashes stand without space, '' is ". */
function fold(text: string): Folded {
  let out = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (letters: string, start: number, end: number) => {
    out += letters;
    for (let k = 0; k < letters.length; k++) {
      starts.push(start);
      ends.push(end);
    }
  };
  // White space and dashes wait here, since what follows decides what becomes of them.
  let gap: Span | undefined;
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const raw = text.slice(at, end);
    const plain =
      raw.length === 1 && raw < '\x80' ? raw : (FOLDS.get(raw) ?? raw.normalize('NFKC'));
    const letters = FOLDS.get(plain) ?? plain;
    if (/^[\s\u200b-\u200f\u2060\ufeff\u00ad]*$/.test(letters)) {
      if (/\s/.test(letters)) gap ??= { start: at, end };
    } else if (letters === '-') {
      if (!out.endsWith('-')) put('-', gap?.start ?? at, end);
      else ends[ends.length - 1] = end;
      gap = undefined;
    } else {
      if (gap && out !== '' && !out.endsWith('-')) put(' ', gap.start, gap.end);
      const doubled = letters === "'" && out.endsWith("'") && !gap;
      gap = undefined;
      if (doubled) {
        out = out.slice(0, -1) + '"';
        ends[ends.length - 1] = end;
      } else put(letters, at, end);
    }
    at = end;
  }
  return { text: out, starts, ends };
}

/** The end of the character at `at` with the combining marks on it. */
function clusterEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1);
  // Longer stacks of marks are no writing; the cap keeps hostile ones cheap.
  while (
    end < text.length &&
    end - at < 8 &&
    text.charCodeAt(end) >= 0x300 &&
    /\p{M}/u.test(text[end]!)
  )
    end++;
  return end;
}

/** Whether a cut at `at` would go through a word or a number. */
function cuts(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at] ?? ' ';
  if (/[\p{L}\p{N}\p{M}]/u.test(before) && /[\p{L}\p{N}\p{M}]/u.test(after)) return true;
  // 12|,000 and 2.|5 are halves of numbers.
  const number = /\d/;
  return (
    (/[.,]/.test(after) && number.test(before) && number.test(text[at + 1] ?? '')) ||
    (/[.,]/.test(before) && number.test(after) && number.test(text[at - 2] ?? ''))
  );
}
