import { functionWords } from '../text/function-words.ts';
import { stemmerFor, wordsOf } from '../text/words.ts';

/** One word of a sentence as the ranking sees it. */
export type Token = {
  readonly stem: string;
  /** Written with a capital. */
  readonly capital: boolean;
  /** A function word of the article's language. */
  readonly common: boolean;
};

/** The words of a text in order, stemmed in its language. */
export function tokensOf(text: string, language: string | null): Token[] {
  const stem = stemmerFor(language);
  const common = functionWords(language);
  return wordsOf(text).map((word) => {
    const lower = word.text.toLowerCase().replaceAll('’', "'").replace(/'s$/, '');
    return {
      stem: stem(lower),
      capital: lower[0] !== word.text[0],
      common: lower.length < 2 || common.has(lower),
    };
  });
}
