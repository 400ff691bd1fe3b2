import type { Verb } from './lexicon/verbs.ts';

/** What the clause reader must know of a language; all words lower case. */
export type Grammar = {
  readonly language: string;
  /** What verb of saying or the like a word can be. */
  readonly verb: (word: string) => Verb | undefined;
  /** Words between a subject and its verb. */
  readonly adverbs: ReadonlySet<string>;
  /** Forms of "to be", which make passives. */
  readonly be: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Words at which a noun phrase read from right to left has begun. */
  readonly breaks: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that open a phrase in front of the subject. */
  readonly fronted: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Words that open an insertion between two commas. */
  readonly insertions: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** The word before an infinitive. */
  readonly infinitive: string;
  /** "according to": the words in order, each followed by the source. */
  readonly sources: readonly (readonly string[])[];
  /** The same, but only right after a quote: German "so". */
  readonly quotedSources: readonly (readonly string[])[];
  /** Nouns of things that carry words: statement, message, banner. */
  readonly sayingNouns: ReadonlySet<string>;
  readonly possessives: ReadonlySet<string>;
  /** The prepositions that name who a statement is from. */
  readonly from: ReadonlySet<string>;
};
