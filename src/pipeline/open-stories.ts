import { createStoryStream, type Placement, type StoryStream } from '../cluster/stream.ts';
import { letOthersWork } from '../lib/turns.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { newestBefore, ownArticlesAfter } from '../store/articles.ts';
import type { Db } from '../store/schema.ts';

/** The streams of stories, one a tenant: a memory of the last days that follows the store. */
export type OpenStories = {
  /** Reads what this and other programs stored since the last time, a page at a time, letting others work in between. */
  catchUp(db: Db, tenant: TenantId, now: Date): Promise<void>;
  /** Where an article that has no number yet belongs in a tenant's stream, which was caught up before. */
  place(tenant: TenantId, article: Omit<StreamArticle, 'id'>): Placement;
  /** These three note what is being stored. */
  add(tenant: TenantId, article: StreamArticle, story: StoryId): void;
  remove(tenant: TenantId, article: ArticleId): void;
  merge(tenant: TenantId, from: StoryId, into: StoryId): void;
  /** What was noted is stored. */
  keep(): void;
  /** What was noted since the last `keep` is not stored after all. */
  undo(): void;
};

type StreamArticle = Pick<
  Article,
  'id' | 'title' | 'text' | 'publishedAt' | 'seenAt' | 'language' | 'outlet' | 'url'
>;

// Reading one page holds up everything else for some 40 ms.
const PAGE = 100;

type Open = {
  readonly stream: StoryStream;
  /** The last article that was read from the store or is stored. */
  upTo: ArticleId;
  /** Noted, but not yet stored. */
  added: ArticleId[];
  /** Whether something was noted that a stream cannot take back: an article taken out, stories merged. */
  rewritten: boolean;
};

/** `windowMs`: how long a story stays open. */
export function createOpenStories(windowMs: number): OpenStories {
  const held = new Map<TenantId, Open>();

  async function catchUp(db: Db, tenant: TenantId, now: Date): Promise<void> {
    let open = held.get(tenant);
    if (!open) {
      const stream = createStoryStream({ windowMs });
      const upTo = await newestBefore(db, new Date(now.getTime() - windowMs));
      open = { stream, upTo, added: [], rewritten: false };
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
      await letOthersWork();
    }
  }

  function of(tenant: TenantId): Open {
    const open = held.get(tenant);
    if (!open) throw new Error('a stream of stories was used before it was read');
    return open;
  }

  return {
    catchUp,
    // The number is the store's to give, and a place does not depend on it.
    place: (tenant, article) => of(tenant).stream.place(itemOf({ ...article, id: -1 })),
    add(tenant, article, story) {
      of(tenant).stream.add(itemOf(article), story);
      of(tenant).added.push(article.id);
    },
    remove(tenant, article) {
      of(tenant).stream.remove(article);
      of(tenant).rewritten = true;
    },
    merge(tenant, from, into) {
      if (from === into) return;
      of(tenant).stream.merge(from, into);
      of(tenant).rewritten = true;
    },
    keep() {
      for (const open of held.values()) {
        open.upTo = open.added.at(-1) ?? open.upTo;
        open.added = [];
        open.rewritten = false;
      }
    },
    undo() {
      for (const [tenant, open] of held) {
        // Then the store is read again, which takes seconds where much is open.
        if (open.rewritten) held.delete(tenant);
        for (const article of open.added) open.stream.remove(article);
        open.added = [];
      }
    },
  };
}

/** An article as the stream reads it. */
function itemOf(article: StreamArticle) {
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
