import type { Document } from '../news/article.ts';
import { type Quote, type VerifiedQuote, verifyQuote } from '../news/quote.ts';
import { candidatesFor } from './answer-candidates.ts';
import { nearestSentences } from './answer-nearest.ts';
import { type AnswerPart, partsOf } from './answer-part.ts';
import { ANSWER_FEATURES, likelihood } from './answer-rating.ts';
import { answerSaid } from './answer-said.ts';
import { sureFeatures, sureness } from './answer-sureness.ts';
import type { StoriesOf } from './coverage.ts';
import { datesIn } from './dates.ts';
import { type Passages, passagesOf } from './passages.ts';
import { choosePoints } from './points.ts';
import { type ParsedQuestion, parseQuestion } from './question.ts';
import type { Days } from './question-days.ts';
import type { Sentence } from './sentence.ts';
import { readStory } from './story-facts.ts';

/** A question as it was asked; `now` is when. */
export type AskedQuestion = {
  readonly text: string;
  readonly language: string | null;
  readonly now: Date;
};

export type QuestionAnswer = {
  readonly answered: boolean;
  readonly answer: readonly AnswerPart[];
  /** Where nothing answers: the sentences that come nearest, which are no answer. */
  readonly nearest: readonly AnswerPart[];
};

const UNANSWERED: QuestionAnswer = { answered: false, answer: [], nearest: [] };
const MOST = 4;
/** The sureness from which a question is taken for answered. */
const SURE = 0.7;
// A part must be this near to the best one to be shown beside it.
const NEAR_BEST = 0.5;

/**
 * The sentences and quotes, at most four and the best first, of the given articles that answer a
 * question, exactly as they stand there. `answered` is false, with no parts, where the articles do not say; what
 * comes nearest is then told apart, three sentences at most.
 */
export function answerQuestion(
  question: AskedQuestion,
  material: {
    readonly articles: readonly Document[];
    readonly quotes: readonly Quote[];
    /** Where it is known: what sibling articles tell counts too. */
    readonly stories?: StoriesOf;
  },
): QuestionAnswer {
  const read = parseQuestion(question.text, question.language, question.now);
  const { articles, quotes } = material;
  if (articles.length === 0) return UNANSWERED;
  if (read.terms.length === 0 && read.speaker.length === 0) return answerOpenly(question, material);
  const passages = passagesOf(articles, material.stories);
  const parsed = knowing(read, passages);
  const isOfDay = dayFilter(parsed.days, passages);
  const parts =
    parsed.kind === 'said' || parsed.kind === 'who-said'
      ? answerSaid(parsed, passages, provenQuotes(articles, quotes), isOfDay)
      : answerTold(parsed, passages, isOfDay);
  return parts.length > 0
    ? { answered: true, answer: parts.slice(0, MOST), nearest: [] }
    : { ...UNANSWERED, nearest: nearestSentences(parsed, passages) };
}

/** The question as it reads to who knows the articles: their names tell "who is Ilse Brandt" from "who is ill". */
export function knowing(question: ParsedQuestion, passages: Passages): ParsedQuestion {
  const { mayBeWhoIs, terms, names } = question;
  const isWhoIs = mayBeWhoIs && terms.every((w) => names.has(w) || passages.isName(w));
  return isWhoIs ? { ...question, kind: 'who-is' } : question;
}

/** Whether a sentence speaks of the days asked about: it names one of them, or came out on one. */
function dayFilter(days: Days | null, passages: Passages): (sentence: Sentence) => boolean {
  if (!days) return () => true;
  const isOne = (day: string) => days.from <= day && day <= days.to;
  return (sentence) => {
    const { publishedAt } = passages.article(sentence);
    if (publishedAt && isOne(publishedAt.toISOString().slice(0, 10))) return true;
    return datesIn(sentence.text, sentence.language, { publishedAt, storyAt: publishedAt }).some(
      ({ date }) => isOne(date),
    );
  };
}

function provenQuotes(articles: readonly Document[], quotes: readonly Quote[]): VerifiedQuote[] {
  const byId = new Map(articles.map((a) => [a.id, a]));
  return quotes.flatMap((quote) => {
    const article = byId.get(quote.article);
    return (article && verifyQuote(quote, article)) ?? [];
  });
}

/** "What happened?" of one story: how its digest begins. */
function answerOpenly(
  { text }: AskedQuestion,
  { articles, quotes }: { articles: readonly Document[]; quotes: readonly Quote[] },
) {
  if (
    !/(?<![\p{L}])(?:happen|passier|geschehen|pasó|pasa|ocurri|sucedi|passé|successo|about|new)/iu.test(
      text,
    )
  )
    return UNANSWERED;
  const { lede, bullets } = choosePoints(readStory(articles, quotes));
  const parts = [...(lede?.refs.length ? [lede] : []), ...bullets.slice(0, 2)];
  return parts.length > 0
    ? {
        answered: true,
        answer: parts.map(({ text, refs }) => ({ text, refs, quote: null })),
        nearest: [],
      }
    : UNANSWERED;
}

function answerTold(
  question: ParsedQuestion,
  passages: Passages,
  isOfDay: (sentence: Sentence) => boolean,
): AnswerPart[] {
  const rated = candidatesFor(question, passages)
    .filter(({ sentence, mayAnswer }) => mayAnswer && isOfDay(sentence))
    .map((candidate) => ({ ...candidate, score: likelihood(candidate.features) }))
    .sort((a, b) => b.score - a.score);
  if (rated.length === 0 || sureness(sureFeatures(question, rated)) < SURE) return [];
  // What tells of the very thing goes before what only speaks of it, which is then not shown.
  const near = rated.filter(({ score }) => score >= NEAR_BEST * rated[0]!.score);
  const best = near.find((entry) => turns(question, entry) === 2) ?? near[0]!;
  const own = near.filter(({ story }) => story === best.story);
  const most = Math.max(...own.map((entry) => turns(question, entry)));
  const telling = near.filter((entry) => turns(question, entry) >= most);
  const isOwn = ({ story }: (typeof near)[number]) => (story === best.story ? 1 : 0);
  telling.sort((a, b) => isOwn(b) - isOwn(a) || b.score - a.score);
  return partsOf(
    telling.map(({ sentence }) => sentence),
    passages,
    MOST,
  );
}

/** Of the word on which a question turns (and of the thing, in "Is the strike over?") how many a sentence holds. */
function turns({ kind }: ParsedQuestion, { features }: { readonly features: readonly number[] }) {
  const holds = (name: 'crux' | 'focus') => features[ANSWER_FEATURES.indexOf(name)]! > 0;
  return (holds('crux') ? 1 : 0) + (kind === 'whether' && holds('focus') ? 1 : 0);
}
