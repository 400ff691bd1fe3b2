import { DatabaseSync } from 'node:sqlite';
import { type DatabaseConnection, type Driver, Kysely, sql } from 'kysely';
import { openStore } from '../../src/store/open.ts';
import type { Db, Schema } from '../../src/store/schema.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { letterByLetter } from '../../src/text/unspaced-scripts.ts';

/** What a program that uses the store goes through at each statement; never comes back from its death. */
export type Checkpoint = (when: 'before' | 'after', inTransaction: boolean) => Promise<void>;

/** One real SQLite database that several programs share, each of which may die at any statement. */
export type SharedStore = {
  open(checkpoint: Checkpoint): { readonly db: Db; abandon(): void };
  close(): void;
};

let tables: Promise<string[]> | undefined;

/** The statements that make the tables, read from a real store once: migrating for each seed would take longest of all. */
async function tablesOf(): Promise<string[]> {
  const db = await openStore(':memory:');
  const { rows } = await sql<{ name: string; sql: string | null }>`
    select name, sql from sqlite_master where name not like 'sqlite_%'
      and name not like 'article_search_%' and name not like 'kysely_%' order by rowid`.execute(db);
  await db.destroy();
  return rows.flatMap((row) => row.sql ?? []);
}

export async function sharedStore(): Promise<SharedStore> {
  tables ??= tablesOf();
  const raw = new DatabaseSync(':memory:');
  raw.function('letter_by_letter', { deterministic: true }, (text) => letterByLetter(String(text)));
  for (const statement of await tables) raw.exec(statement);
  const turns = lock();

  return {
    close: () => raw.close(),
    open(checkpoint) {
      const inner = nodeSqliteDialect(() => raw);
      let holds: (() => void) | null = null;
      let inTransaction = false;
      let dead = false;
      const guard = (connection: DatabaseConnection): DatabaseConnection => ({
        async executeQuery(query) {
          await checkpoint('before', inTransaction);
          const result = await connection.executeQuery(query);
          await checkpoint('after', inTransaction);
          return result as never;
        },
        streamQuery: () => {
          throw new Error('nothing here streams');
        },
      });
      const driver = inner.createDriver();
      const guarded: Driver = {
        init: () => driver.init(),
        async acquireConnection() {
          const release = await turns();
          if (dead) {
            release();
            return new Promise(() => {});
          }
          holds = release;
          return guard(await driver.acquireConnection());
        },
        async beginTransaction(connection, settings) {
          await driver.beginTransaction(connection, settings);
          inTransaction = true;
        },
        async commitTransaction(connection) {
          await driver.commitTransaction(connection);
          inTransaction = false;
        },
        async rollbackTransaction(connection) {
          await driver.rollbackTransaction(connection);
          inTransaction = false;
        },
        async releaseConnection() {
          const release = holds;
          holds = null;
          release?.();
        },
        destroy: async () => {},
      };
      const db = new Kysely<Schema>({
        dialect: {
          createAdapter: () => inner.createAdapter(),
          createQueryCompiler: () => inner.createQueryCompiler(),
          createIntrospector: (of) => inner.createIntrospector(of),
          createDriver: () => guarded,
        },
      });
      return {
        db,
        // What a killed program had begun is undone when SQLite is opened next; its lock falls at once.
        abandon() {
          dead = true;
          if (holds === null) return;
          if (raw.isTransaction) raw.exec('rollback');
          const release = holds;
          holds = null;
          release();
        },
      };
    },
  };
}

/** Gives turns one after the other; whoever got one calls back when it is over. */
function lock(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let release = () => {};
    last = new Promise((done) => {
      release = done;
    });
    await before;
    return release;
  };
}
