// Scripts that write words without spaces between them.
const LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * A text whose letters of such scripts stand apart, each a word of its own; other texts as they are. An index of
 * words that was given this, and is asked for the same as a phrase, finds every run of letters.
 */
export function letterByLetter(text: string): string {
  return text.search(LETTER) < 0 ? text : text.replace(LETTER, ' $& ');
}
