import { plainLineOfHtml } from '../parse/plain-line.ts';
import { type DomDocument, domOf } from './dom.ts';
import { articleNodes, type LinkedData, type LinkedNode, readLinkedData } from './json-ld.ts';
import { pruneHtml } from './prune-html.ts';

/** A page taken apart once, for all who read something out of it. */
export type PageSource = {
  readonly html: string;
  readonly document: DomDocument;
  readonly url: string | null;
  readonly data: LinkedData;
  /** The linked nodes that describe the article, the most telling first. */
  readonly articles: readonly LinkedNode[];
  readonly metas: ReadonlyMap<string, string>;
};

export function pageSource(html: string, url: string | null): PageSource {
  const pruned = pruneHtml(html);
  const document = domOf(pruned.html);
  const data = readLinkedData(pruned.jsonLd);
  return {
    html: pruned.html,
    document,
    url,
    data,
    articles: articleNodes(data),
    metas: metasOf(document),
  };
}

/** `<meta>` by lower-case property or name; the first of each wins. */
function metasOf(document: DomDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of Array.from(document.querySelectorAll('meta[content]')).slice(0, 500)) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (key && !metas.has(key)) metas.set(key, content);
    }
  }
  return metas;
}

/** The first of these metas that says something, as a plain line. */
export function metaLine(source: PageSource, ...names: readonly string[]): string | null {
  for (const name of names) {
    const line = plainLineOfHtml(source.metas.get(name) ?? '');
    if (line !== null) return line;
  }
  return null;
}
