import { type Quote, type VerifiedQuote, verifyQuote } from '../news/quote.ts';
import { sameWordsAmong } from './quote-variants.ts';
import { countWords } from './sentence.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';

const MOST = 4;
const ENOUGH = 2;
const FEWEST_WORDS = 5;
// Below it a statement seldom says more than that somebody spoke.
const FEW_WORDS = 8;
const LONGEST_WORDS = 60;
// Below it, more such quotes are given to somebody who did not say them than a reader forgives.
const LEAST_CONFIDENCE = 0.45;
// Wordings as like as this are one statement told twice.
const SAME_STATEMENT = { bySameSpeaker: 0.35, byOthers: 0.8 };

// What several outlets chose to print is what was said; copies of one text weigh little.
const GIVEN_BY_ANOTHER = 0.1;
const MOST_OTHERS = 3;

type Rated = { quote: VerifiedQuote; terms: ReadonlySet<string>; who: string; score: number };

/**
 * At most four quotes a digest can show: whole statements proven in their article, each statement
 * once, different speakers first and nobody more than twice.
 */
export function chooseQuotes(
  quotes: readonly Quote[],
  { articles, rated: { wordWorth: worth }, language }: StoryFacts,
): VerifiedQuote[] {
  const byId = new Map(articles.map((a) => [a.id, a]));
  const rated: Rated[] = [];
  for (const quote of quotes) {
    const article = byId.get(quote.article);
    const verified = article && verifyQuote(quote, article);
    if (!article || !verified || !isShowable(verified)) continue;
    const tokens = tokensOf(quote.text, article.language);
    const terms = new Set(tokens.filter((t) => !t.common).map((t) => t.stem));
    const foreign = language && article.language && !article.language.startsWith(language);
    const score = rateQuote(verified, terms, worth) - (foreign ? 0.35 : 0);
    rated.push({ quote: verified, terms, who: personOf(quote), score });
  }
  const withSameWords = sameWordsAmong(
    rated.map(({ quote }) => quote),
    articles,
  );
  for (const one of rated) {
    one.quote = withSameWords(one.quote);
    one.score += GIVEN_BY_ANOTHER * Math.min(MOST_OTHERS, one.quote.also?.length ?? 0);
  }
  rated.sort((a, b) => b.score - a.score || a.quote.start - b.quote.start);
  const distinct = rated.filter((r, i) => !rated.slice(0, i).some((better) => isSame(better, r)));
  // Words that begin in the middle of a sentence are shown only where hardly anything else is.
  const whole = distinct.filter(({ quote }) => !/^\p{Ll}/u.test(quote.text));
  return inTurn(whole.length >= ENOUGH ? whole : distinct);
}

function isShowable(quote: Quote): boolean {
  const words = countWords(quote.text);
  return (
    quote.use === 'key' &&
    isSomebody(quote) &&
    !isTitle(quote.text) &&
    quote.confidence >= LEAST_CONFIDENCE &&
    words >= FEWEST_WORDS &&
    words <= LONGEST_WORDS
  );
}

const SURE = 0.85;
// "he", "a woman", "Eine": whom the words are given to must be told.
const NOBODY =
  /^(?:an?|one|another|some|he|she|they|it|we|i|who|er|sie|es|ein[er]?|man|él|ella|un[ao]?|il|elle|une?|lui|lei|un[oa])(?:['’]\p{L}+)?(?:\s\p{Ll}|$)/iu;
// "J", "And I": what a name looks like that was cut out of a sentence.
const NO_NAME = /^(?:and|but|i|we|you|they|he|she|it)(?![\p{L}])|^\P{L}*\p{L}\P{L}*$/iu;

// "the Belgian": which one, only the article tells.
const DEMONYM = /^the \p{Lu}\p{Ll}+(?:an|ian|ese|ish|ch|er|i|ard|man|woman)$/u;

/** Capitals throughout: the name of a book or a film, not a statement. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length < 10 && words.filter((w) => /^\p{Lu}/u.test(w)).length >= 0.7 * words.length;
}

function isSomebody({ speaker, speakerName, confidence }: Quote): boolean {
  if (speakerName !== null) return !NO_NAME.test(speakerName);
  if (speaker === null || confidence < SURE) return false;
  const words = speaker.trim();
  return !NOBODY.test(words) && !NO_NAME.test(words) && !DEMONYM.test(words);
}

/** Best of each speaker first, people with a name before others; a second one comes best from another article. */
function inTurn(rated: readonly Rated[]): VerifiedQuote[] {
  const chosen: Rated[] = [];
  const named = rated.filter((r) => r.quote.speakerName !== null);
  const unnamed = rated.filter((r) => r.quote.speakerName === null);
  for (const [group, round] of [
    [named, 0],
    [named, 1],
    [unnamed, 0],
  ] as const) {
    const ordered = group
      .map((r) => {
        const before = chosen.filter((c) => c.who === r.who);
        const elsewhere = before.some((c) => c.quote.article !== r.quote.article);
        return { r, score: r.score + (elsewhere ? 0.3 : 0) };
      })
      .sort((a, b) => b.score - a.score);
    for (const { r } of ordered) {
      if (chosen.length === MOST) return chosen.map(({ quote }) => quote);
      if (!chosen.includes(r) && chosen.filter((c) => c.who === r.who).length === round)
        chosen.push(r);
    }
  }
  return chosen.map(({ quote }) => quote);
}

function isSame(a: Rated, b: Rated): boolean {
  const share = overlap(a.terms, b.terms);
  const small = Math.min(a.terms.size, b.terms.size);
  if (small === 0) return a.quote.text === b.quote.text;
  return (
    small >= 2 &&
    share >= (a.who === b.who ? SAME_STATEMENT.bySameSpeaker : SAME_STATEMENT.byOthers)
  );
}

/** One person under one key: the last name where there is one. */
function personOf({ speakerName, speaker }: Quote): string {
  const name = (speakerName ?? speaker ?? '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .trim();
  return speakerName ? (name.split(/\s+/).at(-1) ?? name) : name;
}

function rateQuote(
  quote: Quote,
  terms: ReadonlySet<string>,
  worth: (stem: string) => number,
): number {
  const { text, speakerName, via, confidence } = quote;
  const words = countWords(text);
  let score = confidence;
  if (speakerName) score += speakerName.includes(' ') ? 0.4 : 0.2;
  if (via) score -= 0.05;
  const values = [...terms]
    .map(worth)
    .sort((a, b) => b - a)
    .slice(0, 6);
  score += values.reduce((sum, w) => sum + w, 0) / Math.max(4, values.length);
  if (words < FEW_WORDS) score -= 0.1;
  if (words > 35) score -= 0.3;
  else if (words > 25) score -= 0.1;
  // A statement that begins in the middle, or leans on what was said before it, explains itself badly.
  if (/^[\p{Ll}]/u.test(text)) score -= 0.3;
  if (
    /^(?:it|that|this|he|she|they|these|those|and|but|so|because|which|yes|well|es|das|er|sie|aber|und|eso|pero|y|c['’]est|mais|et|ma|e)(?![\p{L}])/iu.test(
      text,
    )
  )
    score -= 0.2;
  if (text.endsWith('?')) score -= 0.15;
  return score;
}
