import { escapeMarkup } from '../escape.ts';
import type { FeedItem, FeedPage } from './feed-page.ts';

/** RSS 2.0. A broken outlet's feed has bare ampersands, an entity XML does not know and tags that are never closed. */
export function writeRss(page: FeedPage): string {
  const { outlet } = page;
  const escaped = outlet.broken ? escapeCarelessly : escapeMarkup;
  const built = page.updatedAt
    ? `\n    <lastBuildDate>${page.updatedAt.toUTCString()}</lastBuildDate>`
    : '';
  return `<?xml version="1.0" encoding="${outlet.charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escaped(outlet.home)}</title>
    <link>${page.homeUrl}</link>
    <atom:link href="${page.feedUrl}" rel="self" type="application/rss+xml"/>
    <description>${escaped(outlet.name)}</description>
    <language>${outlet.language.toLowerCase()}</language>${built}
    <ttl>15</ttl>
${page.items.map((item) => writeItem(item, page, escaped)).join('\n')}
  </channel>
</rss>
`;
}

function writeItem(
  item: FeedItem,
  { outlet }: FeedPage,
  escaped: (text: string) => string,
): string {
  const lines = [
    `<title>${escaped(item.title)}</title>`,
    `<link>${item.url}</link>`,
    `<guid isPermaLink="true">${item.url}</guid>`,
    `<pubDate>${item.publishedAt.toUTCString()}</pubDate>`,
  ];
  if (item.updatedAt > item.publishedAt) {
    lines.push(`<atom:updated>${item.updatedAt.toISOString()}</atom:updated>`);
  }
  if (item.byline) lines.push(`<dc:creator>${escaped(item.byline)}</dc:creator>`);
  if (outlet.items !== 'headline') {
    lines.push(
      outlet.broken
        ? `<description><p>${escaped(item.summary)}&nbsp;<br></description>`
        : `<description>${escaped(item.summary)}</description>`,
    );
  }
  if (outlet.items === 'full') {
    lines.push(`<content:encoded><![CDATA[${item.html}]]></content:encoded>`);
  }
  if (item.section) {
    lines.push(`<category>${escaped(item.section)}` + (outlet.broken ? '' : '</category>'));
  }
  return `    <item>\n${lines.map((line) => '      ' + line).join('\n')}\n    </item>`;
}

function escapeCarelessly(text: string): string {
  return text.replaceAll('<', '&lt;');
}
