import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/schema.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real store in a real file, closed and deleted when the test is over. */
export async function temporaryStore(): Promise<Db> {
  const db = await openStore(join(temporaryFolder(), 'crier.db'));
  onTestFinished(() => db.destroy());
  return db;
}
