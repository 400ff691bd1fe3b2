import { isUtf8 } from 'node:buffer';
import { plainLine, plainLineOfHtml } from '../parse/plain-line.ts';
import { webAddress, webAddressAsKnown } from '../parse/web-address.ts';
import {
  atomPerson,
  baseOf,
  dateOf,
  distinct,
  enclosureOf,
  languageOf,
  markupOf,
} from './fields.ts';
import type { Format } from './format.ts';
import { type FeedItem, NO_POLLING_HINTS, type ParsedFeed } from './parsed-feed.ts';
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

/** Atom 0.3 and 1.0, with and without its namespace (RFC 4287). */
export const atom: Format = {
  name: 'atom',
  read(source) {
    if (source.kind !== 'xml' || !['atom:feed', 'feed'].includes(source.root.name)) return null;
    return readFeed(source.root, source.url);
  },
};

/** The first child of one of these Atom names, in order, that says something. */
function first<T>(
  element: XmlElement,
  names: readonly string[],
  read: (child: XmlElement) => T | null,
): T | null {
  for (const name of names) {
    for (const child of element.children) {
      if (child.name !== `atom:${name}` && child.name !== name) continue;
      const value = read(child);
      if (value !== null) return value;
    }
  }
  return null;
}

function all(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element, `atom:${name}`, name);
}

function readFeed(root: XmlElement, url: string | null): ParsedFeed {
  const author = peopleOf(root);
  const link = (relation: string) =>
    all(root, 'link').find((element) => element.attributes.get('rel')?.toLowerCase() === relation);
  const addressOf = (element: XmlElement | undefined) =>
    element ? webAddress(element.attributes.get('href'), baseOf(element, url)) : null;
  return {
    title: first(root, ['title'], titleOf),
    description: first(root, ['subtitle', 'tagline', 'info', 'description'], bodyOf),
    link: linkOf(root, url),
    language:
      languageOf(root) ??
      first(root, ['language', 'dc:language'], (child) => plainLine(child.text)),
    author,
    publishedAt: first(root, ['published', 'issued', 'created'], dateOf),
    updatedAt: first(root, ['updated', 'modified'], dateOf),
    items: all(root, 'entry').map((entry) => readEntry(entry, url, author)),
    polling: { ...NO_POLLING_HINTS, hub: addressOf(link('hub')), self: addressOf(link('self')) },
  };
}

function readEntry(entry: XmlElement, url: string | null, feedAuthor: string | null): FeedItem {
  const source = childOf(entry, 'atom:source', 'source');
  return {
    id: first(entry, ['id', 'guid'], (child) => idOf(child, url)),
    title: first(entry, ['title', 'media:title', 'dc:title'], titleOf),
    url: linkOf(entry, url),
    publishedAt: first(entry, ['published', 'issued', 'created', 'pubdate', 'dc:date'], dateOf),
    updatedAt: first(entry, ['updated', 'modified', 'dcterms:modified', 'dc:date'], dateOf),
    // RFC 4287, 4.2.1: an entry without an author is by its source's, else by the feed's.
    author: peopleOf(entry) ?? (source ? peopleOf(source) : null) ?? feedAuthor,
    summary:
      first(entry, ['summary', 'description', 'media:description'], bodyOf) ?? groupText(entry),
    content: first(entry, ['content', 'content:encoded'], bodyOf),
    categories: categoriesOf(entry),
    enclosures: enclosuresOf(entry, url),
    comments: first(entry, ['comments', 'link'], (child) => {
      if (!child.name.endsWith('link')) return webAddress(child.text, baseOf(child, url));
      const isReplies =
        child.attributes.get('rel') === 'replies' &&
        /html|^$/.test(child.attributes.get('type') ?? '');
      return isReplies ? webAddress(child.attributes.get('href'), baseOf(child, url)) : null;
    }),
  };
}

/** What a text construct holds as published, whatever its type says it is. */
function bodyOf(element: XmlElement): string | null {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = (element.attributes.get('mode') ?? '').trim().toLowerCase();
  const markup = markupOf(element);
  if (markup === null || element.children.length > 0) return markup;
  const isBinary =
    mode === 'base64' || (mode === '' && type.includes('/') && !/^text\/|[/+]xml$/.test(type));
  return isBinary ? decodeBase64(markup) : markup;
}

