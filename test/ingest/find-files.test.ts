import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../src/ingest/find-files.ts';
import { temporaryFolder } from '../support/store.ts';

/** What is found below a folder: the path from there, and the size or the problem. */
async function found(folder: string, path = folder): Promise<[string, number | string][]> {
  const files: [string, number | string][] = [];
  for await (const file of findFiles(path)) {
    files.push([relative(folder, file.path), 'size' in file ? file.size : file.problem]);
  }
  return files;
}

test('files of the kinds that are read are found in the order of their names, hidden ones are not', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b'));
  for (const name of ['c.txt', 'b/2.HTML', 'b/1.md', 'a.jsonl', 'picture.png', '.hidden.txt']) {
    writeFileSync(join(folder, name), 'text');
  }
  expect(await found(folder)).toEqual([
    ['a.jsonl', 4],
    ['b/1.md', 4],
    ['b/2.HTML', 4],
    ['c.txt', 4],
  ]);
  expect(await found(folder, join(folder, 'picture.png'))).toEqual([['picture.png', 4]]);
  expect(await found(folder, join(folder, 'none'))).toEqual([
    ['none', 'there is no such file or folder'],
  ]);
});

test('links to files are read, links to folders and to nothing are told', async () => {
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, 'article.txt'), 'text');
  const folder = temporaryFolder();
  symlinkSync(join(elsewhere, 'article.txt'), join(folder, 'a.txt'));
  symlinkSync(join(elsewhere, 'article.txt'), join(folder, 'b.png'));
  symlinkSync(elsewhere, join(folder, 'c'));
  symlinkSync(join(elsewhere, 'gone.txt'), join(folder, 'd.txt'));
  symlinkSync(folder, join(folder, 'e.txt'));
  expect(await found(folder)).toEqual([
    ['a.txt', 4],
    ['c', 'is a link to a folder: name it to have it read'],
    ['d.txt', 'there is no such file or folder'],
    ['e.txt', 'is a link to a folder: name it to have it read'],
  ]);
  // Named itself, a link to a folder is that folder.
  expect(await found(folder, join(folder, 'c'))).toEqual([['c/article.txt', 4]]);
});
