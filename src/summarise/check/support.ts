import type { Ref } from '../../news/article.ts';
import type { Span } from '../../text/span.ts';
import type { Evidence, Proof } from './evidence.ts';
import type { ReadWord } from './fold.ts';

/** The sentences that carry a claim. */
export type Support = {
  /** The sentence that says most of it, then those that say the rest. */
  readonly proofs: readonly Proof[];
  readonly refs: readonly Ref[];
  readonly tellers: ReadonlySet<string>;
};

// Words that stand nowhere in the sources: one is a plain rewording, more than a quarter tell something else.
const MOST_NEW = { share: 0.25, always: 1 };
// Of the claim's content words, how many must stand in its sentences together and in the best of them. Lower lets
// sentences pass that borrow only their names from the article, higher refuses plain rewording.
const LEAST_TOGETHER = 0.6;
const LEAST_BEST = 0.35;
const MOST_SENTENCES = 3;
// Another source tells it too if one of its sentences says this share of it.
const ALSO_TELLS = 0.5;

/** The sentences of the cited sources that say what the claim says, or undefined if they do not. */
export function supportOf(
  words: readonly ReadWord[],
  sources: readonly Evidence[],
  settled: readonly Span[],
): Support | undefined {
  const content = words
    .filter((w) => !w.common && !/^\d+$/.test(w.folded))
    .filter((w) => !settled.some((s) => w.start >= s.start && w.end <= s.end));
  const wanted = new Set(content.map((w) => w.stem));
  if (wanted.size < 2 || tellsSomethingNew(content, sources)) return undefined;
  const held = (stems: ReadonlySet<string>, left: ReadonlySet<string>) => {
    let count = 0;
    for (const stem of left) if (stems.has(stem)) count++;
    return count;
  };
  const left = new Set(wanted);
  const picked: { proof: Proof; source: Evidence }[] = [];
  while (picked.length < MOST_SENTENCES && left.size > 0) {
    let best: { proof: Proof; source: Evidence; count: number } | undefined;
    for (const source of sources) {
      for (const proof of source.proofs) {
        const count = held(proof.stems, left);
        if (count > (best?.count ?? 0)) best = { proof, source, count };
      }
    }
    if (!best) break;
    if (picked.length === 0 && best.count < LEAST_BEST * wanted.size) return undefined;
    picked.push(best);
    for (const stem of best.proof.stems) left.delete(stem);
    if (1 - left.size / wanted.size >= 0.85) break;
  }
  if (1 - left.size / wanted.size < LEAST_TOGETHER) return undefined;
  const carrying = [...picked];
  for (const source of sources) {
    if (carrying.some((c) => c.source === source)) continue;
    let best: { proof: Proof; count: number } | undefined;
    for (const proof of source.proofs) {
      const count = held(proof.stems, wanted);
      if (count > (best?.count ?? 0)) best = { proof, count };
    }
    if (best && best.count >= ALSO_TELLS * wanted.size)
      carrying.push({ proof: best.proof, source });
  }
  const tells = carrying.filter(
    ({ proof }) => held(proof.stems, wanted) >= ALSO_TELLS * wanted.size,
  );
  return {
    proofs: picked.map(({ proof }) => proof),
    refs: carrying.map(({ proof: { sentence } }) => ({
      article: sentence.article,
      start: sentence.start,
      end: sentence.end,
    })),
    tellers: new Set((tells.length > 0 ? tells : picked).map(({ source }) => source.teller)),
  };
}

/** Names apart, which are asked for one by one: too many words of the claim that no source uses at all. */
function tellsSomethingNew(content: readonly ReadWord[], sources: readonly Evidence[]): boolean {
  const plain = new Set(content.filter((w) => !w.capital || w.opens).map((w) => w.stem));
  const fresh = [...plain].filter((stem) => !sources.some((s) => s.stems.has(stem)));
  return fresh.length > Math.max(MOST_NEW.always, MOST_NEW.share * plain.size);
}
