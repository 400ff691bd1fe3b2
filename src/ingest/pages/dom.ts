import { parseHTML } from 'linkedom';

// The few parts of a DOM that reading a page needs. The project's code has no browser types: these pages are
// never shown, and linkedom's own types describe far more than it does.

export type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  readonly parentNode: DomNode | null;
};

export type DomElement = DomNode & {
  readonly localName: string;
  readonly id: string;
  readonly className: string;
  readonly children: ArrayLike<DomElement>;
  readonly parentElement: DomElement | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  removeAttribute(name: string): void;
  remove(): void;
};

export type DomDocument = {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
};

export const ELEMENT = 1;
export const TEXT = 3;

/** A document from pruned HTML (see prune-html.ts: raw pages can cost these libraries minutes). */
export function domOf(prunedHtml: string): DomDocument {
  return parseHTML(prunedHtml).document as unknown as DomDocument;
}

export function all(place: DomDocument | DomElement, selector: string): DomElement[] {
  return Array.from(place.querySelectorAll(selector));
}

/** An element's text with white space folded. */
export function foldedText(node: DomNode): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim();
}
