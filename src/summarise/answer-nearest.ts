import { candidatesFor } from './answer-candidates.ts';
import { type AnswerPart, partOf } from './answer-part.ts';
import { likelihood } from './answer-rating.ts';
import type { Passages } from './passages.ts';
import type { ParsedQuestion } from './question.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';

const MOST = 3;
// What cannot answer stands behind what can, but may come nearer.
const CANNOT = 0.5;
const SAME = 0.6;

/**
 * The sentences, at most three, that come nearest to a question that is not answered: each holds a word of it that
 * tells something. None where the articles speak of nothing of the kind.
 */
export function nearestSentences(question: ParsedQuestion, passages: Passages): AnswerPart[] {
  const words = { ...question, terms: [...question.speaker, ...question.terms] };
  const rated = candidatesFor(words, passages)
    .filter(({ tells }) => tells)
    .map(({ sentence, features, mayAnswer }) => ({
      sentence,
      score: likelihood(features) * (mayAnswer ? 1 : CANNOT),
    }))
    .sort((a, b) => b.score - a.score);
  const chosen: { readonly sentence: Sentence; readonly part: AnswerPart }[] = [];
  for (const { sentence } of rated) {
    if (chosen.length === MOST) break;
    const part = partOf(sentence, passages);
    const repeats = chosen.some(
      (c) =>
        overlap(c.sentence.terms, sentence.terms) > SAME ||
        c.part.text.includes(part.text) ||
        part.text.includes(c.part.text),
    );
    if (!repeats) chosen.push({ sentence, part });
  }
  return chosen.map(({ part }) => part);
}
