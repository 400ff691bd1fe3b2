import { tidy } from './prose.ts';
import { countWords, type Sentence } from './sentence.ts';
import { shortened } from './shorten.ts';
import { LONG_WORDS } from './tellable.ts';

const FEWEST_WORDS = 10;
// A beginning that holds less of what the titles say has lost the news.
const KEEPS = 0.5;

/** A sentence as a digest shows it: `told` is its stretch of the article, `text` how it is written there. */
export type Wording = { readonly told: Sentence; readonly text: string };

/**
 * How sentences are shown: whole, or, where one has more than forty words, its beginning, if that is a sentence
 * by itself and holds what the titles say. `titleTerms` are stems.
 */
export function wordings(titleTerms: ReadonlySet<string>): (sentence: Sentence) => Wording {
  const known = new Map<Sentence, Wording>();
  return (sentence) => {
    const wording = known.get(sentence) ?? wordingOf(sentence, titleTerms);
    known.set(sentence, wording);
    return wording;
  };
}

function wordingOf(sentence: Sentence, titleTerms: ReadonlySet<string>): Wording {
  const whole = { told: sentence, text: tidy(sentence.text) };
  if (sentence.words <= LONG_WORDS || !(sentence.language ?? 'en').startsWith('en')) return whole;
  // A question that lost its end would read as a statement.
  if (/\?["”’')\]]*$/.test(whole.text)) return whole;
  const text = shortened(sentence.text, { least: FEWEST_WORDS, most: LONG_WORDS });
  if (text === undefined) return whole;
  const words = countWords(text);
  // A stem is one token each: as many tokens as the beginning has words, or nearly.
  const tokens = sentence.tokens.slice(0, words);
  const terms = new Set(tokens.flatMap((t) => (t.common ? [] : [t.stem])));
  const central = (stems: ReadonlySet<string>) =>
    [...stems].filter((t) => titleTerms.has(t)).length;
  if (central(terms) < KEEPS * central(sentence.terms)) return whole;
  const end = sentence.start + text.length;
  const told = { ...sentence, text, end, words, tokens, terms };
  return { told, text: `${tidy(text)}.` };
}
