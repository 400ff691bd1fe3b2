import { type QuoteType, Tokenizer } from 'htmlparser2';

/** A page without what is never read, nested no deeper than DOM libraries can bear, and its data blocks. */
export type PrunedPage = {
  readonly html: string;
  /** The contents of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
};

// Real pages nest 30 to 60 deep. Readability's cost grows with depth times size: beyond this, tags are left out and their text kept.
const MAX_DEPTH = 120;
// Real pages have 1,000 to 10,000 elements; the rest of a bigger one is left out.
const MAX_ELEMENTS = 20_000;
// All of it together: JSON.parse cannot be interrupted.
const MAX_JSON_LD = 1_000_000;

const DROPPED = new Set(
  'script style template svg math canvas object embed applet select textarea iframe noembed audio video map dialog'.split(
    ' ',
  ),
);
const VOID = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);
// Elements whose end tag may be left out: one of the same family begins where the last one ended.
const FAMILY: Readonly<Record<string, string>> = {
  p: 'p',
  li: 'li',
  dt: 'd',
  dd: 'd',
  tr: 'tr',
  td: 'td',
  th: 'td',
  option: 'option',
};
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
// Every attribute is an object in the DOM, and pages have twenty a picture: those that are read or that the
// extractors judge by are kept.
const ATTRIBUTES = new Set(
  'class id itemprop itemtype itemscope property content name rel href datetime role hidden aria-hidden aria-modal lang xml:lang dir type http-equiv charset cite src alt data-testid style'.split(
    ' ',
  ),
);
const LINKS = /\b(?:canonical|author|alternate)\b/i;
// How far up a lost end tag is looked for: farther ones are ignored, so that no page costs more than its length.
const LOOK_BACK = 64;

const BLOCKS = new Set(
  'html head body title meta link br li dt dd tr td th thead tbody tfoot caption summary'
    .split(' ')
    .concat([...ENDS_PARAGRAPH]),
);
const HEAD = new Set('head title meta link base noscript'.split(' '));

/**
 * Cuts a page down before a DOM is built from it: one html, head and body element, whatever the page has of them,
 * and everything that was left open closed. Linear in the page's length.
 */
export function pruneHtml(html: string): PrunedPage {
  const pruner = new Pruner(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, pruner);
  tokenizer.write(html);
  tokenizer.end();
  return pruner.finish();
}

class Pruner {
  private readonly source: string;
  private readonly head: string[] = [];
  private readonly body: string[] = [];
  /** Where tags and text go now: into the head until something stands there that belongs in a body. */
  private out = this.head;
  private htmlTag = '<html>';
  private bodyTag = '<body>';
  private readonly jsonLd: string[] = [];
  private readonly stack: string[] = [];
  private elements = 0;
  private linkedLength = 0;
  private tag = '';
  private attribute = '';
  private attributeStart = 0;
  private value = '';
  private kept = '';
  private relation = '';
  private scriptType = '';
  /** Whether white space that comes now would stand at the edge of a block, where it means nothing. */
  private atEdge = true;
  private dropping: string | null = null;
  private dropDepth = 0;
  private script: 'json-ld' | null = null;

  constructor(source: string) {
    this.source = source;
  }

  finish(): PrunedPage {
    this.closeTo(0);
    const html = `<!doctype html>${this.htmlTag}<head>${this.head.join('')}</head>${this.bodyTag}${this.body.join('')}</body></html>`;
    return { html, jsonLd: this.jsonLd };
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.source.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.scriptType = '';
    this.relation = '';
    this.kept = '';
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.attributeStart = start;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value = this.source.slice(start, end);
  }

  onattribend(_quote: QuoteType, end: number): void {
    if (this.attribute === 'type') this.scriptType = this.value.trim().toLowerCase();
    if (this.attribute === 'rel') this.relation = this.value;
    if (this.dropping !== null || !ATTRIBUTES.has(this.attribute)) return;
    // Of styles only those matter that hide.
    if (
      this.attribute === 'style' &&
      !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(this.value)
    )
      return;
    this.kept += ` ${this.source.slice(this.attributeStart, end)}`;
  }

  onopentagend(): void {
    this.open();
  }

  onselfclosingtag(): void {
    // In HTML a slash closes nothing, but in a drawing it does.
    if (this.dropping !== null) return;
    this.open();
    if (this.dropping !== null && this.tag === this.dropping) this.dropping = null;
  }

  private open(): void {
    const name = this.tag;
    if (this.dropping !== null) {
      if (name === this.dropping) this.dropDepth += 1;
      return;
    }
    if (DROPPED.has(name)) {
      if (VOID.has(name)) return;
      this.dropping = name;
      this.dropDepth = 1;
      this.script =
        name === 'script' && this.scriptType.startsWith('application/ld+json') ? 'json-ld' : null;
      return;
    }
    if (name === 'html' || name === 'head' || name === 'body') {
      const written = `<${name}${this.kept}>`;
      if (name === 'html' && this.htmlTag === '<html>') this.htmlTag = written;
      if (name === 'body') {
        if (this.bodyTag === '<body>') this.bodyTag = written;
        this.enterBody();
      }
      return;
    }
    if (!HEAD.has(name)) this.enterBody();
    const top = this.stack.at(-1);
    if (top !== undefined) {
      const isSibling = FAMILY[name] !== undefined && FAMILY[top] === FAMILY[name];
      if (isSibling || (top === 'p' && ENDS_PARAGRAPH.has(name)))
        this.closeTo(this.stack.length - 1);
    }
    if (++this.elements > MAX_ELEMENTS) return;
    if (name === 'link' && !LINKS.test(this.relation)) return;
    this.atEdge = BLOCKS.has(name) || (this.atEdge && name !== 'img' && name !== 'input');
    if (VOID.has(name)) {
      this.out.push(`<${name}${this.kept}>`);
    } else if (this.stack.length < MAX_DEPTH) {
      this.out.push(`<${name}${this.kept}>`);
      this.stack.push(name);
    } else this.out.push(' ');
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, Math.min(end, start + 40)).toLowerCase();
    if (this.dropping !== null) {
      if (name === this.dropping && --this.dropDepth <= 0) {
        this.dropping = null;
        this.script = null;
      }
      return;
    }
    const lowest = Math.max(0, this.stack.length - LOOK_BACK);
    for (let index = this.stack.length - 1; index >= lowest; index--) {
      if (this.stack[index] === name) {
        this.closeTo(index);
        return;
      }
    }
  }

  private enterBody(): void {
    if (this.out === this.body) return;
    this.closeTo(0);
    this.out = this.body;
  }

  private closeTo(index: number): void {
    while (this.stack.length > index) {
      const name = this.stack.pop() ?? '';
      this.out.push(`</${name}>`);
      if (BLOCKS.has(name)) this.atEdge = true;
    }
  }

  ontext(start: number, end: number): void {
    if (this.script === 'json-ld') {
      this.linkedLength += end - start;
      if (this.linkedLength <= MAX_JSON_LD) this.jsonLd.push(this.source.slice(start, end));
    } else if (this.dropping === null && this.elements <= MAX_ELEMENTS) {
      const text = this.source.slice(start, end);
      const isBlank = text.trim() === '';
      if (isBlank && this.atEdge && !this.stack.includes('pre')) return;
      if (this.stack.length === 0 && !isBlank) this.enterBody();
      this.out.push(text);
      if (!isBlank) this.atEdge = false;
    }
  }

  isInForeignContext(): boolean {
    return this.dropping === 'svg' || this.dropping === 'math';
  }

  ondeclaration(): void {}
  onattribentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}
