import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Unpacks a packed test suite into a folder of its own for as long as `use` runs. */
export async function withSuite<T>(
  dataDir: string,
  name: string,
  use: (dir: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'crier-suite-'));
  try {
    await promisify(execFile)('tar', [
      '-xJf',
      join(dataDir, 'suites', `${name}.tar.xz`),
      '-C',
      parent,
    ]);
    return await use(join(parent, name));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** The rows of a suite's cases.jsonl. */
export async function casesOf<T>(dir: string): Promise<T[]> {
  const lines = (await readFile(join(dir, 'cases.jsonl'), 'utf8')).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
