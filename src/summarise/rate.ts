import type { Document } from '../news/article.ts';
import { CONCEPT_FEATURES, type Concepts, pairConcepts, wordConcepts, worths } from './concepts.ts';
import { SENTENCE_FEATURES, sentenceFeatures } from './features.ts';
import { type Sentence, storySentences } from './sentence.ts';
import { overlap } from './similarity.ts';
import { dangles } from './standalone.ts';
import { tokensOf } from './tokens.ts';
import { LONG, SHORT, type Weights } from './weights.ts';

/** A story's sentences with what each is worth to a summary. */
export type Rated = {
  readonly sentences: readonly Sentence[];
  /** How many words and pairs there are: the length of a `held` array. */
  readonly concepts: number;
  /** The words a summary of it should have as far as its material tells. */
  readonly deserves: number;
  /** What the sentence adds to a summary that already holds the concepts marked in `held`. */
  readonly worth: (sentence: Sentence, held?: Uint8Array) => number;
  readonly mark: (sentence: Sentence, held: Uint8Array) => void;
  /** What a word by itself is worth to a summary, 0 to 1. */
  readonly wordWorth: (stem: string) => number;
  /** Worth per word. */
  readonly density: (sentence: Sentence) => number;
  /** The content words of all titles. */
  readonly titleTerms: ReadonlySet<string>;
  /** How much it says what the titles and the other articles' openings say, 0 to 2. */
  readonly centrality: (sentence: Sentence) => number;
  /** The sentence behind it in its article. */
  readonly after: (sentence: Sentence) => Sentence | undefined;
  /** The sentence before it that it cannot be understood without; null if that was dropped, undefined if it needs none. */
  readonly leansOn: (sentence: Sentence) => Sentence | null | undefined;
};

/** What a story's words, sentences and titles are, before any weights. */
export type Material = {
  readonly own: readonly (readonly Sentence[])[];
  readonly words: Concepts;
  readonly pairs: Concepts;
  readonly features: ReadonlyMap<Sentence, readonly number[]>;
  /** The content words of all titles. */
  readonly titleTerms: ReadonlySet<string>;
};

/** Reads a story's articles once for everything that rates sentences. */
export function materialOf(documents: readonly Document[]): Material {
  const own = documents.map((d, i) => storySentences(d, i));
  const titled = documents.map((d) => tokensOf(d.title, d.language));
  const titles = titled.map((tokens) => tokens.map((t) => t.stem));
  return {
    own,
    words: wordConcepts(own, titles),
    pairs: pairConcepts(own, titles),
    features: sentenceFeatures(own, titles),
    titleTerms: new Set(titled.flat().flatMap((t) => (t.common ? [] : [t.stem]))),
  };
}

const LEADS = SENTENCE_FEATURES.indexOf('leads');
const COMMON = CONCEPT_FEATURES.indexOf('bothCommon');

// Ledes and feed snippets have a few sentences, full articles dozens: what marks a good one differs.
const SHORT_ARTICLE = 8;

/** Which of the two weight sets fits the material. */
function weightsFor({ own }: Material): Weights {
  const told = own.filter((s) => s.length > 0);
  const mean = told.reduce((sum, s) => sum + s.length, 0) / Math.max(1, told.length);
  return mean > SHORT_ARTICLE ? LONG : SHORT;
}

/** Rates the sentences of a story with weights trained on summaries written by people. */
export function rate(material: Material, weights: Weights = weightsFor(material)): Rated {
  const { own, words, pairs, features, titleTerms } = material;
  const sentences = own.flat();
  const single = worths(words, weights.words, weights);
  const double = worths(pairs, weights.pairs, weights).map((w) => w * weights.pairShare);
  const base = new Map(
    sentences.map((s) => [s, s.words * dot(features.get(s) ?? [], weights.sentence)] as const),
  );
  const offset = single.length;
  const worth = (sentence: Sentence, held?: Uint8Array) => {
    let sum = base.get(sentence) ?? 0;
    for (const i of words.of.get(sentence) ?? []) if (!held?.[i]) sum += single[i]!;
    for (const i of pairs.of.get(sentence) ?? []) if (!held?.[offset + i]) sum += double[i]!;
    return sum;
  };
  const length = sentences.reduce((sum, s) => sum + s.words, 0);
  const content = new Map(
    words.list.map(({ key, features: f }, i) => [key, f[COMMON] ? 0 : single[i]!] as const),
  );
  return {
    sentences,
    concepts: offset + double.length,
    deserves: 10 + 0.6 * Math.min(320, length),
    worth,
    mark: (sentence, held) => {
      for (const i of words.of.get(sentence) ?? []) held[i] = 1;
      for (const i of pairs.of.get(sentence) ?? []) held[offset + i] = 1;
    },
    wordWorth: (stem) => content.get(stem) ?? 0,
    density: (sentence) => worth(sentence) / Math.max(1, sentence.words),
    titleTerms,
    centrality: (sentence) =>
      overlap(titleTerms, sentence.terms) + (features.get(sentence)?.[LEADS] ?? 0),
    after: (sentence) => own[sentence.document]?.[sentence.index + 1],
    leansOn: (sentence) =>
      dangles(sentence.text, sentence.language)
        ? (own[sentence.document]?.[sentence.index - 1] ?? null)
        : undefined,
  };
}

function dot(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}
