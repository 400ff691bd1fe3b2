import { decodeHTMLAttribute } from 'entities/decode';
import { plainLine } from '../parse/plain-line.ts';
import { webAddress } from '../parse/web-address.ts';

/** A feed that a page says it has. */
export type FeedLink = {
  readonly url: string;
  readonly title: string | null;
  readonly type: string | null;
};

// Pages declare their feeds in the head; half a megabyte holds any head there is.
const HEAD_LENGTH = 512 * 1_024;
const MAX_LINKS = 50;
const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/(?:rss|atom)\+?xml)\b/i;

/** The feeds an HTML page declares with `<link rel="alternate">`, comment feeds last. */
export function discoverFeedLinks(html: string, url: string | null): FeedLink[] {
  const head = html.slice(0, HEAD_LENGTH);
  const base =
    webAddress(attributesOf(/<base\b([^<>]{0,2000})>/i.exec(head)?.[1] ?? '').get('href'), url) ??
    url;
  const found = new Map<string, FeedLink>();
  for (const match of head.matchAll(/<link\b([^<>]{0,2000})>/gi)) {
    const attributes = attributesOf(match[1] ?? '');
    const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const type = attributes.get('type')?.trim() ?? '';
    const isFeed =
      relations.includes('feed') || (relations.includes('alternate') && FEED_TYPE.test(type));
    const address = isFeed ? webAddress(attributes.get('href'), base) : null;
    if (address === null || found.has(address)) continue;
    found.set(address, {
      url: address,
      title: plainLine(attributes.get('title') ?? ''),
      type: type || null,
    });
    if (found.size >= MAX_LINKS) break;
  }
  const isComments = (link: FeedLink) => Number(/comment/i.test(`${link.title ?? ''} ${link.url}`));
  return [...found.values()].sort((a, b) => isComments(a) - isComments(b));
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of tag.matchAll(/([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!attributes.has(name))
      attributes.set(name, decodeHTMLAttribute(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}
