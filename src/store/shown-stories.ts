import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';
import { visibleTo } from './visible.ts';

/** A story that a post shows: the number it was told as, and that of what it went into since. */
export type ShownStory = { readonly toldAs: StoryId; readonly story: StoryId };

/** The stories that stand in a post, from its `items`; none where those were not written down. */
export function shownStories(items: string | null): readonly ShownStory[] {
  if (items === null) return [];
  const shown = JSON.parse(items) as {
    readonly items: readonly { readonly story: StoryId; readonly toldAs?: StoryId }[];
  };
  return shown.items.map(({ story, toldAs }) => ({ story, toldAs: toldAs ?? story }));
}

/** The numbers that a story goes or once went by: its own, and those of the stories that went into it. */
export async function numbersOf(
  db: Db,
  tenant: TenantId,
  story: StoryId,
): Promise<ReadonlySet<StoryId>> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('merged_into', '=', story)
    .where('tenant', 'in', visibleTo(tenant))
    .execute();
  return new Set([story, ...rows.map(({ id }) => id)]);
}
