import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** One administrative act: who did what, and where. */
export type Act = {
  readonly at: Date;
  readonly person: { readonly id: string; readonly name: string };
  /** The platform's id; null where it was in no channel. */
  readonly channel: string | null;
  /** The command as it could be typed. */
  readonly line: string;
};

export async function addAct(db: Db, tenant: TenantId, act: Act): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      tenant,
      at: act.at.getTime(),
      person_id: act.person.id,
      person_name: act.person.name,
      channel: act.channel,
      line: act.line,
    })
    .execute();
}

/** The latest acts in a place, newest first. */
export async function actsOf(db: Db, tenant: TenantId, limit: number): Promise<Act[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: new Date(row.at),
    person: { id: row.person_id, name: row.person_name },
    channel: row.channel,
    line: row.line,
  }));
}
