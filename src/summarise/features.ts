import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { dangles, opensWithConnective } from './standalone.ts';

/** What speaks for or against a sentence beside its words; each about 0 to 1. */
export const SENTENCE_FEATURES = [
  'first',
  'position',
  'centroid',
  'titles',
  'leads',
  'short',
  'long',
  'quoted',
  'personal',
  'dangling',
  'connective',
  'question',
  'names',
  'numbers',
] as const;

/** The features of every sentence of a story, in the order of `SENTENCE_FEATURES`; `titles` are stems. */
export function sentenceFeatures(
  sentences: readonly (readonly Sentence[])[],
  titles: readonly (readonly string[])[],
): Map<Sentence, number[]> {
  const centre = centreOf(sentences);
  const leads = sentences.map((own) => new Set(own.slice(0, 2).flatMap((s) => [...s.terms])));
  const titleTerms = titles.flatMap((t) => [...new Set(t)]);
  const others = Math.max(1, sentences.length - 1);
  const all = new Map<Sentence, number[]>();
  for (const sentence of sentences.flat()) {
    const { text, terms, words, index } = sentence;
    let toCentre = 0;
    for (const term of terms) toCentre += centre.get(term) ?? 0;
    let leadLikeness = 0;
    for (const [d, lead] of leads.entries())
      if (d !== sentence.document) leadLikeness += overlap(terms, lead);
    const stems = new Set(sentence.tokens.map((t) => t.stem));
    all.set(sentence, [
      index === 0 ? 1 : 0,
      1 / (1 + 0.3 * index),
      toCentre / Math.sqrt(Math.max(1, terms.size)),
      titleTerms.filter((t) => stems.has(t)).length / Math.max(1, titleTerms.length),
      leadLikeness / others,
      Math.max(0, 1 - words / 12),
      Math.min(1, Math.max(0, words - 30) / 30),
      quotedShare(text),
      /\b(?:I|I['’]m|my|me|we|our|us|you|your)\b/i.test(text) ? 1 : 0,
      dangles(text, sentence.language) ? 1 : 0,
      opensWithConnective(text, sentence.language) ? 1 : 0,
      text.includes('?') ? 1 : 0,
      Math.min(1, sentence.tokens.filter((t, i) => i > 0 && t.capital).length / 6),
      Math.min(1, (text.match(/\d[\d.,]*/g)?.length ?? 0) / 3),
    ]);
  }
  return all;
}

/** The story's centroid: the weight of each term, scaled to length one. */
function centreOf(sentences: readonly (readonly Sentence[])[]): Map<string, number> {
  const centre = new Map<string, number>();
  for (const own of sentences) {
    const counts = new Map<string, number>();
    for (const { terms } of own) for (const t of terms) counts.set(t, (counts.get(t) ?? 0) + 1);
    for (const [t, n] of counts) centre.set(t, (centre.get(t) ?? 0) + Math.log1p(n));
  }
  let square = 0;
  for (const weight of centre.values()) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  for (const [t, weight] of centre) centre.set(t, weight / length);
  return centre;
}

/** The share of a text that stands between quote marks. */
export function quotedShare(text: string): number {
  let inside = 0;
  for (const match of text.matchAll(/[“"„«][^“”"„«»]{1,600}[”"“»]/g)) inside += match[0].length;
  return Math.min(1, inside / Math.max(1, text.length));
}
