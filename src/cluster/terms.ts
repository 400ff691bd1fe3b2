import { functionWords } from '../text/function-words.ts';
import { stemmerFor } from '../text/words.ts';
import { guessLanguage } from './language.ts';
import { eachToken } from './scan.ts';
import { slugOf } from './slug.ts';

// What a term is in an article, as bits of its mark. The four lowest bits count it in the body, up to 15.
export const COUNT = 15;
export const IN_TITLE = 16;
export const IN_LEAD = 32;
export const IS_NAME = 64;
export const IS_NUMBER = 128;
/** Two capitalised words in a row, a person or a place: compared as a name, never as a word. */
export const IS_PAIR = 256;

/** The distinct terms of an article and what each is in it. */
export type Terms = {
  readonly words: readonly string[];
  readonly marks: Uint16Array;
  /** How many words of the body were read: how much is known of the article. */
  readonly bodyWords: number;
  readonly titleWords: number;
};

/** The first words of a body carry the event; with more, stories that share a background grow together. */
const BODY_WORDS = 250;
const LEAD_WORDS = 60;
const TITLE_WORDS = 60;
/** Where there is no title the first words of the body stand in for it. */
const STAND_IN_WORDS = 20;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i) => [word, String(i + 2)]),
);

/** What of an article is read. */
export type Readable = {
  readonly title: string;
  readonly text: string;
  readonly language: string | null;
  readonly url: string | null;
};

/** What a title and a text are compared by: lower-cased stems of their content words, and names. */
export function termsOfArticle({ title, text, language, url }: Readable): Terms {
  // A text file's first line is its title as well.
  const body = title !== '' && text.startsWith(title) ? text.slice(title.length) : text;
  const keyOf = keysIn(language ?? guessLanguage(title, body));
  const marks = new Map<string, number>();
  const titleWords = markTitle(title, keyOf, marks);
  const bodyWords = markBody(body, titleWords === 0, keyOf, marks);
  if (bodyWords < SLUG_BELOW) markSlug(slugOf(url), keyOf, marks);
  return {
    words: [...marks.keys()],
    marks: Uint16Array.from(marks.values()),
    bodyWords,
    titleWords,
  };
}

/** Of an article that is little more than a headline, the words in its address are read as well. */
const SLUG_BELOW = 12;

function markSlug(slug: string, keyOf: KeyOf, marks: Map<string, number>): void {
  eachToken(slug, ({ text }) => {
    const key = keyOf(text);
    if (key !== '') {
      const known = marks.get(key) ?? 0;
      marks.set(key, (known & ~COUNT) | IN_LEAD | Math.min(COUNT, (known & COUNT) + 1));
    }
    return true;
  });
}

type KeyOf = (word: string) => string;

/** The stem of a word, or the empty string where it says nothing about what the text is about. */
function keysIn(language: string): KeyOf {
  const stem = stemmerFor(language);
  const stop = functionWords(language);
  const numberWords = language.startsWith('en') ? NUMBER_WORDS : undefined;
  return (word) => {
    if (word.length > LONGEST_WORD) return '';
    let lower = detached(word.toLowerCase());
    if (lower.endsWith("'s") || lower.endsWith('’s')) lower = lower.slice(0, -2);
    if ((lower.length < 2 && !/^\d/.test(lower)) || stop.has(lower)) return '';
    // Without a list of function words the shortest words stand for them.
    if (stop.size === 0 && lower.length <= 3 && SPELT.test(lower)) return '';
    return numberWords?.get(lower) ?? stem(lower);
  };
}

/** Scripts that spell words letter by letter and put spaces between them. */
const SPELT =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;

/** Longer runs of letters are no words: encoded data, addresses, text without its spaces. */
const LONGEST_WORD = 60;

/**
 * A copy of a word that does not hold on to the article it was cut from: engines keep longer slices as references into
 * the whole text, and a word may be held for weeks.
 */
function detached(word: string): string {
  return word.length < 13 ? word : ` ${word}`.slice(1);
}

function markTitle(title: string, keyOf: KeyOf, marks: Map<string, number>): number {
  let words = 0;
  let capitals = 0;
  const names: string[] = [];
  let previous = '';
  eachToken(title, (token) => {
    words += 1;
    const key = keyOf(token.text);
    if (key !== '') {
      marks.set(key, (marks.get(key) ?? 0) | IN_TITLE | (token.number ? IS_NUMBER : 0));
      if (token.capital) {
        capitals += 1;
        if (!token.opens) names.push(key);
        if (previous !== '') marks.set(`${previous} ${key}`, IS_PAIR | IN_TITLE);
      }
    }
    previous = token.capital ? key : '';
    return words < TITLE_WORDS;
  });
  // In A Headline Like This One capitals do not tell names.
  if (capitals * 3 <= words * 2) {
    for (const name of names) marks.set(name, (marks.get(name) ?? 0) | IS_NAME);
  }
  return words;
}

function markBody(
  body: string,
  isUntitled: boolean,
  keyOf: KeyOf,
  marks: Map<string, number>,
): number {
  let words = 0;
  let previous = '';
  eachToken(body, (token) => {
    words += 1;
    const key = keyOf(token.text);
    if (key !== '') {
      const known = marks.get(key) ?? 0;
      let bits = (known & ~COUNT) | Math.min(COUNT, (known & COUNT) + 1);
      const lead = words <= LEAD_WORDS ? IN_LEAD : 0;
      bits |= lead;
      if (isUntitled && words <= STAND_IN_WORDS) bits |= IN_TITLE;
      if (token.number) bits |= IS_NUMBER;
      if (token.capital && !token.opens) {
        bits |= IS_NAME;
        if (previous !== '') {
          const pair = `${previous} ${key}`;
          marks.set(pair, (marks.get(pair) ?? 0) | IS_PAIR | lead);
        }
      }
      marks.set(key, bits);
    }
    previous = token.capital ? key : '';
    return words < BODY_WORDS;
  });
  return words;
}
