// node test/quality/ask-train.ts [../shared/data]: fits the weights by which /ask tells a sentence that answers, on the
// half of the questions that is for tuning, and writes src/summarise/answer-weights.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { candidatesFor } from '../../src/summarise/answer.ts';
import { ANSWER_FEATURES, likelihood } from '../../src/summarise/answer-rating.ts';
import { passagesOf } from '../../src/summarise/passages.ts';
import { parseQuestion } from '../../src/summarise/question.ts';
import { type AskRow, type AskSet, askSets } from './ask-sets.ts';

type Example = {
  readonly features: readonly number[];
  readonly article: number;
  readonly isRight: boolean;
  /** From a right article, whatever it says. */
  readonly isSource: boolean;
  weight: number;
};
type Posed = { readonly row: AskRow; readonly examples: Example[] };

const FOLDS = 5;
const STEPS = 4_000;
const RATE = 0.5;
const DECAY = 0.002;
// What is wrong counts this much beside what is right, for all sentences of a question together.
const WRONG = 2;

/** Every question that is answered by sentences, with the sentences that may do so. */
function pose(set: AskSet): Posed[] {
  const ids = set.articles.map(({ id }) => id);
  const all = set.articles.map(({ incoming }, id) => ({ id, ...incoming.draft }));
  const whole = passagesOf(all);
  return set.rows
    .filter(({ half }) => half === 'tuning')
    .flatMap((row) => {
      const question = parseQuestion(row.ask, null, set.now);
      if (question.kind === 'said' || question.kind === 'who-said') return [];
      const event = row.story?.split('/')[0];
      const passages = event
        ? passagesOf(all.filter(({ id }) => ids[id]!.startsWith(`${event}/`)))
        : whole;
      const examples = candidatesFor(question, passages).map(({ sentence, features }): Example => {
        const shown = `${sentence.text} ${features[10] ? (passages.before(sentence)?.text ?? '') : ''}`;
        const isRight =
          row.from?.has(ids[sentence.article]!) === true &&
          row.say.some((words) => shown.toLowerCase().includes(words));
        const isSource = row.from?.has(ids[sentence.article]!) === true;
        return { features, article: sentence.article, isRight, isSource, weight: 0 };
      });
      weigh(examples);
      return [{ row, examples }];
    });
}

/** Right sentences of a question count 1 together, the wrong ones the more the likelier they are taken for right. */
function weigh(examples: Example[]): void {
  const right = examples.filter(({ isRight }) => isRight).length;
  const wrong = examples
    .filter(({ isRight }) => !isRight)
    .sort((a, b) => b.features[0]! + b.features[1]! - a.features[0]! - a.features[1]!);
  for (const example of examples) example.weight = example.isRight ? 1 / right : 0;
  const hardest = wrong.slice(0, 8);
  for (const example of hardest) example.weight = WRONG / hardest.length;
}

function fitWeights(posed: readonly Posed[]): number[] {
  const examples = posed.flatMap((p) => p.examples).filter(({ weight }) => weight > 0);
  const weights = Array.from({ length: ANSWER_FEATURES.length + 1 }, () => 0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const speeds = weights.map(() => 1e-8);
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((w, i) => (i < weights.length - 1 ? DECAY * w : 0));
    for (const { features, isRight, weight } of examples) {
      const wrong = (weight * (likelihood(features, weights) - (isRight ? 1 : 0))) / total;
      for (const [i, value] of features.entries()) slopes[i]! += wrong * value;
      slopes[slopes.length - 1]! += wrong;
    }
    for (const [i, slope] of slopes.entries()) {
      speeds[i]! += slope * slope;
      weights[i]! -= (RATE * slope) / Math.sqrt(speeds[i]!);
    }
  }
  return weights;
}

/** At a likelihood: how many answerable questions get a right sentence among the first three, how many others none. */
function judge(posed: readonly Posed[], weights: readonly number[], likely: number) {
  let [right, told, refused, untold] = [0, 0, 0, 0];
  for (const { row, examples } of posed) {
    const rated = examples
      .map(({ features, isSource }) => ({ isSource, score: likelihood(features, weights) }))
      .sort((a, b) => b.score - a.score);
    const isAnswered = (rated[0]?.score ?? 0) >= likely;
    if (row.from === null) {
      untold++;
      if (!isAnswered) refused++;
    } else {
      told++;
      if (isAnswered && rated.slice(0, 3).some(({ isSource }) => isSource)) right++;
    }
  }
  return { right, told, refused, untold };
}

if (import.meta.main) {
  const dataDir = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data');
  const posed = askSets(dataDir).flatMap(pose);
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    weights: fitWeights(posed.filter((_, i) => i % FOLDS !== fold)),
    held: posed.filter((_, i) => i % FOLDS === fold),
  }));
  for (const likely of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6]) {
    const sum = { right: 0, told: 0, refused: 0, untold: 0 };
    for (const { weights, held } of folds) {
      const got = judge(held, weights, likely);
      for (const key of ['right', 'told', 'refused', 'untold'] as const) sum[key] += got[key];
    }
    console.log(
      `from ${likely}: right ${sum.right} of ${sum.told}, refused ${sum.refused} of ${sum.untold} (cross-validated)`,
    );
  }
  const weights = fitWeights(posed);
  for (const [i, name] of ANSWER_FEATURES.entries())
    console.log(name.padEnd(14), weights[i]!.toFixed(2));
  writeFileSync(
    join(import.meta.dirname, '../../src/summarise/answer-weights.ts'),
    [
      '// Made by `node test/quality/ask-train.ts`: one weight for each of ANSWER_FEATURES, the last one added always.',
      'export const ANSWER_WEIGHTS: readonly number[] = [',
      ...weights.map((weight) => `  ${Number(weight.toFixed(3))},`),
      '];',
      '',
    ].join('\n'),
  );
}
