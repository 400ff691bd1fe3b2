// What may not reach a reader: control characters (a terminal obeys them), marks that turn the writing direction,
// letters without width, tags, and fillers that look like nothing. Joiners inside emoji and words stay.
const UNSEEN =
  /\u034F|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2028\u2029\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

// More than two marks on one letter is drawing, not writing ("zalgo").
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** Words of others made safe to show on one line: invisible and commanding characters out, white space single. */
export function cleanText(words: string): string {
  return words
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\r\f\v\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(PILED_MARKS, '$1')
    .replace(/ {2,}/g, ' ');
}
