import { parseDate } from '../parse/dates.ts';
import { findDates } from '../parse/find-date.ts';
import type { Block } from './article-blocks.ts';
import { all, type DomElement, foldedText } from './dom.ts';
import { field, textField } from './json-ld.ts';
import type { PageSource } from './page-source.ts';

const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'published_date',
  'pubdate',
  'publication_date',
  'publicationdate',
  'date.issued',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'rnews:datepublished',
  'cxenseparse:recs:publishtime',
  'displaydate',
  'date',
  'article:post_date',
  'originalpublicationdate',
  'bt:pubdate',
];
const OTHER_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'datecreated',
  'last-modified',
  'dcterms.modified',
  'lastmod',
  'revised',
  'article:modified',
];

// A page's own first years; anything earlier or later is a mistake of its program (1970, 2099).
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** When the article was first published, as the page says; when it was last changed only where nothing else is said. */
export function pageDate(
  source: PageSource,
  blocks: readonly Block[],
  title: string | null,
): Date | null {
  return (
    linkedDate(source, 'datePublished') ??
    metaDate(source, PUBLISHED_METAS) ??
    markedDate(source) ??
    linkedDate(source, 'dateCreated') ??
    addressDate(source.url) ??
    writtenDate(source, blocks, title) ??
    linkedDate(source, 'uploadDate') ??
    linkedDate(source, 'dateModified') ??
    metaDate(source, OTHER_METAS)
  );
}

function plausible(date: Date | null): Date | null {
  return date !== null && date.getTime() >= EARLIEST && date.getTime() < LATEST ? date : null;
}

function linkedDate(source: PageSource, name: string): Date | null {
  for (const node of [...source.articles, ...source.data.nodes]) {
    if (field(node, name) === undefined) continue;
    const date = plausible(parseDate(textField(node, name) ?? ''));
    if (date) return date;
  }
  return null;
}

function metaDate(source: PageSource, names: readonly string[]): Date | null {
  for (const name of names) {
    const date = plausible(parseDate(source.metas.get(name) ?? ''));
    if (date) return date;
  }
  return null;
}

/** What the page marks up as its date where it shows it. */
function markedDate(source: PageSource): Date | null {
  const { document } = source;
  for (const element of all(
    document,
    '[itemprop="datePublished"],[itemprop="dateCreated"],[property="datePublished"]',
  )) {
    const date = plausible(dateIn(element));
    if (date) return date;
  }
  const times = all(document, 'time')
    .slice(0, 60)
    .filter((time) => !isAside(time));
  const named = (time: DomElement) =>
    /publi|entry-date|post-?date|posted|created/i.test(nameAround(time));
  const changed = (time: DomElement) =>
    /updat|modif/i.test(
      `${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''}`,
    );
  const ordered = [
    ...times.filter((time) => named(time) && !changed(time)),
    ...times.filter((time) => !changed(time)),
    ...times,
  ];
  for (const time of ordered) {
    const date = plausible(dateIn(time));
    if (date) return date;
  }
  return null;
}

function dateIn(element: DomElement): Date | null {
  const machine = element.getAttribute('content') ?? element.getAttribute('datetime') ?? '';
  const text = foldedText(element);
  return (
    parseDate(machine) ??
    (text.length < 120 ? (parseDate(text) ?? findDates(text)[0]?.date ?? null) : null)
  );
}

function nameAround(element: DomElement): string {
  const parent = element.parentElement;
  return [element, parent]
    .map((place) => `${place?.getAttribute('class') ?? ''} ${place?.id ?? ''}`)
    .join(' ');
}

// Teasers of other articles and comments carry dates too.
function isAside(element: DomElement): boolean {
  let place: DomElement | null = element;
  for (let up = 0; place !== null && up < 12; up++) {
    if (/^(?:aside|nav|footer|li)$/.test(place.localName)) return true;
    if (
      /(?:^|[\s_-])(?:comments?|related|sidebar|widget|recent|latest|teaser|card|recommended|more)(?:$|[\s_-])/i.test(
        `${place.getAttribute('class') ?? ''} ${place.id}`,
      )
    )
      return true;
    place = place.parentElement;
  }
  return false;
}

/** Many outlets put the day into the address: /2022/10/21/. */
function addressDate(url: string | null): Date | null {
  const found =
    /[/_-](20\d{2}|199\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      url ?? '',
    );
  return found ? parseDate(`${found[1]}-${found[2]}-${found[3]}`) : null;
}

// How far from the headline a line about the article itself stands.
const BEFORE = 6;
const AFTER = 14;
const MAX_LINE = 200;

/** The date in a line near the headline: one that says "published" first, then a bare one, then an "updated". */
function writtenDate(
  source: PageSource,
  blocks: readonly Block[],
  title: string | null,
): Date | null {
  const at = blocks.findIndex(
    (block) => title !== null && block.kind === 'heading' && sameWords(block.text, title),
  );
  const near =
    at < 0
      ? blocks.slice(0, 40)
      : [...blocks.slice(at, at + AFTER), ...blocks.slice(Math.max(0, at - BEFORE), at).reverse()];
  let bare: Date | null = null;
  let updated: Date | null = null;
  for (const { text } of near) {
    if (text.length > MAX_LINE) continue;
    for (const { date, start } of findDates(text)) {
      if (plausible(date) === null) continue;
      const before = text.slice(Math.max(0, start - 40), start);
      if (
        /(?:updat|modifi|review|aktualis|actuali|mis à jour|aggiorn|atualiz)\p{L}*[^\p{L}]{0,4}(?:on |at |by )?\s*$/iu.test(
          before,
        )
      )
        updated ??= date;
      else if (
        /(?:publi|post|creat|writ|veröffentl|опублик|pubbl|erstellt|date)\p{L}*[^\p{L}]{0,4}(?:on |at )?\s*$/iu.test(
          before,
        )
      )
        return date;
      else if (text.length < 100) bare ??= date;
    }
  }
  return bare ?? dateByName(source) ?? updated;
}

/** A short text in an element whose name says date. */
function dateByName(source: PageSource): Date | null {
  const named = all(
    source.document,
    '[class*="date" i],[class*="publish" i],[class*="posted" i],[id*="date" i],[class*="timestamp" i],[class*="byline" i],[class*="meta" i]',
  );
  for (const element of named.slice(0, 60)) {
    const text = foldedText(element);
    if (text.length > 100 || isAside(element)) continue;
    const date = plausible(findDates(text)[0]?.date ?? null);
    if (date) return date;
  }
  return null;
}

function sameWords(a: string, b: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return fold(a) === fold(b);
}
