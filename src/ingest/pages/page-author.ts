import { findDates } from '../parse/find-date.ts';
import { plainLine } from '../parse/plain-line.ts';
import type { Block } from './article-blocks.ts';
import { all, type DomElement, foldedText } from './dom.ts';
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
    const found = all(source.document, selector)
      .filter((element) => !isElsewhere(element))
      .slice(0, 4);
    const names = found
      .map((element) => cleanName(element.getAttribute('content') ?? foldedText(element)))
      .filter((name) => name !== null && looksLikeName(name));
    const distinct = [...new Set(names)];
    if (distinct.length > 0) return distinct.slice(0, selector === ADDRESSES ? 1 : 3).join(', ');
  }
  return null;
}

const AUTHOR_NAMED =
  '[class*="author" i],[class*="byline" i],[class*="writer" i],[class*="contributor" i],[id*="author" i],[data-testid*="author" i]';

function namedAuthor(source: PageSource): string | null {
  for (const element of all(source.document, AUTHOR_NAMED).slice(0, 60)) {
    if (isElsewhere(element)) continue;
    const text = foldedText(element);
    const name = text.length < 120 ? cleanName(text) : null;
    if (name !== null && looksLikeName(name)) return name;
  }
  return null;
}

/** A line "By Jane Roe" near the headline. */
function writtenAuthor(blocks: readonly Block[], title: string | null): string | null {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const at = blocks.findIndex(
    (block) => title !== null && block.kind === 'heading' && fold(block.text) === fold(title),
  );
  const from = Math.max(0, at < 0 ? 0 : at - 3);
  for (const { text } of blocks.slice(from, (at < 0 ? 25 : at) + 12)) {
    for (const line of text.split('\n')) {
      const found =
        /^(?:written |posted |published |reported |story |words |article )?(?:by|von|por|par|di)\b:? +(.{3,90})$/iu.exec(
          line.trim(),
        )?.[1];
      const name = found ? cleanName(found) : null;
      if (name !== null && looksLikeName(name)) return name;
    }
  }
  return null;
}

function isElsewhere(element: DomElement): boolean {
  let place: DomElement | null = element;
  for (let up = 0; place !== null && up < 12; up++) {
    if (/^(?:aside|nav|footer)$/.test(place.localName)) return true;
    if (
      /(?:^|[\s_-])(?:comments?|commentlist|related|sidebar|recent|latest|teaser|recommended|quote)(?:$|[\s_-])/i.test(
        `${place.getAttribute('class') ?? ''} ${place.id}`,
      )
    )
      return true;
    place = place.parentElement;
  }
  return false;
}

/** A name without what stands around it in a byline: "By", dates, roles behind a bar. */
export function cleanName(written: string): string | null {
  let line = (plainLine(written) ?? '')
    .replace(
      /^(?:(?:article|story|words|text|photos?|reported|reviewed|written|posted|published|edited|author|authored|content|guest post|contributed)\b\s*)*(?:by|von|por|par|di|from)?\b\s*[:：]?\s+/iu,
      '',
    )
    .replace(/^(?:by|author|von|por|par)\s*[:：]?\s*/iu, '');
  const date = findDates(line)[0];
  if (date) line = line.slice(0, date.start);
  line =
    line.split(
      /\s+[|•·–—]\s+|\s*\|\s*|\s{2,}|\s+(?:on|in|posted|published|updated|last updated|follow|view|more posts|see all|read more|is a)\b\s*/iu,
    )[0] ?? '';
  line = line
    .replace(/[\s,;:|•·–—@-]+$/u, '')
    .replace(/^[\s,;:|•·–—-]+/u, '')
    .trim();
  return line.length >= 2 &&
    line.length <= 120 &&
    /\p{L}/u.test(line) &&
    !/^https?:|@\w+\.\w|[<>{}]/.test(line)
    ? line
    : null;
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
