import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { summariseDocuments } from '../../src/summarise/summary.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { readSummaries, textRank } from '../quality/summaries.ts';
import type { Speed } from './speed.ts';

/** Articles a second, full text, in stories of two to nine: digests, summaries and answers against TextRank, sentences against Intl.Segmenter. */
export async function bench(dataDir: string): Promise<Speed[]> {
  const path = join(dataDir, 'summaries/multinews-dev100.jsonl');
  if (!existsSync(path)) return [];
  const stories = readSummaries(path).map(({ documents }) => documents);
  const articles = stories.flat();
  const each = (run: (documents: (typeof stories)[number]) => unknown) => () => {
    for (const documents of stories) run(documents);
  };
  const rank = each((documents) => textRank(documents, 220));
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const question = {
    text: 'how many people did police say were hurt',
    language: 'en',
    now: new Date(0),
  };
  const speeds = [
    ['digest', each((d) => writeDigest({ articles: d, quotes: [] })), 'TextRank', rank],
    ['summary of 220 words', each((d) => summariseDocuments(d, 220)), 'TextRank', rank],
    [
      'answer',
      each((d) => answerQuestion(question, { articles: d, quotes: [] })),
      'TextRank',
      rank,
    ],
    [
      'sentences',
      each((d) => d.map(({ text }) => splitSentences(text))),
      'Intl.Segmenter',
      each((d) => d.map(({ text }) => [...segmenter.segment(text)])),
    ],
  ] as const;
  return speeds.map(([name, run, baseline, other]) => {
    const [ours, theirs] = fastest(run, other);
    return {
      name,
      figure: Math.round((1_000 * articles.length) / ours),
      unit: 'articles/s',
      baseline,
      ratio: theirs / ours,
    };
  });
}

/** The least time of five, run in turn so that a busy machine slows both. */
function fastest(a: () => void, b: () => void): [number, number] {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 5; round++) {
    for (const [i, run] of [a, b].entries()) {
      const start = performance.now();
      run();
      least[i] = Math.min(least[i]!, performance.now() - start);
    }
  }
  return least;
}

if (import.meta.main) {
  for (const { name, figure, unit, baseline, ratio } of await bench(
    process.argv[2] ?? '../shared/data',
  )) {
    console.log(`${name}: ${figure} ${unit}, ${ratio.toFixed(2)} × ${baseline}`);
  }
}
