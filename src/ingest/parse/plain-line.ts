import { htmlToText } from './html-to-text.ts';

// Titles and names are a line; what is longer was never meant to be one.
const MAX_LENGTH = 2_000;

// Control characters, direction overrides and fillers without width: they hide or turn the words around them.
// Joiners (U+200C, U+200D) and single direction marks stay: Persian words, emoji and mixed lines need them.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

const MARKUP =
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** One line of plain text: white space folded, unseen and direction-changing characters removed. '' becomes null. */
export function plainLine(text: string): string | null {
  const line = text
    .slice(0, MAX_LENGTH * 4)
    .replace(UNSEEN, '')
    .replace(/[ \t\r\n\f\u2028\u2029]+/g, ' ')
    .trim();
  return line === '' ? null : clip(line);
}

/** Like `plainLine` for a line that may be HTML, once or (as many feeds do by mistake) twice encoded. */
export function plainLineOfHtml(html: string): string | null {
  let text = html.slice(0, MAX_LENGTH * 4);
  for (let round = 0; round < 2 && MARKUP.test(text); round++) text = htmlToText(text);
  return plainLine(text);
}

/** Cut where no character is split in two. */
function clip(line: string): string {
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
