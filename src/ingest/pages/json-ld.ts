import { plainLineOfHtml } from '../parse/plain-line.ts';

/** An object of a page's linked data. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** What publishers tell search engines about a page (https://schema.org), flattened and with references resolved. */
export type LinkedData = {
  readonly nodes: readonly LinkedNode[];
  readonly byId: ReadonlyMap<string, LinkedNode>;
};

// Shops and recipe sites describe thousands of things; an article is among the first.
const MAX_NODES = 2_000;
const MAX_DEPTH = 12;

export function readLinkedData(blocks: readonly string[]): LinkedData {
  const nodes: LinkedNode[] = [];
  const byId = new Map<string, LinkedNode>();
  const visit = (value: unknown, depth: number) => {
    if (
      depth > MAX_DEPTH ||
      nodes.length >= MAX_NODES ||
      typeof value !== 'object' ||
      value === null
    )
      return;
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, depth + 1);
      return;
    }
    const node = value as LinkedNode;
    nodes.push(node);
    const id = field(node, '@id');
    // A bare {"@id": …} only refers to the node that says more.
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
    for (const entry of Object.values(node)) visit(entry, depth + 1);
  };
  for (const block of blocks) visit(parseLoosely(block), 0);
  return { nodes, byId };
}

/** JSON as pages write it: in comments or CDATA, with raw line breaks in strings and commas too many. */
function parseLoosely(block: string): unknown {
  const text = block
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g, '')
    .trim();
  const attempts = [
    text,
    text
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Broken data of one publisher is an everyday thing: the next attempt, or nothing.
    }
  }
  return null;
}

export function field(node: LinkedNode, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

/** The types of a node in lower case, without an address before them. */
function typesOf(node: LinkedNode): string[] {
  const type = field(node, '@type');
  const list = Array.isArray(type) ? type : [type];
  return list
    .filter((entry) => typeof entry === 'string')
    .map((entry) => entry.toLowerCase().replace(/^.*[/#:]/, ''));
}

const ARTICLE =
  /article$|posting$|^report$|^liveblog|^review$|^webpage$|^itempage$|^creativework$|^howto$|^recipe$|^reportage/;
const PLAIN_PAGE = /^(?:webpage|itempage|creativework)$/;

/** The nodes that describe the article itself, the most telling first: an Article before the WebPage around it. */
export function articleNodes(data: LinkedData): LinkedNode[] {
  const rank = (node: LinkedNode) =>
    typesOf(node).some((type) => ARTICLE.test(type) && !PLAIN_PAGE.test(type)) ? 0 : 1;
  return data.nodes
    .filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
    .sort((a, b) => rank(a) - rank(b));
}

/** A text of a node: a string, or the first of several. */
export function textField(node: LinkedNode, name: string): string | null {
  const value = field(node, name);
  const first = Array.isArray(value) ? value.find((entry) => typeof entry === 'string') : value;
  const text =
    typeof first === 'object' && first !== null ? field(first as LinkedNode, '@value') : first;
  return typeof text === 'string' ? plainLineOfHtml(text) : null;
}

/** The names of persons or organisations a field holds: strings, objects, references, or lists of these. */
export function namesIn(data: LinkedData, value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  const names: string[] = [];
  for (const entry of list.slice(0, 20)) {
    if (typeof entry === 'string') {
      const node = data.byId.get(entry);
      const name = node ? textField(node, 'name') : plainLineOfHtml(entry);
      if (name !== null) names.push(name);
    } else if (typeof entry === 'object' && entry !== null) {
      const node = entry as LinkedNode;
      const id = field(node, '@id');
      const known = textField(node, 'name') ?? textField(node, 'alternateName');
      const referred = typeof id === 'string' ? data.byId.get(id) : undefined;
      const name = known ?? (referred ? textField(referred, 'name') : null);
      if (name !== null) names.push(name);
    }
  }
  return names;
}
