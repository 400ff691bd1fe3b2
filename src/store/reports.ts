import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** What somebody found wrong with a story as it was told in one version. */
export type Report = {
  readonly id: number;
  readonly tenant: TenantId;
  readonly at: Date;
  readonly story: StoryId;
  readonly version: number;
  readonly words: string | null;
};

/** Keeps a report for the operator; gives its number. */
export async function addReport(
  db: Db,
  tenant: TenantId,
  report: Omit<Report, 'id' | 'tenant'> & { readonly person: string },
): Promise<number> {
  const { id } = await db
    .insertInto('reports')
    .values({
      tenant,
      at: report.at.getTime(),
      story_id: report.story,
      version: report.version,
      words: report.words,
      person_id: report.person,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The latest reports of all places, newest first: for the operator alone. */
export async function reportsOfAll(db: Db, limit: number): Promise<Report[]> {
  const rows = await db
    .selectFrom('reports')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant,
    at: new Date(row.at),
    story: row.story_id,
    version: row.version,
    words: row.words,
  }));
}
