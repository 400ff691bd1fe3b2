import type { ArticleDraft } from '../article-draft.ts';
import { NOT_A_FEED } from '../formats/index.ts';
import type { OpmlFeed } from '../opml.ts';
import type { PageArticle } from '../pages/read-page.ts';
import { plainLine } from '../parse/plain-line.ts';
import type { ReadFeed } from '../poll-feed.ts';
import { createParsers, type Parsers, problemOf } from './parsers.ts';

/** Parsing as the rest of the program asks for it: drafts, and problems in words. */
export type Reading = {
  readonly feed: ReadFeed;
  /** The feeds of an OPML document of somebody else's, or why there are none. */
  readonly feedList: (
    body: Uint8Array,
    about: { readonly url: string; readonly contentType: string | null },
  ) => Promise<{ readonly feeds: readonly OpmlFeed[] } | { readonly problem: string }>;
  /** The article of a page; undefined where it has none or cannot be read. */
  readonly page: (
    body: Uint8Array | string,
    about: { readonly url: string | null; readonly contentType: string | null },
  ) => Promise<ArticleDraft | undefined>;
  /** ISO 639-1, or null where the text does not tell. */
  readonly language: (text: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
};

export function createReading(parsers: Parsers = createParsers()): Reading {
  return {
    async feed(body, about) {
      const parsed = await parsers.articles({ body, ...about });
      if (parsed.kind !== 'done') return { problem: `could not be read: ${problemOf(parsed)}` };
      const { value } = parsed;
      if (value.kind === 'feed') return { feed: value.feed, articles: value.articles };
      const found = value.links[0];
      const hint = found ? `; the page names a feed: ${plainLine(found.url)}` : '';
      return { problem: `the address gave ${NOT_A_FEED[value.reason]}${hint}` };
    },
    async feedList(body, about) {
      const parsed = await parsers.feedList({ body, ...about });
      if (parsed.kind !== 'done') return { problem: `it could not be read: ${problemOf(parsed)}` };
      const { value } = parsed;
      return 'problem' in value ? { problem: `line ${value.line}: ${value.problem}` } : value;
    },
    async page(body, about) {
      const parsed = await parsers.page({ body, ...about });
      return parsed.kind === 'done' ? draftOfPage(parsed.value, about.url) : undefined;
    },
    async language(text) {
      const parsed = await parsers.language(text);
      return parsed.kind === 'done' ? parsed.value : null;
    },
    close: parsers.close,
  };
}

/** A page with a text as a draft under the address it gives itself. */
function draftOfPage(page: PageArticle, url: string | null): ArticleDraft | undefined {
  if (page.text === '') return undefined;
  const { canonicalUrl, publishedAt, title, ...rest } = page;
  return {
    ...rest,
    url: canonicalUrl ?? url,
    title: title ?? '',
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  };
}
