import { closenessOf } from './answer-closeness.ts';
import { answerFeatures } from './answer-rating.ts';
import { type Asked, holdsKind, newNames, opensWithPerson, signsOf } from './answer-signs.ts';
import type { Passages } from './passages.ts';
import type { ParsedQuestion } from './question.ts';
import { isWide, LONG_AGO } from './question-words.ts';
import type { Sentence } from './sentence.ts';

/** A sentence that holds part of a question, with its features (see answer-rating.ts). */
export type Candidate = {
  readonly sentence: Sentence;
  readonly article: number;
  /** Which story it is of: any number that stands for it. */
  readonly story: number;
  readonly features: readonly number[];
  /** It holds the kind of thing asked for, and its article the names and enough of the other words. */
  readonly mayAnswer: boolean;
  /** It comes near to the question even if it does not answer (see Coverage). */
  readonly isNear: boolean;
};

/** Sentences that hold less of a question with all their surroundings are not looked at. */
const LEAST_COVERED = 0.3;
/** Yes or no is told only by what holds the word on which the question turns, and the others not far from it. */
const LEAST_OF_WHETHER = 0.4;
/** Up to half of the telling words may be the asker's own. */
const MOST_STRANGE = 0.51;

// "Is the strike over?" is not answered by how one ended years ago.
const asksOfNow = ({ kind, isPresent }: ParsedQuestion) => kind === 'whether' && isPresent;

/** The sentences that hold enough of a question to be looked at; what else it takes the weights tell. */
export function candidatesFor(question: ParsedQuestion, passages: Passages): Candidate[] {
  const { kind } = question;
  const sought = passages.seek(question.terms, question);
  const askedIn = new Map<string | null, Asked>();
  return passages.sentences.flatMap((sentence): Candidate[] => {
    const found = sought.coverage(sentence);
    if (found.covered < LEAST_COVERED) return [];
    const { language } = sentence;
    const asked = askedIn.get(language) ?? askedOf(question, passages, language);
    askedIn.set(language, asked);
    const isHeld = sought.holdsNames && !found.missesName && found.strange <= MOST_STRANGE;
    const meansSomebody =
      kind === 'who' &&
      opensWithPerson(sentence.text) &&
      passages.leanedOn(sentence).some((s) => newNames(s.text, language, asked).length > 0);
    // A reason may be told in any words; other kinds show.
    const fits = meansSomebody || holdsKind(kind, sentence, asked);
    const isPast = LONG_AGO.test(sentence.text) && asksOfNow(question);
    const saysWhether = kind !== 'whether' || (found.crux > 0 && found.weakest >= LEAST_OF_WHETHER);
    const mayAnswer = isHeld && (kind === 'why' || fits) && !isPast && saysWhether;
    const own = signsOf(kind, sentence, asked);
    const signs = own && meansSomebody ? [0, ...own] : own;
    const near = closenessOf(sentence, sought.words, passages.forms, signs);
    const features = answerFeatures(question, sentence, asked, {
      found,
      near,
      signs,
      fits,
      meansSomebody,
    });
    const article = sentence.document;
    const story = passages.story(sentence);
    return [{ sentence, article, story, features, mayAnswer, isNear: found.isNear }];
  });
}

/** What a sentence of that language must hold beside the question's words. */
export function askedOf(
  { terms, names, counted, measure }: ParsedQuestion,
  passages: Passages,
  language: string | null,
): Asked {
  const formsOf = (word: string) => [...passages.forms(word, language).keys()];
  const telling = terms.filter((word) => !names.has(word));
  return {
    stems: new Set(terms.flatMap(formsOf)),
    telling: new Set((telling.length > 0 ? telling : terms).flatMap(formsOf)),
    counted: counted === null ? null : new Set(formsOf(counted)),
    isWide: counted !== null && isWide(counted),
    measure,
  };
}
