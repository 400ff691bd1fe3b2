import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ConfigError } from '../lib/errors.ts';
import { letterByLetter } from '../text/unspaced-scripts.ts';
import { SQLITE, sqliteCode } from './faults.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Db, Schema } from './schema.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

/** Where the database of a data folder lies. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'crier.db');
}

/**
 * Opens the database of `file`, makes it if there is none, and brings it to this version.
 * Throws ConfigError, with what to do, for a folder that cannot be written, a file that is no
 * database or is damaged, and one that a newer Crier has written.
 */
export async function openStore(file: string): Promise<Db> {
  const db: Db = new Kysely<Schema>({ dialect: nodeSqliteDialect(() => connect(file)) });
  try {
    await migrate(db, file);
  } catch (error) {
    await db.destroy();
    throw asConfigError(error, file);
  }
  return db;
}

function connect(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // FULL: what was acknowledged survives a power cut, at one fsync a transaction.
    database.exec('pragma journal_mode = wal; pragma synchronous = full;');
    // What the triggers of the search index call (migrations/001-ground.ts).
    database.function('letter_by_letter', { deterministic: true }, (text) =>
      letterByLetter(String(text)),
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

async function migrate(db: Db, file: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  });
  const applied = await appliedMigrations(db);
  const unknown = applied.find((name) => !(name in MIGRATIONS));
  if (unknown) {
    throw new ConfigError(
      `${file}: was written by a newer Crier (it has the change "${unknown}"). ` +
        'Update Crier, or name another folder with --data.',
    );
  }
  if (applied.length === Object.keys(MIGRATIONS).length) return;
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function appliedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}

function asConfigError(error: unknown, file: string): unknown {
  if (error instanceof ConfigError) return error;
  const code = sqliteCode(error);
  const system = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === SQLITE.notADatabase || code === SQLITE.corrupt) {
    return new ConfigError(
      `${file}: is not a Crier database, or it is damaged. ` +
        'Put a backup in its place, or name another folder with --data.',
      { cause: error },
    );
  }
  if (
    code === SQLITE.cannotOpen ||
    code === SQLITE.readOnly ||
    system === 'EACCES' ||
    system === 'ENOTDIR' ||
    system === 'EEXIST' ||
    system === 'EROFS'
  ) {
    return new ConfigError(
      `${file}: cannot be opened for writing. Check the folder's rights, or name another with --data.`,
      { cause: error },
    );
  }
  return error;
}
