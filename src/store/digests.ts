import type { Digest } from '../news/digest.ts';
import type { Story } from '../news/story.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

/** The digest a writer made of this very version of a story. */
export async function digestOf(
  db: Db,
  story: Pick<Story, 'id' | 'tenant' | 'version'>,
  writer: string,
): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('digests')
    .select('body')
    .where('story_id', '=', story.id)
    .where('tenant', 'in', visibleTo(story.tenant))
    .where('version', '=', story.version)
    .where('writer', '=', writer)
    .executeTakeFirst();
  return row && (JSON.parse(row.body, reviveDates) as Digest);
}

export async function keepDigest(
  db: Db,
  story: Pick<Story, 'id' | 'tenant' | 'version'>,
  made: { readonly digest: Digest; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('digests')
    .values({
      tenant: story.tenant,
      story_id: story.id,
      version: story.version,
      writer: made.digest.writer,
      body: JSON.stringify(made.digest),
      made_at: made.at.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function reviveDates(key: string, value: unknown): unknown {
  return (key === 'first' || key === 'last') && typeof value === 'string' ? new Date(value) : value;
}
