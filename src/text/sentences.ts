import type { Span } from './span.ts';

/** The sentences of a text, without the white space around them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  const boundary = /[.!?…]+[”"’')\]»]*(?=\s+[\p{Lu}\p{N}“"‘'(«])|\n+/gu;
  let start = 0;
  const push = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed) spans.push({ start: start + lead, end: start + lead + trimmed.length });
    start = end;
  };
  for (const match of text.matchAll(boundary)) push(match.index + match[0].length);
  push(text.length);
  return spans;
}
