// node test/quality/train-ask.ts [../shared/data]: fits the weights by which /ask tells a sentence that answers, on the
// questions that are for tuning, and writes src/summarise/answer-weights.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFor } from '../../src/desk/articles-for-question.ts';
import { hashOf } from '../../src/lib/hash.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { storiesOfArticles } from '../../src/store/stories.ts';
import { knowing } from '../../src/summarise/answer.ts';
import { candidatesFor } from '../../src/summarise/answer-candidates.ts';
import { ANSWER_FEATURES, likelihood } from '../../src/summarise/answer-rating.ts';
import { SURE_FEATURES, sureFeatures, sureness } from '../../src/summarise/answer-sureness.ts';
import { passagesOf } from '../../src/summarise/passages.ts';
import { type ParsedQuestion, parseQuestion } from '../../src/summarise/question.ts';
import { type AskRow, type AskSet, askSets } from './ask-sets.ts';
import { inStore } from './ask-store.ts';
import { fitLogistic } from './fit-logistic.ts';

type Example = {
  readonly features: readonly number[];
  readonly article: number;
  readonly story: number;
  readonly isRight: boolean;
  /** From a right article, whatever it says. */
  readonly isSource: boolean;
  weight: number;
};
type Posed = {
  readonly row: AskRow;
  readonly question: ParsedQuestion;
  readonly examples: Example[];
  /** The event it is about: what is told of one is never fitted to and judged by at once. */
  readonly event: string;
};

const FOLDS = 8;
const PULL = 30;
const SURE_PULL = 100;
// What a question that is not answered counts beside one that is, of which there are more.
const UNTOLD = 1.5;
// What is wrong counts this much beside what is right, for all sentences of a question together.
const WRONG = 2;

/** Every question that is answered by sentences, with those of the articles read for it that may do so. */
const pose = (set: AskSet): Promise<Posed[]> =>
  inStore(set, async ({ db, names, questionOf }) => {
    const posed: Posed[] = [];
    for (const row of set.rows.filter(({ half }) => half === 'tuning')) {
      const articles = await articlesFor(db, EVERYBODY, await questionOf(row));
      const ids = articles.map(({ id }) => id);
      const passages = passagesOf(articles, await storiesOfArticles(db, EVERYBODY, ids));
      const question = knowing(parseQuestion(row.ask, null, set.now), passages);
      if (question.kind === 'said' || question.kind === 'who-said' || question.terms.length === 0)
        continue;
      const nameOf = (article: number) => names.get(ids[article]!)!;
      const found = candidatesFor(question, passages);
      const examples = found
        .filter(({ mayAnswer }) => mayAnswer)
        .map(({ sentence, features, article, story }): Example => {
          const before = features[ANSWER_FEATURES.indexOf('dangles')]
            ? (passages.before(sentence)?.text ?? '')
            : '';
          const shown = `${before} ${sentence.text}`.toLowerCase();
          const isSource = row.from?.has(nameOf(article)) === true;
          const isRight = isSource && row.say.some((words) => shown.includes(words));
          return { features, article, story, isRight, isSource, weight: 0 };
        });
      weigh(examples);
      const nearest = [...found].sort((a, b) => b.features[0]! - a.features[0]!)[0];
      const about = [...(row.from ?? [])][0] ?? (nearest ? nameOf(nearest.article) : row.ask);
      posed.push({ row, question, examples, event: about.split('/')[0]! });
    }
    return posed;
  });

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
  fitLogistic(
    posed.flatMap((p) => p.examples).filter(({ weight }) => weight > 0),
    PULL,
  );

const rate = (examples: readonly Example[], weights: readonly number[]) =>
  examples
    .map((example) => ({ ...example, score: likelihood(example.features, weights) }))
    .sort((a, b) => b.score - a.score);

/** Each part of the questions by event, with all others. */
const folds = (posed: readonly Posed[], salt: string) =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const isOf = ({ event }: Posed) =>
      Number.parseInt(hashOf(`${salt}${event}`).slice(0, 6), 16) % FOLDS === fold;
    return { part: posed.filter(isOf), others: posed.filter((p) => !isOf(p)) };
  }).filter(({ part }) => part.length > 0);

/**
 * Weights that tell whether a question is answered. Its sentences are rated by weights that were fitted to other events:
 * those of its own know too well which are right.
 */
function fitSureness(posed: readonly Posed[]): number[] {
  const examples = folds(posed, 'within').flatMap(({ part, others }) => {
    const weights = fitWeights(others);
    return part
      .filter(({ examples }) => examples.length > 0)
      .map(({ row, question, examples }) => ({
        features: sureFeatures(question, rate(examples, weights)),
        isRight: row.from !== null,
        weight: row.from === null ? UNTOLD : 1,
      }));
  });
  return fitLogistic(examples, SURE_PULL);
}

type Fitted = { readonly weights: readonly number[]; readonly sure: readonly number[] };

const train = (posed: readonly Posed[]): Fitted => ({
  weights: fitWeights(posed),
  sure: fitSureness(posed),
});

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

const listed = (weights: readonly number[]) =>
  weights.map((weight) => `  ${Number(weight.toFixed(3))},`);

if (import.meta.main) {
  const dataDir = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data');
  const posed: Posed[] = [];
  for (const set of askSets(dataDir)) posed.push(...(await pose(set)));
  const judged = folds(posed, '').flatMap(({ part, others }) => judge(part, train(others)));
  const told = judged.filter(({ isTold }) => isTold);
  const untold = judged.filter(({ isTold }) => !isTold);
  for (const from of [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]) {
    const right = told.filter(({ isSourced, surety }) => isSourced && surety >= from).length;
    const refused = untold.filter(({ surety }) => surety < from).length;
    console.log(
      `from ${from}: right ${right} of ${told.length}, refused ${refused} of ${untold.length} (cross-validated by event)`,
    );
  }
  const { weights, sure } = train(posed);
  for (const [i, name] of ANSWER_FEATURES.entries())
    console.log(name.padEnd(18), weights[i]!.toFixed(2));
  for (const [i, name] of SURE_FEATURES.entries())
    console.log(name.padEnd(18), sure[i]!.toFixed(2));
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
