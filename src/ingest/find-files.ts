import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ioProblem } from './io-problem.ts';

const READ = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.jsonl', '.ndjson']);

export type FoundFile =
  | { readonly path: string; readonly size: number }
  | { readonly path: string; readonly problem: string };

/**
 * The articles' files below a path, folders walked in the order of their names, hidden ones and files of other
 * kinds left out, links followed to files. A file that is named itself is taken whatever it is called. What cannot be
 * looked into is told.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* walk(path);
    else yield { path, size: found.size };
  } catch (error) {
    yield { path, problem: ioProblem(error) };
  }
}

async function* walk(folder: string): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, problem: ioProblem(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && isRead(entry.name)) yield await sized(path);
    else if (entry.isSymbolicLink()) {
      const target = await linked(path);
      if (target) yield target;
    }
  }
}

/** What a link leads to. Folders are not followed: links make circles, and lead out of what was named. */
async function linked(path: string): Promise<FoundFile | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      return { path, problem: 'is a link to a folder: name it to have it read' };
    return found.isFile() && isRead(path) ? { path, size: found.size } : undefined;
  } catch (error) {
    return { path, problem: ioProblem(error) };
  }
}

async function sized(path: string): Promise<FoundFile> {
  try {
    return { path, size: (await stat(path)).size };
  } catch (error) {
    return { path, problem: ioProblem(error) };
  }
}

const isRead = (path: string) => READ.has(extname(path).toLowerCase());
