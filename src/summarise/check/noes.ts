import type { Concepts } from './concepts.ts';
import type { ReadWord } from './fold.ts';
import { noesAt } from './negation.ts';

/** A text with all that is asked of its noes. */
export type WithNoes = {
  readonly text: string;
  readonly words: readonly ReadWord[];
  readonly language: string;
  readonly concepts: Concepts;
};

// "Ne … pas", "no … nunca": one no, told in two words this near to each other.
const ONE_NO = 3;
const IN_TWO = new Set(['es', 'fr', 'it']);
const BREAKS = /[,;:.!?–—]|\s(?:and|but|und|aber|sondern|y|pero|sino|et|mais|e|ma)\s/iu;

function noesOf({ text, words, language }: WithNoes): number[] {
  const places: number[] = [];
  for (const at of noesAt(words, language)) {
    const last = places.at(-1);
    const between = last === undefined ? '' : text.slice(words[last]!.end, words[at]!.start);
    const pairs = /^(?:nor|noch|ni|ne)$/.test(words[at]!.folded) && language !== 'fr';
    const joined = IN_TWO.has(language) && at - (last ?? 0) <= ONE_NO && !BREAKS.test(between);
    if (last !== undefined && (joined || pairs)) continue;
    places.push(at);
  }
  return places;
}

/**
 * Whether a translation denies something else than its original: it has more noes or fewer, they stand behind another
 * name, or nearer to another of the things both tell of ("no war" and "no peace").
 */
export function deniesOtherwise(given: WithNoes, told: WithNoes): boolean {
  const [theirs, ours] = [noesOf(given), noesOf(told)];
  if (theirs.length !== ours.length) return true;
  const shared = new Set(given.words.flatMap((w) => (w.capital && !w.common ? [w.folded] : [])));
  const names = new Set(
    told.words.flatMap((w) => (w.capital && shared.has(w.folded) ? [w.folded] : [])),
  );
  const nameOf = ({ words }: WithNoes, at: number) => {
    const isName = (w: ReadWord) => names.has(w.folded);
    return (words.slice(0, at).findLast(isName) ?? words.slice(at).find(isName))?.folded;
  };
  const both = given.concepts.told.filter((one) =>
    told.concepts.told.some(({ concept }) => concept === one.concept),
  );
  const known = new Set(both.map(({ concept }) => concept));
  const nearest = ({ concepts }: WithNoes, at: number) => {
    const near = concepts.told
      .filter(({ concept }) => known.has(concept))
      .map((one) => ({ ...one, far: Math.abs(one.at - at) }))
      .sort((a, b) => a.far - b.far);
    return new Set(near.filter(({ far }) => far === near[0]?.far).map(({ concept }) => concept));
  };
  // Clauses change places in a translation: which no is which is told by what it denies.
  const denied = (text: WithNoes, places: readonly number[]) =>
    places.map((at) => ({ name: nameOf(text, at), concepts: nearest(text, at) }));
  const [a, b] = [denied(given, theirs), denied(told, ours)];
  return a.some(({ name, concepts }, i) => {
    const other = b[i]!;
    if (known.size > 1 && concepts.isDisjointFrom(other.concepts)) return true;
    return name !== other.name;
  });
}
