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
  let tries = 0;
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    if (++tries > MOST_TRIES) return undefined;
    const end = at + needle.length;
    if (cuts(folded.text, at) || cuts(folded.text, end)) continue;
    return { start: folded.starts[at]!, end: folded.ends[end - 1]! };
  }
  return undefined;
}

/** Words that stand this often as parts of longer words are no quote: the bound keeps hostile text cheap. */
const MOST_TRIES = 10_000;

type Folded = { readonly text: string; readonly starts: number[]; readonly ends: number[] };

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»＂〝〞″❝❞'].map((mark) => [mark, '"'] as const),
  ...[...'‘’‚‛‹›`´ʼ′❛❜'].map((mark) => [mark, "'"] as const),
  ...[...'‐‑‒–—―−﹘﹣－'].map((dash) => [dash, '-'] as const),
]);

/** The text with each folded character's place in the original: runs of space are one, dashes stand without space, '' is ". */
function fold(text: string): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (folded: string, start: number, end: number) => {
    for (const unit of folded.split('')) {
      letters.push(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  // White space waits here: at the edges and around dashes it is nothing, elsewhere one space.
  let gap: Span | undefined;
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const folded = foldCluster(text, at, end);
    const last = letters.at(-1);
    if (folded === ' ') gap ??= { start: at, end };
    else if (folded === '-') {
      if (last === '-') ends[ends.length - 1] = end;
      else put('-', gap?.start ?? at, end);
      gap = undefined;
    } else if (folded !== '') {
      if (gap && last !== undefined && last !== '-') put(' ', gap.start, gap.end);
      if (folded === "'" && last === "'" && !gap) {
        letters[letters.length - 1] = '"';
        ends[ends.length - 1] = end;
      } else put(folded, at, end);
      gap = undefined;
    }
    at = end;
  }
  return { text: letters.join(''), starts, ends };
}

/** One character folded: a space for white space, nothing for what cannot be seen. */
function foldCluster(text: string, at: number, end: number): string {
  const raw = text.slice(at, end);
  if (raw.length === 1 && /[a-zA-Z0-9.,]/.test(raw)) return raw;
  const plain = FOLDS.get(raw) ?? raw.normalize('NFKC');
  const folded = FOLDS.get(plain) ?? plain;
  if (/^\s+$/.test(folded)) return ' ';
  return folded.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
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
