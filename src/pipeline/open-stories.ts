import { createStoryStream, type StoryStream } from '../cluster/stream.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { newestBefore, ownArticlesAfter } from '../store/articles.ts';
import type { Db } from '../store/schema.ts';

/** The streams of stories, one a tenant: a memory of the last days that follows the store. */
export type OpenStories = {
  /** Reads what this and other programs stored since the last time, a page at a time, letting others work in between. */
  catchUp(db: Db, tenant: TenantId, now: Date): Promise<void>;
  /** A tenant's stream, caught up before. */
  of(tenant: TenantId): StoryStream;
  /** Notes an article that was stored by this program. */
  add(tenant: TenantId, article: StreamArticle, story: StoryId): void;
  /** Forgets everything: the next catching up reads the store again. */
  clear(): void;
};

type StreamArticle = Pick<
  Article,
  'id' | 'title' | 'text' | 'publishedAt' | 'seenAt' | 'language' | 'outlet' | 'url'
>;

// Reading one page holds up everything else for some 40 ms.
const PAGE = 100;

/** `windowMs`: how long a story stays open. */
export function createOpenStories(windowMs: number): OpenStories {
  const held = new Map<TenantId, { readonly stream: StoryStream; upTo: ArticleId }>();

  async function catchUp(db: Db, tenant: TenantId, now: Date): Promise<void> {
    const since = new Date(now.getTime() - windowMs);
    let open = held.get(tenant);
    if (!open) {
      open = { stream: createStoryStream({ windowMs }), upTo: await newestBefore(db, since) };
      held.set(tenant, open);
    }
    open.stream.expire(now.getTime());
    for (;;) {
      const page = await ownArticlesAfter(db, tenant, { after: open.upTo, limit: PAGE });
      for (const { article, story } of page) {
        if (article.revises !== null) open.stream.remove(article.revises);
        if (story !== null) open.stream.add(itemOf(article), story);
        open.upTo = article.id;
      }
      if (page.length < PAGE) return;
      await new Promise((next) => setImmediate(next));
    }
  }

  function of(tenant: TenantId): StoryStream {
    const open = held.get(tenant);
    if (!open) throw new Error('a stream of stories was used before it was read');
    return open.stream;
  }

  function add(tenant: TenantId, article: StreamArticle, story: StoryId): void {
    of(tenant).add(itemOf(article), story);
    held.get(tenant)!.upTo = article.id;
  }

  return { catchUp, of, add, clear: () => held.clear() };
}

/** An article as the stream reads it. */
export function itemOf(article: StreamArticle) {
  return {
    id: article.id,
    title: article.title,
    text: article.text,
    at: article.publishedAt?.getTime() ?? null,
    arrived: article.seenAt.getTime(),
    language: article.language,
    outlet: article.outlet,
    url: article.url,
  };
}
