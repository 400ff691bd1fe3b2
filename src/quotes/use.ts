import type { QuoteUse } from '../news/quote.ts';
import type { Region } from './regions.ts';

export type Usage = {
  readonly region: Region;
  /** The words between the marks. */
  readonly words: string;
  readonly inPost: boolean;
  /** A longer quote of the article says the same in other words. */
  readonly restated: boolean;
};

/** What a digest may do with a quote. */
export function useOf({ region, words, inPost, restated }: Usage): QuoteUse {
  const count = countWords(words);
  if (inPost || count <= 1 || restated) return 'reject';
  if (isMangled(region, words)) return 'mangled';
  return count < 5 ? 'fragment' : 'key';
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

function isMangled(region: Region, words: string): boolean {
  if (region.ended === 'turned' || region.ended === 'lost') return true;
  // A mark inside that opens or closes nothing.
  const marks = words.match(/["„“”«»]/g)?.length ?? 0;
  if (marks % 2 === 1) return true;
  // One word after the sentence's end: "… aggression. Russian".
  if (words.length > 40 && /[.!?]\s+\p{Lu}\p{L}+\s*$/u.test(words.slice(-40))) return true;
  return isSpliced(words);
}

/** "a person who was called to an office, she received …": a clause joined to another by a comma alone, as machine translation does. */
function isSpliced(words: string): boolean {
  return /\b(?:an?|any|one|single)\s(?:\p{L}+\s){0,2}(?:person|man|woman|citizen|soldier|child|worker|official|student|patient)\s(?:who|that)\s[^,.;]{5,80},\s(?:he|she|they|it)\s(?!(?:said|says|added)\b)\p{L}+/iu.test(
    words.slice(0, 1_000),
  );
}

/**
 * Short quotes that name the thing of a longer quote with another word of the same make ("unshakable commitment" beside "unwavering
 * commitment to support …"): of two wordings of one statement at most one is verbatim, and it is not the short one.
 */
export function restatedIn(quotes: readonly string[]): boolean[] {
  const listed = quotes.map(
    (quote) =>
      quote
        .slice(0, 400)
        .toLowerCase()
        .match(/[\p{L}\p{M}’'-]+/gu) ?? [],
  );
  const modifiers = new Map<string, Set<string>>();
  for (const list of listed) {
    if (list.length < 4) continue;
    for (let i = 1; i < list.length; i++) {
      const known = modifiers.get(list[i]!) ?? new Set();
      modifiers.set(list[i]!, known.add(list[i - 1]!));
    }
  }
  return listed.map((list) => {
    if (list.length < 2 || list.length > 3) return false;
    const modifier = list.at(-2)!;
    const known = modifiers.get(list.at(-1)!);
    if (!known || known.has(modifier) || list.at(-1)!.length < 6) return false;
    for (const other of known)
      if (other.length > 4 && modifier.length > 4 && other.slice(0, 2) === modifier.slice(0, 2))
        return true;
    return false;
  });
}
