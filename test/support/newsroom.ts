import type { Article } from '../../src/news/article.ts';
import type { StoryId } from '../../src/news/story.ts';
import { EVERY_DAY, EVERYTHING, type Wish } from '../../src/news/subscription.ts';
import { EVERYBODY, type TenantId } from '../../src/news/tenant.ts';
import { addArticle } from '../../src/store/articles.ts';
import type { Db } from '../../src/store/schema.ts';
import { joinStory, openStory, recountStory } from '../../src/store/stories.ts';
import { article } from './build.ts';

/** A wish with everything said; spell out only what the test is about. */
export function wish(about: Partial<Wish> = {}): Wish {
  return {
    kind: 'digest',
    filter: EVERYTHING,
    schedule: { times: ['08:30'], days: EVERY_DAY, everyMinutes: null },
    zone: 'UTC',
    stories: 7,
    length: 'short',
    language: null,
    quiet: null,
    whenEmpty: 'silence',
    threshold: null,
    until: null,
    createdBy: 'U1',
    createdByName: 'Ida',
    ...about,
  };
}

let serial = 0;

/** Lets an article come at a moment, as a story of its own or into one that is there. */
export async function arrive(
  db: Db,
  at: Date,
  about: Partial<Article> & { readonly story?: StoryId; readonly feedId?: number | null } = {},
): Promise<StoryId> {
  const { story: into, feedId, ...rest } = about;
  const tenant: TenantId = rest.tenant ?? EVERYBODY;
  const one = article({ publishedAt: at, seenAt: at, ...rest, tenant });
  const held = await addArticle(db, {
    ...one,
    feedId: feedId ?? null,
    itemHash: null,
    keys: [`key ${serial++}`],
  });
  const story = into ?? (await openStory(db, tenant, one.title));
  await joinStory(db, tenant, { story, article: held, replaces: one.revises, now: at });
  await recountStory(db, tenant, story);
  return story;
}
