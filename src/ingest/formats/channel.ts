import { plainLine } from '../parse/plain-line.ts';
import { webAddress, webAddressAsKnown } from '../parse/web-address.ts';
import {
  atomPerson,
  baseOf,
  dateOf,
  distinct,
  enclosureOf,
  firstOf,
  languageOf,
  lineOf,
  markupOf,
  personName,
  plainTextOf,
} from './fields.ts';
import type { FeedItem, ParsedFeed, PollingHints } from './parsed-feed.ts';
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts';

// RSS of every number and RDF share their words; they differ in where the items stand.

/** Reads a channel and its items, which RDF keeps beside the channel and RSS inside it. */
export function readChannel(
  channel: XmlElement,
  items: readonly XmlElement[],
  url: string | null,
): ParsedFeed {
  const channelBase = baseOf(channel, url);
  const link = linkOf(channel, channelBase);
  return {
    title: firstOf(
      channel,
      ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'],
      lineOf,
    ),
    description: firstOf(channel, DESCRIPTIONS, markupOf),
    link,
    language:
      firstOf(channel, ['language', 'dc:language', 'atom:language'], plainTextOf) ??
      languageOf(channel),
    author: authorOf(channel, [
      'author',
      'dc:creator',
      'dc:author',
      'itunes:author',
      'managingeditor',
      'atom:author',
      'webmaster',
      'itunes:owner',
    ]),
    publishedAt: firstOf(
      channel,
      ['pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published'],
      dateOf,
    ),
    updatedAt: firstOf(
      channel,
      ['lastbuilddate', 'dcterms:modified', 'atom:updated', 'dc:date', 'pubdate'],
      dateOf,
    ),
    items: items.map((item) => readItem(item, { url, siteLink: webAddress(link, null) })),
    polling: pollingHints(channel, channelBase),
  };
}

const DESCRIPTIONS = [
  'description',
  'atom:subtitle',
  'itunes:summary',
  'dc:description',
  'itunes:subtitle',
  'tagline',
  'media:description',
];

type Around = { readonly url: string | null; readonly siteLink: string | null };

function readItem(item: XmlElement, { url, siteLink }: Around): FeedItem {
  // Without xml:base, relative addresses are meant as on the site, which the document need not stand on.
  const base = baseOf(item, null) ?? siteLink ?? url;
  const guid = childOf(item, 'guid') ?? childOf(item, 'dc:identifier', 'atom:id', 'id');
  return {
    id:
      (guid ? plainLine(markupOf(guid) ?? '') : null) ??
      plainLine(item.attributes.get('rdf:about') ?? ''),
    title: firstOf(
      item,
      ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'],
      lineOf,
    ),
    url: linkOf(item, base) ?? permalinkOf(item, base),
    publishedAt: firstOf(
      item,
      [
        'pubdate',
        'dc:date',
        'dcterms:issued',
        'dcterms:created',
        'atom:published',
        'atom:issued',
        'dcterms:date',
        'published',
        'date',
      ],
      dateOf,
    ),
    updatedAt: firstOf(
      item,
      ['atom:updated', 'dcterms:modified', 'atom:modified', 'lastbuilddate', 'updated', 'dc:date'],
      dateOf,
    ),
    author: authorOf(item, [
      'author',
      'dc:creator',
      'dc:author',
      'itunes:author',
      'atom:author',
      'media:credit',
    ]),
    summary:
      firstOf(
        item,
        [
          'description',
          'atom:summary',
          'itunes:summary',
          'dc:description',
          'media:description',
          'summary',
          'itunes:subtitle',
          'abstract',
        ],
        markupOf,
      ) ?? mediaGroupText(item),
    content: firstOf(
      item,
      [
        'content:encoded',
        'fullitem',
        'xhtml:body',
        'body',
        'xhtml:div',
        'content',
        'atom:content',
        'content:items',
      ],
      markupOf,
    ),
    categories: categoriesOf(item),
    enclosures: enclosuresOf(item, base),
    comments: firstOf(item, ['comments'], (child) => webAddressAsKnown(child.text, base)),
  };
}

