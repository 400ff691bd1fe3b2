import type { ArticleDraft } from '../article-draft.ts';
import { parseDate } from './dates.ts';
import { languageCode } from './language.ts';
import { plainLine } from './plain-line.ts';
import { linesOf } from './text-file.ts';
import { webAddress } from './web-address.ts';

/** One line of a JSON Lines file: an article, or what is wrong with it in words that can follow "line 3: ". */
export type ArticleRow =
  | { readonly line: number; readonly draft: ArticleDraft }
  | { readonly line: number; readonly problem: string };

/**
 * The articles of a JSON Lines file, one object a line: `{title, text, url?, outlet|source?, date|published?,
 * lang|language?, author|byline?}`. Empty lines are passed over; lines count from 1.
 */
export function* readArticleRows(text: string): Generator<ArticleRow> {
  let line = 0;
  for (const written of text.split('\n')) {
    line += 1;
    if (written.trim() === '') continue;
    const read = readArticleRow(written);
    yield typeof read === 'string' ? { line, problem: read } : { line, draft: read };
  }
}

/** The article of one row, or what is wrong with it. */
function readArticleRow(written: string): ArticleDraft | string {
  let value: unknown;
  try {
    value = JSON.parse(written.replace(/^\ufeff/, ''));
  } catch {
    return 'it is not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'it is not a JSON object';
  const fields = new Map(Object.entries(value));
  const line = (...names: readonly string[]) => {
    for (const name of names) {
      const entry: unknown = fields.get(name);
      const text = Array.isArray(entry)
        ? entry.filter((part) => typeof part === 'string').join(', ')
        : entry;
      const clean =
        typeof text === 'string' || typeof text === 'number' ? plainLine(String(text)) : null;
      if (clean !== null) return clean;
    }
    return null;
  };
  const text: unknown = fields.get('text');
  if (typeof text !== 'string' || text.trim() === '') return 'it has no "text"';
  const date = line('date', 'published', 'publishedAt');
  const publishedAt = date === null ? null : parseDate(date);
  if (date !== null && publishedAt === null) return `its date cannot be read: ${date}`;
  const url = line('url');
  const address = webAddress(url, null);
  if (url !== null && address === null) return `its url is no web address: ${url}`;
  return {
    url: address,
    title: line('title') ?? plainLine(linesOf(text)[0] ?? '') ?? '',
    byline: line('author', 'byline'),
    publishedAt,
    language: languageCode(line('lang', 'language')),
    outlet: line('outlet', 'source'),
    text,
  };
}
