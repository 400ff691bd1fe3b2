import type { Query } from './query.ts';
import type { Kind } from './weights.ts';
import { COUNTED_EACH_TIME, type Held, type HeldStory, type Window } from './window.ts';

/** A story that shares telling words with a query; of a big one also the articles that share most. */
export type Candidate = { readonly story: HeldStory; readonly nearest: readonly Held[] };

/** Of the query's terms so many are looked up, each in so many of the newest articles that use it. */
const TERMS = 40;
const ARTICLES_PER_TERM = { fresh: 100, freshShort: 100, full: 100, short: 250, headline: 250 };
/**
 * So many stories are compared in earnest. Of a whole article the right one is among the first eight in 99 cases of
 * 100; the fewer words there are, the further down it may stand.
 */
const STORIES = { fresh: 8, freshShort: 8, full: 8, short: 20, headline: 20 };
const NEAREST = 4;

type Found = { readonly story: HeldStory; readonly best: Held; readonly score: number };

function isAhead(a: Found, b: Found): boolean {
  return a.score > b.score || (a.score === b.score && a.best.order > b.best.order);
}

/** Finds the stories worth comparing, the likeliest first. What it costs does not grow with what is held. */
export function createFinder(window: Window): (query: Query, kind: Kind) => Candidate[] {
  let scores = new Float64Array(1 << 10);

  function touch(query: Query, perTerm: number): number[] {
    const size = window.slots().length;
    if (scores.length < size) scores = new Float64Array(size * 2);
    const touched: number[] = [];
    let looked = 0;
    for (const i of query.order) {
      const term = query.terms[i]!;
      if (term < 0) continue;
      if (looked++ >= TERMS) break;
      const gain = query.weights[i]! * query.tells[i]!;
      if (gain === 0) break;
      const { slots, start } = window.postings.newest(term, perTerm);
      for (let k = start; k < slots.length; k += 1) {
        const slot = slots[k]!;
        if (scores[slot] === 0) touched.push(slot);
        scores[slot]! += gain;
      }
    }
    return touched;
  }

  return (query, kind) => {
    const touched = touch(query, ARTICLES_PER_TERM[kind]);
    const chosen = likeliest(touched, STORIES[kind]);
    const nearest = nearestOf(chosen, touched);
    for (const slot of touched) scores[slot] = 0;
    return chosen.map(({ story }) => ({ story, nearest: nearest.get(story) ?? [] }));
  };

  /**
   * The stories of the best articles, the best first. Thousands of articles share a word with the query: all but a few
   * are passed over by one comparison with the last that is chosen.
   */
  function likeliest(touched: readonly number[], most: number): readonly Found[] {
    const slots = window.slots();
    const chosen: Found[] = [];
    for (const slot of touched) {
      const held = slots[slot]!;
      const score = scores[slot]! * held.shortness;
      scores[slot] = score;
      if (chosen.length === most && score < chosen[most - 1]!.score) continue;
      const found = { story: held.story, best: held, score };
      if (chosen.length === most && !isAhead(found, chosen[most - 1]!)) continue;
      let place = chosen.findIndex(({ story }) => story === held.story);
      if (place < 0) place = chosen.length < most ? chosen.length : most - 1;
      else if (!isAhead(found, chosen[place]!)) continue;
      for (; place > 0 && isAhead(found, chosen[place - 1]!); place -= 1) {
        chosen[place] = chosen[place - 1]!;
      }
      chosen[place] = found;
    }
    return chosen;
  }

  /** For the chosen stories too big to be read whole, the articles likest to the query. */
  function nearestOf(chosen: readonly Found[], touched: readonly number[]) {
    const lists = new Map<HeldStory, Held[]>();
    for (const { story } of chosen) {
      if (story.articles.length > COUNTED_EACH_TIME) lists.set(story, []);
    }
    if (lists.size === 0) return lists;
    const slots = window.slots();
    for (const slot of touched) {
      const held = slots[slot]!;
      lists.get(held.story)?.push(held);
    }
    for (const list of lists.values()) {
      list.sort((a, b) => scores[b.slot]! - scores[a.slot]! || b.order - a.order);
      list.length = Math.min(list.length, NEAREST);
    }
    return lists;
  }
}
