import type { Rated } from './rate.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';

// Wider finds hardly better sets and costs in proportion.
const BEAM = 8;
const MOST_CANDIDATES = 60;
// Sentences that share more than this of their content words tell the same fact.
const SAME_FACT = 0.7;
const FEWEST_WORDS = 5;

type Partial = {
  readonly chosen: readonly Sentence[];
  readonly words: number;
  readonly worth: number;
  readonly held: Uint8Array;
  readonly score: number;
};

/**
 * The set of whole sentences of at most `words` words whose words and pairs are worth most, each
 * counted once, per word of a summary of the length the story deserves (so that a story told in
 * little gets a short one). In the order in which they were chosen.
 */
export function chooseSentences(story: Rated, words: number): Sentence[] {
  const usable = (s: Sentence) => s.words >= FEWEST_WORDS && s.words <= words;
  const candidates = story.sentences
    .filter((s) => usable(s))
    .map((s) => ({ s, density: story.density(s) }))
    .sort((a, b) => b.density - a.density)
    .slice(0, MOST_CANDIDATES)
    .map(({ s }) => s);
  const none = { chosen: [], words: 0, worth: 0, held: new Uint8Array(story.concepts), score: 0 };
  let beam: Partial[] = [none];
  let best: Partial = none;
  while (beam.length > 0) {
    const next = beam.flatMap((partial) => grow(story, partial, candidates, words));
    next.sort((a, b) => b.score - a.score);
    beam = distinct(next).map((step) => take(story, step));
    for (const partial of beam) if (partial.score > best.score) best = partial;
  }
  return [...best.chosen];
}

type Step = {
  readonly from: Partial;
  readonly sentence: Sentence;
  readonly worth: number;
  readonly score: number;
};

function grow(story: Rated, from: Partial, candidates: readonly Sentence[], words: number): Step[] {
  const steps: Step[] = [];
  for (const sentence of candidates) {
    const length = from.words + sentence.words;
    if (length > words || !fits(story, from.chosen, sentence)) continue;
    const worth = from.worth + story.worth(sentence, from.held);
    steps.push({ from, sentence, worth, score: worth / (length + story.deserves) });
  }
  return steps;
}

// A sentence that leans on the one before it comes only with that one; no fact comes twice.
function fits(story: Rated, chosen: readonly Sentence[], sentence: Sentence): boolean {
  if (chosen.some((c) => c === sentence || overlap(c.terms, sentence.terms) > SAME_FACT))
    return false;
  const leansOn = story.leansOn(sentence);
  return leansOn === undefined || (leansOn !== null && chosen.includes(leansOn));
}

/** The best steps, each set of sentences once. */
function distinct(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  const kept: Step[] = [];
  for (const step of steps) {
    const key = [...step.from.chosen, step.sentence]
      .map((s) => `${s.document}:${s.start}`)
      .sort()
      .join();
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(step);
    if (kept.length === BEAM) break;
  }
  return kept;
}

function take(story: Rated, { from, sentence, worth, score }: Step): Partial {
  const held = from.held.slice();
  story.mark(sentence, held);
  return {
    chosen: [...from.chosen, sentence],
    words: from.words + sentence.words,
    worth,
    held,
    score,
  };
}
