import type { Sentence } from './sentence.ts';

// "However, the talks …", "But the talks …": out of its place the word says nothing and is left out.
const LOOSE =
  /^(?:(?:however|meanwhile|moreover|furthermore|additionally|separately|also|still|instead|finally|indeed|in addition|in the meantime|in turn|at the same time|on the other hand|by contrast|in contrast|as a result|for (?:example|instance)|in fact|of course|allerdings|außerdem|zudem|inzwischen|unterdessen|sin embargo|además|mientras tanto|no obstante|asimismo|cependant|toutefois|par ailleurs|en outre|tuttavia|inoltre|intanto|porém|no entanto|além disso|bovendien|intussen),\s+|(?:but|and|pero|y|mais|et|ma|e|mas|aber|und)\s+(?=["“„«]?\p{L}))/iu;

/** A sentence as it stands alone: white space folded, a word that only tied it to the one before left out. */
export function tidy(text: string): string {
  const folded = text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/:(["”’]?)$/, '.$1');
  const loose = LOOSE.exec(folded)?.[0] ?? '';
  const rest = folded.slice(loose.length);
  // "But when …", "And if …" and questions lean on what came before with more than their first word.
  if (!loose || rest.length < 20) return folded;
  return rest[0]!.toLocaleUpperCase() + rest.slice(1);
}

/** Leads first, then deeper sentences, neighbours of one article together. */
export function inReadingOrder(sentences: readonly Sentence[]): Sentence[] {
  const runs = runsOf(sentences);
  return runs.sort((a, b) => a[0]!.index - b[0]!.index || a[0]!.document - b[0]!.document).flat();
}

/** Neighbouring sentences of an article belong together: the second may lean on the first. */
function runsOf(sentences: readonly Sentence[]): Sentence[][] {
  const sorted = [...sentences].sort((a, b) => a.document - b.document || a.index - b.index);
  const runs: Sentence[][] = [];
  for (const sentence of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.document === sentence.document && last.index + 1 === sentence.index)
      run.push(sentence);
    else runs.push([sentence]);
  }
  return runs;
}
