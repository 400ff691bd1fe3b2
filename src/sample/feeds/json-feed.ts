import type { FeedPage } from './feed-page.ts';

/** JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed({ outlet, feedUrl, homeUrl, items }: FeedPage): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet.home,
      home_page_url: homeUrl,
      feed_url: feedUrl,
      language: outlet.language,
      items: items.map((item) => ({
        id: item.url,
        url: item.url,
        title: item.title,
        summary: outlet.items === 'headline' ? undefined : item.summary,
        content_html: outlet.items === 'full' ? item.html : undefined,
        content_text: outlet.items === 'full' ? undefined : item.summary,
        date_published: item.publishedAt.toISOString(),
        date_modified: item.updatedAt.toISOString(),
        authors: item.byline ? [{ name: item.byline }] : undefined,
        tags: item.section ? [item.section] : undefined,
      })),
    },
    null,
    2,
  );
}
