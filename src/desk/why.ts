import { weightOf } from '../digest/select.ts';
import { canonicalUrl, sameSite } from '../ingest/article-url.ts';
import type { Article } from '../news/article.ts';
import type { Feed } from '../news/feed.ts';
import type { Story } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { articleByKeys, articlesById } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import type { Db } from '../store/schema.ts';
import { storiesBetween, storiesById, storiesOfArticles } from '../store/stories.ts';
import { visibleTo } from '../store/visible.ts';
import { findStories } from './find-stories.ts';

/** Why something stands, or does not stand, in the digest of a span. */
export type Why =
  /** No article of that address is held; `feeds` are the tenant's feeds of the same site. */
  | { readonly kind: 'no-article'; readonly url: string; readonly feeds: readonly Feed[] }
  | { readonly kind: 'no-story'; readonly nearest: readonly Story[] }
  | {
      readonly kind: 'story';
      readonly story: Story;
      /** The article that was asked about, and the one it repeats. */
      readonly article: Article | null;
      readonly copyOf: Article | null;
      /** Its place among the stories of the span, from 1; null where it lies outside the span. */
      readonly rank: number | null;
      readonly of: number;
      readonly limit: number;
      readonly weight: number;
    };

export async function explain(
  db: Db,
  tenant: TenantId,
  asked: { readonly about: string; readonly from: Date; readonly to: Date; readonly limit: number },
): Promise<Why> {
  const url = /^https?:/i.test(asked.about.trim()) ? canonicalUrl(asked.about.trim()) : undefined;
  if (url === undefined) {
    const found = await findStories(db, tenant, { query: asked.about, now: asked.to });
    const story = found.stories[0];
    if (!story) return { kind: 'no-story', nearest: found.nearest };
    return placed(db, tenant, asked, { story, article: null });
  }
  const article = await articleAt(db, tenant, url);
  const story = article && (await storyOf(db, tenant, article));
  if (!article || !story) {
    // By the whole host: asking for parts of an address would spell a private one out letter by letter.
    const feeds = (await feedsOf(db, tenant)).filter((feed) =>
      [feed.url, feed.siteUrl ?? ''].some((at) => sameSite(at, url)),
    );
    return { kind: 'no-article', url, feeds };
  }
  return placed(db, tenant, asked, { story, article });
}

async function articleAt(db: Db, tenant: TenantId, url: string): Promise<Article | undefined> {
  for (const owner of visibleTo(tenant)) {
    const held = await articleByKeys(db, owner, [url]);
    if (held) return held.article;
  }
  return undefined;
}

async function storyOf(db: Db, tenant: TenantId, article: Article): Promise<Story | undefined> {
  const id = (await storiesOfArticles(db, tenant, [article.id])).get(article.id);
  return id === undefined ? undefined : (await storiesById(db, tenant, [id]))[0];
}

async function placed(
  db: Db,
  tenant: TenantId,
  asked: { readonly from: Date; readonly to: Date; readonly limit: number },
  about: { readonly story: Story; readonly article: Article | null },
): Promise<Why> {
  const weight = weightOf(about.story, asked.to);
  const rivals = await storiesBetween(db, tenant, asked);
  const inSpan = rivals.some((rival) => rival.id === about.story.id);
  const ahead = rivals.filter((rival) => weightOf(rival, asked.to) > weight).length;
  const copyOf = about.article?.copyOf ?? null;
  return {
    kind: 'story',
    ...about,
    copyOf: copyOf === null ? null : ((await articlesById(db, tenant, [copyOf]))[0] ?? null),
    rank: inSpan ? ahead + 1 : null,
    of: rivals.length,
    limit: asked.limit,
    weight,
  };
}