/** Where several links are given the last is the publisher's own: earlier ones come from what the feed was made with. */
function linkOf(element: XmlElement, base: string | null): string | null {
  for (const link of childrenOf(element, 'link').reverse()) {
    const address =
      webAddressAsKnown(link.text, base) ?? webAddressAsKnown(link.attributes.get('href'), base);
    if (address !== null) return address;
  }
  return firstOf(element, ['atom:link'], (link) => {
    const relation = link.attributes.get('rel') ?? 'alternate';
    return relation === 'alternate'
      ? webAddressAsKnown(link.attributes.get('href') ?? link.text, base)
      : null;
  });
}

function permalinkOf(item: XmlElement, base: string | null): string | null {
  const guid = childOf(item, 'guid');
  if (guid && guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false') {
    const address = /^\s*https?:/i.test(guid.text) ? webAddress(guid.text, base) : null;
    if (address !== null) return address;
  }
  return webAddress(item.attributes.get('rdf:about'), base);
}

function authorOf(element: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const people = childrenOf(element, name)
      .map((person) =>
        person.children.length > 0 ? atomPerson(person) : personName(lineOf(person)),
      )
      .filter((person) => person !== null);
    if (people.length > 0) return distinct(people, (person) => person).join(', ');
  }
  return null;
}

function categoriesOf(item: XmlElement): string[] {
  const found: (string | null)[] = [];
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (child.name === 'category' || child.name === 'atom:category') {
        found.push(
          markupOf(child) ??
            plainLine(child.attributes.get('term') ?? child.attributes.get('label') ?? ''),
        );
      } else if (
        child.name === 'dc:subject' ||
        child.name === 'tags' ||
        child.name === 'media:category'
      ) {
        found.push(...(child.name === 'tags' ? listOf(child) : [lineOf(child)]));
      } else if (child.name === 'itunes:category') {
        found.push(plainLine(child.attributes.get('text') ?? ''));
        visit(child);
      } else if (child.name === 'itunes:keywords' || child.name === 'media:keywords') {
        found.push(...listOf(child));
      } else if (child.name === 'media:group') visit(child);
    }
  };
  visit(item);
  return distinct(
    found.filter((category) => category !== null),
    (category) => category,
  );
}

function listOf(element: XmlElement): (string | null)[] {
  return element.children.length > 0
    ? element.children.map(lineOf)
    : element.text.split(',').map((word) => plainLine(word));
}

function enclosuresOf(item: XmlElement, base: string | null) {
  const media = [item, ...childrenOf(item, 'media:group')].flatMap((place) =>
    childrenOf(place, 'media:content'),
  );
  const links = childrenOf(item, 'atom:link').filter(
    (link) => link.attributes.get('rel') === 'enclosure',
  );
  const found = [...childrenOf(item, 'enclosure', 'rdf:enclosure'), ...links, ...media]
    .map((element) => enclosureOf(element, base))
    .filter((enclosure) => enclosure !== null);
  return distinct(found, (enclosure) => enclosure.url);
}

function mediaGroupText(item: XmlElement): string | null {
  const group = childOf(item, 'media:group');
  return group ? firstOf(group, ['media:description'], markupOf) : null;
}

function pollingHints(channel: XmlElement, base: string | null): PollingHints {
  const ttl = Number(childOf(channel, 'ttl')?.text.trim() || Number.NaN);
  const related = (relation: string) =>
    firstOf(channel, ['atom:link', 'link'], (link) =>
      link.attributes.get('rel')?.toLowerCase() === relation
        ? webAddress(link.attributes.get('href'), base)
        : null,
    );
  const listed = (list: string, entry: string) => {
    const element = childOf(channel, list);
    return element ? childrenOf(element, entry).map((child) => child.text.trim()) : [];
  };
  return {
    ttlMinutes: Number.isFinite(ttl) && ttl > 0 ? ttl : null,
    // RSS 0.91 counts hours from 1 to 24.
    skipHours: listed('skiphours', 'hour')
      .filter((hour) => /^\d{1,2}$/.test(hour))
      .map((hour) => Number(hour) % 24),
    skipDays: listed('skipdays', 'day').map((day) => day.toLowerCase()),
    hub: related('hub'),
    self: related('self'),
  };
}
