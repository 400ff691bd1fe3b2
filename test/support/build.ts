import type { Article } from '../../src/news/article.ts';
import type { Feed } from '../../src/news/feed.ts';
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
    id: 1,
    tenant: EVERYBODY,
    url: 'https://news.example/feed',
    outlet: null,
    title: null,
    language: null,
    siteUrl: null,
    origin: 'added',
    status: 'active',
    poll: {
      validators: { etag: null, lastModified: null },
      bodyHash: null,
      validatedAt: null,
      intervalMs: null,
      nextPollAt: new Date(0),
      polledAt: null,
      okAt: null,
      failures: 0,
      problem: null,
    },
    ...about,
  };
}
