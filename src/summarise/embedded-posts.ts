import type { Span } from '../text/span.ts';

// "— Jane Doe (@jane) October 18, 2022": how embedded posts are signed when a page becomes text.
const SIGNATURE =
  /[—–-]{1,2}\s?[^\n()@—–]{1,60}\s\(@\w{1,30}\)(?:[ ,]{0,2}\p{L}{3,10}\.? \d{1,2},? \d{4}|[ ,]{0,2}\d{1,2}\.? \p{L}{3,10}\.? \d{4})?/gu;
const SHARED =
  /^(?:A (?:post|photo|video) (?:shared|posted) by|View this post on Instagram|@\w{1,30}$)/;
const LINK = /https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+/g;
// The longest post; a signature inside a paragraph takes back at most as much.
const LONGEST_POST = 280;

/**
 * The stretches of a text that are posts from elsewhere, signature and date included: somebody's
 * words that the article shows but does not tell. In order, none within another.
 */
export function embeddedPosts(text: string): Span[] {
  const lines = linesOf(text);
  const posts: Span[] = [];
  for (const [i, line] of lines.entries()) {
    const words = text.slice(line.start, line.end);
    if (words.includes('(@')) {
      for (const match of words.matchAll(SIGNATURE)) {
        const at = line.start + match.index;
        posts.push({ start: postStart(text, lines, i, at), end: at + match[0].length });
      }
    }
    if (
      SHARED.test(words) ||
      ((words.includes('t.co/') || words.includes('twitter.com/')) && words.search(LINK) >= 0)
    ) {
      posts.push(line);
    }
  }
  return merged(posts);
}

function merged(posts: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...posts].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Where the post signed at `at` begins: in its own line, or with the line above. */
function postStart(text: string, lines: readonly Span[], i: number, at: number): number {
  const line = lines[i] as Span;
  if (text.slice(line.start, at).trim()) return Math.max(line.start, at - LONGEST_POST);
  let start = line.start;
  for (let above = i - 1; above >= Math.max(0, i - 6); above--) {
    const { start: from, end } = lines[above] as Span;
    start = from;
    // A line of links and hashtags alone is the tail of the post.
    if (
      text
        .slice(from, Math.min(end, from + 400))
        .replace(LINK, '')
        .replace(/[#@]\w+/g, '')
        .trim().length > 12
    )
      break;
  }
  return start;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    if (match[0].trim()) lines.push({ start: match.index, end: match.index + match[0].length });
  }
  return lines;
}
