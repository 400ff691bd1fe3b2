import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

// What points comes before what it points at.
const TABLES = [
  'mutes',
  'notices',
  'told',
  'deliveries',
  'editions',
  'schedules',
  'subscriptions',
  'channels',
  'reports',
  'audit',
  'usage',
  'model_answers',
  'digests',
  'quotes',
  'story_articles',
  'article_keys',
  'forgotten_keys',
  'articles',
  'stories',
  'feeds',
  'tenants',
] as const;

/** Deletes every row of one place; what is everybody's stays. */
export async function forgetTenant(db: Db, tenant: TenantId): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of TABLES) {
      await transaction.deleteFrom(table).where('tenant', '=', tenant).execute();
    }
  });
}
