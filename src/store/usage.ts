import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** Something that spending is counted in: a tenant's day, a person's hour. Null is no limit. */
export type UsageAccount = {
  readonly tenant: TenantId;
  readonly holder: string;
  readonly window: string;
  readonly limit: { readonly tokens: number | null; readonly micros: number | null };
};

export type Spent = { readonly calls: number; readonly tokens: number; readonly micros: number };

const NOTHING: Spent = { calls: 0, tokens: 0, micros: 0 };

/** Counts what is spent, so that no two requests can take the same room. */
export function usageOf(db: Db) {
  return {
    /** Adds the spending to all accounts, or to none where one has no room for it: then that one comes back. */
    async reserve<A extends UsageAccount>(
      accounts: readonly A[],
      spending: Spent,
    ): Promise<A | undefined> {
      return db.transaction().execute(async (transaction) => {
        for (const account of accounts) {
          const spent = await spentIn(transaction, account);
          const { tokens, micros } = account.limit;
          if (tokens !== null && spent.tokens + spending.tokens > tokens) return account;
          if (micros !== null && spent.micros + spending.micros > micros) return account;
        }
        for (const account of accounts) await add(transaction, account, spending);
        return undefined;
      });
    },
    /** Puts right what was reserved; the difference may be negative. */
    async adjust(accounts: readonly UsageAccount[], difference: Spent): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        for (const account of accounts) await add(transaction, account, difference);
      });
    },
  };
}

type Place = Pick<UsageAccount, 'tenant' | 'holder' | 'window'>;

async function spentIn(db: Db, { tenant, holder, window }: Place): Promise<Spent> {
  const row = await db
    .selectFrom('usage')
    .select(['calls', 'tokens', 'micros'])
    .where('tenant', '=', tenant)
    .where('holder', '=', holder)
    .where('time_window', '=', window)
    .executeTakeFirst();
  return row ?? NOTHING;
}

async function add(db: Db, { tenant, holder, window }: Place, spent: Spent): Promise<void> {
  await db
    .insertInto('usage')
    .values({ tenant, holder, time_window: window, ...spent })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'holder', 'time_window']).doUpdateSet((eb) => ({
        calls: eb('usage.calls', '+', spent.calls),
        tokens: eb('usage.tokens', '+', spent.tokens),
        micros: eb('usage.micros', '+', spent.micros),
      })),
    )
    .execute();
}

/** What a tenant spent on each day (UTC) from `first` on, earliest first; days without spending are left out. */
export async function spentByDay(
  db: Db,
  tenant: TenantId,
  first: string,
): Promise<(Spent & { readonly day: string })[]> {
  const rows = await db
    .selectFrom('usage')
    .select(['time_window as day', 'calls', 'tokens', 'micros'])
    .where('tenant', '=', tenant)
    .where('holder', '=', 'tenant')
    .where('time_window', '>=', first)
    .orderBy('time_window')
    .execute();
  return rows;
}

/** Forgets spending of windows that began before `day` (`2026-03-01`): housekeeping over all tenants. */
export async function forgetUsage(db: Db, day: string): Promise<void> {
  await db.deleteFrom('usage').where('time_window', '<', day).execute();
}
