import type { VerbClass } from './lexicon/verbs.ts';
import type { Phrase } from './phrases.ts';

/** How the text names the one who speaks. */
type EventKind =
  | 'before' // X said
  | 'inverted' // said X
  | 'shared' // X stood up and said; X wanted to say
  | 'participle' // …, adding
  | 'relative' // X, who said
  | 'passive' // was called … (by X)
  | 'source' // according to X
  | 'colon' // X:
  | 'noun'; // X's statement, a message from X

/** Somebody is said to say something: the words that tell it and those for whom. */
export type Event = {
  readonly kind: EventKind;
  readonly class: VerbClass;
  readonly lemma: string;
  /** The verb, or the word that stands in for it. */
  readonly verb: number;
  readonly subject: Phrase;
  readonly sentence: number;
};
