import type { Span } from '../text/span.ts';
import { lastLetter } from './tokens.ts';

/**
 * Where the body of a document begins: after the title, if the text repeats it, and the short lines below it that end like headlines.
 * What stands between quote marks above is a headline's wording, not a statement.
 */
export function bodyStart(title: string | null, text: string, paragraphs: readonly Span[]): number {
  const first = paragraphs[0];
  if (!first || paragraphs.length < 2) return 0;
  const line = text.slice(first.start, Math.min(first.end, first.start + 400));
  if (first.end - first.start > 350) return 0;
  const isTitle = title ? resembles(line, title) : isHeadline(text, first);
  if (!isTitle) return 0;
  let at = 1;
  while (at < Math.min(3, paragraphs.length - 1) && isHeadline(text, paragraphs[at]!)) at++;
  return paragraphs[at]!.start;
}

/** A short line that does not end like a sentence. */
function isHeadline(text: string, line: Span): boolean {
  if (line.end - line.start > 200) return false;
  const end = lastLetter(text, line.start, line.end);
  return (
    !/[.!?…:;,]/.test(end) ||
    (/[?!]/.test(end) && line.end - line.start < 100 && !/[“"„«]/.test(text[line.start]!))
  );
}

/** Whether the line holds most of the title's words or the other way round: feeds shorten titles and add the outlet's name. */
function resembles(line: string, title: string): boolean {
  const a = words(line);
  const b = words(title);
  if (a.length === 0 || b.length === 0) return false;
  const small = new Set(a.length < b.length ? a : b);
  const large = new Set(a.length < b.length ? b : a);
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return (
    common / small.size >= 0.7 &&
    small.size >= Math.min(3, large.size) &&
    small.size >= large.size * 0.4
  );
}

function words(text: string): string[] {
  return (
    text
      .slice(0, 500)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
