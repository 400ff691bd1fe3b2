import { blocksOf } from './article-blocks.ts';
import { articleText } from './article-text.ts';
import { pageAuthor } from './page-author.ts';
import { pageDate } from './page-date.ts';
import { canonicalUrl, pageLanguage, pageOutlet } from './page-outlet.ts';
import { pageSource } from './page-source.ts';
import { pageTitle } from './page-title.ts';

/** A web page as it was read; every part but the text is null where the page does not say. */
export type PageArticle = {
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601 UTC. */
  readonly publishedAt: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly outlet: string | null;
  /** Paragraphs separated by a blank line; '' where the page has no article. */
  readonly text: string;
  /** What the page calls its own address, on the same site. */
  readonly canonicalUrl: string | null;
};

/**
 * Reads the article out of a web page. `url` is where the page was found; relative addresses are resolved
 * against it. Can take seconds on hostile pages: call it in a worker (workers/parsers.ts).
 */
export function readPage(html: string, url: string | null): PageArticle {
  const source = pageSource(html, url);
  const blocks = blocksOf(source.document.body);
  const outlet = pageOutlet(source);
  const title = pageTitle(source, outlet);
  const meta = {
    title,
    byline: pageAuthor(source, blocks, title, outlet),
    publishedAt: pageDate(source, blocks, title)?.toISOString() ?? null,
    language: pageLanguage(source),
    outlet,
    canonicalUrl: canonicalUrl(source),
  };
  return { ...meta, text: articleText(source, title) };
}
