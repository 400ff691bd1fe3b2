import type { Article } from '../../src/news/article.ts';
import { type Feed, unreadFeed } from '../../src/news/feed.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';

/** An article with everything said; spell out only what the test is about. */
export function article(about: Partial<Article> = {}): Article {
  return {
    id: 1,
    tenant: EVERYBODY,
    url: null,
    outlet: 'The Example',
    title: 'Something happened',
    byline: null,
    publishedAt: new Date('2026-03-01T10:00:00Z'),
    seenAt: new Date('2026-03-01T10:05:00Z'),
    language: 'en',
    text: 'Something happened in Kelmouth on Monday.',
    copyOf: null,
    revises: null,
    ...about,
  };
}

/** A feed that was never read. */
export function feed(about: Partial<Feed> = {}): Feed {
  return {
    ...unreadFeed('https://news.example/feed'),
    id: 1,
    ...about,
  };
}
