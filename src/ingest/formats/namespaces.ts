// Every namespace a feed format reads, by the prefix that our readers use for it. A publisher may bind another
// prefix to the address, or use the usual prefix without declaring it: both are understood.
const PREFIX_OF: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss': 'media',
  'http://video.search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://wellformedweb.org/commentapi/': 'wfw',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/xml/1998/namespace': 'xml',
};

// The default language of feeds: RSS in its several addresses, and none.
const PLAIN = new Set([
  '',
  'http://purl.org/rss/1.0/',
  'http://my.netscape.com/rdf/simple/0.9/',
  'http://channel.netscape.com/rdf/simple/0.9/',
  'http://backend.userland.com/rss2',
  'http://backend.userland.com/rss',
  'http://blogs.law.harvard.edu/tech/rss',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd',
]);

const KNOWN_PREFIXES = new Set(Object.values(PREFIX_OF));

/** What prefixes mean at one place in a document: prefix ('' for the default) → address. */
export type Scope = ReadonlyMap<string, string>;

export const OUTER_SCOPE: Scope = new Map();

/** The name our readers look for: 'title', 'dc:creator', 'atom:link'; always lower case. */
export function readerName(written: string, scope: Scope): string {
  const name = written.toLowerCase();
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const address = scope.get(prefix);
  if (address !== undefined) {
    if (PLAIN.has(address)) return local;
    const known = Object.hasOwn(PREFIX_OF, address) ? PREFIX_OF[address] : undefined;
    if (known !== undefined) return `${known}:${local}`;
  }
  // An unknown default namespace is a publisher's whim: the words are still those of the format.
  if (prefix === '') return local;
  return `${KNOWN_PREFIXES.has(prefix) ? prefix : `?${prefix}`}:${local}`;
}

/** The scope inside an element that has these attributes. */
export function innerScope(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    inner.set(name.slice(6), value.trim().toLowerCase());
  }
  return inner ?? outer;
}
