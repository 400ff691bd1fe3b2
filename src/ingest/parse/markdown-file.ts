import { parse as parseYaml } from 'yaml';
import type { ArticleDraft } from '../article-draft.ts';
import { parseDate } from './dates.ts';
import { languageCode } from './language.ts';
import { plainLine } from './plain-line.ts';
import { draftOf, type FileFacts, factsOfLines, linesOf } from './text-file.ts';
import { webAddress } from './web-address.ts';

/**
 * The article in a Markdown file. Its text is the whole file as it stands; what its YAML front matter says goes
 * before what its first and last lines say, and the first heading or line is the title.
 */
export function readMarkdownFile(text: string): ArticleDraft {
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const body = front ? text.slice(front[0].length) : text;
  const [first = '', ...rest] = linesOf(body);
  const told = factsOfLines([first.replace(/^#+\s*|\s*#+$/g, ''), ...rest.map(withoutMarks)]);
  const said = frontMatter(front?.[1] ?? '');
  return draftOf(text, {
    title: said.title ?? told.title,
    byline: said.byline ?? told.byline,
    publishedAt: said.publishedAt ?? told.publishedAt,
    outlet: said.outlet ?? told.outlet,
    url: said.url ?? told.url,
    language: said.language ?? told.language,
  });
}

/** "*By Jane Roe*" is a byline whatever type it is set in. */
function withoutMarks(line: string): string {
  return line
    .replace(/^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$/g, '')
    .replace(/^[*_]{1,3}([^*_]+)[*_]{1,3}\s*/, '$1 ')
    .trim();
}

function frontMatter(yaml: string): FileFacts {
  const fields = fieldsOf(yaml);
  const line = (...names: readonly string[]) => {
    for (const name of names) {
      const text = lineOf(fields.get(name));
      if (text !== null) return text;
    }
    return null;
  };
  return {
    title: line('title', 'headline'),
    byline: line('author', 'authors', 'byline', 'by'),
    publishedAt: parseDate(
      line(
        'date',
        'published',
        'publishedat',
        'pubdate',
        'published_at',
        'publishdate',
        'created',
      ) ?? '',
    ),
    outlet: line('outlet', 'source', 'publisher', 'publication', 'site'),
    url: webAddress(line('url', 'link', 'canonical', 'canonical_url', 'permalink'), null),
    language: languageCode(line('language', 'lang', 'locale')),
  };
}

function fieldsOf(yaml: string): ReadonlyMap<string, unknown> {
  try {
    // No aliases: a few lines of them can stand for millions of values.
    const value: unknown = parseYaml(yaml, { maxAliasCount: 0, schema: 'failsafe' });
    const entries =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : [];
    return new Map(entries.map(([name, entry]) => [name.toLowerCase(), entry]));
  } catch {
    return new Map(); // A ruler line and prose: not front matter after all.
  }
}

function lineOf(value: unknown): string | null {
  if (Array.isArray(value))
    return (
      value
        .map(lineOf)
        .filter((entry) => entry !== null)
        .join(', ') || null
    );
  if (typeof value === 'object' && value !== null)
    return lineOf(new Map(Object.entries(value)).get('name'));
  return typeof value === 'string' ? plainLine(value) : null;
}
