import type { Digest } from '../news/digest.ts';
import type { Story } from '../news/story.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

/** The digests that were made of this very version of a story, by their writers' names. */
export async function digestsOf(
  db: Db,
  story: Pick<Story, 'id' | 'tenant' | 'version'>,
): Promise<Map<string, Digest>> {
  const rows = await db
    .selectFrom('digests')
    .select(['writer', 'body'])
    .where('story_id', '=', story.id)
    .where('tenant', 'in', visibleTo(story.tenant))
    .where('version', '=', story.version)
    .orderBy('made_at')
    .execute();
  return new Map(rows.map(({ writer, body }) => [writer, JSON.parse(body, reviveDates) as Digest]));
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
