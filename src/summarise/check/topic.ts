import type { StoryArticle } from '../material.ts';
import type { Sentence } from '../sentence.ts';
import { readWords } from './fold.ts';

// A story of so few sentences has no topic to measure by.
const FEWEST = 6;
// Words that stand this near to each other may all belong to one smuggled text.
const APART = 4;

/**
 * Whether a sentence speaks of what the story speaks of: it shares a word with a title, with another outlet's text or
 * with a distant part of its own. Asking for two words takes five more sentences of a hundred away. Only sentences
 * that are `sound` vouch for others; that is asked of as few as possible, since it is dear.
 */
export function topicOf(
  articles: readonly StoryArticle[],
  sentences: readonly (readonly Sentence[])[],
  sound: (sentence: Sentence) => boolean,
): (sentence: Sentence) => boolean {
  const all = sentences.flat();
  const titles = new Set(
    articles.flatMap((a) =>
      readWords(a.title, a.language).flatMap((w) => (w.common ? [] : [w.stem])),
    ),
  );
  let places: ReadonlyMap<string, readonly Sentence[]> | undefined;
  let few: boolean | undefined;
  return (sentence) => {
    for (const term of sentence.terms) if (titles.has(term)) return true;
    places ??= placesOf(all);
    for (const term of sentence.terms) {
      for (const s of places.get(term) ?? []) {
        const apart =
          s.document !== sentence.document || Math.abs(s.index - sentence.index) >= APART;
        if (apart && sound(s)) return true;
      }
    }
    few ??= all.length < FEWEST || all.filter(sound).length < FEWEST;
    return few;
  };
}

function placesOf(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const places = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    for (const term of sentence.terms) {
      const known = places.get(term);
      if (known) known.push(sentence);
      else places.set(term, [sentence]);
    }
  }
  return places;
}
