import { escapeMarkup } from '../escape.ts';
import type { Printed } from '../print.ts';

/** The article's text with everything that stands between its paragraphs, one piece of HTML each. */
export function textPieces(
  printed: Printed,
  wrap: (paragraph: string) => string,
  between: ReadonlyMap<number, string> = new Map(),
): string[] {
  const pieces = printed.paragraphs.flatMap((paragraph, index) => {
    const after = index + 1;
    const post = printed.post?.after === after ? socialPostHtml(printed) : undefined;
    return [wrap(escapeMarkup(paragraph)), between.get(after), post].filter(
      (piece) => piece !== undefined,
    );
  });
  if (printed.note) pieces.push(`<p class="correction"><em>${escapeMarkup(printed.note)}</em></p>`);
  return pieces;
}

/** What a full-text feed carries: paragraphs, embedded post and correction, without the page around them. */
export function feedHtml(printed: Printed): string {
  return textPieces(printed, (paragraph) => `<p>${paragraph}</p>`).join('\n');
}

function socialPostHtml({ post, publishedAt }: Printed): string | undefined {
  if (!post) return undefined;
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    publishedAt,
  );
  const address = `https://chirp.example/${encodeURIComponent(post.handle.replace('@', ''))}/status/1`;
  return `<blockquote class="chirp-post"><p lang="en">${escapeMarkup(post.text)} <a href="${address}">pic.chirp.example/1</a></p>&mdash; ${escapeMarkup(post.author)} (${escapeMarkup(post.handle)}) <a href="${address}">${day}</a></blockquote>`;
}
