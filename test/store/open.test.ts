import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/lib/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';

test('a new store is made in a folder that does not exist yet', async () => {
  const file = join(temporaryFolder(), 'a', 'b', 'crier.db');
  const db = await openStore(file);
  expect(await db.selectFrom('articles').selectAll().execute()).toEqual([]);
  await db.destroy();
});

test('what was acknowledged survives a power cut: WAL with full synchronisation', async () => {
  const db = await temporaryStore();
  const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
  const sync = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  expect(mode.rows[0]?.journal_mode).toBe('wal');
  expect(sync.rows[0]?.synchronous).toBe(2);
});

test('opening a store twice keeps what is in it', async () => {
  const file = join(temporaryFolder(), 'crier.db');
  const first = await openStore(file);
  await sql`insert into article_keys values ('*', 'k', 1)`.execute(first);
  await first.destroy();
  const second = await openStore(file);
  expect(await second.selectFrom('article_keys').selectAll().execute()).toHaveLength(1);
  await second.destroy();
});

test('a store of a newer Crier is refused and left as it is', async () => {
  const file = join(temporaryFolder(), 'crier.db');
  await (await openStore(file)).destroy();
  const raw = new DatabaseSync(file);
  raw.exec("insert into kysely_migration values ('999-from-the-future', '2030-01-01T00:00:00Z')");
  raw.close();
  const before = readFileSync(file);
  await expect(openStore(file)).rejects.toThrow(ConfigError);
  await expect(openStore(file)).rejects.toThrow(/newer Crier.*999-from-the-future.*--data/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a store whose making broke off is made at the next start', async () => {
  const file = join(temporaryFolder(), 'crier.db');
  const raw = new DatabaseSync(file);
  // Something in the way of one of the last tables.
  raw.exec('create table digests (story_id integer)');
  await expect(openStore(file)).rejects.toThrow(/digests/);
  raw.exec('drop table digests');
  raw.close();
  const db = await openStore(file);
  expect(await db.selectFrom('digests').selectAll().execute()).toEqual([]);
  await db.destroy();
});

test('a file that is no database is refused and left as it is', async () => {
  const file = join(temporaryFolder(), 'crier.db');
  writeFileSync(file, 'my diary, not a database, and long enough to have a header');
  await expect(openStore(file)).rejects.toThrow(/is not a Crier database, or it is damaged/);
  expect(readFileSync(file, 'utf8')).toMatch(/^my diary/);
});

test('a folder that is a file, or may not be written, is told', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(openStore(join(folder, 'file', 'crier.db'))).rejects.toThrow(
    /cannot be opened for writing.*--data/,
  );
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  // The administrator may write everywhere, so there this half says nothing.
  if (process.getuid?.() !== 0) {
    await expect(openStore(join(closed, 'crier.db'))).rejects.toThrow(/cannot be opened/);
  }
});
