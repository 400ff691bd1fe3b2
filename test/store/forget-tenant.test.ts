import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forgetTenant } from '../../src/store/forget-tenant.ts';
import type { Db } from '../../src/store/schema.ts';
import { temporaryStore } from '../support/store.ts';

type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};

const GONE = 'discord:1';
const STAYS = 'discord:10';

/** Every table that has rows of tenants, by what stands in the database: a new one cannot be forgotten here. */
async function tablesOfTenants(db: Db): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
  `.execute(db);
  const tables = new Map<string, readonly Column[]>();
  for (const { name } of rows) {
    const columns = await sql<Column>`select * from pragma_table_info(${name})`.execute(db);
    if (columns.rows.some((column) => column.name === 'tenant')) tables.set(name, columns.rows);
  }
  return tables;
}

/** A row of each table for each tenant, with values that say nothing. */
async function fill(db: Db, tenants: readonly string[]): Promise<void> {
  await sql`pragma foreign_keys = off`.execute(db);
  let serial = 1;
  for (const tenant of tenants) {
    for (const [table, columns] of await tablesOfTenants(db)) {
      serial += 1;
      const emptyOf = ({ name, type, pk, notnull }: Column) => {
        if (name === 'tenant') return tenant;
        if (!notnull && !pk) return null;
        return /int|real|num/i.test(type) ? serial : `value ${serial}`;
      };
      const names = sql.join(columns.map(({ name }) => sql.ref(name)));
      const values = sql.join(columns.map((column) => sql`${emptyOf(column)}`));
      await sql`insert into ${sql.table(table)} (${names}) values (${values})`.execute(db);
    }
  }
}

async function count(db: Db, tenant: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of (await tablesOfTenants(db)).keys()) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where tenant = ${tenant}
    `.execute(db);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

test('no table that the schema knows keeps a row of a forgotten place, and each keeps those of others', async () => {
  const db = await temporaryStore();
  await fill(db, [GONE, STAYS, '*']);
  const before = await count(db, GONE);
  expect(Object.keys(before).length).toBeGreaterThan(15);
  for (const table of ['subscriptions', 'articles', 'audit', 'reports', 'mutes', 'tenants']) {
    expect(before[table]).toBe(1);
  }
  await forgetTenant(db, GONE);
  expect(Object.values(await count(db, GONE)).filter((rows) => rows > 0)).toEqual([]);
  expect(await count(db, STAYS)).toEqual(before);
  expect(await count(db, '*')).toEqual(before);
});
