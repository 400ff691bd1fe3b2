import { IN_LEAD, IN_TITLE, IS_NAME, IS_NUMBER, IS_PAIR, type Terms } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';
import { COUNT_WEIGHT, type Held } from './window.ts';

/** An article that looks for its story: its terms as numbers with what each tells at this moment. */
export type Query = {
  /** -1 for a term that no held article uses. */
  readonly terms: Int32Array;
  readonly marks: Uint16Array;
  /** How much each term tells. */
  readonly tells: Float64Array;
  /** The same times how often the article uses it; 0 for pairs. */
  readonly weights: Float64Array;
  /** Indexes of the terms that are no pairs, the weightiest first. */
  readonly order: readonly number[];
  /** Sums of squares, what overlaps are divided by. */
  readonly squares: Readonly<Record<'all' | 'title' | 'names' | 'lead' | 'numbers', number>>;
  readonly titleMass: number;
  readonly bodyWords: number;
  readonly titleWords: number;
  readonly at: number | null;
};

/** A query from an article that is not held. */
export function queryOf(terms: Terms, at: number | null, vocabulary: Vocabulary): Query {
  const { logTotal, logs } = vocabulary.weights();
  const { words } = terms;
  const numbers = new Int32Array(words.length);
  const tells = new Float64Array(words.length);
  for (let i = 0; i < words.length; i += 1) {
    const number = vocabulary.numberOf(words[i]!);
    numbers[i] = number;
    const log = number < 0 ? vocabulary.logOfUnheld(words[i]!) : logs[number]!;
    tells[i] = Math.max(0, logTotal - log);
  }
  return build({ ...terms, at, terms: numbers }, tells);
}

/** A query from an article that is held, to ask which other story it would go to. */
export function queryOfHeld(held: Held, vocabulary: Vocabulary): Query {
  const { logTotal, logs } = vocabulary.weights();
  const tells = new Float64Array(held.terms.length);
  for (let i = 0; i < tells.length; i += 1) {
    tells[i] = Math.max(0, logTotal - logs[held.terms[i]!]!);
  }
  return build(held, tells);
}

function build(
  source: Pick<Held, 'terms' | 'marks' | 'bodyWords' | 'titleWords' | 'at'>,
  tells: Float64Array,
): Query {
  const { marks } = source;
  const weights = new Float64Array(tells.length);
  const squares = { all: 0, title: 0, names: 0, lead: 0, numbers: 0 };
  const order: number[] = [];
  let titleMass = 0;
  for (let i = 0; i < tells.length; i += 1) {
    const mark = marks[i]!;
    const square = tells[i]! ** 2;
    if (mark & (IS_NAME | IS_PAIR)) squares.names += square;
    if (mark & IS_PAIR) continue;
    const weight = COUNT_WEIGHT[mark & 31]! * tells[i]!;
    weights[i] = weight;
    squares.all += weight * weight;
    if (mark & IN_TITLE) {
      squares.title += square;
      titleMass += tells[i]!;
    }
    if (mark & (IN_TITLE | IN_LEAD)) squares.lead += square;
    if (mark & IS_NUMBER) squares.numbers += square;
    order.push(i);
  }
  order.sort((a, b) => weights[b]! - weights[a]! || a - b);
  const { terms, bodyWords, titleWords, at } = source;
  return { terms, marks, tells, weights, order, squares, titleMass, bodyWords, titleWords, at };
}
