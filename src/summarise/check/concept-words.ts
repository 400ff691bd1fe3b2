import { ASKING } from './asking-words.ts';
import type { Concept } from './concept.ts';
import { CRIMES } from './crime-words.ts';
import { GRAVE } from './grave-words.ts';
import { MEASURES } from './measure-words.ts';
import { SIDES } from './pole-words.ts';

/**
 * What may not change its meaning between a text and its translation, or stand in a digest without a source that says
 * it. Behind the first bar: what tells as much; behind the second, what only another language may tell it for.
 */
export const CONCEPTS: Readonly<Record<string, Concept>> = {
  ...GRAVE,
  ...CRIMES,
  ...MEASURES,
  ...SIDES,
  ...ASKING,
};

/** What stands against what: where a text tells one side of it, its original may not tell only the other. */
export const POLES: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['buying', 'selling'],
  ['winning', 'losing'],
  ['opening', 'closing'],
  ['arrest', 'freeing'],
  ['accepting', 'rejecting'],
  ['starting', 'ending'],
  ['allowing', 'banning'],
  ['hurt', 'unhurt'],
  ['death', 'unhurt'],
  ['war', 'peace'],
];
