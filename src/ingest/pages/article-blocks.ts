import { type DomElement, type DomNode, ELEMENT, TEXT } from './dom.ts';

/** One paragraph, heading, list item or table row, as it will stand in the text. */
export type Block = {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'pre';
  /** How much of the text is the label of links, 0 to 1. */
  readonly linked: number;
};

const SKIPPED = new Set(
  'script style template noscript svg button select textarea iframe figcaption form'.split(' '),
);
const BLOCKS = new Set(
  'p div article section header footer main aside nav blockquote ul ol dl li dt dd table thead tbody tfoot tr caption figure h1 h2 h3 h4 h5 h6 pre hr address details summary body center fieldset'.split(
    ' ',
  ),
);
const ITEMS = new Set('li dt dd tr'.split(' '));
const HEADINGS = new Set('h1 h2 h3 h4 h5 h6'.split(' '));

type Frame = {
  readonly nodes: ArrayLike<DomNode>;
  next: number;
  readonly element: DomElement;
  readonly leave: () => void;
};

/** The text of an element, block by block, in order. Walks with a stack of its own: depth costs no call stack. */
export function blocksOf(root: DomElement): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linkedLength = 0;
  let links = 0;
  let pre = 0;
  let quotes = 0;
  let breaks = 0;
  const kinds: Block['kind'][] = ['paragraph'];
  const flush = () => {
    const clean =
      pre > 0
        ? text.replace(/^\n+|\s+$/g, '')
        : text
            .replace(/[^\S\n]+/g, ' ')
            .replace(/ ?\n ?/g, '\n')
            .trim();
    if (clean !== '') {
      const kind = kinds.at(-1) ?? 'paragraph';
      blocks.push({
        text: clean,
        kind: kind === 'paragraph' && quotes > 0 ? 'quote' : kind,
        linked: Math.min(1, linkedLength / clean.length),
      });
    }
    text = '';
    linkedLength = 0;
    breaks = 0;
  };
  const enter = (element: DomElement): (() => void) | null => {
    const name = element.localName;
    if (SKIPPED.has(name)) return null;
    if (name === 'br') {
      breaks += 1;
      if (breaks > 1) flush();
      else text += '\n';
      return () => {};
    }
    if (name === 'a') {
      links += 1;
      return () => {
        links -= 1;
      };
    }
    if (name === 'td' || name === 'th') text += ' ';
    if (!BLOCKS.has(name)) return () => {};
    flush();
    if (name === 'pre') pre += 1;
    if (name === 'blockquote') quotes += 1;
    const kind = ITEMS.has(name)
      ? 'item'
      : HEADINGS.has(name)
        ? 'heading'
        : name === 'pre'
          ? 'pre'
          : null;
    if (kind !== null) kinds.push(kind);
    return () => {
      flush();
      if (kind !== null) kinds.pop();
      if (name === 'pre') pre -= 1;
      if (name === 'blockquote') quotes -= 1;
    };
  };
  const stack: Frame[] = [{ nodes: root.childNodes, next: 0, element: root, leave: flush }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      frame.leave();
      stack.pop();
    } else if (node.nodeType === TEXT) {
      const raw =
        pre > 0 ? (node.textContent ?? '') : (node.textContent ?? '').replace(/\s+/g, ' ');
      if (raw.trim() !== '') breaks = 0;
      if (links > 0) linkedLength += raw.trim().length;
      text += raw;
    } else if (node.nodeType === ELEMENT) {
      const element = node as DomElement;
      const leave = enter(element);
      if (leave !== null) stack.push({ nodes: element.childNodes, next: 0, element, leave });
    }
  }
  return blocks;
}

/** Blocks as a text: a blank line between paragraphs, items of a list on lines one under the other. */
export function textOfBlocks(blocks: readonly Block[]): string {
  let text = '';
  let before: Block | null = null;
  for (const block of blocks) {
    if (before !== null) text += before.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n';
    text += block.text;
    before = block;
  }
  return text;
}
