import type { Span } from '../text/span.ts';

const SIGNATURE =
  /[—–-]\s?[^\n(]{1,60}\(@\w{1,30}\)\s+(?:\p{L}+\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\.?\s+\p{L}+\.?\s+\d{4})/u;

/** Posts of social networks embedded in an article: their words, links and dates are not the article's. */
export function postsIn(text: string, paragraphs: readonly Span[]): Span[] {
  const posts: Span[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2_000));
    if (line.startsWith('<tweet')) {
      posts.push(paragraph);
      continue;
    }
    if (!line.includes('(@')) continue;
    const signature = SIGNATURE.exec(line);
    if (!signature) continue;
    if (signature.index > 3)
      posts.push({
        start: paragraph.start,
        end: paragraph.start + signature.index + signature[0].length,
      });
    else posts.push({ start: paragraphs[i - 1]?.start ?? paragraph.start, end: paragraph.end });
  }
  return posts;
}
