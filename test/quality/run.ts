// npm run quality [-- NAME …]: measures the product on the labelled sets it finds and prints each figure beside its
// target. The sets belong to others and lie in ../shared/data (or where CRIER_QUALITY_DATA says).
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Measure, Row } from './table.ts';

const PARTS: Readonly<Record<string, () => Promise<{ measure: Measure }>>> = {
  stories: () => import('./stories.ts'),
  quotes: () => import('./quotes.ts'),
  summaries: () => import('./summaries.ts'),
  digest: () => import('./digest.ts'),
  feeds: () => import('./feeds.ts'),
  pages: () => import('./pages.ts'),
  ask: () => import('./ask.ts'),
  model: () => import('./claims.ts'),
};

const HOME = resolve(import.meta.dirname, '../..');
const dataDir = resolve(process.env.CRIER_QUALITY_DATA ?? resolve(HOME, '../shared/data'));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));

if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else if (!existsSync(dataDir)) {
  console.error(
    `Nothing measured: the labelled sets are not at ${dataDir} (set CRIER_QUALITY_DATA).`,
  );
} else {
  let missed = 0;
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    const part = await PARTS[name]?.();
    for (const row of (await part?.measure(dataDir)) ?? []) {
      missed += isMissed(row) ? 1 : 0;
      console.log(line(row));
    }
  }
  if (missed > 0) console.log(`\n${missed} below target`);
  process.exitCode = missed > 0 ? 1 : 0;
}

function isMissed({ figure, target, atMost }: Row): boolean {
  return target !== null && (atMost ? figure > target : figure < target);
}

function line(row: Row): string {
  const target = row.target === null ? '' : `target ${Number(row.target.toFixed(2))}`;
  const mark = row.target === null ? ' ' : isMissed(row) ? '✗' : '✓';
  const figure = Number.isInteger(row.figure) ? String(row.figure) : row.figure.toFixed(2);
  return [
    mark,
    row.set.padEnd(26),
    row.measure.padEnd(34),
    figure.padStart(9),
    `  ${target}`.padEnd(15),
    row.note ?? '',
  ]
    .join(' ')
    .trimEnd();
}
