import { readCommonWords } from '../../src/cluster/common-words.ts';
import { createDecider } from '../../src/cluster/decide.ts';
import { bigFirst } from '../../src/cluster/merging.ts';
import { type Terms, termsOfArticle } from '../../src/cluster/terms.ts';
import { createVocabulary } from '../../src/cluster/vocabulary.ts';
import { type Kind, type MergeKind, mergeKindOf, type Weights } from '../../src/cluster/weights.ts';
import { createWindow, type HeldStory } from '../../src/cluster/window.ts';
import type { Example } from './fit-network.ts';
import type { StoryRow } from './story-sets.ts';

/** What a run met: examples for the weights, each with the true stories it is about. */
export type Met = {
  readonly join: (Example & { readonly kind: Kind; readonly truth: string })[];
  readonly merge: (Example & {
    readonly kind: MergeKind;
    readonly truths: readonly [string, string];
  })[];
};

/** As the shipped configuration has it. */
const WINDOW = 14 * 86_400_000;
const common = readCommonWords();
const read = new WeakMap<StoryRow, Terms>();

function termsOfRow(row: StoryRow): Terms {
  let terms = read.get(row);
  if (!terms) {
    terms = termsOfArticle(row);
    read.set(row, terms);
  }
  return terms;
}

/**
 * Runs a stream with the given weights, as the product does but for copies, and notes what was weighed at each step:
 * weights have to be trained on the stories they make themselves, with their mistakes in them.
 */
export function runStories(rows: readonly StoryRow[], weights: Weights, met?: Met): number[] {
  const window = createWindow(createVocabulary(common));
  const decide = createDecider(window, weights);
  const contents = new Map<number, Map<string, number>>();
  const merged = new Map<number, number>();
  const predicted: number[] = [];
  const truthsOf = (story: HeldStory) => contents.get(story.id)!;
  let next = 0;
  for (const row of rows) {
    for (
      let old = window.oldest();
      old && old.arrived < row.arrived - WINDOW;
      old = window.oldest()
    ) {
      window.remove(old.id);
    }
    const terms = termsOfRow(row);
    let story = next;
    if (terms.words.length > 0) {
      const decision = decide(terms, row.at);
      const { kind } = decision;
      for (const [i, { story: candidate, features }] of ranked(met ? decision.candidates : [])) {
        // Of the many that nobody would join, a quarter stands for all.
        if (i >= HARD && (row.id + i) % EASY_EACH !== 0) continue;
        const y = (truthsOf(candidate).get(row.truth) ?? 0) / sizeOf(truthsOf(candidate));
        const weight = i >= HARD ? EASY_EACH : 1;
        met?.join.push({ x: features, y, weight, kind, truth: row.truth });
      }
      let into = decision.story;
      for (const rival of into ? decision.rivals : []) {
        const [a, b] = [truthsOf(decision.story!), truthsOf(rival.story)];
        met?.merge.push({
          x: rival.features,
          y: agreement(a, b),
          weight: (sizeOf(a) * sizeOf(b)) / (sizeOf(a) + sizeOf(b)),
          kind: mergeKindOf(kind),
          truths: [mostOf(a), mostOf(b)],
        });
        if (rival.score > 0) into = bigFirst(into!, rival.story)[0];
      }
      for (const other of [
        decision.story,
        ...decision.rivals.filter((r) => r.score > 0).map((r) => r.story),
      ]) {
        if (!into || !other || other === into) continue;
        for (const [truth, n] of truthsOf(other)) {
          truthsOf(into).set(truth, (truthsOf(into).get(truth) ?? 0) + n);
        }
        window.merge(other.id, into.id);
        merged.set(other.id, into.id);
      }
      story = into?.id ?? next;
      window.add({ id: row.id, story, at: row.at, arrived: row.arrived, terms });
    }
    if (story === next) next += 1;
    predicted.push(story);
    const truths = contents.get(story) ?? new Map<string, number>();
    contents.set(story, truths.set(row.truth, (truths.get(row.truth) ?? 0) + 1));
  }
  const final = (story: number): number => (merged.has(story) ? final(merged.get(story)!) : story);
  return predicted.map(final);
}

const HARD = 4;
const EASY_EACH = 4;

function ranked<T extends { readonly score: number }>(candidates: readonly T[]) {
  return candidates.toSorted((a, b) => b.score - a.score).entries();
}

function sizeOf(truths: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const n of truths.values()) sum += n;
  return sum;
}

/** How likely one article of each are of one true story. */
function agreement(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [truth, n] of a) dot += n * (b.get(truth) ?? 0);
  return dot / sizeOf(a) / sizeOf(b);
}

function mostOf(truths: ReadonlyMap<string, number>): string {
  return [...truths].sort((a, b) => b[1] - a[1])[0]![0];
}
