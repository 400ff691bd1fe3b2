import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ConfigError } from '../../src/lib/errors.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

const OUTLETS = `outlets:
  - {slug: gull, name: The Gull, home: The Gull, language: en, format: rss, items: full, page: article}
  - {slug: tern, name: The Tern, home: The Tern, language: en, format: rss, items: full, page: article}
`;
const ARTICLE =
  '---\noutlet: gull\ntitle: A boat came in\nhours: -3\n---\n\nIt was blue.\n\nIt had oars.\n';

/** Loads a newsroom of these files. */
function load(files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'newsroom-'));
  made.push(dir);
  for (const [name, text] of Object.entries({ 'newsroom.yaml': OUTLETS, ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  mkdirSync(join(dir, 'articles'), { recursive: true });
  return () => loadNewsroom(dir);
}

test('an article is read from its front matter and paragraphs', () => {
  const { articles } = load({ 'articles/boat/gull.md': ARTICLE })();
  expect(articles).toHaveLength(1);
  expect(articles[0]).toMatchObject({
    path: 'boat/gull',
    event: 'boat',
    outlet: 'gull',
    slug: 'a-boat-came-in',
    versions: [
      { hours: -3, title: 'A boat came in', paragraphs: ['It was blue.', 'It had oars.'] },
    ],
  });
});

test('a copy takes as many paragraphs from its original as it keeps', () => {
  const copy = '---\noutlet: tern\ntitle: Boat\nhours: -2\ncopy: boat/gull\nkeep: 1\n---\n';
  const { articles } = load({ 'articles/boat/gull.md': ARTICLE, 'articles/boat/tern.md': copy })();
  expect(articles[1]!.versions[0].paragraphs).toEqual(['It was blue.']);
  expect(articles[1]!.copyOf).toBe('boat/gull');
});

test('each revision has its own text below the first', () => {
  const revised = ARTICLE.replace('hours: -3', "hours: -3\nrevisions: [{hours: 5, note: 'Oars.'}]");
  const { articles } = load({ 'articles/boat/gull.md': revised + '---\n\nIt was green.\n' })();
  expect(articles[0]!.versions[1]).toEqual({
    hours: 5,
    title: 'A boat came in',
    paragraphs: ['It was green.'],
    note: 'Oars.',
  });
});

test.each([
  ['an unknown outlet', { 'articles/boat/crow.md': ARTICLE.replace('gull', 'crow') }, 'crow'],
  ['a file named for another outlet', { 'articles/boat/tern.md': ARTICLE }, 'tern'],
  ['no title', { 'articles/boat/gull.md': ARTICLE.replace(/title.*\n/, '') }, 'title'],
  ['an unknown field', { 'articles/boat/gull.md': ARTICLE.replace('hours', 'hour') }, 'hour'],
  ['no front matter', { 'articles/boat/gull.md': 'It was blue.' }, 'front matter'],
  ['no text', { 'articles/boat/gull.md': ARTICLE.replace(/It.*\n/g, '') }, 'no text'],
  [
    'a placeholder of no known kind',
    { 'articles/boat/gull.md': ARTICLE.replace('blue', '{{colour:1}}') },
    '{{colour:1}}',
  ],
  [
    'a revision without a text',
    {
      'articles/boat/gull.md': ARTICLE.replace(
        '---\n\n',
        'revisions: [{hours: 5, note: x}]\n---\n\n',
      ),
    },
    '1 revisions and 0',
  ],
  [
    'a revision before the article',
    {
      'articles/boat/gull.md':
        ARTICLE.replace('---\n\n', 'revisions: [{hours: -5, note: x}]\n---\n\n') + '---\n\nNew.\n',
    },
    'follow each other',
  ],
  [
    'a copy of nothing',
    { 'articles/boat/gull.md': ARTICLE.replace('hours', 'copy: boat/owl\nhours') },
    'boat/owl',
  ],
  [
    'two articles at one address',
    { 'articles/boat/gull.md': ARTICLE, 'articles/boat/gull-2.md': ARTICLE },
    'address of',
  ],
])('%s is refused with the name of the file', (_, files: Record<string, string>, reason) => {
  const read = load(files);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/^articles\/boat\/(gull|tern|crow)(-2)?\.md: /);
  expect(read).toThrow(reason);
});

test('a fault in newsroom.yaml is told with its name and the field', () => {
  const read = load({ 'newsroom.yaml': OUTLETS.replace('format: rss', 'format: fax') });
  expect(read).toThrow(/^newsroom\.yaml: /);
  expect(read).toThrow('format');
});
