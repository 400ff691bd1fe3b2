import { counting } from '../counting.ts';

export const { and, languageName, number, or, plural, some } = counting('es');
