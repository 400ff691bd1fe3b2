import { atom } from './atom.ts';
import { cdf } from './cdf.ts';
import { discoverFeedLinks, type FeedLink } from './discover-links.ts';
import type { FeedSource, Format } from './format.ts';
import { jsonFeed } from './json-feed.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { rdf } from './rdf.ts';
import { rss } from './rss.ts';
import { readXml } from './xml-tree.ts';

const FORMATS: readonly Format[] = [cdf, rss, atom, rdf, jsonFeed];

export type FeedHint = { readonly url: string | null; readonly contentType: string | null };

/** Why a body is no feed, in words that can follow "This address gave …". */
export const NOT_A_FEED = {
  empty: 'nothing at all',
  challenge: 'a page that asks whether you are human: the site keeps bots out',
  'html-page': 'a web page, not a feed',
  binary: 'a file that is not text',
  'other-json': 'JSON that is not a feed',
  'broken-json': 'JSON that breaks off or has mistakes in it',
  'vast-json': 'JSON of more parts than any feed has',
  'other-xml': 'XML that is not a feed',
  text: 'text that is not a feed',
} as const;

type NotAFeedReason = keyof typeof NOT_A_FEED;

export type FeedReading =
  | { readonly kind: 'feed'; readonly format: string; readonly feed: ParsedFeed }
  | {
      readonly kind: 'not-a-feed';
      readonly reason: NotAFeedReason;
      /** The feeds that the page in its place declares. */
      readonly links: readonly FeedLink[];
    };

/** Reads a decoded body as a feed of whatever format it is; the content type is not believed. Never throws. */
export function parseFeed(body: string, hint: FeedHint): FeedReading {
  const text = body.replace(/^[\ufeff\s]+/, '');
  if (text === '') return notAFeed('empty');
  if (/^[[{]/.test(text)) return readJson(text, hint);
  const { root, firstTag } = readXml(text);
  const isPage = firstTag === 'html' || /^<!doctype\s+html/i.test(text);
  if (root && !(isPage && root.children.length === 0)) {
    const reading = readAs({ kind: 'xml', root, url: hint.url });
    if (reading) return reading;
  }
  if (isPage || /<(?:head|body|title|meta)\b/i.test(text.slice(0, 4_096))) {
    return notAFeed(
      isChallenge(text) ? 'challenge' : 'html-page',
      discoverFeedLinks(text, hint.url),
    );
  }
  if (isBinary(text)) return notAFeed('binary');
  return notAFeed(firstTag === null ? 'text' : 'other-xml');
}

// JSON.parse cannot be interrupted: what it would make of megabytes of commas has to be known before.
const MAX_JSON_PARTS = 1_000_000;

function readJson(text: string, hint: FeedHint): FeedReading {
  if (countOf(text, ',') + countOf(text, '[') + countOf(text, '{') > MAX_JSON_PARTS) {
    return notAFeed('vast-json');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return notAFeed('broken-json');
  }
  return readAs({ kind: 'json', value, url: hint.url }) ?? notAFeed('other-json');
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

function readAs(source: FeedSource): FeedReading | null {
  for (const format of FORMATS) {
    const feed = format.read(source);
    if (feed) return { kind: 'feed', format: format.name, feed };
  }
  return null;
}

function notAFeed(reason: NotAFeedReason, links: readonly FeedLink[] = []): FeedReading {
  return { kind: 'not-a-feed', reason, links };
}

// What the gatekeepers in front of many sites send to programs.
function isChallenge(page: string): boolean {
  const head = page.slice(0, 20_000);
  return /<title>\s*(?:just a moment|attention required|access denied|are you a robot|security check)|\/cdn-cgi\/challenge-platform|cf-chl-|_incapsula_resource|captcha-delivery\.com|px-captcha/i.test(
    head,
  );
}

function isBinary(text: string): boolean {
  const start = text.slice(0, 2_000);
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > start.length / 20;
}
