import { decodeHTMLStrict } from 'entities/decode';
import { type QuoteType, Tokenizer } from 'htmlparser2';
import { innerScope, OUTER_SCOPE, readerName, type Scope } from './namespaces.ts';
import { MAX_ITEMS } from './parsed-feed.ts';
import { repairXml } from './repair-xml.ts';

/** An element of a feed. `name` is the reader's (see namespaces.ts), never what a prefix happens to be. */
export type XmlElement = {
  readonly name: string;
  /** Keys as `readerName` gives them for prefixed attributes, else the lower-case name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: XmlElement | null;
  readonly children: readonly XmlElement[];
  /** The text directly inside, entities decoded once, CDATA as it stands. */
  readonly text: string;
  /** Everything inside as it was written, markup and all. */
  readonly inner: string;
};

export type XmlDocument = {
  /** The feed's outermost element, or null where the document has none. */
  readonly root: XmlElement | null;
  /** The first element's name in lower case, whatever it is: 'html' tells a page. */
  readonly firstTag: string | null;
};

// Feeds nest seven or eight deep, XHTML content perhaps thirty. Deeper elements are looked through, not kept.
const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 100;

const ROOTS = new Set(['rss', 'rdf:rdf', 'atom:feed', 'feed', 'channel', 'rdf']);
const ITEMS = new Set(['item', 'entry', 'atom:entry']);
const CONTAINERS = new Set([...ROOTS, 'items']);
// Their content is a line of text: an element of a feed inside one means that its end tag was lost.
const LINES = new Set([
  'title',
  'link',
  'guid',
  'pubdate',
  'author',
  'category',
  'comments',
  'lastbuilddate',
  'language',
  'dc:date',
  'dc:creator',
]);
const CLOSES_LINE = new Set([
  ...LINES,
  'description',
  'item',
  'content:encoded',
  'enclosure',
  'source',
  'ttl',
  'generator',
  'managingeditor',
  'image',
]);

/**
 * Reads a feed's markup into a tree, whatever state it is in: lost end tags, wrong nesting, bare ampersands, junk
 * before and after, a cut-off end. HTML's named entities are known, a document's own are not: nothing is
 * expanded and nothing is fetched. Costs time and memory in proportion to the input.
 */
export function readXml(body: string): XmlDocument {
  const source = repairXml(body);
  const builder = new TreeBuilder(source);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return builder.finish();
}

/** The first child of that name. */
export function childOf(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = element.children.find((child) => child.name === name);
    if (found) return found;
  }
  return null;
}

