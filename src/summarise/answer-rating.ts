import { type Asked, COMMON_PERSON, holdsKind } from './answer-signs.ts';
import { ANSWER_WEIGHTS } from './answer-weights.ts';
import { regular } from './irregular.ts';
import type { Coverage } from './passages.ts';
import { tidy } from './prose.ts';
import type { ParsedQuestion, QuestionKind } from './question.ts';
import type { Sentence } from './sentence.ts';
import { dangles } from './standalone.ts';
import { tokensOf } from './tokens.ts';

/** What speaks for a sentence as the answer to a question; the weights are fitted to these, in this order. */
export const ANSWER_FEATURES = [
  'covered',
  'itself',
  'asked',
  'named',
  'lacking',
  'absent',
  'wholly',
  'holdsKind',
  'precise',
  'early',
  'dangles',
  'asks',
  'words',
  'namesSomebody',
  'long',
  'tight',
  'namedNear',
  'all',
  'unnamed',
  'weakest',
  'weakestHere',
] as const;

// Kinds that a sign in the sentence tells, with more or less certainty.
const PRECISE: ReadonlySet<QuestionKind> = new Set(['when', 'where', 'how-many', 'how-old']);
const SOMEBODY = /\p{Lu}[\p{L}'’.-]+\s(?:[a-z]{1,3}\s)?\p{Lu}[\p{L}'’-]+/gu;

/** The features of a sentence, in the order of `ANSWER_FEATURES`, each about 0 to 1; null where it cannot answer. */
export function answerFeatures(
  question: ParsedQuestion,
  sentence: Sentence,
  found: Coverage,
  asked: Asked,
): number[] | null {
  const { kind, terms } = question;
  const text = tidy(sentence.text);
  const fits = holdsKind(kind, sentence, asked);
  // A reason may be told in any words, and other kinds show.
  if (!fits && kind !== 'why') return null;
  return [
    found.covered,
    found.itself,
    found.asked,
    found.named,
    found.lacking,
    found.absent,
    found.asked * found.named,
    fits ? 1 : 0,
    PRECISE.has(kind) && fits ? 1 : 0,
    1 / (1 + 0.5 * sentence.index),
    dangles(text, sentence.language) ? 1 : 0,
    text.includes('?') ? 1 : 0,
    Math.min(terms.length, 6) / 6,
    kind === 'who' && namesNew(text, asked, sentence.language) ? 1 : 0,
    Math.min(sentence.words, 60) / 60,
    found.tight,
    found.namedNear,
    fits ? found.asked * found.namedNear * (1 - found.lacking) : 0,
    kind === 'who' && !namesNew(text, asked, sentence.language) ? 1 : 0,
    found.weakest,
    found.weakestHere,
  ];
}

/** Whether a sentence holds a name of two words of which the question has none. */
function namesNew(text: string, { stems }: Asked, language: string | null): boolean {
  if (COMMON_PERSON.test(text)) return true;
  return [...text.matchAll(SOMEBODY)].some(([name]) =>
    tokensOf(name, language).every((t) => !stems.has(regular(t.stem, language))),
  );
}

/** How likely a sentence with these features answers, 0 to 1. */
export function likelihood(
  features: readonly number[],
  weights: readonly number[] = ANSWER_WEIGHTS,
): number {
  let sum = weights.at(-1)!;
  for (const [i, value] of features.entries()) sum += weights[i]! * value;
  return 1 / (1 + Math.exp(-sum));
}
