import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { locateQuote } from '../../src/quotes/locate.ts';
import type { Speed } from './speed.ts';

/** Articles a second against a plain regular expression for `“…,” X said` on the same articles. */
export async function bench(dataDir: string): Promise<Speed[]> {
  const path = join(dataDir, 'quotes/polnear-train.jsonl');
  if (!existsSync(path)) return [];
  const articles = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { title: string; text: string });
  const extract = () => {
    for (const { title, text } of articles) extractQuotes({ id: 0, title, text, language: null });
  };
  const match = () => {
    let found = 0;
    for (const { text } of articles) for (const _ of text.matchAll(PLAIN)) found++;
    return found;
  };
  const claims = articles.map(({ text }) => text.slice(text.length >> 1, (text.length >> 1) + 120));
  const locate = () => {
    for (const [i, { text }] of articles.entries()) locateQuote(claims[i]!, text);
  };
  const normalise = () => {
    for (const { text } of articles) text.normalize('NFKC');
  };
  const quotes = best(extract, match);
  const guard = best(locate, normalise);
  const perSecond = (ms: number) => Math.round((1_000 * articles.length) / ms);
  return [
    {
      name: 'quotes of an article',
      figure: perSecond(quotes[0]),
      unit: 'articles/s',
      baseline: 'one regular expression',
      ratio: quotes[1] / quotes[0],
    },
    {
      name: 'words located in an article',
      figure: perSecond(guard[0]),
      unit: 'articles/s',
      baseline: 'NFKC of the article',
      ratio: guard[1] / guard[0],
    },
  ];
}

const PLAIN =
  /[“"]([^“”"]{3,2000})[,.?!][”"]\s+(?:(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*|he|she|they)\s+(?:said|told|wrote|added)|(?:said|added)\s+(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*))/gu;

/** The best of four rounds in turn, in milliseconds. */
function best(a: () => unknown, b: () => unknown): [number, number] {
  let [fastA, fastB] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 4; round++) {
    fastA = Math.min(fastA, time(a));
    fastB = Math.min(fastB, time(b));
  }
  return [fastA, fastB];
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