/** All children of these names, in the order of the document. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter((child) => names.includes(child.name));
}

class OpenElement implements XmlElement {
  readonly name: string;
  readonly written: string;
  readonly parent: OpenElement | null;
  readonly scope: Scope;
  readonly source: string;
  readonly from: number;
  attributes: ReadonlyMap<string, string>;
  children: OpenElement[] = [];
  pieces: string[] = [];
  until: number;

  constructor(
    written: string,
    name: string,
    place: { parent: OpenElement | null; scope: Scope; source: string; from: number },
    attributes: ReadonlyMap<string, string>,
  ) {
    this.written = written;
    this.name = name;
    this.parent = place.parent;
    this.scope = place.scope;
    this.source = place.source;
    this.from = place.from;
    this.until = place.source.length;
    this.attributes = attributes;
  }

  get text(): string {
    return this.pieces.join('');
  }

  get inner(): string {
    return this.source.slice(this.from, this.until);
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

class TreeBuilder {
  private readonly source: string;
  private readonly stack: OpenElement[] = [];
  private root: OpenElement | null = null;
  private firstTag: string | null = null;
  private items = 0;
  /** Elements open beyond the greatest depth: counted, not kept. */
  private tooDeep = 0;
  private tag = '';
  private tagStart = 0;
  private attributes: Map<string, string> | null = null;
  private attribute = '';
  private value = '';
  private finished = false;

  constructor(source: string) {
    this.source = source;
  }

  finish(): XmlDocument {
    return { root: this.root, firstTag: this.firstTag };
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.source.slice(start, end);
    this.tagStart = start - 1;
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value = this.source.slice(start, end);
  }

  onattribend(_quote: QuoteType): void {
    this.attributes ??= new Map();
    const name = this.attribute.toLowerCase();
    if (this.attributes.size < MAX_ATTRIBUTES && !this.attributes.has(name)) {
      this.attributes.set(name, decodeHTMLStrict(this.value));
    }
  }

  onopentagend(end: number): void {
    this.open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.open(end, true);
  }

  onclosetag(start: number, end: number): void {
    const written = this.source.slice(start, end);
    if (this.tooDeep > 0 && !this.closesContainer(written)) {
      this.tooDeep -= 1;
      return;
    }
    for (let index = this.stack.length - 1; index >= 0; index--) {
      if (this.stack[index]?.written === written) {
        this.closeTo(index, start - 2);
        return;
      }
    }
  }

  ontext(start: number, end: number): void {
    const top = this.stack.at(-1);
    if (top && this.tooDeep === 0) top.pieces.push(decodeHTMLStrict(this.source.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    const top = this.stack.at(-1);
    if (top && this.tooDeep === 0)
      top.pieces.push(this.source.slice(start, Math.max(start, end - endOffset)));
  }

  private closesContainer(written: string): boolean {
    const name = written.toLowerCase();
    return ITEMS.has(name) || CONTAINERS.has(name);
  }

  private open(end: number, selfClosing: boolean): void {
    this.firstTag ??= this.tag.toLowerCase();
    if (this.finished) return;
    const attributes = this.attributes ?? NO_ATTRIBUTES;
    const outer = this.stack.at(-1)?.scope ?? OUTER_SCOPE;
    const scope = innerScope(attributes, outer);
    const name = readerName(this.tag, scope);
    if (this.root === null) {
      if (!ROOTS.has(name)) return;
    } else {
      this.closeForgotten(name);
      if (this.stack.length === 0) return;
      if (ITEMS.has(name) && ++this.items > MAX_ITEMS) {
        this.finished = true;
        this.closeTo(0, this.tagStart);
        return;
      }
      if (this.stack.length >= MAX_DEPTH) {
        if (!selfClosing) this.tooDeep += 1;
        return;
      }
    }
    const parent = this.stack.at(-1) ?? null;
    const element = new OpenElement(
      this.tag,
      name,
      { parent, scope, source: this.source, from: end + 1 },
      named(attributes, scope),
    );
    parent?.children.push(element);
    this.root ??= element;
    if (selfClosing) element.until = element.from;
    else this.stack.push(element);
  }

  /** Closes what an element of this name cannot stand in. */
  private closeForgotten(name: string): void {
    const top = this.stack.at(-1);
    if (!top) return;
    if (LINES.has(top.name) && CLOSES_LINE.has(name))
      this.closeTo(this.stack.length - 1, this.tagStart);
    if (!ITEMS.has(name)) return;
    const index = this.stack.findLastIndex((element) => CONTAINERS.has(element.name));
    // An <entry> inside content (a feed quoted in XHTML) would need its content's end tag lost to be ours; items win.
    if (index >= 0 && index < this.stack.length - 1) this.closeTo(index + 1, this.tagStart);
    this.tooDeep = 0;
  }

  /** Ends this element of the stack and all inside it. */
  private closeTo(index: number, at: number): void {
    for (const element of this.stack.splice(index)) element.until = Math.max(element.from, at);
    this.tooDeep = 0;
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}

/** Attributes under the names that readers look for; plain ones stay plain (they are in no namespace). */
function named(attributes: ReadonlyMap<string, string>, scope: Scope): ReadonlyMap<string, string> {
  let result: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (!name.includes(':') || name.startsWith('xmlns')) continue;
    result ??= new Map(attributes);
    result.set(readerName(name, scope), value);
  }
  return result ?? attributes;
}
