import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, ask } from '../../src/desk/ask.ts';
import type { ArticleId } from '../../src/news/article.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { type AskRow, type AskSet, askSets } from './ask-sets.ts';
import { inStore } from './ask-store.ts';
import type { Measure, Row } from './table.ts';

/** What became of one question. */
export type AskOutcome = {
  readonly row: AskRow;
  readonly answered: boolean;
  /** A right source is cited in the first three parts of an answer. */
  readonly sourced: boolean;
  /** The same, or among the nearest sentences where it is said that there is no answer. */
  readonly shown: boolean;
  /** Something is shown beside the saying that there is no answer. */
  readonly nearby: boolean;
  /** The first part holds the words. */
  readonly says: boolean;
  readonly parts: readonly string[];
  readonly sources: readonly string[];
};

const FIRST = 3;

/** `/ask` over the sample newsroom and the seeds: what is for judging; the half for tuning is for information. */
export const measure: Measure = async (dataDir) => {
  const sets = askSets(dataDir);
  if (!existsSync(join(dataDir, '../seeds')))
    console.error(`ask: the questions on the seeds are left out: no ${join(dataDir, '../seeds')}`);
  const outcomes = await answerAll(sets);
  return [
    ...figures('ask, fresh questions', ofHalf(outcomes, 'fresh'), true),
    ...figures('ask, judging half', ofHalf(outcomes, 'judging'), true),
    ...figures('ask, tuning half', ofHalf(outcomes, 'tuning'), false),
  ];
};

export async function answerAll(sets: readonly AskSet[]): Promise<AskOutcome[]> {
  const outcomes: AskOutcome[] = [];
  for (const set of sets) outcomes.push(...(await answerSet(set)));
  return outcomes;
}

const ofHalf = (outcomes: readonly AskOutcome[], half: AskRow['half']) =>
  outcomes.filter(({ row }) => row.half === half);

function figures(set: string, outcomes: readonly AskOutcome[], aim: boolean): Row[] {
  const told = outcomes.filter(({ row }) => row.from !== null);
  const untold = outcomes.filter(({ row }) => row.from === null);
  const row = (
    measure: string,
    of: readonly AskOutcome[],
    right: (o: AskOutcome) => boolean,
    target: number | null,
  ): Row => {
    const count = of.filter(right).length;
    return {
      set,
      measure,
      figure: (100 * count) / of.length,
      target: aim ? target : null,
      note: `${count} of ${of.length}`,
    };
  };
  return [
    row('answered, right source in first three %', told, ({ sourced }) => sourced, 90),
    row('answered, the words in the first part %', told, ({ says }) => says, null),
    row('right source shown, answer or nearest %', told, ({ shown }) => shown, null),
    row('unanswerable: said that it is not answered %', untold, ({ answered }) => !answered, 90),
    row('unanswerable: nearest shown with it %', untold, ({ nearby }) => nearby, null),
  ];
}

function answerSet(set: AskSet): Promise<AskOutcome[]> {
  return inStore(set, async ({ db, names, questionOf }) => {
    const outcomes: AskOutcome[] = [];
    for (const row of set.rows)
      outcomes.push(judge(row, await ask(db, EVERYBODY, await questionOf(row)), names));
    return outcomes;
  });
}

function judge(row: AskRow, answer: Answer, names: ReadonlyMap<ArticleId, string>): AskOutcome {
  const sourcesIn = (parts: Answer['answer']) =>
    parts
      .slice(0, FIRST)
      .flatMap(({ refs }) => refs.map(({ article }) => names.get(article) ?? ''));
  const sources = sourcesIn(answer.answer);
  const isRight = (source: string) => row.from?.has(source) === true;
  const sourced = sources.some(isRight);
  const first = answer.answer[0];
  const said = `${first?.text ?? ''} ${first?.quote?.speakerName ?? ''}`.toLowerCase();
  return {
    row,
    answered: answer.answered,
    sourced,
    shown: sourced || sourcesIn(answer.nearestSentences).some(isRight),
    nearby: answer.nearestSentences.length > 0,
    says: row.say.some((words) => said.includes(words)),
    parts: answer.answer.map(({ text }) => text),
    sources: [...new Set(sources)],
  };
}

// Alone it also tells what became of each question of the tuning half (or of what is asked for: `judging`, `fresh`); with
// `totals` the figures alone.
if (import.meta.main) {
  const dataDir = join(import.meta.dirname, '../../../shared/data');
  const half = (['judging', 'fresh'] as const).find((h) => process.argv.includes(h)) ?? 'tuning';
  const outcomes = await answerAll(askSets(dataDir));
  for (const { row, answered, sourced, says, parts, sources } of ofHalf(outcomes, half)) {
    const right = row.from ? sourced && says : !answered;
    if (process.argv.includes('totals') || (right && !process.argv.includes('all'))) continue;
    console.log(
      `${right ? 'right' : row.from === null ? 'ANSWERED' : sourced ? 'WORDS' : answered ? 'WRONG' : 'REFUSED'} [${row.kind}] ${row.ask}`,
    );
    for (const part of parts.slice(0, FIRST)) console.log(`    ${part.slice(0, 200)}`);
    if (parts.length > 0) console.log(`    (${sources.join(', ')})`);
  }
  for (const { set, measure, figure, note } of figures(half, ofHalf(outcomes, half), false))
    console.log(set.padEnd(10), measure.padEnd(46), figure.toFixed(1), note);
}
