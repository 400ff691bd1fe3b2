import { candidatesFor } from './answer-candidates.ts';
import { type AnswerPart, partsOf } from './answer-part.ts';
import { likelihood } from './answer-rating.ts';
import type { Passages } from './passages.ts';
import type { ParsedQuestion } from './question.ts';

const MOST = 3;
// What cannot answer stands behind what can, but may come nearer.
const CANNOT = 0.5;

/**
 * The sentences, at most three, that come nearest to a question that is not answered: each holds, with its article's title,
 * a name of it, its rarest word, or two words that tell something. None where the articles speak of nothing
 * of the kind.
 */
export function nearestSentences(question: ParsedQuestion, passages: Passages): AnswerPart[] {
  const words = { ...question, terms: [...question.speaker, ...question.terms] };
  const rated = candidatesFor(words, passages)
    .filter(({ isNear }) => isNear)
    .map(({ sentence, features, mayAnswer }) => ({
      sentence,
      score: likelihood(features) * (mayAnswer ? 1 : CANNOT),
    }))
    .sort((a, b) => b.score - a.score);
  return partsOf(
    rated.map(({ sentence }) => sentence),
    passages,
    MOST,
  );
}
