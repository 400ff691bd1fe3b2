import type { Sentence } from './sentence.ts';
import type { Weights } from './weights.ts';

/** What tells whether a human summary would hold a word or pair; each about 0 to 1. */
export const CONCEPT_FEATURES = [
  'one',
  'told',
  'toldByAll',
  'often',
  'titles',
  'leads',
  'early',
  'capital',
  'number',
  'common',
  'bothCommon',
  'length',
] as const;

/** A word or a pair of neighbouring words of a story, with its features in the order of `CONCEPT_FEATURES`. */
type Concept = { readonly key: string; readonly features: readonly number[] };

/** The concepts of a story, and for each sentence the indices of those it holds. */
export type Concepts = {
  readonly list: readonly Concept[];
  readonly of: ReadonlyMap<Sentence, readonly number[]>;
};

type Seen = {
  readonly tellers: Set<number>;
  readonly leaders: Set<number>;
  times: number;
  capitals: number;
  earliest: number;
  readonly common: number;
  readonly number: boolean;
};

type Unit = { key: string; capital: boolean; common: number; number: boolean };

/** The single words of a story. */
export function wordConcepts(
  sentences: readonly (readonly Sentence[])[],
  titles: readonly (readonly string[])[],
) {
  const units = (s: Sentence): Unit[] =>
    s.tokens.map((t, i) => ({
      key: t.stem,
      // The first word of a sentence has a capital whatever it is.
      capital: t.capital && i > 0,
      common: t.common ? 2 : 0,
      number: isNumber(t.stem),
    }));
  return collect(
    sentences,
    titles.map((t) => new Set(t)),
    units,
  );
}

/** The pairs of neighbouring words of a story. */
export function pairConcepts(
  sentences: readonly (readonly Sentence[])[],
  titles: readonly (readonly string[])[],
) {
  const units = (s: Sentence): Unit[] =>
    s.tokens.slice(1).map((b, i) => {
      const a = s.tokens[i]!;
      return {
        key: `${a.stem} ${b.stem}`,
        capital: a.capital && b.capital,
        common: (a.common ? 1 : 0) + (b.common ? 1 : 0),
        number: isNumber(a.stem) || isNumber(b.stem),
      };
    });
  return collect(
    sentences,
    titles.map((t) => new Set(t.slice(1).map((b, i) => `${t[i]} ${b}`))),
    units,
  );
}

function collect(
  sentences: readonly (readonly Sentence[])[],
  titles: readonly ReadonlySet<string>[],
  unitsOf: (sentence: Sentence) => Unit[],
): Concepts {
  const seen = new Map<string, Seen>();
  const keys = new Map<Sentence, string[]>();
  for (const sentence of sentences.flat()) {
    const units = unitsOf(sentence);
    keys.set(
      sentence,
      units.map((u) => u.key),
    );
    for (const unit of units) note(seen, unit, sentence);
  }
  const tellers = Math.max(1, sentences.filter((own) => own.length > 0).length);
  const titled = Math.max(1, titles.filter((t) => t.size > 0).length);
  const index = new Map<string, number>();
  const list = [...seen].map(([key, s], i) => {
    index.set(key, i);
    return {
      key,
      features: featuresOf(key, s, tellers, titles.filter((t) => t.has(key)).length / titled),
    };
  });
  const of = new Map(
    [...keys].map(([s, own]) => [s, [...new Set(own)].map((k) => index.get(k)!)] as const),
  );
  return { list, of };
}

function note(seen: Map<string, Seen>, unit: Unit, sentence: Sentence): void {
  let entry = seen.get(unit.key);
  if (!entry) {
    const { common, number } = unit;
    entry = {
      tellers: new Set(),
      leaders: new Set(),
      times: 0,
      capitals: 0,
      earliest: 99,
      common,
      number,
    };
    seen.set(unit.key, entry);
  }
  entry.tellers.add(sentence.document);
  if (sentence.index < 2) entry.leaders.add(sentence.document);
  entry.times++;
  if (unit.capital) entry.capitals++;
  entry.earliest = Math.min(entry.earliest, sentence.index);
}

function featuresOf(key: string, seen: Seen, tellers: number, titles: number): number[] {
  return [
    1,
    (seen.tellers.size - 1) / Math.max(1, tellers - 1),
    tellers > 1 && seen.tellers.size === tellers ? 1 : 0,
    Math.log(seen.times),
    titles,
    seen.leaders.size / tellers,
    1 / (1 + seen.earliest),
    Math.min(1, seen.capitals / seen.times),
    seen.number ? 1 : 0,
    seen.common === 1 ? 1 : 0,
    seen.common === 2 ? 1 : 0,
    Math.min(1, key.length / 12),
  ];
}

const isNumber = (stem: string) => /^\d/.test(stem);

/** How likely a human summary holds the concept, 0 to 1. */
export function likelihood(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return 1 / (1 + Math.exp(-sum));
}

/** What each concept is worth. Above 1, `sharpness` keeps many unlikely words from adding up to a likely one. */
export function worths(
  concepts: Concepts,
  weights: readonly number[],
  { sharpness }: Weights,
): Float64Array {
  return Float64Array.from(concepts.list, (c) => likelihood(c.features, weights) ** sharpness);
}
