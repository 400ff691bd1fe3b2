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
  /** The story's title by now; null: it is held no more. */
  readonly headline: string | null;
  readonly words: string | null;
};

/** Keeps a report for the operator; gives its number. */
export async function addReport(
  db: Db,
  tenant: TenantId,
  report: Omit<Report, 'id' | 'tenant' | 'headline'> & { readonly person: string },
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
    .leftJoin('stories', 'stories.id', 'reports.story_id')
    .selectAll('reports')
    .select('stories.title as headline')
    .orderBy('reports.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tenant: row.tenant,
    at: new Date(row.at),
    story: row.story_id,
    version: row.version,
    headline: row.headline,
    words: row.words,
  }));
}

/** How many reports somebody sent since then, from whatever place. */
export async function countReports(db: Db, person: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('reports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', person)
    .where('at', '>', since.getTime())
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Deletes what was written down of people before then: what they reported, and who changed what. */
export async function forgetPaper(db: Db, before: Date): Promise<void> {
  for (const table of ['reports', 'audit'] as const) {
    await db.deleteFrom(table).where('at', '<', before.getTime()).execute();
  }
}
