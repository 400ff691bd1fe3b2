import type { Candidate } from './candidates.ts';
import { compareArticles } from './compare-articles.ts';
import { compareStory } from './compare-story.ts';
import { addRivalry, FEATURES } from './features.ts';
import type { Query } from './query.ts';
import { createTally, forgetStory } from './tally.ts';
import { COUNTED_EACH_TIME, type Held, type Window } from './window.ts';

/** Of a big story the first articles, which say what it is, and the newest, which say where it has got to. */
const FIRST_READ = 4;
const NEWEST_READ = COUNTED_EACH_TIME - FIRST_READ;
const HELD_MARK = 0x8000;

/** Compares a query with stories; gives for each the features that `FEATURES` names, in that order. */
export type Evidence = (query: Query, candidates: readonly Candidate[]) => Float64Array[];

/** The evidence gatherer of a window. What it costs depends on no story's size. */
export function createEvidence(window: Window): Evidence {
  const { vocabulary } = window;
  let tally = createTally(1 << 12);

  function compare(query: Query, { story, nearest }: Candidate): Float64Array {
    const features = new Float64Array(FEATURES.length);
    const rarity = vocabulary.weights();
    const read = articlesRead(story.articles);
    const more = read === story.articles ? [] : nearest.filter((held) => !read.includes(held));
    const mass = compareArticles(features, { query, read, more }, tally, rarity);
    compareStory(features, { query, story, readCount: read.length, mass }, tally, rarity);
    forgetStory(tally);
    return features;
  }

  return (query, candidates) => {
    if (tally.asked.length < vocabulary.size()) tally = createTally(vocabulary.size() * 2);
    for (let i = 0; i < query.terms.length; i += 1) {
      const term = query.terms[i]!;
      if (term < 0) continue;
      tally.asked[term] = query.marks[i]! | HELD_MARK;
      tally.askedWeight[term] = query.weights[i]!;
    }
    const all = candidates.map((candidate) => compare(query, candidate));
    for (const term of query.terms) {
      if (term < 0) continue;
      tally.asked[term] = 0;
      tally.askedWeight[term] = 0;
    }
    addRivalry(all);
    return all;
  };
}

function articlesRead(articles: readonly Held[]): readonly Held[] {
  if (articles.length <= COUNTED_EACH_TIME) return articles;
  return [...articles.slice(0, FIRST_READ), ...articles.slice(-NEWEST_READ)];
}
