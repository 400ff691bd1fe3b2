import { plainLine, plainLineOfHtml } from '../parse/plain-line.ts';
import { all, foldedText } from './dom.ts';
import { textField } from './json-ld.ts';
import { metaLine, type PageSource } from './page-source.ts';

/**
 * The headline as a reader sees it: the h1 that the page's other titles agree with, else what the page tells search
 * engines and social networks, without the site's name at its end.
 */
export function pageTitle(source: PageSource, outlet: string | null): string | null {
  const told = [
    ...source.articles.map((node) => textField(node, 'headline')),
    metaLine(source, 'og:title'),
    metaLine(source, 'twitter:title'),
    metaLine(
      source,
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'citation_title',
    ),
  ].filter((title) => title !== null);
  const tag = source.document.querySelector('title');
  const tagTitle = tag ? plainLineOfHtml(foldedText(tag)) : null;
  const witnesses = [...told, tagTitle ?? ''].map(letters).filter((title) => title.length > 0);
  const headings = headingsOf(source).filter(
    (text) => !isSiteName(text, outlet) && !isSitePart(text, tagTitle),
  );
  const agreed = headings
    .map((text) => ({
      text,
      agreement: Math.max(0, ...witnesses.map((title) => agreement(letters(text), title))),
    }))
    .sort((a, b) => b.agreement - a.agreement)[0];
  if (agreed && agreed.agreement >= 0.5) return agreed.text;
  // Where they disagree the reader's headline wins over those written for search engines.
  const single = headings.length === 1 ? headings[0] : undefined;
  if (single !== undefined && single.length > 15) return single;
  for (const title of [...told, tagTitle ?? '']) {
    const bare = withoutSite(title, outlet);
    if (bare !== '' && !isSiteName(bare, outlet)) return bare;
  }
  return single ?? plainLine(tagTitle ?? '');
}

function headingsOf(source: PageSource): string[] {
  const marked = all(source.document, 'h1,[itemprop="headline"]').slice(0, 20);
  const texts = marked
    .map((heading) => plainLine(foldedText(heading)))
    .filter((text) => text !== null);
  return [...new Set(texts)].filter((text) => text.length > 2 && text.length < 400);
}

/** How much of the longer text the shorter is, where one holds the other; 0 where neither does. */
function agreement(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short))
    return short === a ? 0.5 + short.length / long.length / 2 : short.length / long.length;
  // Headlines are shortened for search engines: the same beginning is enough.
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same / long.length;
}

// What stands between a headline and the site's name.
const SEPARATOR = /\s+[|·•—–»›:-]+\s+|\s*\|\s*|:\s+/;

/** Without " | The Daily Example" or "The Daily Example - " where the rest is long enough to be a headline. */
function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (outlet !== null && isSiteName(last, outlet))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•—–»›:-]+$/, '');
  if (outlet !== null && isSiteName(first, outlet))
    return title.slice(first.length).replace(/^[\s|·•—–»›:-]+/, '');
  const bar = title.split(/\s*\|\s*/);
  const longest = bar.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (bar.length > 1 && longest.length > title.length / 2) return longest.trim();
  // A dash before one to four words in capitals: a name, not half a sentence.
  const dash = /^(.{20,}?)\s+[–—-]\s+((?:\p{Lu}[\p{L}.&']*\s?){1,4})$/u.exec(title);
  return dash?.[1] ?? title;
}

/** A heading that is only the shorter part of the title tag: "The Daily Example" of "What happened | The Daily Example". */
function isSitePart(heading: string, tagTitle: string | null): boolean {
  const parts = (tagTitle ?? '').split(SEPARATOR).map(letters);
  const own = letters(heading);
  return (
    parts.length > 1 && parts.includes(own) && parts.some((part) => part.length > own.length * 1.5)
  );
}

function isSiteName(text: string, outlet: string | null): boolean {
  const a = letters(text);
  const b = letters(outlet ?? '');
  return (
    a !== '' &&
    b !== '' &&
    (a === b ||
      (a.length > 3 && b.includes(a)) ||
      (b.length > 3 && a.includes(b) && a.length < b.length * 1.5))
  );
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
