import { DAY } from '../lib/clock.ts';
import type { Story } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { storiesBetween } from '../store/stories.ts';

const MOST = 25;

/** Recent stories whose title holds every word typed so far (the last one may be unfinished), the most told first. */
export async function suggestStories(
  from: { readonly db: Db; readonly tenant: TenantId; readonly now: Date },
  typed: string,
): Promise<Story[]> {
  const words = typed.toLowerCase().split(/\s+/);
  const recent = await storiesBetween(from.db, from.tenant, {
    from: new Date(from.now.getTime() - 7 * DAY),
    to: from.now,
  });
  return recent
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .slice(0, MOST);
}
