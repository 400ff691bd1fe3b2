import type { Network } from './network.ts';
import json from './weights.json' with { type: 'json' };

/** How much of an article there is to compare. Each kind has weights of its own. */
export type Kind = 'full' | 'short' | 'headline';

export type Weights = {
  /** The score for joining a story; it joins the best one above zero. */
  readonly join: Readonly<Record<Kind, Network>>;
  /** The score for two stories being one, above zero. */
  readonly merge: Network;
};

/** Written by `npm run train:stories`. */
export const WEIGHTS: Weights = json;

/** Fewer body words than this say less than the headline does. */
const HEADLINE_BELOW = 12;
/** What fits into the summary of a feed item, about 250 characters. */
const SHORT_BELOW = 70;

export function kindOf(article: { readonly bodyWords: number }): Kind {
  if (article.bodyWords < HEADLINE_BELOW) return 'headline';
  return article.bodyWords < SHORT_BELOW ? 'short' : 'full';
}
