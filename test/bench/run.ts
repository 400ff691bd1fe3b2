// npm run bench [-- NAME …]: how fast each part is, as a ratio to a named baseline run in turn on the same input.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bench } from './speed.ts';

const PARTS: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  feeds: () => import('./feeds.ts'),
  stories: () => import('./stories.ts'),
  quotes: () => import('./quotes.ts'),
  summaries: () => import('./summaries.ts'),
  chat: () => import('./chat.ts'),
  editions: () => import('./editions.ts'),
  ask: () => import('./ask.ts'),
};

const dataDir = resolve(
  process.env.CRIER_QUALITY_DATA ?? resolve(import.meta.dirname, '../../../shared/data'),
);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));

if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else if (!existsSync(dataDir)) {
  console.error(`Nothing measured: the sets are not at ${dataDir} (set CRIER_QUALITY_DATA).`);
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    const part = await PARTS[name]?.();
    for (const { name: what, figure, unit, baseline, ratio } of (await part?.bench(dataDir)) ??
      []) {
      const speed = `${Math.round(figure).toLocaleString('en')} ${unit}`;
      console.log(
        `${what.padEnd(34)} ${speed.padStart(22)}   ${ratio.toFixed(2).padStart(6)} × ${baseline}`,
      );
    }
  }
}
