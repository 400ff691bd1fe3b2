import { parseDate } from '../parse/dates.ts';
import { plainLine, plainLineOfHtml } from '../parse/plain-line.ts';
import { webAddress, webAddressAsKnown } from '../parse/web-address.ts';
import type { Enclosure } from './parsed-feed.ts';
import { childOf, type XmlElement } from './xml-tree.ts';

// What the XML formats share: how one field is read out of its element.

/** The first of these children that has something to say, as `read` understands it. */
export function firstOf<T>(
  element: XmlElement,
  names: readonly string[],
  read: (child: XmlElement) => T | null,
): T | null {
  for (const name of names) {
    for (const child of element.children) {
      if (child.name !== name) continue;
      const value = read(child);
      if (value !== null) return value;
    }
  }
  return null;
}

/** A title or name: one line of plain text. */
export function lineOf(element: XmlElement): string | null {
  return plainLineOfHtml(markupOf(element) ?? '');
}

/** What an element holds as published: text decoded once, or, where markup was not escaped, the markup itself. */
export function markupOf(element: XmlElement): string | null {
  const content = element.children.length > 0 ? unwrapCdata(element.inner) : element.text;
  const trimmed = content.trim();
  return trimmed === '' ? null : trimmed;
}

function unwrapCdata(markup: string): string {
  return markup.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, '$1');
}

export function plainTextOf(element: XmlElement): string | null {
  return plainLine(element.text);
}

export function dateOf(element: XmlElement): string | null {
  return isoDate(element.text);
}

export function isoDate(text: string): string | null {
  return parseDate(text)?.toISOString() ?? null;
}

/** What relative addresses inside the element are relative to: the nearest xml:base, itself resolved outwards. */
export function baseOf(element: XmlElement | null, documentUrl: string | null): string | null {
  if (element === null) return documentUrl;
  const declared = element.attributes.get('xml:base');
  const outer = baseOf(element.parent, documentUrl);
  return (declared !== undefined ? webAddress(declared, outer) : null) ?? outer;
}

/** The declared language of an element, inherited as XML says. */
export function languageOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  const declared = element.attributes.get('xml:lang') ?? element.attributes.get('lang');
  return declared ? plainLine(declared.replaceAll('_', '-')) : languageOf(element.parent);
}

/** A person's name out of the several ways RSS writes one: "jane@example.org (Jane Roe)", "Jane Roe <jane@…>". */
export function personName(written: string | null): string | null {
  if (written === null) return null;
  const address = String.raw`[^\s@<>()]+@[^\s@<>()]+`;
  const name =
    new RegExp(`^(?:mailto:)?${address}\\s*\\((.+)\\)$`).exec(written)?.[1] ??
    new RegExp(`^(.+?)\\s*[<(]\\s*(?:mailto:)?${address}\\s*[>)]$`).exec(written)?.[1];
  return plainLine(name ?? written);
}

/** An Atom person, wherever it stands: its name, else what else is known of it. */
export function atomPerson(element: XmlElement): string | null {
  const name = childOf(element, 'atom:name', 'name');
  if (name) return personName(lineOf(name));
  const other = childOf(element, 'atom:email', 'email', 'atom:uri', 'uri');
  return element.children.length > 0 ? (other ? lineOf(other) : null) : personName(lineOf(element));
}

export function enclosureOf(element: XmlElement, base: string | null): Enclosure | null {
  const { attributes } = element;
  const written =
    attributes.get('url') ??
    attributes.get('href') ??
    attributes.get('rdf:resource') ??
    textOrUrl(element);
  const url = webAddressAsKnown(written, base);
  if (url === null) return null;
  const length = attributes.get('length') ?? attributes.get('filesize') ?? '';
  return {
    url,
    type: plainLine(attributes.get('type') ?? ''),
    length: /^\s*\d{1,15}\s*$/.test(length) ? Number(length) : null,
  };
}

function textOrUrl(element: XmlElement): string {
  return childOf(element, 'url', 'link')?.text ?? element.text;
}

/** Without repetitions, in order. */
export function distinct<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
