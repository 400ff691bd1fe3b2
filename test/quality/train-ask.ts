// node test/quality/train-ask.ts [../shared/data]: fits the weights by which /ask tells a sentence that answers, on the
// half of the questions that is for tuning, and writes src/summarise/answer-weights.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { candidatesFor } from '../../src/summarise/answer-candidates.ts';
import { ANSWER_FEATURES, likelihood } from '../../src/summarise/answer-rating.ts';
import { SURE_FEATURES, sureFeatures, sureness } from '../../src/summarise/answer-sureness.ts';
import { passagesOf } from '../../src/summarise/passages.ts';
import { type ParsedQuestion, parseQuestion } from '../../src/summarise/question.ts';
import { type AskRow, type AskSet, askSets } from './ask-sets.ts';

type Example = {
  readonly features: readonly number[];
  readonly article: number;
  readonly isRight: boolean;
  /** From a right article, whatever it says. */
  readonly isSource: boolean;
  weight: number;
};
type Posed = {
  readonly row: AskRow;
  readonly question: ParsedQuestion;
  readonly examples: Example[];
};

const FOLDS = 5;
const STEPS = 4_000;
const RATE = 0.5;
const DECAY = 0.002;
const SURE_DECAY = 0.01;
// What a question that is not answered counts beside one that is, of which there are more.
const UNTOLD = 1.5;
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
      const candidates = candidatesFor(question, passages).filter(({ mayAnswer }) => mayAnswer);
      const examples = candidates.map(({ sentence, features }): Example => {
        const shown = `${sentence.text} ${features[10] ? (passages.before(sentence)?.text ?? '') : ''}`;
        const isRight =
          row.from?.has(ids[sentence.article]!) === true &&
          row.say.some((words) => shown.toLowerCase().includes(words));
        const isSource = row.from?.has(ids[sentence.article]!) === true;
        return { features, article: sentence.article, isRight, isSource, weight: 0 };
      });
      weigh(examples);
      return [{ row, question, examples }];
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

const fitWeights = (posed: readonly Posed[]): number[] =>
  regress(
    posed.flatMap((p) => p.examples).filter(({ weight }) => weight > 0),
    ANSWER_FEATURES.length,
    DECAY,
  );

type Weighed = {
  readonly features: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
};

/** Logistic regression: one weight for each feature, the last one added always. */
function regress(examples: readonly Weighed[], count: number, decay: number): number[] {
  const weights = Array.from({ length: count + 1 }, () => 0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const speeds = weights.map(() => 1e-8);
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((w, i) => (i < count ? decay * w : 0));
    for (const { features, isRight, weight } of examples) {
      const wrong = (weight * (likelihood(features, weights) - (isRight ? 1 : 0))) / total;
      for (const [i, value] of features.entries()) slopes[i]! += wrong * value;
      slopes[count]! += wrong;
    }
    for (const [i, slope] of slopes.entries()) {
      speeds[i]! += slope * slope;
      weights[i]! -= (RATE * slope) / Math.sqrt(speeds[i]!);
    }
  }
  return weights;
}

const rate = (examples: readonly Example[], weights: readonly number[]) =>
  examples
    .map((example) => ({ ...example, score: likelihood(example.features, weights) }))
    .sort((a, b) => b.score - a.score);

/** Weights that tell whether a question is answered, fitted by the sentences as `weights` rate them. */
function fitSureness(posed: readonly Posed[], weights: readonly number[]): number[] {
  const examples = posed
    .filter(({ examples }) => examples.length > 0)
    .map(({ row, question, examples }) => ({
      features: sureFeatures(question, rate(examples, weights)),
      isRight: row.from !== null,
      weight: row.from === null ? UNTOLD : 1,
    }));
  return regress(examples, SURE_FEATURES.length, SURE_DECAY);
}

type Fitted = { readonly weights: readonly number[]; readonly sure: readonly number[] };

/** Of each question: how surely it is answered, and whether a right source is among the first three sentences. */
function judge(posed: readonly Posed[], { weights, sure }: Fitted) {
  return posed.map(({ row, question, examples }) => {
    const rated = rate(examples, weights);
    return {
      isTold: row.from !== null,
      isSourced: rated.slice(0, 3).some(({ isSource }) => isSource),
      surety: rated.length === 0 ? 0 : sureness(sureFeatures(question, rated), sure),
    };
  });
}

function train(posed: readonly Posed[]): Fitted {
  const weights = fitWeights(posed);
  return { weights, sure: fitSureness(posed, weights) };
}

const listed = (weights: readonly number[]) =>
  weights.map((weight) => `  ${Number(weight.toFixed(3))},`);

if (import.meta.main) {
  const dataDir = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data');
  const posed = askSets(dataDir).flatMap(pose);
  const judged = Array.from({ length: FOLDS }, (_, fold) =>
    judge(
      posed.filter((_, i) => i % FOLDS === fold),
      train(posed.filter((_, i) => i % FOLDS !== fold)),
    ),
  ).flat();
  const told = judged.filter(({ isTold }) => isTold);
  const untold = judged.filter(({ isTold }) => !isTold);
  for (const from of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]) {
    const right = told.filter(({ isSourced, surety }) => isSourced && surety >= from).length;
    const refused = untold.filter(({ surety }) => surety < from).length;
    console.log(
      `from ${from}: right ${right} of ${told.length}, refused ${refused} of ${untold.length} (cross-validated)`,
    );
  }
  const { weights, sure } = train(posed);
  for (const [i, name] of [...ANSWER_FEATURES.entries()])
    console.log(name.padEnd(16), weights[i]!.toFixed(2));
  for (const [i, name] of [...SURE_FEATURES.entries()])
    console.log(name.padEnd(16), sure[i]!.toFixed(2));
  writeFileSync(
    join(import.meta.dirname, '../../src/summarise/answer-weights.ts'),
    [
      '// Made by `node test/quality/train-ask.ts`: one weight for each of ANSWER_FEATURES, the last one added always.',
      'export const ANSWER_WEIGHTS: readonly number[] = [',
      ...listed(weights),
      '];',
      '',
      '// The same for SURE_FEATURES.',
      'export const SURE_WEIGHTS: readonly number[] = [',
      ...listed(sure),
      '];',
      '',
    ].join('\n'),
  );
}