function decodeBase64(text: string): string {
  if (!/^[\w+/\s-]+={0,2}\s*$/.test(text)) return text;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && isUtf8(bytes) ? bytes.toString('utf8').trim() : text;
}

/** Only a type that says "text" is believed: publishers forget to say "html". */
function titleOf(element: XmlElement): string | null {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase();
  const body = bodyOf(element) ?? '';
  const isPlain = (type === 'text' || type === 'text/plain') && element.children.length === 0;
  return isPlain ? plainLine(body) : plainLineOfHtml(body);
}

function peopleOf(element: XmlElement): string | null {
  const people = [...all(element, 'author'), ...childrenOf(element, 'dc:creator', 'itunes:author')]
    .map(atomPerson)
    .filter((person) => person !== null);
  return people.length > 0 ? distinct(people, (person) => person).join(', ') : null;
}

/** An id is an address of some kind; a relative one ("/2004/05/x") is resolved, so that two sites cannot share it. */
function idOf(element: XmlElement, url: string | null): string | null {
  const id = plainLine(markupOf(element) ?? '');
  const isRelative = id?.includes('/') && !/^[a-z][\w+.-]*:/i.test(id) && !/\s/.test(id);
  return isRelative ? (webAddress(id, baseOf(element, url)) ?? id) : id;
}

// What a link may be related by without being the page itself.
const NOT_THE_PAGE = new Set(
  'self edit edit-media enclosure related replies via hub license next prev previous first last search icon up service.post service.edit service.feed'.split(
    ' ',
  ),
);

function linkOf(element: XmlElement, url: string | null): string | null {
  const candidates: { readonly address: string; readonly rank: number }[] = [];
  for (const link of all(element, 'link')) {
    const relation = (link.attributes.get('rel') ?? 'alternate').trim().toLowerCase();
    const type = (link.attributes.get('type') ?? '').toLowerCase();
    const address = webAddressAsKnown(link.attributes.get('href') ?? link.text, baseOf(link, url));
    if (address === null) continue;
    const isAlternate =
      relation === 'alternate' ||
      relation === '' ||
      relation.endsWith('#alternate') ||
      relation.endsWith('/alternate');
    if (isAlternate)
      candidates.push({ address, rank: type === '' || type.includes('html') ? 0 : 1 });
    else if (!NOT_THE_PAGE.has(relation) && !relation.includes(':'))
      candidates.push({ address, rank: 2 });
  }
  candidates.sort((a, b) => a.rank - b.rank);
  const best = candidates[0]?.address;
  if (best !== undefined) return best;
  const content = childOf(element, 'atom:content', 'content');
  const source = content ? webAddress(content.attributes.get('src'), baseOf(content, url)) : null;
  return (
    source ??
    first(element, ['id'], (id) =>
      /^\s*https?:/i.test(id.text) ? webAddress(id.text, null) : null,
    )
  );
}

function categoriesOf(entry: XmlElement): string[] {
  const found = [
    ...all(entry, 'category'),
    ...childrenOf(entry, 'dc:subject', 'media:category'),
  ].map((category) =>
    plainLine(category.attributes.get('label') || category.attributes.get('term') || category.text),
  );
  return distinct(
    found.filter((category) => category !== null),
    (category) => category,
  );
}

function enclosuresOf(entry: XmlElement, url: string | null) {
  const links = all(entry, 'link').filter(
    (link) => link.attributes.get('rel')?.toLowerCase() === 'enclosure',
  );
  const media = [entry, ...childrenOf(entry, 'media:group')].flatMap((place) =>
    childrenOf(place, 'media:content'),
  );
  const found = [...links, ...media]
    .map((element) => enclosureOf(element, baseOf(element, url)))
    .filter((enclosure) => enclosure !== null);
  return distinct(found, (enclosure) => enclosure.url);
}

function groupText(entry: XmlElement): string | null {
  const group = childOf(entry, 'media:group');
  return group ? first(group, ['media:description'], markupOf) : null;
}
