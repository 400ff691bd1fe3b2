import { COUNT, IN_TITLE, IS_PAIR, termsOfArticle } from '../../src/cluster/terms.ts';
import type { StoryRow } from './story-sets.ts';

const THRESHOLD = 0.25;
const DAYS = 7;

/**
 * The plain way, to compare with: an article joins the story whose summed TF-IDF vector is nearest, if its cosine is
 * above one threshold for all inputs. The threshold is near the best one for whole articles.
 */
export function baselineStories(rows: readonly StoryRow[], threshold = THRESHOLD): number[] {
  const uses = new Map<string, number>();
  const stories: { vector: Map<string, number>; square: number; last: number }[] = [];
  const holders = new Map<string, Set<number>>();
  let read = 0;
  return rows.map((row) => {
    const vector = new Map<string, number>();
    const { words, marks } = termsOfArticle({ ...row, url: null });
    for (const [i, word] of words.entries()) {
      const mark = marks[i]!;
      if (mark & IS_PAIR) continue;
      const count = (mark & COUNT) + (mark & IN_TITLE ? 3 : 0);
      const idf = Math.log((read + 2) / ((uses.get(word) ?? 0) + 1));
      vector.set(word, (1 + Math.log(count)) * idf);
    }
    const length = Math.sqrt([...vector.values()].reduce((sum, x) => sum + x * x, 0)) || 1;
    const dots = new Map<number, number>();
    for (const [word, x] of vector) {
      for (const story of holders.get(word) ?? []) {
        dots.set(story, (dots.get(story) ?? 0) + (x / length) * stories[story]!.vector.get(word)!);
      }
    }
    let best = stories.length;
    let score = threshold;
    for (const [story, dot] of dots) {
      const { square, last } = stories[story]!;
      if (row.arrived - last > DAYS * 86_400_000 || dot / Math.sqrt(square) <= score) continue;
      score = dot / Math.sqrt(square);
      best = story;
    }
    stories[best] ??= { vector: new Map(), square: 0, last: row.arrived };
    const story = stories[best]!;
    story.last = row.arrived;
    for (const [word, x] of vector) {
      const before = story.vector.get(word) ?? 0;
      const after = before + x / length;
      story.vector.set(word, after);
      story.square += after * after - before * before;
      uses.set(word, (uses.get(word) ?? 0) + 1);
      const set = holders.get(word) ?? new Set();
      holders.set(word, set.add(best));
    }
    read += 1;
    return best;
  });
}
