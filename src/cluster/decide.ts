import { createFinder } from './candidates.ts';
import { createEvidence } from './evidence.ts';
import { createMergeEvidence, type Rated } from './merging.ts';
import { logOddsOf } from './network.ts';
import { queryOf } from './query.ts';
import type { Terms } from './terms.ts';
import { type Kind, kindOf, mergeKindOf, type Weights } from './weights.ts';
import type { HeldStory, Window } from './window.ts';

/** What was weighed for one article and what came of it. The features are what weights are trained on. */
export type Decision = {
  readonly kind: Kind;
  readonly candidates: readonly (Rated & { readonly features: Float64Array })[];
  /** The story to join; null opens a new one. */
  readonly story: HeldStory | null;
  /** The best score; below zero it was not enough. Negative infinity where nothing was alike at all. */
  readonly score: number;
  /** Stories compared with the one that is joined; above zero they are one with it. */
  readonly rivals: readonly (Rated & { readonly features: Float64Array })[];
};

/**
 * A rival this little below joining is still worth asking whether the two stories are one. Headlines splinter more:
 * many of one event share a single name.
 */
const RIVAL_ABOVE = { fresh: -1, freshShort: -1, full: -1, short: -1, headline: -1.5 };
const RIVALS_ASKED = { fresh: 2, freshShort: 2, full: 2, short: 2, headline: 4 };
const FIELD = 5;

/** Decides from what the window holds and changes nothing in it. */
export function createDecider(
  window: Window,
  weights: Weights,
): (terms: Terms, at: number | null) => Decision {
  const find = createFinder(window);
  const evidence = createEvidence(window);
  const mergeEvidence = createMergeEvidence(window, evidence, weights);

  return (terms, at) => {
    const query = queryOf(terms, at, window.vocabulary);
    const kind = kindOf(terms, window.stories.size);
    const found = find(query, kind);
    const network = weights.join[kind];
    const candidates = evidence(query, found).map((features, i) => ({
      story: found[i]!.story,
      features,
      score: logOddsOf(network, features),
    }));
    const ranked = candidates.toSorted((a, b) => b.score - a.score);
    const best = ranked[0];
    if (!best || best.score <= 0) {
      return {
        kind,
        candidates,
        story: null,
        score: best?.score ?? Number.NEGATIVE_INFINITY,
        rivals: [],
      };
    }
    const merging = weights.merge[mergeKindOf(kind)];
    const field = ranked.slice(0, FIELD).map(({ story }) => story);
    const rivals = ranked
      .slice(1, 1 + RIVALS_ASKED[kind])
      .filter(({ score }) => score > RIVAL_ABOVE[kind])
      .map((other) => {
        const features = mergeEvidence(best, other, field);
        return { story: other.story, features, score: logOddsOf(merging, features) };
      });
    return { kind, candidates, story: best.story, score: best.score, rivals };
  };
}
