import type { StoryId } from '../news/story.ts';
import type { Filter } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import { storiesHolding, storiesOfFeeds } from '../store/arrivals.ts';
import type { Db } from '../store/schema.ts';
import { storiesById } from '../store/stories.ts';
import { searchWords } from './find-stories.ts';

/** The stories that are what the filter asks for, leaving aside what it mutes. */
export async function wantedAmong(
  db: Db,
  tenant: TenantId,
  filter: Filter,
  ids: readonly StoryId[],
): Promise<ReadonlySet<StoryId>> {
  let among = new Set(ids);
  if (filter.stories.length > 0) {
    among = among.intersection(await standingNow(db, tenant, filter.stories));
  }
  const needed = [...(filter.topic === null ? [] : searchWords(filter.topic)), ...filter.must];
  for (const phrase of needed) {
    among = await storiesHolding(db, tenant, { phrase, among: [...among] });
  }
  if (filter.names.length > 0) {
    const named = new Set<StoryId>();
    for (const phrase of filter.names) {
      for (const id of await storiesHolding(db, tenant, { phrase, among: [...among] }))
        named.add(id);
    }
    among = named;
  }
  if (filter.feeds.length > 0) {
    among = await storiesOfFeeds(db, tenant, { feeds: filter.feeds, among: [...among] });
  }
  return among;
}

/** What these stories are by now: themselves, or those they went into. */
export async function standingNow(
  db: Db,
  tenant: TenantId,
  stories: readonly StoryId[],
): Promise<Set<StoryId>> {
  return new Set((await storiesById(db, tenant, stories)).map((story) => story.id));
}
