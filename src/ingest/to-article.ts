import { HOUR } from '../lib/clock.ts';
import { hashOf } from '../lib/hash.ts';
import type { ArticleDraft } from './article-draft.ts';
import { canonicalUrl, sameSite } from './article-url.ts';
import type { FeedItem, ParsedFeed } from './formats/parsed-feed.ts';
import { htmlToText } from './parse/html-to-text.ts';
import { languageCode } from './parse/language.ts';

/** A feed's item as an article, as far as the feed carries it. */
export type FeedArticle = {
  readonly draft: ArticleDraft;
  /** Whether the text is the whole article; otherwise its page has more. */
  readonly whole: boolean;
  /** Where its page is, as the feed writes it. */
  readonly link: string | null;
  /** The addresses and identifiers it is known by. */
  readonly keys: readonly string[];
  /** Changes when the publisher changes the item. */
  readonly itemHash: string;
};

// Summaries of a few sentences stay below, articles above: shorter "whole" ones cost a page that adds nothing.
const WHOLE_CONTENT = 500;
const WHOLE_SUMMARY = 1_500;
const CUT_OFF =
  /(?:…|\.\.\.|\[…\]|\[&hellip;\])\s*(?:\S+\s+){0,4}\S*\s*$|(?:read|continue)\s+(?:more|reading)\W*$/i;

/** What is known of a feed from outside it; `feed` is the address it is followed at, wherever that leads. */
export type AboutFeed = {
  readonly feed: string;
  readonly outlet: string | null;
  readonly language: string | null;
};

/** The articles of a feed, items without a title and a text left out. Runs where HTML may be parsed: in a worker. */
export function articlesOfFeed(feed: ParsedFeed, about: AboutFeed): FeedArticle[] {
  return feed.items.flatMap((item) => articleOfItem(item, feed, about) ?? []);
}

function articleOfItem(
  item: FeedItem,
  feed: ParsedFeed,
  about: AboutFeed,
): FeedArticle | undefined {
  const content = item.content === null ? '' : htmlToText(item.content);
  const summary = item.summary === null ? '' : htmlToText(item.summary);
  const text = content.length >= summary.length ? content : summary;
  const title = item.title ?? firstLine(text);
  if (!title) return undefined;
  const enough = text === content ? WHOLE_CONTENT : WHOLE_SUMMARY;
  const url = item.url === null ? null : (canonicalUrl(item.url) ?? null);
  // An identifier is only as good as its feed: two feeds may both count from 1.
  const keys = [...(url ? [url] : []), ...(item.id ? [`item ${about.feed} ${item.id}`] : [])];
  const draft: ArticleDraft = {
    url,
    title,
    byline: item.author,
    publishedAt: dateOf(item.publishedAt ?? item.updatedAt),
    language: languageCode(about.language ?? feed.language),
    outlet: about.outlet ?? feed.title,
    text,
  };
  return {
    draft,
    whole: text.length >= enough && !CUT_OFF.test(text),
    link: item.url,
    // Not by its text: that may count its readers and would be a new article each time.
    keys:
      keys.length > 0 ? keys : [`title ${about.feed} ${hashOf(`${title}\n${item.publishedAt}`)}`],
    itemHash: hashOf(JSON.stringify([title, text, item.updatedAt])),
  };
}

/** What an article's page adds to what its feed said of it: the feed is believed in what it says, but for the text. */
export function withPage(article: FeedArticle, page: ArticleDraft): FeedArticle {
  const { draft } = article;
  const text = page.text.length > draft.text.length ? page.text : draft.text;
  const own = page.url !== null && article.link !== null && sameSite(page.url, article.link);
  const url = own && page.url ? (canonicalUrl(page.url) ?? draft.url) : draft.url;
  return {
    ...article,
    draft: {
      ...draft,
      url,
      text,
      byline: draft.byline ?? page.byline,
      publishedAt: draft.publishedAt ?? page.publishedAt,
      language: draft.language ?? page.language,
    },
    keys: url && !article.keys.includes(url) ? [...article.keys, url] : article.keys,
  };
}

/**
 * A publication time that can be true: one some hours ahead of us is a zone gone wrong and becomes now, one further
 * ahead (or before there was a web) is unknown.
 */
export function plausibleDate(date: Date | null, now: Date): Date | null {
  if (date === null || date.getUTCFullYear() < 1990) return null;
  const ahead = date.getTime() - now.getTime();
  if (ahead <= 0) return date;
  return ahead <= 14 * HOUR ? now : null;
}

function dateOf(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}

/** Micro-blogs have no titles: the first sentence or line of the text stands in. */
function firstLine(text: string): string {
  const line = /^\s*(.{1,140}?)(?:[.!?](?=\s)|\n|$)/u.exec(text)?.[1] ?? text.trim().slice(0, 140);
  return line.trim();
}
