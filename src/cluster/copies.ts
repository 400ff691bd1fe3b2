import type { ArticleId } from '../news/article.ts';
import { eachToken } from './scan.ts';

/** Finds articles that print the same text: an agency's report with another title, a trimmed tail, a few changed words. */
export type Copies = {
  /** The oldest held article whose text this one repeats, among those that `accept` lets pass. */
  find(sketch: Sketch, accept: (id: ArticleId) => boolean): ArticleId | null;
  add(id: ArticleId, sketch: Sketch): void;
  remove(id: ArticleId): void;
};

/** The smallest hashes of all runs of words in a text, in rising order: alike for alike texts, whatever their length. */
export type Sketch = Uint32Array;

/** Runs this long are seldom shared by chance; one changed word costs this many. */
const RUN = 4;
/** Nothing is called a copy on fewer words: headlines and one-line items agree by themselves. */
const LEAST_WORDS = 25;
const READ_WORDS = 400;
const KEPT = 48;
/** Only the smallest are looked up: half of them are still shared when one text has twice the other's length. */
const LOOKED_UP = 12;
const LOOKED_UP_SHARED = 2;
/** Of the articles that share a run only so many are known by it, the oldest and the newest: thousands may. */
const OLDEST = 16;
const HOLDERS = 48;
const LEAST_COMPARED = 8;
/** Of the shorter text's runs. Reports that were rewritten share less than half, edited copies more than 0.9. */
const SAME = 0.75;

/** The sketch of a text; null where it is too short to be told from a chance likeness. */
export function sketchOf(title: string, text: string): Sketch | null {
  const body = title !== '' && text.startsWith(title) ? text.slice(title.length) : text;
  const last = new Uint32Array(RUN);
  const hashes = new Set<number>();
  let words = 0;
  eachToken(body, (token) => {
    last[words % RUN] = hashWord(token.text);
    words += 1;
    if (words >= RUN) {
      let run = 0x811c9dc5;
      for (let i = 0; i < RUN; i += 1) run = mix(run ^ last[(words + i) % RUN]!);
      hashes.add(run);
    }
    return words < READ_WORDS;
  });
  if (words < LEAST_WORDS) return null;
  return Uint32Array.from(hashes).sort().slice(0, KEPT);
}

export function createCopies(): Copies {
  const sketches = new Map<ArticleId, { readonly sketch: Sketch; readonly order: number }>();
  const holders = new Map<number, ArticleId[]>();
  let order = 0;

  function find(sketch: Sketch, accept: (id: ArticleId) => boolean): ArticleId | null {
    const shared = new Map<ArticleId, number>();
    for (const hash of sketch.subarray(0, LOOKED_UP)) {
      for (const id of holders.get(hash) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    let oldest: ArticleId | null = null;
    let oldestOrder = Number.POSITIVE_INFINITY;
    for (const [id, count] of shared) {
      const held = sketches.get(id)!;
      if (count < LOOKED_UP_SHARED || held.order > oldestOrder) continue;
      if (likeness(sketch, held.sketch) < SAME || !accept(id)) continue;
      oldest = id;
      oldestOrder = held.order;
    }
    return oldest;
  }

  function remove(id: ArticleId): void {
    const held = sketches.get(id);
    if (!held) return;
    sketches.delete(id);
    for (const hash of held.sketch.subarray(0, LOOKED_UP)) {
      const left = holders.get(hash)?.filter((other) => other !== id) ?? [];
      if (left.length > 0) holders.set(hash, left);
      else holders.delete(hash);
    }
  }

  return {
    find,
    add(id, sketch) {
      remove(id);
      sketches.set(id, { sketch, order: order++ });
      for (const hash of sketch.subarray(0, LOOKED_UP)) {
        const list = holders.get(hash);
        if (!list) holders.set(hash, [id]);
        else if (list.push(id) > HOLDERS) list.splice(OLDEST, 1);
      }
    },
    remove,
  };
}

/**
 * Which part of the shorter text's runs stands in the other, 0 to 1, estimated from what both sketches can see
 * (A. Broder, On the resemblance and containment of documents, 1997).
 */
function likeness(a: Sketch, b: Sketch): number {
  const limit = Math.min(reachOf(a), reachOf(b));
  let inA = 0;
  let inB = 0;
  let inBoth = 0;
  for (let i = 0, j = 0; ; ) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[j] ?? Number.POSITIVE_INFINITY;
    if (Math.min(x, y) > limit) break;
    if (x <= y) {
      inA += 1;
      i += 1;
    }
    if (y <= x) {
      inB += 1;
      j += 1;
    }
    if (x === y) inBoth += 1;
  }
  const shorter = Math.min(inA, inB);
  return shorter < LEAST_COMPARED ? 0 : inBoth / shorter;
}

/** Up to this hash a sketch knows all runs of its text. */
function reachOf(sketch: Sketch): number {
  return sketch.length < KEPT ? 0xffffffff : sketch[KEPT - 1]!;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    // Folds the case of ASCII letters, which is what outlets change.
    const code = word.charCodeAt(i);
    hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads the bits, so that the smallest hashes are a fair sample (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
