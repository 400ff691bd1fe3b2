import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

const READ = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.jsonl', '.ndjson']);

export type FoundFile =
  | { readonly path: string; readonly size: number }
  | { readonly path: string; readonly problem: string };

/**
 * The articles' files below a path, folders walked in the order of their names, hidden ones and files of other
 * kinds left out. A file that is named itself is taken whatever it is called. What cannot be looked into is told.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* walk(path);
    else yield { path, size: found.size };
  } catch (error) {
    yield { path, problem: problemOf(error) };
  }
}

async function* walk(folder: string): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, problem: problemOf(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() && READ.has(extname(entry.name).toLowerCase())) {
      yield { path, size: (await stat(path)).size };
    }
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES') return 'reading it is not allowed';
  return `it cannot be read (${String(code ?? error)})`;
}
