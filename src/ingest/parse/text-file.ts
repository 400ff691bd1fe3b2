import type { ArticleDraft } from '../article-draft.ts';
import { parseDate } from './dates.ts';
import { languageCode } from './language.ts';
import { plainLine } from './plain-line.ts';
import { webAddress } from './web-address.ts';

/** What a file says of its article besides the text. */
export type FileFacts = {
  title: string | null;
  byline: string | null;
  publishedAt: Date | null;
  outlet: string | null;
  url: string | null;
  language: string | null;
};

/**
 * The article in a plain text file. Its text is the whole file as it stands, so that offsets point into the file;
 * its first line is the title. Byline and date are taken from lines under the title or at the very end, where
 * nothing else stands on them; a date inside the text is never the article's.
 */
export function readTextFile(text: string): ArticleDraft {
  return draftOf(text, factsOfLines(linesOf(text)));
}

export function draftOf(text: string, facts: FileFacts): ArticleDraft {
  return { ...facts, title: facts.title ?? '', text };
}

/** The lines that say something, in order. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

// How many lines under the title and at the end can be about the article instead of in it.
const UNDER_TITLE = 5;
const AT_END = 3;

/** What the first and last lines tell; the first is the title. */
export function factsOfLines(lines: readonly string[]): FileFacts {
  const facts: FileFacts = {
    title: plainLine(lines[0] ?? ''),
    byline: null,
    publishedAt: null,
    outlet: null,
    url: null,
    language: null,
  };
  for (let index = 1; index <= UNDER_TITLE && index < lines.length; index++) {
    if (!takeLine(facts, lines[index]!, lines[index + 1])) break;
  }
  readEnd(facts, lines.slice(1));
  return facts;
}

/** Takes a line under the title if it is about the article; false where the article begins. */
function takeLine(facts: FileFacts, line: string, next: string | undefined): boolean {
  const field =
    /^(by|author|authors|byline|date|published|published on|posted|posted on|updated|source|outlet|publisher|url|link|language)\s*:\s*(\S.*)$/i.exec(
      line,
    );
  if (field) return takeField(facts, (field[1] ?? '').toLowerCase(), field[2] ?? '');
  const by = bylineOf(line);
  if (by !== null) {
    facts.byline ??= by.name;
    facts.publishedAt ??= by.date;
    return true;
  }
  const date = dateLine(line);
  if (date) {
    facts.publishedAt ??= date;
    return true;
  }
  // A name alone is a byline only beside a date: otherwise it may be the first line of the text.
  if (isName(line) && next !== undefined && dateLine(next)) {
    facts.byline ??= line;
    return true;
  }
  return false;
}

function takeField(facts: FileFacts, name: string, value: string): boolean {
  if (/^(?:by|author|byline)/.test(name)) facts.byline ??= plainLine(value);
  else if (/^(?:source|outlet|publisher)$/.test(name)) facts.outlet ??= plainLine(value);
  else if (/^(?:url|link)$/.test(name)) facts.url ??= webAddress(value, null);
  else if (name === 'language') facts.language ??= languageCode(value);
  else if (parseDate(value) === null) return false;
  else facts.publishedAt ??= parseDate(value);
  return true;
}

/** "By Jane Roe", perhaps with the date behind it. */
function bylineOf(line: string): { readonly name: string; readonly date: Date | null } | null {
  const [, rest] = /^by:?\s+(\p{Lu}.{1,120})$/iu.exec(line) ?? [];
  if (rest === undefined || /[.!?]$/.test(rest)) return null;
  const [name = '', ...others] = rest.split(/\s+[|·•–—-]\s+|\s*\|\s*/);
  const date = others.map((part) => parseDate(part)).find((found) => found !== null) ?? null;
  return name.split(/\s+/).length <= 8 ? { name: plainLine(name) ?? name, date } : null;
}

/** The date of a line that holds nothing else, or null. */
function dateLine(line: string): Date | null {
  const bare = line.replace(
    /^(?:first )?(?:published|posted|updated|date|last updated)(?: on| at)?\s*:?\s*/i,
    '',
  );
  // A year alone is as likely a heading.
  return bare.length <= 60 && !/^\d{1,6}$/.test(bare) ? parseDate(bare) : null;
}

/** Two to four capitalised words: a person. */
function isName(line: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:van|von|de|der|den|da|di|la|le|bin|al|el) )*\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(
    line,
  );
}

/** A byline and a date as the file's last lines. */
function readEnd(facts: FileFacts, lines: readonly string[]): void {
  const last = lines.slice(-AT_END);
  for (const [index, line] of last.entries()) {
    const before = last[index - 1];
    const date = dateLine(line);
    // The date of an embedded post follows the line that signs it.
    if (date && !(before?.startsWith('—') || /\(@\w+\)/.test(before ?? ''))) {
      facts.publishedAt ??= date;
      if (before !== undefined && isName(before)) facts.byline ??= before;
    }
    const by = index === last.length - 1 || dateLine(last[index + 1] ?? '') ? bylineOf(line) : null;
    if (by) facts.byline ??= by.name;
  }
}
