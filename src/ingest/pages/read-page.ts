import type { ArticleDraft } from '../parse/article-draft.ts';
import { blocksOf } from './article-blocks.ts';
import { articleText } from './article-text.ts';
import { pageAuthor } from './page-author.ts';
import { pageDate } from './page-date.ts';
import { canonicalUrl, pageLanguage, pageOutlet } from './page-outlet.ts';
import { pageSource } from './page-source.ts';
import { pageTitle } from './page-title.ts';

export type PageArticle = ArticleDraft & {
  /** What the page calls its own address, on the same site; null where it says nothing usable. */
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
    url,
    title,
    byline: pageAuthor(source, blocks, title, outlet),
    publishedAt: pageDate(source, blocks, title)?.toISOString() ?? null,
    language: pageLanguage(source),
    outlet,
    canonicalUrl: canonicalUrl(source),
  };
  return { ...meta, text: articleText(source, title) };
}
