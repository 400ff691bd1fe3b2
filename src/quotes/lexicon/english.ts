import type { Grammar } from '../grammar.ts';
import * as words from './english-grammar.ts';
import { englishVerb } from './english-verbs.ts';

export const ENGLISH: Grammar = {
  language: 'en',
  verb: englishVerb,
  adverbs: words.ADVERBS,
  be: words.BE,
  pronouns: words.SUBJECT_PRONOUNS,
  breaks: words.BREAKS,
  prepositions: words.PREPOSITIONS,
  fronted: words.FRONTED,
  determiners: words.DETERMINERS,
  insertions: words.INSERTION_STARTS,
  relatives: new Set(['who', 'which', 'that']),
  conjunctions: new Set(['and', 'but', 'or', 'then']),
  infinitive: 'to',
  sources: [['according', 'to'], ['in', 'the', 'words', 'of'], ['per'], ['quoth']],
  quotedSources: [],
  sayingNouns: words.SAYING_NOUNS,
  possessives: new Set(['his', 'her', 'their', 'my', 'our', 'its', 'your']),
  from: new Set(['by', 'from', 'of']),
};
