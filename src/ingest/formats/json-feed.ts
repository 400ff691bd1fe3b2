import { plainLine, plainLineOfHtml } from '../parse/plain-line.ts';
import { webAddress } from '../parse/web-address.ts';
import { isoDate } from './fields.ts';
import type { Format } from './format.ts';
import { type FeedItem, MAX_ITEMS, NO_POLLING_HINTS, type ParsedFeed } from './parsed-feed.ts';

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), forgiving fields of the wrong type. */
export const jsonFeed: Format = {
  name: 'json-feed',
  read(source) {
    if (source.kind !== 'json') return null;
    const feed = fieldsOf(source.value);
    if (feed === null) return null;
    const isDeclared = /jsonfeed\.org/i.test(stringOf(feed.get('version')) ?? '');
    if (!isDeclared && !Array.isArray(feed.get('items'))) return null;
    return readFeed(feed, source.url);
  },
};

// A Map instead of the object itself: no key can be confused with what objects inherit.
type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A line of text; numbers are written out, since ids are often given as such. */
function lineOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return plainLine(stringOf(value) ?? '');
}

function readFeed(feed: Fields, url: string | null): ParsedFeed {
  const base = webAddress(stringOf(feed.get('home_page_url')), url) ?? url;
  const hub = listOf(feed.get('hubs'))
    .map(fieldsOf)
    .find((entry) => entry !== null);
  return {
    title: plainLineOfHtml(lineOf(feed.get('title')) ?? ''),
    description: stringOf(feed.get('description')),
    link: webAddress(stringOf(feed.get('home_page_url')), url),
    language: lineOf(feed.get('language')),
    author: authorsOf(feed),
    publishedAt: null,
    updatedAt: null,
    items: listOf(feed.get('items'))
      .slice(0, MAX_ITEMS)
      .map(fieldsOf)
      .filter((item) => item !== null)
      .map((item) => readItem(item, base)),
    polling: {
      ...NO_POLLING_HINTS,
      hub: webAddress(stringOf(hub?.get('url')), base),
      self: webAddress(stringOf(feed.get('feed_url')), url),
    },
  };
}

function readItem(item: Fields, base: string | null): FeedItem {
  const id = lineOf(item.get('id'));
  return {
    id,
    title: plainLineOfHtml(lineOf(item.get('title')) ?? ''),
    url:
      webAddress(stringOf(item.get('url')), base) ??
      webAddress(stringOf(item.get('external_url')), base) ??
      (id !== null && /^https?:/i.test(id) ? webAddress(id, base) : null),
    publishedAt: isoDate(stringOf(item.get('date_published')) ?? ''),
    updatedAt: isoDate(stringOf(item.get('date_modified')) ?? ''),
    author: authorsOf(item),
    summary: stringOf(item.get('summary')),
    content: stringOf(item.get('content_html')) ?? stringOf(item.get('content_text')),
    categories: listOf(item.get('tags'))
      .map(lineOf)
      .filter((tag) => tag !== null),
    enclosures: listOf(item.get('attachments'))
      .map(fieldsOf)
      .map((attachment) => {
        const address = webAddress(stringOf(attachment?.get('url')), base);
        const size = attachment?.get('size_in_bytes');
        return address === null
          ? null
          : {
              url: address,
              type: lineOf(attachment?.get('mime_type')),
              length: typeof size === 'number' && Number.isFinite(size) ? size : null,
            };
      })
      .filter((enclosure) => enclosure !== null),
    comments: null,
  };
}

function authorsOf(fields: Fields): string | null {
  const single = fields.get('author');
  const people = [...listOf(fields.get('authors')), single]
    .map((person) =>
      typeof person === 'string' ? lineOf(person) : lineOf(fieldsOf(person)?.get('name')),
    )
    .filter((name) => name !== null);
  return people.length > 0 ? [...new Set(people)].join(', ') : null;
}
