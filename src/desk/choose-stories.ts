import { selectStories } from '../digest/select.ts';
import type { Story } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { storiesBetween } from '../store/stories.ts';
import { findStories } from './find-stories.ts';

export type Choice = {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  /** Words that every story must be about; null: all stories. */
  readonly topic: string | null;
};

/** The stories of a span for one digest, the weightiest first. */
export async function chooseStories(db: Db, tenant: TenantId, choice: Choice): Promise<Story[]> {
  const candidates =
    choice.topic === null
      ? await storiesBetween(db, tenant, choice)
      : (await findStories(db, tenant, { query: choice.topic, now: choice.to })).stories.filter(
          (story) => story.lastAt > choice.from && story.firstAt <= choice.to,
        );
  return selectStories(candidates, { now: choice.to, limit: choice.limit });
}
