import { findDates } from '../parse/find-date.ts';
import { plainLine } from '../parse/plain-line.ts';
import type { Block } from './article-blocks.ts';
import { all, type DomElement, type DomNode, foldedText, TEXT } from './dom.ts';
import { field, namesIn } from './json-ld.ts';
import { metaLine, type PageSource } from './page-source.ts';

const METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'article:author_name',
  'citation_author',
  'cxenseparse:author',
  'og:author',
  'article_author',
];

/** Who wrote the article, as one line ("Jane Roe and Max Doe"); the outlet's own name is nobody's. */
export function pageAuthor(
  source: PageSource,
  blocks: readonly Block[],
  title: string | null,
  outlet: string | null,
): string | null {
  const candidates = [
    linkedAuthor(source),
    metaAuthor(source),
    twitterLabel(source),
    markedAuthor(source),
    writtenAuthor(blocks, title),
    namedAuthor(source),
  ];
  const names = candidates
    .map((candidate) => cleanName(candidate ?? ''))
    .filter((name) => name !== null);
  return (
    names.find((name) => !isOutlet(name, outlet) && !isAccount(name)) ??
    names.find((name) => !isAccount(name)) ??
    null
  );
}

function linkedAuthor(source: PageSource): string | null {
  for (const node of source.articles) {
    const names = namesIn(source.data, field(node, 'author') ?? field(node, 'creator'));
    const distinct = [
      ...new Set(names.map((name) => cleanName(name)).filter((name) => name !== null)),
    ];
    if (distinct.length > 0) return distinct.join(', ');
  }
  return null;
}

function metaAuthor(source: PageSource): string | null {
  return (
    METAS.map((name) => metaLine(source, name)).find(
      (line) => line !== null && !/^https?:|facebook\.com|^@/.test(line),
    ) ?? null
  );
}

/** What link previews show: a label "Written by" and its value. */
function twitterLabel(source: PageSource): string | null {
  for (const number of [1, 2]) {
    if (
      /written|author|by\b|verfasst|escrito|écrit/i.test(
        metaLine(source, `twitter:label${number}`) ?? '',
      )
    ) {
      return metaLine(source, `twitter:data${number}`);
    }
  }
  return null;
}

const MARKED = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '.author .fn',
  '.byline .fn',
  '.vcard .fn',
  'address.author',
];
const ADDRESSES =
  'a[href*="/author/"],a[href*="/authors/"],a[href*="/by/"],a[href*="/contributor"],a[href*="/writers/"],a[href*="/staff/"],a[href*="/profile/"],a[href*="/people/"],a[href*="/team/"],a[href*="/reporters/"],a[href*="/autor"]';

/** A person marked up as the author where the page shows it, several joined. */
function markedAuthor(source: PageSource): string | null {
  for (const selector of [...MARKED, ADDRESSES]) {
    const found = all(source.document, selector).filter((element) => !isElsewhere(element));
    const beside = found.filter(
      (element) => element.parentElement?.parentElement === found[0]?.parentElement?.parentElement,
    );
    const names = beside
      .slice(0, 6)
      .map(nameIn)
      .filter((name) => name !== null);
    const distinct = [...new Set(names)];
    if (distinct.length > 0) return distinct.join(', ');
  }
  return null;
}

const AUTHOR_NAMED =
  '[class*="author" i],[class*="byline" i],[class*="writer" i],[class*="contributor" i],[id*="author" i],[data-testid*="author" i]';

function namedAuthor(source: PageSource): string | null {
  for (const element of all(source.document, AUTHOR_NAMED).slice(0, 80)) {
    if (isElsewhere(element) || foldedText(element).length > 160) continue;
    const name = nameIn(element);
    if (name !== null) return name;
  }
  return null;
}

/** The name in an element: a link's label before loose text, since roles and dates stand beside names unlinked. */
function nameIn(element: DomElement): string | null {
  const content = element.getAttribute('content');
  const texts =
    content !== null
      ? [content]
      : [...all(element, 'a').slice(0, 3).map(foldedText), ...looseTexts(element).slice(0, 5)];
  for (const text of texts) {
    const name = cleanName(text);
    if (name !== null && looksLikeName(name)) return name;
  }
  return null;
}

/** The texts of an element, kept apart where elements part them. */
function looseTexts(element: DomElement): string[] {
  const texts: string[] = [];
  const queue: DomNode[] = [element];
  for (let visited = 0; queue.length > 0 && visited < 60; visited++) {
    const node = queue.shift()!;
    if (node.nodeType === TEXT) texts.push(foldedText(node));
    else queue.unshift(...Array.from(node.childNodes));
  }
  return texts.filter((text) => text !== '');
}

// What announces a name, alone on a line or before it.
const LABEL =
  /^(?:(?:(?:article|story|post|words|text|report) )?(?:written |posted |published |reported |authored )?(?:by|von|por|par|di)|authors?|writers?|contributors?|journalist|autore?s?|auteure?s?|autorin)\s*[:：]?$/iu;
