import { Tokenizer } from 'htmlparser2';

// Their text is not for reading: code, embedded programs, form controls, drawings.
const SKIPPED = new Set(
  'script style noscript template head iframe object embed applet select textarea button svg math canvas audio video'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(
  'p div article section header footer main aside nav blockquote ul ol dl table figure figcaption h1 h2 h3 h4 h5 h6 pre hr form fieldset address details summary body html center'.split(
    ' ',
  ),
);
const LINES = new Set('li dt dd tr br option caption'.split(' '));
const CELLS = new Set('td th'.split(' '));
const VOID = new Set('embed'.split(' '));

/**
 * The readable text of a piece of HTML: a blank line between paragraphs, list items and table rows on lines of
 * their own, entities decoded once, scripts and controls left out. Takes anything, never throws, and costs time
 * and memory in proportion to the input however it is nested.
 */
export function htmlToText(html: string): string {
  const walk = new TextWalk(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, walk);
  tokenizer.write(html);
  tokenizer.end();
  return walk.text();
}

type Gap = 'none' | 'space' | 'line' | 'paragraph';
const STRENGTH: Readonly<Record<Gap, number>> = { none: 0, space: 1, line: 2, paragraph: 3 };
const WRITTEN: Readonly<Record<Gap, string>> = {
  none: '',
  space: ' ',
  line: '\n',
  paragraph: '\n\n',
};

/** Collects text between tags; a gap asked for is written only when more text follows, the widest of those asked for. */
class TextWalk {
  private readonly html: string;
  private readonly out: string[] = [];
  private gap: Gap = 'none';
  private breaks = 0;
  private tag = '';
  /** The element whose content is being left out, and how many of its name are open. */
  private skipping: string | null = null;
  private skipDepth = 0;
  private preformatted = 0;

  constructor(html: string) {
    this.html = html;
  }

  text(): string {
    return this.out.join('');
  }

  private ask(gap: Gap): void {
    if (STRENGTH[gap] > STRENGTH[this.gap]) this.gap = gap;
  }

  private write(raw: string): void {
    if (this.skipping !== null || raw === '') return;
    if (this.preformatted > 0 && raw.includes('\n')) {
      for (const [index, line] of raw.split('\n').entries()) {
        if (index > 0) this.ask('line');
        this.writeRun(line);
      }
    } else {
      this.writeRun(raw);
    }
  }

  private writeRun(raw: string): void {
    const run = raw.replace(/[\s\u00a0]+/g, ' ');
    if (run.startsWith(' ')) this.ask('space');
    const body = run.trim();
    if (body === '') return;
    if (this.out.length > 0) this.out.push(WRITTEN[this.gap]);
    this.out.push(body);
    this.gap = run.endsWith(' ') ? 'space' : 'none';
    this.breaks = 0;
  }

  private boundary(name: string): void {
    if (name === 'br') {
      // Two breaks in a row are how old pages write a paragraph.
      this.breaks += 1;
      this.ask(this.breaks > 1 ? 'paragraph' : 'line');
    } else if (PARAGRAPHS.has(name)) this.ask('paragraph');
    else if (LINES.has(name)) this.ask('line');
    else if (CELLS.has(name)) this.ask('space');
  }

  private nameAt(start: number, end: number): string {
    // Feeds may write XHTML with a prefix (xhtml:p).
    return this.html
      .slice(start, Math.min(end, start + 40))
      .toLowerCase()
      .replace(/^x?html:/, '');
  }

  onopentagname(start: number, end: number): void {
    const name = this.nameAt(start, end);
    this.tag = name;
    if (this.skipping !== null) {
      // Browsers end a drawing at the first block inside it: an unclosed one must not swallow the rest.
      const breaksOut =
        (this.skipping === 'svg' || this.skipping === 'math' || this.skipping === 'head') &&
        PARAGRAPHS.has(name);
      if (!breaksOut) {
        if (name === this.skipping) this.skipDepth += 1;
        return;
      }
      this.skipping = null;
    }
    if (SKIPPED.has(name)) {
      if (VOID.has(name)) return;
      this.skipping = name;
      this.skipDepth = 1;
      return;
    }
    if (name === 'pre') this.preformatted += 1;
    this.boundary(name);
  }

  onclosetag(start: number, end: number): void {
    const name = this.nameAt(start, end);
    if (this.skipping !== null) {
      if (name === this.skipping && --this.skipDepth <= 0) this.skipping = null;
      return;
    }
    if (name === 'pre' && this.preformatted > 0) this.preformatted -= 1;
    this.boundary(name);
  }

  onselfclosingtag(): void {
    if (this.skipping !== null && this.tag === this.skipping && --this.skipDepth <= 0)
      this.skipping = null;
  }

  ontext(start: number, end: number): void {
    this.write(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.write(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.write(this.html.slice(start, Math.max(start, end - endOffset)));
  }

  isInForeignContext(): boolean {
    return this.skipping === 'svg' || this.skipping === 'math';
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}
}
