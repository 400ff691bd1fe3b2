import { webAddress } from '../parse/web-address.ts';
import { baseOf, firstOf, isoDate, lineOf, markupOf } from './fields.ts';
import type { Format } from './format.ts';
import { type FeedItem, NO_POLLING_HINTS } from './parsed-feed.ts';
import { childrenOf, type XmlElement } from './xml-tree.ts';

/** Microsoft's Channel Definition Format of 1997: a channel that is its own root and keeps links in attributes. */
export const cdf: Format = {
  name: 'cdf',
  read(source) {
    if (source.kind !== 'xml' || source.root.name !== 'channel' || !isCdf(source.root)) return null;
    const { root, url } = source;
    const { title, summary, url: link, updatedAt } = readEntry(root, url);
    return {
      title,
      description: summary,
      link,
      language: null,
      author: null,
      publishedAt: null,
      updatedAt,
      items: childrenOf(root, 'item').map((item) => readEntry(item, url)),
      polling: NO_POLLING_HINTS,
    };
  },
};

function isCdf(root: XmlElement): boolean {
  return [root, ...childrenOf(root, 'item')].some(
    ({ attributes, children }) =>
      attributes.has('href') ||
      attributes.has('lastmod') ||
      children.some((child) => child.name === 'abstract'),
  );
}

function readEntry(element: XmlElement, url: string | null): FeedItem {
  const address = webAddress(element.attributes.get('href'), baseOf(element, url));
  return {
    id: address,
    title: firstOf(element, ['title'], lineOf),
    url: address,
    publishedAt: null,
    updatedAt: isoDate(element.attributes.get('lastmod') ?? ''),
    author: null,
    summary: firstOf(element, ['abstract'], markupOf),
    content: null,
    categories: [],
    enclosures: [],
    comments: null,
  };
}
