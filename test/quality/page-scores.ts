// How article texts are compared with those that people marked, as two benchmarks define it.

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function counted(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function* shinglesOf(text: string, size = 4): Generator<string> {
  const words = wordsOf(text);
  for (let at = 0; at < Math.max(1, words.length - size + 1); at++) {
    const shingle = words.slice(at, at + size).join(' ');
    if (shingle !== '') yield shingle;
  }
}

type Shares = { readonly hit: number; readonly extra: number; readonly missed: number };

/**
 * scrapinghub/article-extraction-benchmark: per page the shares of 4-word shingles found, wrongly found and missed;
 * precision and recall are means over the pages, F1 is theirs.
 */
export function shingleF1(
  pages: readonly { readonly gold: string; readonly text: string }[],
): number {
  const shares = pages.map(({ gold, text }) => sharesOf(gold, text));
  const precision = mean(
    shares.filter(({ hit, extra }) => hit + extra > 0).map(({ hit, extra }) => hit / (hit + extra)),
  );
  const recall = mean(
    shares
      .filter(({ hit, missed }) => hit + missed > 0)
      .map(({ hit, missed }) => hit / (hit + missed)),
  );
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function sharesOf(gold: string, text: string): Shares {
  const wanted = counted(shinglesOf(gold));
  const found = counted(shinglesOf(text));
  let hit = 0;
  let extra = 0;
  let missed = 0;
  for (const shingle of new Set([...wanted.keys(), ...found.keys()])) {
    const a = wanted.get(shingle) ?? 0;
    const b = found.get(shingle) ?? 0;
    hit += Math.min(a, b);
    extra += Math.max(0, b - a);
    missed += Math.max(0, a - b);
  }
  return { hit, extra, missed };
}

/** Murrough-Foley/web-content-extraction-benchmark: F1 over the multisets of lower-cased words of one page. */
export function wordF1(gold: string, text: string): number {
  const wanted = counted(wordsOf(gold.toLowerCase()));
  const found = wordsOf(text.toLowerCase());
  const size = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  if (size === 0 || found.length === 0) return size === found.length ? 1 : 0;
  let shared = 0;
  for (const word of found) {
    const left = wanted.get(word) ?? 0;
    if (left > 0) {
      shared += 1;
      wanted.set(word, left - 1);
    }
  }
  return shared === 0 ? 0 : (2 * shared) / (size + found.length);
}

/** Letters and digits alone, in lower case: quote marks, dashes and spaces are set differently everywhere. */
export function sameLetters(a: string | null, b: string | null): boolean {
  const fold = (text: string | null) =>
    (text ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return fold(a) === fold(b) && fold(a) !== '';
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
