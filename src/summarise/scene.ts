import type { StoryArticle } from './material.ts';
import type { Rated } from './rate.ts';
import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';

// A title of fewer content words may share none of them with any sentence.
const FEWEST_TITLE_WORDS = 3;
// A report's opening says more than this of what the titles and the other openings say.
const CENTRAL = { sharingNone: 0.3, sharingOne: 0.1 };

/**
 * Whether a sentence opens its article with a scene ("The bell had rung every noon for a hundred years") instead of
 * the news: it says nothing of what its own title says, and hardly anything of what the others begin with.
 */
export function scenes(
  articles: readonly StoryArticle[],
  { centrality }: Rated,
): (sentence: Sentence) => boolean {
  const titles = articles.map(
    ({ title, language }) =>
      new Set(tokensOf(title, language).flatMap((t) => (t.common ? [] : [t.stem]))),
  );
  return (sentence) => {
    const title = titles[sentence.document]!;
    if (sentence.index > 0 || title.size < FEWEST_TITLE_WORDS) return false;
    const shared = title.intersection(sentence.terms).size;
    if (shared > 1) return false;
    return centrality(sentence) < (shared === 0 ? CENTRAL.sharingNone : CENTRAL.sharingOne);
  };
}
