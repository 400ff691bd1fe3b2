import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quote } from '../../src/news/quote.ts';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { locateQuote } from '../../src/quotes/locate.ts';
import type { Measure, Row } from './table.ts';

/** A quote as the annotators marked it. */
export type Marked = {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly speaker_start?: number;
  readonly speaker_end?: number;
  readonly speaker_resolved: string | null;
  readonly use?: string;
};
export type Sample = {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly quotes: readonly Marked[];
  readonly headline_pseudo_quotes?: readonly Marked[];
};

/** Quotes against human annotation: spans exact but for marks and punctuation at their ends, speakers by place or last name. */
export const measure: Measure = async (dataDir) => {
  const rows: Row[] = [];
  const dev = read(join(dataDir, 'quotes/polnear-dev.jsonl'));
  if (dev) rows.push(...annotated('polnear-dev', dev));
  const seeds = read(join(dataDir, 'quotes/seeds-gold.jsonl'));
  if (seeds) rows.push(...handled('seeds-gold', seeds));
  return rows;
};

function read(path: string): Sample[] | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
}

function quotesOf(sample: Sample): Quote[] {
  // The same way as `crier inspect quotes`: a row says nothing about its language.
  return extractQuotes({ id: 0, title: sample.title ?? null, text: sample.text, language: null });
}

function annotated(set: string, samples: readonly Sample[]): Row[] {
  let gold = 0;
  let exact = 0;
  let joint = 0;
  let found = 0;
  let shown = 0;
  let shownRight = 0;
  let located = 0;
  for (const { text, quotes: marked, ...rest } of samples) {
    const quotes = quotesOf({ ...rest, text, quotes: marked });
    const trimmed = quotes
      .map((q) => ({ q, ...trim(text, q.start, q.end) }))
      .filter((q) => q.end > q.start);
    const wanted = marked
      .map((m) => ({ m, ...trim(text, m.start, m.end) }))
      .filter((m) => m.end > m.start);
    gold += wanted.length;
    found += trimmed.length;
    const right = new Set<Quote>();
    for (const want of wanted) {
      let best: (typeof trimmed)[number] | undefined;
      let most = 0;
      for (const have of trimmed) {
        const share = overlap(want, have);
        if (share > most) {
          most = share;
          best = have;
        }
      }
      if (best && best.start === want.start && best.end === want.end) exact++;
      if (best && most >= 0.5 && speaks(best.q, want.m)) {
        joint++;
        right.add(best.q);
      }
    }
    for (const { q } of trimmed) {
      if (locateQuote(q.text, text)) located++;
      if (!isShown(q)) continue;
      shown++;
      if (right.has(q)) shownRight++;
    }
  }
  const f = (hits: number) => score((2 * hits) / (found + gold));
  return [
    { set, measure: 'exact span F1', figure: f(exact), target: 93 },
    { set, measure: 'exact span precision', figure: score(exact / found), target: 95.5 },
    { set, measure: 'quote and speaker F1', figure: f(joint), target: 87 },
    {
      set,
      measure: 'quote and speaker precision, shown',
      figure: score(shownRight / shown),
      target: 96.5,
      note: `${shown} quotes that a digest may show`,
    },
    { set, measure: 'located word for word', figure: score(located / found), target: 100 },
  ];
}

/** What a digest shows: whole statements by somebody with a full name, attributed in a way that is seldom wrong. */
function isShown(quote: Quote): boolean {
  return quote.use === 'key' && quote.confidence >= 0.9 && (quote.speakerName ?? '').includes(' ');
}

function handled(set: string, samples: readonly Sample[]): Row[] {
  let right = 0;
  let all = 0;
  let headlines = 0;
  let refused = 0;
  for (const sample of samples) {
    const quotes = quotesOf({ ...sample, title: sample.title ?? sample.text.split('\n')[0]! });
    for (const want of sample.quotes) {
      all++;
      const at = trim(sample.text, want.start, want.end);
      const have = quotes.find((q) => {
        const { start, end } = trim(sample.text, q.start, q.end);
        return start === at.start && end === at.end;
      });
      if (have && have.use === want.use && speaks(have, want)) right++;
    }
    for (const pseudo of sample.headline_pseudo_quotes ?? []) {
      headlines++;
      const have = quotes.filter((q) => overlap(q, pseudo) > 0);
      if (have.every((q) => q.use === 'reject')) refused++;
    }
  }
  return [
    { set, measure: 'span, speaker and use right', figure: right, target: 17, note: `of ${all}` },
    { set, measure: 'headline quotes refused', figure: refused, target: headlines },
  ];
}

const EDGE = /[\s“”"„«»‘’'`.,;:!?—–…-]/;

export function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(text[start]!)) start++;
  while (end > start && EDGE.test(text[end - 1]!)) end--;
  return { start, end };
}

type Stretch = { readonly start: number; readonly end: number };

export function overlap(a: Stretch, b: Stretch): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const PRONOUNS = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'who', 'him', 'her', 'them']);

function speaks(quote: Quote, marked: Marked): boolean {
  const wanted = marked.speaker;
  if (!wanted) return true;
  if (marked.speaker_start !== undefined && marked.speaker_end !== undefined) {
    // A relative pronoun stands for the words just before it.
    const reach = /^(?:who|that|which)$/i.test(wanted.trim()) ? 80 : 0;
    const common =
      Math.min(quote.speakerEnd ?? -1, marked.speaker_end) -
      Math.max(quote.speakerStart ?? Number.MAX_SAFE_INTEGER, marked.speaker_start - reach);
    if (common > 0) return true;
  }
  const named = quote.speakerName ?? quote.speaker;
  if (named && !PRONOUNS.has(wanted.toLowerCase().trim()) && sameName(named, wanted)) return true;
  return Boolean(
    marked.speaker_resolved &&
      quote.speakerName &&
      sameName(quote.speakerName, marked.speaker_resolved),
  );
}

const IGNORED = new Set(
  'the a an of for to and mr mrs ms dr sen rep gov president former senator governor secretary spokesman spokeswoman spokesperson republican democratic democrat campaign candidate nominee'.split(
    ' ',
  ),
);

/** Whether two mentions share their last name. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [namesIn(a), namesIn(b)];
  const [lastX, lastY] = [x.at(-1), y.at(-1)];
  if (lastX === undefined || lastY === undefined) {
    const [p, q] = [wordsIn(a).join(' '), wordsIn(b).join(' ')];
    return p === q && p !== '';
  }
  return lastX === lastY || y.includes(lastX) || x.includes(lastY);
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
}

function namesIn(text: string): string[] {
  const plain = wordsIn(text).filter((word) => !IGNORED.has(word));
  if (plain.length === 0) return [];
  const capital = [...text.matchAll(/\p{Lu}[\p{L}'’-]+/gu)]
    .map((match) => match[0].toLowerCase().replace(/['’]s$/, ''))
    .filter((word) => !IGNORED.has(word));
  return capital.length > 0 ? capital : plain;
}

function score(share: number): number {
  return Number.isFinite(share) ? Math.round(1_000 * share) / 10 : 0;
}
