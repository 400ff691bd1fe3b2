import type { Digest } from '../news/digest.ts';
import { tidy } from './prose.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';

const MOST = 8;

/** The figures of a story that count or measure something, those that most outlets give first. */
export function numbersOf(story: StoryFacts): Digest['numbers'] {
  const figures = new Map<
    string,
    { value: number; unit: string | null; fact: StoryFacts['facts'][number]; score: number }
  >();
  for (const fact of story.facts) {
    const sentence = fact.tellings[0]!;
    for (const { value, unit } of story.comparison.figures(sentence)) {
      if (unit === null) continue;
      const key = `${value} ${unit}`;
      const score = fact.density * fact.fitness * (0.5 + fact.tellers.size);
      if (score > (figures.get(key)?.score ?? 0)) figures.set(key, { value, unit, fact, score });
    }
  }
  return [...figures.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ value, unit, fact }) => ({
      value,
      unit,
      text: tidy(fact.tellings[0]!.text),
      refs: refsOf(fact.tellings),
    }));
}
