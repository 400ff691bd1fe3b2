import type { Network } from './network.ts';
import json from './weights.json' with { type: 'json' };

/**
 * How much there is to compare: of the article, and of stories to compare it with. Each kind has weights of its own.
 * In a fresh stream nearly every article is the first of its story, and every likeness looks great beside none.
 */
export type Kind = 'fresh' | 'freshShort' | 'full' | 'short' | 'headline';
export const KINDS: readonly Kind[] = ['fresh', 'freshShort', 'full', 'short', 'headline'];

export type MergeKind = 'full' | 'short' | 'headline';
export const MERGE_KINDS: readonly MergeKind[] = ['full', 'short', 'headline'];

/** Too few stories of a fresh stream are merged to learn from them alone. */
export function mergeKindOf(kind: Kind): MergeKind {
  if (kind === 'fresh') return 'full';
  return kind === 'freshShort' ? 'short' : kind;
}

export type Weights = {
  /** The score for joining a story; it joins the best one above zero. */
  readonly join: Readonly<Record<Kind, Network>>;
  /** The score for two stories being one, above zero, by the kind of the article that fits both. */
  readonly merge: Readonly<Record<MergeKind, Network>>;
};

/** Written by `npm run train:stories`. */
export const WEIGHTS: Weights = json;

/** Fewer body words than this say less than the headline does. */
const HEADLINE_BELOW = 12;
/** What fits into the summary of a feed item, about 250 characters. */
const SHORT_BELOW = 70;

/** A stream with fewer stories is fresh. */
const FRESH_BELOW = 4;

export function kindOf(article: { readonly bodyWords: number }, stories: number): Kind {
  const isFresh = stories < FRESH_BELOW;
  if (article.bodyWords >= SHORT_BELOW) return isFresh ? 'fresh' : 'full';
  if (isFresh) return 'freshShort';
  return article.bodyWords < HEADLINE_BELOW ? 'headline' : 'short';
}
