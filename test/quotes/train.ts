// Learns the weights of src/quotes/weights.json from polnear-train: `node test/quotes/train.ts [data folder]`.
// A quote's features speak for "nobody said it", a candidate's for "they said it"; the weights make the right answer likely.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Candidate } from '../../src/quotes/candidates.ts';
import { grammarFor } from '../../src/quotes/languages.ts';
import { candidatesFor } from '../../src/quotes/patterns.ts';
import { type Reading, readingOf } from '../../src/quotes/reading.ts';
import { regionFeatures } from '../../src/quotes/region-features.ts';
import { type Marked, overlap, type Sample, sameName, trim } from '../quality/quotes.ts';

/** Features seen less often are left out: fewer weights, and nothing learnt from a single article. */
const SEEN = 8;
const ROUNDS = 15;
const RATE = 0.04;
const DECAY = 0.02;

/** One quote: the features of each answer (nobody first), and which answers are right. */
type Example = {
  readonly answers: readonly (readonly string[])[];
  readonly right: readonly boolean[];
};

function examplesOf(sample: Sample): Example[] {
  const { text } = sample;
  const reading = readingOf(text, sample.title ?? null, grammarFor(null, text));
  const chain: (Candidate | undefined)[] = [];
  return reading.regions.map((region, i) => {
    const marked = markedAs(text, region, sample.quotes);
    const candidates = candidatesFor(reading, i, chain);
    const right = candidates.map((c) => marked !== undefined && isSpeaker(reading, c, marked));
    const features = regionFeatures(reading, i, chain).map((f) => `0 ${f}`);
    // Later quotes lean on this one as it should have been decided.
    chain.push(marked ? candidates[Math.max(0, right.indexOf(true))] : undefined);
    return {
      answers: [features, ...candidates.map((c) => c.features)],
      right: [!marked, ...right],
    };
  });
}

function markedAs(
  text: string,
  region: { start: number; end: number },
  all: readonly Marked[],
): Marked | undefined {
  const at = trim(text, region.start, region.end);
  return all.find((m) => overlap(at, trim(text, m.start, m.end)) >= 0.5);
}

function isSpeaker(r: Reading, { subject }: Candidate, marked: Marked): boolean {
  if (!marked.speaker) return true;
  const { list } = r.tokens;
  const [start, end] = [list[subject.start]!.start, list[subject.end - 1]!.end];
  const reach = /^(?:who|that|which)$/i.test(marked.speaker.trim()) ? 80 : 0;
  if (Math.min(end, marked.speaker_end!) > Math.max(start, marked.speaker_start! - reach))
    return true;
  if (/^(?:he|she|they|i|we|it|who|him|her|them)$/i.test(marked.speaker.trim())) return false;
  return sameName(r.text.slice(start, end), marked.speaker);
}

/** Stochastic gradient descent with a step of its own for each weight (Adagrad); the rounds of the second half are averaged. */
function learn(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { answers } of examples)
    for (const f of answers.flat()) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= SEEN) ids.set(feature, ids.size);
  const coded = examples
    .filter(({ right }) => right.includes(true))
    .map(({ answers, right }) => ({
      right,
      answers: answers.map((fs) => fs.flatMap((f) => ids.get(f) ?? [])),
    }));
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-6);
  const sums = new Float64Array(ids.size);
  const random = generator(7);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = coded.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [coded[i], coded[j]] = [coded[j]!, coded[i]!];
    }
    for (const { answers, right } of coded) {
      const odds = softmax(answers.map((fs) => fs.reduce((sum, f) => sum + weights[f]!, 0)));
      const good = odds.reduce((sum, p, i) => (right[i] ? sum + p : sum), 1e-9);
      for (const [i, fs] of answers.entries()) {
        const error = odds[i]! - (right[i] ? odds[i]! / good : 0);
        if (Math.abs(error) < 1e-4) continue;
        for (const f of fs) {
          const gradient = error + DECAY * weights[f]!;
          squares[f]! += gradient * gradient;
          weights[f]! -= (RATE * gradient) / Math.sqrt(squares[f]!);
        }
      }
    }
    if (round >= ROUNDS / 2) for (let f = 0; f < sums.length; f++) sums[f]! += weights[f]!;
  }
  const rounds = Math.floor(ROUNDS / 2);
  return new Map([...ids].map(([feature, id]) => [feature, sums[id]! / rounds]));
}

function softmax(sums: readonly number[]): number[] {
  const top = Math.max(...sums);
  const raised = sums.map((s) => Math.exp(s - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((v) => v / total);
}

/** Park and Miller's generator: the same weights from every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const data = process.argv[2] ?? '../shared/data';
const samples = readFileSync(`${data}/quotes/polnear-train.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample);
const learnt = learn(samples.flatMap(examplesOf));
const region: Record<string, number> = {};
const candidate: Record<string, number> = {};
for (const [feature, weight] of [...learnt].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const rounded = Math.round(weight * 100) / 100;
  if (Math.abs(rounded) < 0.04) continue;
  if (feature.startsWith('0 ')) region[feature.slice(2)] = rounded;
  else candidate[feature] = rounded;
}
writeFileSync(
  new URL('../../src/quotes/weights.json', import.meta.url),
  `${JSON.stringify({ region, candidate }, null, 2)}\n`,
);
process.stdout.write(
  `${samples.length} articles, ${Object.keys(region).length} + ${Object.keys(candidate).length} weights\n`,
);
