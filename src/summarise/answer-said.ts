import type { VerifiedQuote } from '../news/quote.ts';
import { wordsOf } from '../text/words.ts';
import { type AnswerPart, partOf } from './answer-part.ts';
import { isAttributed } from './attribution.ts';
import type { Passages } from './passages.ts';
import type { ParsedQuestion } from './question.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { tokensOf } from './tokens.ts';

const MOST = 4;
// The share of the topic's words a statement and its surroundings must hold.
const LEAST_OF_TOPIC = 0.5;
const OUTSIDE_MARKS = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;

type Rated = {
  readonly part: AnswerPart;
  readonly score: number;
  readonly terms: ReadonlySet<string>;
};

/** Quotes by the person asked about, and sentences that tell what they said; for "who said", whoever speaks of it. */
export function answerSaid(
  question: ParsedQuestion,
  passages: Passages,
  quotes: readonly VerifiedQuote[],
): AnswerPart[] {
  const rated = [...fromQuotes(question, passages, quotes), ...fromSentences(question, passages)];
  rated.sort((a, b) => b.score - a.score);
  const chosen: Rated[] = [];
  for (const entry of rated) {
    if (chosen.length === MOST) break;
    const repeats = chosen.some(
      (c) =>
        overlap(c.terms, entry.terms) > 0.6 ||
        c.part.text.includes(entry.part.text) ||
        entry.part.text.includes(c.part.text),
    );
    if (!repeats) chosen.push(entry);
  }
  return chosen.map(({ part }) => part);
}

function fromQuotes(
  question: ParsedQuestion,
  passages: Passages,
  quotes: readonly VerifiedQuote[],
): Rated[] {
  return quotes.flatMap((quote) => {
    if (quote.use !== 'key' || !speaks(quote, question)) return [];
    const sentence = passages.at(quote.article, quote.start);
    const topic = topicOf(question, sentence, passages);
    if (topic === undefined) return [];
    const { article, start, end, text } = quote;
    const terms = new Set(
      tokensOf(text, sentence?.language ?? null)
        .filter((t) => !t.common)
        .map((t) => t.stem),
    );
    const score =
      (quote.speakerName ? 0 : -0.25) +
      topic +
      0.3 * quote.confidence +
      (text.split(/\s+/).length >= 5 ? 0.2 : 0) +
      0.1;
    return [{ part: { text, refs: [{ article, start, end }], quote }, score, terms }];
  });
}

function speaks(quote: VerifiedQuote, { kind, speaker }: ParsedQuestion): boolean {
  if (kind === 'who-said') return quote.speaker !== null;
  const known = new Set(
    wordsOf(`${quote.speakerName ?? ''} ${quote.speaker ?? ''} ${quote.role ?? ''}`).map((w) =>
      w.text.toLowerCase().replace(/['’]s$/, ''),
    ),
  );
  return speaker.every((word) => known.has(word));
}

/** How much of the topic a statement speaks of; undefined if too little. Without a topic all statements do. */
function topicOf(
  question: ParsedQuestion,
  sentence: Sentence | undefined,
  passages: Passages,
): number | undefined {
  if (question.terms.length === 0) return 0.5;
  if (!sentence) return undefined;
  const { covered, missesName } = passages.coverage(sentence, question.terms, question.names);
  return covered >= LEAST_OF_TOPIC && !missesName ? covered : undefined;
}

/** Indirect speech: the name stands outside quote marks right before or behind a verb of saying. */
function fromSentences(question: ParsedQuestion, passages: Passages): Rated[] {
  return passages.sentences.flatMap((sentence) => {
    const own = sentence.text.replace(OUTSIDE_MARKS, ' ” ');
    if (!isAttributed(own) || !tellsOf(own, question)) return [];
    const topic = topicOf(question, sentence, passages);
    if (topic === undefined || sentence.words < 5) return [];
    return [{ part: partOf(sentence, passages), score: topic, terms: sentence.terms }];
  });
}

// The most that may stand between a speaker's name and the verb: an apposition.
const APART = 60;

function tellsOf(own: string, { kind, speaker }: ParsedQuestion): boolean {
  if (kind === 'who-said') return true;
  const lower = own.toLowerCase();
  const last = speaker.at(-1);
  if (!last || !speaker.every((word) => lower.includes(word))) return false;
  const at = new RegExp(`(?<![\\p{L}])${literal(last)}(?:['’]s)?(?![\\p{L}])`, 'u').exec(
    lower,
  )?.index;
  if (at === undefined) return false;
  const behind = own.slice(at + last.length, at + last.length + APART);
  const before = own.slice(Math.max(0, at - 40), at);
  return isAttributed(behind) || isAttributed(before);
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
