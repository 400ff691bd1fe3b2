import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { letOthersWork } from '../../src/lib/turns.ts';
import { forgetTenant } from '../../src/store/forget-tenant.ts';
import type { Db } from '../../src/store/schema.ts';
import { leftBefore, markLeft, markPresent } from '../../src/store/tenants.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};

const GONE = 'discord:1';
const STAYS = 'discord:10';
const NOW = new Date('2026-03-02T08:00:00Z');
const LATER = new Date('2026-04-02T08:00:00Z');

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

const leaveAll = (db: Db) => db.updateTable('tenants').set({ left_at: NOW.getTime() }).execute();

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
  await leaveAll(db);
  await forgetTenant(db, GONE, { leftBefore: LATER });
  expect(Object.values(await count(db, GONE)).filter((rows) => rows > 0)).toEqual([]);
  expect(await count(db, STAYS)).toEqual(before);
  expect(await count(db, '*')).toEqual(before);
});

const TEXT = 'The harbour of Kelmouth was closed after the storm. '.repeat(20);

/** A place with so many articles of its own that was left, and everybody's one. */
async function placeWith(articles: number) {
  const db = await temporaryStore();
  await arrive(db, NOW, {});
  await db.transaction().execute(async (transaction) => {
    for (let i = 0; i < articles; i += 1) {
      await arrive(transaction, NOW, { tenant: GONE, title: `Harbour ${i}`, text: `${TEXT}${i}` });
    }
  });
  await markLeft(db, GONE, NOW);
  const held = async (tenant: string) =>
    (await db.selectFrom('articles').select('id').where('tenant', '=', tenant).execute()).length;
  return { db, held };
}

describe('a place with many articles', () => {
  test('is forgotten in steps, and others get their turn between them', async () => {
    const { db, held } = await placeWith(1300);
    const seen = new Set<number>();
    let isDone = false;
    const watching = (async () => {
      while (!isDone) {
        seen.add(await held(GONE));
        await letOthersWork();
      }
    })();
    await forgetTenant(db, GONE, { leftBefore: LATER });
    isDone = true;
    await watching;
    expect([...seen].filter((articles) => articles > 0 && articles < 1300)).not.toEqual([]);
    expect(await held(GONE)).toBe(0);
    expect(await held('*')).toBe(1);
  });

  test('that was forgotten in part is still known as left, and the next sweep goes on', async () => {
    const { db, held } = await placeWith(700);
    const stopping = new AbortController();
    const forgetting = forgetTenant(db, GONE, { leftBefore: LATER, signal: stopping.signal });
    while ((await held(GONE)) === 700) await letOthersWork();
    stopping.abort();
    await forgetting;
    expect(await held(GONE)).toBe(200);
    expect(await leftBefore(db, LATER)).toEqual([GONE]);
    await forgetTenant(db, GONE, { leftBefore: LATER });
    expect(Object.values(await count(db, GONE)).filter((rows) => rows > 0)).toEqual([]);
  });

  test('that Crier comes back to meanwhile keeps what is left', async () => {
    const { db, held } = await placeWith(700);
    const forgetting = forgetTenant(db, GONE, { leftBefore: LATER });
    while ((await held(GONE)) === 700) await letOthersWork();
    await markPresent(db, [GONE]);
    await forgetting;
    expect(await held(GONE)).toBe(200);
  });
});
