import type { VerifiedQuote } from '../news/quote.ts';
import { wordsOf } from '../text/words.ts';
import { type AnswerPart, partOf } from './answer-part.ts';
import { isAttributed } from './attribution.ts';
import type { Sought } from './coverage.ts';
import { regular } from './irregular.ts';
import type { Passages } from './passages.ts';
import type { ParsedQuestion } from './question.ts';
import type { Sentence } from './sentence.ts';
import { overlap } from './similarity.ts';
import { tokensOf } from './tokens.ts';
import type { Forms } from './word-forms.ts';

const MOST = 4;
// The share of the topic's words a statement and its surroundings must hold.
const LEAST_OF_TOPIC = 0.5;
const MOST_LACKING = 0.4;
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
  isOfDay: (sentence: Sentence) => boolean,
): AnswerPart[] {
  const asked = {
    question,
    passages,
    isOfDay,
    topic: passages.seek(question.terms, { names: question.names }),
  };
  if (!asked.topic.holdsNames) return [];
  const rated = [...fromQuotes(asked, quotes), ...fromSentences(asked)];
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

type Asked = {
  readonly question: ParsedQuestion;
  readonly passages: Passages;
  readonly topic: Sought;
  readonly isOfDay: (sentence: Sentence) => boolean;
};

function fromQuotes(asked: Asked, quotes: readonly VerifiedQuote[]): Rated[] {
  const { passages, isOfDay } = asked;
  return quotes.flatMap((quote) => {
    if (quote.use !== 'key') return [];
    const sentence = passages.at(quote.article, quote.start);
    if (!sentence || !isOfDay(sentence)) return [];
    const speaker = speaks(quote, sentence, asked);
    const topic = topicOf(asked, sentence);
    if (speaker === 0 || topic === undefined) return [];
    const { article, start, end, text } = quote;
    const terms = new Set(
      tokensOf(text, sentence.language)
        .filter((t) => !t.common)
        .map((t) => t.stem),
    );
    const score =
      (quote.speakerName ? 0 : -0.25) +
      topic +
      0.5 * speaker +
      0.3 * quote.confidence +
      (text.split(/\s+/).length >= 5 ? 0.2 : 0) +
      0.1;
    return [{ part: { text, refs: [{ article, start, end }], quote }, score, terms }];
  });
}

/**
 * How surely a quote is by the person asked about, 0 to 1: each word must stand in the name, role or description of
 * the speaker; what says whose role it is ("the mayor of", "the cannery's owner") may stand around the quote.
 */
function speaks(quote: VerifiedQuote, sentence: Sentence, { question, passages }: Asked): number {
  if (question.kind === 'who-said') return quote.speaker === null ? 0 : 1;
  const { language } = sentence;
  const before = passages.before(sentence);
  // Whose "she" is nobody could tell: whoever is named right before it.
  const unknown = quote.speakerName === null && !/\p{Lu}/u.test(quote.speaker?.slice(1) ?? '');
  const said = `${quote.speakerName ?? ''} ${quote.speaker ?? ''} ${quote.role ?? ''}`;
  const known = stemsOf(
    unknown
      ? `${said} ${outside(sentence)} ${before ? `${outside(before)} ${passages.before(before)?.text ?? ''}` : ''}`
      : said,
    language,
  );
  const around = stemsOf(
    `${passages.article(sentence).title} ${before?.text ?? ''} ${sentence.text}`,
    language,
  );
  let [sure, total] = [0, 0];
  let isNamed = false;
  for (const word of question.speaker) {
    const forms = passages.forms(word, language);
    total++;
    if (holdsOne(forms, known)) {
      sure++;
      isNamed = true;
    } else if (!question.names.has(word) && holdsOne(forms, around)) sure += 0.6;
    else if (holdsOne(forms, around) && question.speaker.length > 1) sure += 0.5;
    else return 0;
  }
  return isNamed ? sure / total : 0;
}

/** A sentence without what it quotes. */
const outside = ({ text }: Sentence) => text.replace(OUTSIDE_MARKS, ' ” ');

const holdsOne = (forms: Forms, stems: ReadonlySet<string>) =>
  [...forms.keys()].some((stem) => stems.has(stem));

const stemsOf = (text: string, language: string | null) =>
  new Set(
    [text, text.replace(/[-’']/g, ' ')].flatMap((words) =>
      tokensOf(words, language).map((t) => regular(t.stem, language)),
    ),
  );

/** How much of the topic a statement speaks of; undefined if too little. Without a topic all statements do. */
function topicOf({ question, topic }: Asked, sentence: Sentence): number | undefined {
  if (question.terms.length === 0) return 0.5;
  const { covered, lacking, missesName } = topic.coverage(sentence);
  return covered >= LEAST_OF_TOPIC && lacking <= MOST_LACKING && !missesName ? covered : undefined;
}

/** Indirect speech: the name stands outside quote marks right before or behind a verb of saying. */
function fromSentences(asked: Asked): Rated[] {
  return asked.passages.sentences.flatMap((sentence) => {
    const own = outside(sentence);
    if (!isAttributed(own) || !tellsOf(own, sentence, asked)) return [];
    const topic = topicOf(asked, sentence);
    if (topic === undefined || sentence.words < 5 || !asked.isOfDay(sentence)) return [];
    return [{ part: partOf(sentence, asked.passages), score: topic, terms: sentence.terms }];
  });
}

// The most that may stand between a speaker's name and the verb: an apposition.
const APART = 60;

function tellsOf(own: string, { language }: Sentence, { question, passages }: Asked): boolean {
  if (question.kind === 'who-said') return true;
  const words = wordsOf(own);
  const stems = words.map(({ text }) => new Set(stemsOf(text, language)));
  const places = question.speaker.map((word) => {
    const forms = passages.forms(word, language);
    return stems.findIndex((set) => holdsOne(forms, set));
  });
  if (places.length === 0 || places.some((place) => place < 0)) return false;
  const last = words[places.at(-1)!]!;
  const behind = own.slice(last.end, last.end + APART);
  const before = own.slice(Math.max(0, last.start - 40), last.start);
  return isAttributed(behind) || isAttributed(before);
}
