import type { Digest } from '../news/digest.ts';
import { datesIn } from './dates.ts';
import { tidy } from './prose.ts';
import { overlap } from './similarity.ts';
import { refsOf, type StoryFacts } from './story-facts.ts';

const MOST = 8;

/** The dated facts of a story in the order they happened; each fact once. */
export function timelineOf(story: StoryFacts): Digest['timeline'] {
  const times = story.articles.flatMap((a) => (a.publishedAt ? [a.publishedAt.getTime()] : []));
  const storyAt = times.length > 0 ? new Date(Math.max(...times)) : null;
  const dated = story.facts.flatMap((fact) => {
    const sentence = fact.tellings[0]!;
    const article = story.articles[sentence.document]!;
    // The day the sentence is about is the first it names: later ones stand in its asides.
    const date = datesIn(sentence.text, sentence.language, {
      publishedAt: article.publishedAt,
      storyAt,
    })[0]?.date;
    return date
      ? [{ date, fact, sentence, score: fact.density * fact.fitness * fact.tellers.size }]
      : [];
  });
  dated.sort((a, b) => b.score - a.score);
  const chosen: typeof dated = [];
  for (const entry of dated) {
    if (chosen.length === MOST) break;
    const told = chosen.some(
      (c) =>
        overlap(c.sentence.terms, entry.sentence.terms) > (c.date === entry.date ? 0.4 : 0.7) ||
        story.comparison.likeness(c.sentence, entry.sentence) > 0.5,
    );
    if (!told) chosen.push(entry);
  }
  return chosen
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : b.score - a.score))
    .map(({ date, sentence, fact }) => ({
      date,
      text: tidy(sentence.text),
      refs: refsOf(fact.tellings),
    }));
}
