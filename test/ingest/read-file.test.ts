import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../src/ingest/find-files.ts';
import { type FileArticle, readArticleFile } from '../../src/ingest/read-file.ts';
import { temporaryFolder } from '../support/store.ts';

const reading = { page: async () => undefined, language: async () => null };

/** What is read below a path: the title of an article, or the problem. */
async function read(path: string, maxBytes = 10_000): Promise<string[]> {
  const articles: FileArticle[] = [];
  for await (const file of findFiles(path)) {
    for await (const article of readArticleFile(file, { reading, maxBytes }))
      articles.push(article);
  }
  return articles.map((article) => ('draft' in article ? article.draft.title : article.problem));
}

// The system's administrator may read everything, whatever the mode says.
const bound = process.getuid?.() !== 0;

test.skipIf(!bound)('a file that may not be read is told, and the others are read', async () => {
  const folder = temporaryFolder();
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), `Title ${name}\n`);
  chmodSync(join(folder, 'b.txt'), 0);
  expect(await read(folder)).toEqual(['Title a', 'reading it is not allowed', 'Title c']);
});

test('a file that goes away after it was found is told', async () => {
  const folder = temporaryFolder();
  for (const name of ['a.txt', 'b.jsonl']) {
    const path = join(folder, name);
    writeFileSync(path, '{"title":"A title","text":"Some text."}\n');
    for await (const file of findFiles(path)) {
      rmSync(path);
      const read: FileArticle[] = [];
      for await (const one of readArticleFile(file, { reading, maxBytes: 1_000 })) read.push(one);
      expect(read).toEqual([{ where: path, problem: 'there is no such file or folder' }]);
    }
  }
});

test('a folder in the place of a file is told in words', async () => {
  const path = join(temporaryFolder(), 'folder.jsonl');
  mkdirSync(path);
  const read: FileArticle[] = [];
  for await (const one of readArticleFile({ path, size: 10 }, { reading, maxBytes: 1_000 })) {
    read.push(one);
  }
  expect(read).toEqual([{ where: path, problem: 'it cannot be read (EISDIR)' }]);
});

test('a file that is longer than it was said to be is read no further than the limit', async () => {
  const path = join(temporaryFolder(), 'pipe.txt');
  execFileSync('mkfifo', [path]);
  const file = { path, size: 0 };
  const articles = readArticleFile(file, { reading, maxBytes: 100 });
  const [first] = await Promise.all([
    articles.next(),
    // The reader goes away before it has taken everything.
    writeFile(path, 'x'.repeat(60_000)).catch(() => {}),
  ]);
  expect(first.value).toEqual({ where: path, problem: 'is over 100 bytes' });
});

test('one line of 600 million bytes is told, and the rows around it are read', {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), 'rows.jsonl');
  const row = (title: string) => `{"title":"${title}","text":"Some text."}\n`;
  writeFileSync(path, row('First'));
  // A hole in the file: NUL bytes that take no room on the disk.
  truncateSync(path, 600_000_000);
  writeFileSync(path, `\n${row('Last')}`, { flag: 'a' });
  expect(await read(path)).toEqual(['First', 'is over 10000 bytes', 'Last']);
});
