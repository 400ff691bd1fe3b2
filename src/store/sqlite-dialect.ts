import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/**
 * Kysely on node:sqlite: the few lines in which it differs from the driver Kysely knows. Every transaction writes:
 * it waits for its turn where it begins. One that began by reading would fail at once where another process writes.
 */
export function nodeSqliteDialect(open: () => DatabaseSync): SqliteDialect {
  return new TransactionalDialect({ database: async () => adapt(open()) });
}

class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

// Kysely takes SQLite's migrations one statement at a time: a crash in the midst of one would leave a database that
// no start can mend.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function adapt(database: DatabaseSync): SqliteDatabase {
  // Preparing costs more than most of our queries. Texts are few because values are always bound; 500 holds them all.
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(asked) {
      const sql = asked === 'begin' ? 'begin immediate' : asked;
      let statement = prepared.get(sql);
      if (!statement) {
        if (prepared.size >= 500) prepared.clear();
        statement = adaptStatement(database.prepare(sql));
        prepared.set(sql, statement);
      }
      // On some faults (a full disk) SQLite has rolled back by itself. To do it again would be a fault that hides it.
      return sql === 'rollback' && !database.isTransaction ? DONE : statement;
    },
  };
}

const DONE: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function adaptStatement(statement: StatementSync): SqliteStatement {
  const bound = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}
