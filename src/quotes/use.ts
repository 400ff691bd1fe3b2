import type { QuoteUse } from '../news/quote.ts';
import type { Region } from './regions.ts';

export type Usage = {
  readonly region: Region;
  readonly text: string;
  readonly inPost: boolean;
  /** A longer quote of the article says the same in other words. */
  readonly restated: boolean;
};

/** What a digest may do with a quote. */
export function useOf({ region, text, inPost, restated }: Usage): QuoteUse {
  const inner = text.slice(region.start, region.end);
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  if (inPost || words <= 1 || restated) return 'reject';
  if (isMangled(region, inner)) return 'mangled';
  return words < 5 ? 'fragment' : 'key';
}

function isMangled(region: Region, inner: string): boolean {
  if (region.ended === 'turned' || region.ended === 'lost') return true;
  // A mark inside that opens or closes nothing.
  if (/["„“”«»]/.test(inner) && !/[“"„«][^“”"„«»]+[”"“»]/u.test(inner)) return true;
  // One word after the sentence's end: "… aggression. Russian".
  if (/[.!?]\s+\p{Lu}\p{L}+\s*$/u.test(inner) && inner.length > 40) return true;
  return isSpliced(inner);
}

/** "a person who was called to an office, she received …": a clause joined to another by a comma alone, as machine translation does. */
function isSpliced(inner: string): boolean {
  return /\b(?:an?|any|one|single)\s(?:\p{L}+\s){0,2}(?:person|man|woman|citizen|soldier|child|worker|official|case)\s(?:who|that)\s[^,.;]{5,80},\s(?:he|she|they|it)\s(?!(?:said|says|added)\b)\p{L}+/iu.test(
    inner,
  );
}

/**
 * Whether a short quote names the thing of a longer quote with another word ("unshakable commitment" beside "unwavering
 * commitment to support …"): of two wordings of one statement at most one is verbatim, and it is not the short one.
 */
export function isRestated(
  words: readonly string[],
  others: readonly (readonly string[])[],
): boolean {
  if (words.length < 2 || words.length > 3) return false;
  const noun = words.at(-1)!;
  const modifier = words.at(-2)!;
  if (noun.length < 6) return false;
  return others.some((other) => {
    if (other.length < 4) return false;
    const at = other.indexOf(noun);
    return (
      at > 0 &&
      other[at - 1] !== modifier &&
      similarPrefix(other[at - 1]!, modifier) &&
      other[at - 1]!.length > 4
    );
  });
}

/** un-shakable, un-waver-ing: synonyms formed alike. */
function similarPrefix(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2);
}
