// Fits src/summarise/weights.ts to summaries written by people and writes the file:
//   node test/quality/train-summaries.ts ../shared/data src/summarise/weights.ts
// SHORT is fitted to neus-train. LONG is fitted to multinews-dev100, the only set of full articles there is,
// so its own figure is optimistic: the figures this prints beside it are ten-fold cross-validated.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONCEPT_FEATURES, type Concepts, likelihood } from '../../src/summarise/concepts.ts';
import { SENTENCE_FEATURES } from '../../src/summarise/features.ts';
import { type Material, materialOf } from '../../src/summarise/rate.ts';
import { tokensOf } from '../../src/summarise/tokens.ts';
import type { Weights } from '../../src/summarise/weights.ts';
import { readSummaries, type SummaryRow, scoreSummaries } from './summaries.ts';

type Example = {
  readonly row: SummaryRow;
  readonly material: Material;
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
};
type Settings = {
  readonly pairShare: number;
  readonly sharpness: number;
  readonly sentence: boolean;
};

function exampleOf(row: SummaryRow): Example {
  const stems = tokensOf(row.summary, 'en').map((t) => t.stem);
  return {
    row,
    material: materialOf(row.documents),
    words: new Set(stems),
    pairs: new Set(stems.slice(1).map((b, i) => `${stems[i]} ${b}`)),
  };
}

function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++)
      if (Math.abs(matrix[r]![i]!) > Math.abs(matrix[pivot]![i]!)) pivot = r;
    [matrix[i], matrix[pivot]] = [matrix[pivot]!, matrix[i]!];
    [right[i], right[pivot]] = [right[pivot]!, right[i]!];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = matrix[r]![i]! / matrix[i]![i]!;
      for (let c = i; c < n; c++) matrix[r]![c]! -= factor * matrix[i]![c]!;
      right[r]! -= factor * right[i]!;
    }
  }
  return right.map((value, i) => value / matrix[i]![i]!);
}

const square = (n: number) => Array.from({ length: n }, () => new Array<number>(n).fill(0));

/** Logistic regression by Newton's steps: which concepts stand in the human summary. */
function fitLikelihood(
  examples: readonly Example[],
  of: (e: Example) => [Concepts, ReadonlySet<string>],
): number[] {
  const rows = examples.flatMap((e) => {
    const [concepts, wanted] = of(e);
    return concepts.list.map((c) => ({ x: c.features, y: wanted.has(c.key) ? 1 : 0 }));
  });
  const n = CONCEPT_FEATURES.length;
  let weights = new Array<number>(n).fill(0);
  for (let step = 0; step < 8; step++) {
    const hessian = square(n);
    const gradient = new Array<number>(n).fill(0);
    for (const { x, y } of rows) {
      const p = likelihood(x, weights);
      const v = Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < n; i++) {
        if (x[i] === 0) continue;
        gradient[i]! += (y - p) * x[i]!;
        for (let j = 0; j < n; j++) hessian[i]![j]! += v * x[i]! * x[j]!;
      }
    }
    const ridge = rows.length * 1e-5;
    for (let i = 0; i < n; i++) {
      hessian[i]![i]! += ridge;
      gradient[i]! -= ridge * weights[i]!;
    }
    const change = solve(hessian, gradient);
    weights = weights.map((w, i) => w + change[i]!);
  }
  return weights;
}

/** Ridge regression of what the concepts leave unsaid: hits a word beyond (or below) those expected. */
function fitSentences(
  examples: readonly Example[],
  words: number[],
  pairs: number[],
  pairShare: number,
): number[] {
  const n = SENTENCE_FEATURES.length + 1;
  const matrix = square(n);
  const right = new Array<number>(n).fill(0);
  for (const e of examples) {
    const sentences = e.material.own.flat();
    const surprise = (
      concepts: Concepts,
      wanted: ReadonlySet<string>,
      weights: number[],
      i: number,
    ) => {
      const { key, features } = concepts.list[i]!;
      return (wanted.has(key) ? 1 : 0) - likelihood(features, weights);
    };
    for (const s of sentences) {
      if (s.words < 4) continue;
      let target = 0;
      for (const i of e.material.words.of.get(s)!)
        target += surprise(e.material.words, e.words, words, i);
      for (const i of e.material.pairs.of.get(s)!)
        target += pairShare * surprise(e.material.pairs, e.pairs, pairs, i);
      const x = [...e.material.features.get(s)!, 1];
      const share = 1 / Math.sqrt(sentences.length);
      for (let r = 0; r < n; r++) {
        right[r]! += (share * x[r]! * target) / s.words;
        for (let c = 0; c < n; c++) matrix[r]![c]! += share * x[r]! * x[c]!;
      }
    }
  }
  for (let i = 0; i < n; i++) matrix[i]![i]! += 3;
  return solve(matrix, right).slice(0, -1);
}

