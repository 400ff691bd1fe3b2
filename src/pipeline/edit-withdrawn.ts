import type { Article, Ref } from '../news/article.ts';
import type { Claim } from '../news/digest.ts';
import { tokensOf } from '../summarise/tokens.ts';
import { splitSentences } from '../text/sentences.ts';

/** What a claim's sentences rested on: readings that were corrected since, and what is held now. */
export type Readings = {
  readonly superseded: readonly Article[];
  readonly articles: readonly Article[];
  readonly language: string | null;
};

// A sentence that shares less with a stretch of text than this was not taken from it.
const TAKEN_FROM = 0.6;

/**
 * The sentences of a claim that stood in a reading that was corrected since and stand nowhere any more; the whole text
 * where that is true of all of it.
 */
export function withdrawnIn(claim: Claim, readings: Readings): string[] {
  if (isGone(claim.refs, readings)) return [claim.text];
  const sentences = splitSentences(claim.text).map(({ start, end }) =>
    claim.text.slice(start, end),
  );
  if (sentences.length < 2) return [];
  return sentences.filter((sentence) => {
    const own = claim.refs.filter((ref) => tells(stretchOf(ref, readings), sentence, readings));
    return isGone(own, readings);
  });
}

/** A claim without the sentences that were withdrawn, and without what these alone rested on. */
export function withoutWithdrawn<C extends Claim>(
  claim: C,
  withdrawn: readonly string[],
  readings: Readings,
): C {
  if (withdrawn.length === 0) return claim;
  const text = withdrawn.reduce((left, sentence) => left.replace(sentence, ' '), claim.text);
  const refs = claim.refs.filter((ref) => !isGone([ref], readings));
  return { ...claim, text: text.replace(/\s+/g, ' ').trim(), refs };
}

/** Every stretch stood in a reading that was corrected, and none stands in what is held now. */
function isGone(refs: readonly Ref[], { superseded, articles }: Readings): boolean {
  const current = articles.map(({ title, text }) => plain(`${title}\n${text}`));
  const stood = refs.map((ref) => stretchIn(ref, superseded));
  return (
    stood.length > 0 &&
    stood.every(
      (stretch) => stretch !== undefined && !current.some((text) => text.includes(plain(stretch))),
    )
  );
}

/** Whether the sentence was taken from the stretch, in the outlet's words or in others. */
function tells(stretch: string | undefined, sentence: string, { language }: Readings): boolean {
  if (stretch === undefined) return false;
  const bare = plain(sentence).replace(/[\p{P}\s]+$/u, '');
  if (plain(stretch).includes(bare)) return true;
  const own = termsOf(sentence, language);
  return own.size > 0 && own.intersection(termsOf(stretch, language)).size / own.size >= TAKEN_FROM;
}

export const stretchIn = ({ article, start, end }: Ref, among: readonly Article[]) =>
  among.find(({ id }) => id === article)?.text.slice(start, end);

const stretchOf = (ref: Ref, { superseded, articles }: Readings) =>
  stretchIn(ref, superseded) ?? stretchIn(ref, articles);

/** The stems of the words that say something. */
export const termsOf = (text: string, language: string | null) =>
  new Set(
    tokensOf(text, language)
      .filter((token) => !token.common)
      .map((token) => token.stem),
  );

export const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