const LABELLED =
  /^(?:(?:(?:this )?(?:article|story|post|words|text|report) (?:was )?)?(?:written |posted |published |reported |authored )?(?:by|von|por|par|di)\b|(?:authors?|writers?|contributors?|journalist|autore?s?|auteure?s?|autorin)\s*[:：])\s*(.{3,90})$/iu;
const AFTER_DATE = /\d\b.{0,12}\bby\s+(.{3,60})$/iu;

/** A line "By Jane Roe" near the headline, or its two halves on two lines. */
function writtenAuthor(blocks: readonly Block[], title: string | null): string | null {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const at = blocks.findIndex(
    (block) => title !== null && block.kind === 'heading' && fold(block.text) === fold(title),
  );
  const near = blocks.slice(Math.max(0, at < 0 ? 0 : at - 3), (at < 0 ? 25 : at) + 12);
  const lines = near.flatMap(({ text }) => text.split('\n')).map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    const found = LABEL.test(line)
      ? lines[index + 1]
      : (LABELLED.exec(line)?.[1] ?? AFTER_DATE.exec(line)?.[1]);
    const name = found !== undefined && found.length < 120 ? cleanName(found) : null;
    if (name !== null && looksLikeName(name)) return name;
  }
  // "Jane Roe | Senior Writer | July 2, 2025", right under the headline.
  for (const { text } of at < 0 ? [] : blocks.slice(at + 1, at + 4)) {
    const [first = '', ...rest] = text.split(/\s*[|·•]\s*/);
    if (
      rest.some((part) => findDates(part).length > 0) &&
      /^(?:\p{Lu}[\p{L}.'’-]*\s?){2,4}$/u.test(first)
    )
      return cleanName(first);
  }
  return null;
}

function isElsewhere(element: DomElement): boolean {
  let place: DomElement | null = element.parentElement;
  for (
    let up = 0;
    place !== null && up < 8 && !/^(?:article|main|body)$/.test(place.localName);
    up++
  ) {
    if (/^(?:aside|nav|footer)$/.test(place.localName)) return true;
    if (
      /(?:^|[\s_-])(?:comments?|commentlist|related|sidebar|recent|latest|teaser|recommended)(?:$|[\s_-])/i.test(
        `${place.getAttribute('class') ?? ''} ${place.id}`,
      )
    )
      return true;
    place = place.parentElement;
  }
  return false;
}

// What stands before a name in a byline.
const BEFORE_NAME =
  /^(?:(?:(?:this )?(?:article|story|words|text|photos?|reported|reviewed|written|posted|published|edited|post|authored|content|guest post|contributed|was)\s+)*\b(?:by|von|por|par|di|from)\b\s*:?\s*|(?:authors?|contributors?|writers?|journalist|words|text|story|photos?)\s*[:：]\s*)(?=[^\s:：])/iu;
const AFTER_NAME =
  /\s+[|·•–—]\s+|\s*\|\s*|\s{2,}|\s+(?:on|in|at|posted|published|updated|last updated?|follow|view|more posts|see all|read more|is an?)\b\s*|last update/iu;

/** A name without what stands around it in a byline: "By", dates, roles behind a bar. */
function cleanName(written: string): string | null {
  let line = plainLine(written) ?? '';
  const date = findDates(line)[0];
  if (date) line = date.start < 3 ? line.slice(date.end) : line.slice(0, date.start);
  const bare = line.replace(BEFORE_NAME, '');
  // A lower-case remainder means that the word was part of the name ("content.team").
  if (bare !== '') line = bare;
  line = (line.split(AFTER_NAME)[0] ?? '').replace(/^[\s,;:|•·–—-]+|[\s,;:|•·–—@-]+$/gu, '');
  const isName =
    line.length >= 2 &&
    line.length <= 120 &&
    /\p{L}/u.test(line) &&
    !/^https?:|@\w+\.\w|[<>{}]/.test(line);
  return isName && !LABEL.test(line) && !/^\p{L}{3,9}\.? \d{1,2}$/u.test(line) ? line : null;
}

function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    words.length <= 8 &&
    name.length <= 80 &&
    /^[\p{Lu}\p{Lo}]/u.test(name) &&
    !/[.!?]$|\b(?:author|read|comments?|min|ago|share|posts?|articles?|view|about|subscribe|menu|home|privacy|contact|login|sign)\b/iu.test(
      name,
    )
  );
}

function isAccount(name: string): boolean {
  return /^(?:admin|administrator|editor|user|root|webmaster|guest|anonymous|wpengine|super ?user|default|null|undefined|none|unknown|n\/a|author)$/i.test(
    name,
  );
}

function isOutlet(name: string, outlet: string | null): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return outlet !== null && fold(name) === fold(outlet);
}