function weightsOf(
  examples: readonly Example[],
  { pairShare, sharpness, sentence }: Settings,
): Weights {
  const words = fitLikelihood(examples, (e) => [e.material.words, e.words]);
  const pairs = fitLikelihood(examples, (e) => [e.material.pairs, e.pairs]);
  const none = SENTENCE_FEATURES.map(() => 0);
  return {
    words,
    pairs,
    sentence: sentence ? fitSentences(examples, words, pairs, pairShare) : none,
    pairShare,
    sharpness,
  };
}

const show = (name: string, note: string, weights: Weights): string => {
  const list = (names: readonly string[], values: readonly number[]) =>
    `[\n${names.map((n, i) => `    ${values[i]!.toFixed(3)}, // ${n}`).join('\n')}\n  ]`;
  return `/** ${note} */
export const ${name}: Weights = {
  words: ${list(CONCEPT_FEATURES, weights.words)},
  pairs: ${list(CONCEPT_FEATURES, weights.pairs)},
  sentence: ${list(SENTENCE_FEATURES, weights.sentence)},
  pairShare: ${weights.pairShare},
  sharpness: ${weights.sharpness},
};
`;
};

const HEAD = `// Written by \`node test/quality/train-summaries.ts ../shared/data src/summarise/weights.ts\`: do not edit.

/** How a story's words, pairs of words and sentences are rated (concepts.ts and features.ts name the features). */
export type Weights = {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  readonly sentence: readonly number[];
  /** What a pair counts for beside a word. */
  readonly pairShare: number;
  /** The power that likelihoods are raised to. */
  readonly sharpness: number;
};

`;

if (import.meta.main) {
  const [dataDir = '../shared/data', target] = process.argv.slice(2);
  const short: Settings = { pairShare: 1, sharpness: 1.3, sentence: false };
  const long: Settings = { pairShare: 2, sharpness: 1.3, sentence: true };
  const read = (name: string) =>
    readSummaries(join(dataDir, 'summaries', `${name}.jsonl`)).map(exampleOf);
  const neus = read('neus-train');
  const multinews = read('multinews-dev100');
  const SHORT = weightsOf(neus, short);
  const LONG = weightsOf(multinews, long);
  const folds = 10;
  let r1 = 0;
  let r2 = 0;
  for (let k = 0; k < folds; k++) {
    const weights = weightsOf(
      multinews.filter((_, i) => i % folds !== k),
      long,
    );
    const held = multinews.filter((_, i) => i % folds === k);
    const score = scoreSummaries(
      held.map((e) => e.row),
      220,
      weights,
    );
    r1 += score.r1 / folds;
    r2 += score.r2 / folds;
  }
  console.log('multinews-dev100, 220 words, cross-validated:', r1.toFixed(2), r2.toFixed(2));
  for (const [name, weights] of [['neus-train', SHORT]] as const) {
    const score = scoreSummaries(
      readSummaries(join(dataDir, 'summaries', `${name}.jsonl`)),
      65,
      weights,
    );
    console.log(name, score.r1.toFixed(2), score.r2.toFixed(2));
  }
  const val = scoreSummaries(
    readSummaries(join(dataDir, 'summaries', 'neus-val.jsonl')),
    65,
    SHORT,
  );
  console.log('neus-val', val.r1.toFixed(2), val.r2.toFixed(2));
  if (target) {
    writeFileSync(
      target,
      HEAD +
        show('SHORT', 'For articles of a few sentences: feed snippets and ledes.', SHORT) +
        '\n' +
        show('LONG', 'For full articles.', LONG),
    );
  }
}
