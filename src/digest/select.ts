import { HOUR } from '../lib/clock.ts';
import type { Story } from '../news/story.ts';

type Told = Pick<Story, 'articles' | 'outlets' | 'independent' | 'lastAt'>;

/**
 * How much a story deserves a place: how many tell it in their own words first, then how fresh it is. The freshness
 * bonus halves about every eight hours and is worth less than one more outlet for a story that two outlets tell.
 */
export function weightOf(story: Told, now: Date): number {
  const copies = story.outlets - story.independent;
  const told = story.independent + 0.25 * copies + 0.1 * (story.articles - story.outlets);
  const hours = Math.max(0, now.getTime() - story.lastAt.getTime()) / HOUR;
  return Math.log2(1 + Math.max(told, 0)) + 0.6 * 2 ** (-hours / 8);
}

/** The stories a digest brings, the weightiest first; equal ones newest first. */
export function selectStories<T extends Told & Pick<Story, 'id'>>(
  stories: readonly T[],
  choice: { readonly now: Date; readonly limit: number },
): T[] {
  return [...stories]
    .map((story) => ({ story, weight: weightOf(story, choice.now) }))
    .sort((a, b) => b.weight - a.weight || b.story.id - a.story.id)
    .slice(0, choice.limit)
    .map(({ story }) => story);
}
