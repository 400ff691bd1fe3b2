import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/news/article.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { chooseSentences } from '../../src/summarise/choose.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { inReadingOrder, tidy } from '../../src/summarise/prose.ts';
import { materialOf, rate } from '../../src/summarise/rate.ts';
import { countWords, storySentences } from '../../src/summarise/sentence.ts';
import { summariseDocuments } from '../../src/summarise/summary.ts';
import type { Weights } from '../../src/summarise/weights.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { termsOf } from '../../src/text/words.ts';
import { rougeN, rougeTokens } from './rouge.ts';
import type { Measure, Row } from './table.ts';

export type SummaryRow = {
  readonly id: string;
  readonly documents: readonly Document[];
  readonly summary: string;
};

/** The rows of a file of summaries; everything in these sets is English. */
export function readSummaries(path: string): SummaryRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as {
        id: string;
        summary: string;
        documents: { title: string; text: string }[];
      };
      const documents = row.documents.map(({ title, text }, id) => ({
        id,
        title,
        text,
        outlet: null,
        url: null,
        publishedAt: null,
        language: 'en',
      }));
      return { id: row.id, documents, summary: row.summary };
    });
}

type Summarise = (documents: readonly Document[], words: number) => string;

/** The documents' leading sentences in turn, cut off at exactly the length. */
export function lead(documents: readonly Document[], words: number): string {
  const own = documents.map(sentencesOf);
  const deepest = Math.max(0, ...own.map((s) => s.length));
  const inTurn = Array.from({ length: deepest }, (_, i) => own.flatMap((s) => s[i] ?? [])).flat();
  return inTurn.join(' ').split(/\s+/).filter(Boolean).slice(0, words).join(' ');
}

/** Mihalcea and Tarau 2004: PageRank (damping 0.85) over sentences joined by shared words, best first while they fit. */
export function textRank(documents: readonly Document[], words: number): string {
  const sentences = [...new Set(documents.flatMap(sentencesOf))].slice(0, 400);
  const terms = sentences.map((s) => new Set(termsOf(s, 'en')));
  const weights = terms.map((a, i) =>
    terms.map((b, j) => {
      if (i === j || a.size < 2 || b.size < 2) return 0;
      let both = 0;
      for (const t of a) if (b.has(t)) both++;
      return both / (Math.log(a.size) + Math.log(b.size));
    }),
  );
  const out = weights.map((row) => row.reduce((sum, w) => sum + w, 0) || 1);
  let rank = sentences.map(() => 1);
  for (let step = 0; step < 40; step++) {
    rank = rank.map(
      (_, i) => 0.15 + 0.85 * rank.reduce((sum, r, j) => sum + (r * weights[j]![i]!) / out[j]!, 0),
    );
  }
  const order = sentences.map((_, i) => i).sort((a, b) => rank[b]! - rank[a]!);
  let left = words;
  const chosen: number[] = [];
  for (const i of order) {
    const length = countWords(sentences[i]!);
    if (length > left) continue;
    chosen.push(i);
    left -= length;
  }
  return chosen
    .sort((a, b) => a - b)
    .map((i) => sentences[i])
    .join(' ');
}

const sentencesOf = (d: Document) =>
  splitSentences(d.text).map((s) => d.text.slice(s.start, s.end));

/** Mean ROUGE-1 and ROUGE-2 F1 in per cent, and the mean length in words. */
export function scoreWith(rows: readonly SummaryRow[], words: number, summarise: Summarise) {
  let [r1, r2, length] = [0, 0, 0];
  for (const row of rows) {
    const summary = summarise(row.documents, words);
    const candidate = rougeTokens(summary);
    const reference = rougeTokens(row.summary);
    r1 += (100 * rougeN(candidate, reference, 1).f1) / rows.length;
    r2 += (100 * rougeN(candidate, reference, 2).f1) / rows.length;
    length += countWords(summary) / rows.length;
  }
  return { r1, r2, length };
}

/** The same for given weights: what training compares. */
export function scoreSummaries(rows: readonly SummaryRow[], words: number, weights: Weights) {
  return scoreWith(rows, words, (documents) =>
    inReadingOrder(chooseSentences(rate(materialOf(documents), weights), words))
      .map((s) => tidy(s.text))
      .join(' '),
  );
}

const SETS = [
  { name: 'neus-val', words: 65, over: { r1: 1.5, r2: 0.5 } },
  { name: 'multinews-dev100', words: 220, over: { r1: 1, r2: 1.5 } },
];

/** How much of a digest's lede a reader's summary says too, beside the first sentence of its first article. */
function ledeRows(set: string, rows: readonly SummaryRow[]): Row[] {
  const told = rows.filter(({ documents }) => documents.some((d) => d.text.trim()));
  const precision = (opening: (row: SummaryRow) => string) =>
    told.reduce((sum, row) => {
      const scored = rougeN(rougeTokens(opening(row)), rougeTokens(row.summary), 2);
      return sum + (100 * scored.precision) / told.length;
    }, 0);
  const first = precision(
    ({ documents }) => documents.flatMap((d, i) => storySentences(d, i).slice(0, 1))[0]?.text ?? '',
  );
  const ours = precision(({ documents }) => {
    const quotes = documents.flatMap((d) => extractQuotes(d));
    return writeDigest({ articles: documents, quotes }).lede.text;
  });
  return [
    { set, measure: "first sentence's R2 precision", figure: first, target: null },
    { set, measure: "digest lede's R2 precision", figure: ours, target: first },
  ];
}

/** ROUGE of the summaries beside LEAD and TextRank at the same length. */
export const measure: Measure = async (dataDir) => {
  const table: Row[] = [];
  for (const { name, words, over } of SETS) {
    const path = join(dataDir, 'summaries', `${name}.jsonl`);
    if (!existsSync(path)) continue;
    const rows = readSummaries(path);
    const first = scoreWith(rows, words, lead);
    const second = scoreWith(rows, words, textRank);
    const ours = scoreWith(rows, words, summariseDocuments);
    const row = (measure: string, figure: number, target: number | null) => ({
      set: name,
      measure: `${measure}, ${words} words`,
      figure,
      target,
    });
    table.push(
      row('LEAD R1', first.r1, null),
      row('LEAD R2', first.r2, null),
      row('TextRank R1', second.r1, null),
      row('TextRank R2', second.r2, null),
      row('summary R1', ours.r1, first.r1 + over.r1),
      row('summary R2', ours.r2, first.r2 + over.r2),
      row('mean length', ours.length, null),
      ...ledeRows(name, rows),
    );
  }
  return table;
};

if (import.meta.main) {
  for (const row of await measure(process.argv[2] ?? '../shared/data')) {
    console.log(row.set, row.measure, row.figure.toFixed(2), row.target?.toFixed(2) ?? '');
  }
}
