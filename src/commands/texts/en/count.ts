import { counting } from '../counting.ts';

/** As it is written in Britain: "a, b and c", and a day before its month. */
export const { and, languageName, number, or, plural, some } = counting('en-GB');
