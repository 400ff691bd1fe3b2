import type { Query } from './query.ts';
import type { Held, HeldStory, Window } from './window.ts';

/** A story that shares telling words with a query, and its articles that share most. */
export type Candidate = { readonly story: HeldStory; readonly nearest: readonly Held[] };

/** Looked up are this many of the query's terms, each in this many of the newest articles that use it. */
const TERMS = 40;
const ARTICLES_PER_TERM = 100;
/** So many stories are compared in earnest: the right one is nearly always among the first three. */
const STORIES = 12;
const NEAREST = 4;

/** Finds the stories worth comparing, the likeliest first. What it costs does not grow with what is held. */
export function createFinder(window: Window): (query: Query) => Candidate[] {
  let scores = new Float64Array(1 << 10);

  return (query) => {
    const slots = window.slots();
    if (scores.length < slots.length) scores = new Float64Array(slots.length * 2);
    const touched: number[] = [];
    let looked = 0;
    for (const i of query.order) {
      const term = query.terms[i]!;
      if (term < 0) continue;
      if (looked++ >= TERMS) break;
      const gain = query.weights[i]! * query.tells[i]!;
      if (gain === 0) break;
      const { slots: list, start } = window.postings.newest(term, ARTICLES_PER_TERM);
      for (let k = start; k < list.length; k += 1) {
        const slot = list[k]!;
        if (scores[slot] === 0) touched.push(slot);
        scores[slot]! += gain;
      }
    }
    const ranked = touched.map((slot) => {
      const held = slots[slot]!;
      const score = scores[slot]! / Math.sqrt(held.terms.length + 10);
      scores[slot] = 0;
      return { held, score };
    });
    ranked.sort((a, b) => b.score - a.score || b.held.order - a.held.order);
    const found = new Map<HeldStory, Held[]>();
    for (const { held } of ranked) {
      const nearest = found.get(held.story);
      if (nearest) {
        if (nearest.length < NEAREST) nearest.push(held);
      } else if (found.size < STORIES) found.set(held.story, [held]);
    }
    return [...found].map(([story, nearest]) => ({ story, nearest }));
  };
}
