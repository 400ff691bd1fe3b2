import { escapeMarkup } from '../escape.ts';
import type { FeedItem, FeedPage } from './feed-page.ts';

/** RSS 1.0: the items stand beside the channel, which lists them; dates and authors are Dublin Core. */
export function writeRdf(page: FeedPage): string {
  const { outlet } = page;
  const updated = page.updatedAt ? `\n    <dc:date>${page.updatedAt.toISOString()}</dc:date>` : '';
  return `<?xml version="1.0" encoding="${outlet.charset}"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel rdf:about="${page.feedUrl}">
    <title>${escapeMarkup(outlet.home)}</title>
    <link>${page.homeUrl}</link>
    <description>${escapeMarkup(outlet.name)}</description>
    <dc:language>${outlet.language}</dc:language>${updated}
    <items>
      <rdf:Seq>
${page.items.map(({ url }) => `        <rdf:li rdf:resource="${url}"/>`).join('\n')}
      </rdf:Seq>
    </items>
  </channel>
${page.items.map((item) => writeItem(item, page)).join('\n')}
</rdf:RDF>
`;
}

function writeItem(item: FeedItem, { outlet }: FeedPage): string {
  const lines = [
    `<title>${escapeMarkup(item.title)}</title>`,
    `<link>${item.url}</link>`,
    `<dc:date>${item.publishedAt.toISOString()}</dc:date>`,
  ];
  if (item.byline) lines.push(`<dc:creator>${escapeMarkup(item.byline)}</dc:creator>`);
  if (item.section) lines.push(`<dc:subject>${escapeMarkup(item.section)}</dc:subject>`);
  if (outlet.items !== 'headline') {
    lines.push(`<description>${escapeMarkup(item.summary)}</description>`);
  }
  if (outlet.items === 'full') {
    lines.push(`<content:encoded><![CDATA[${item.html}]]></content:encoded>`);
  }
  return `  <item rdf:about="${item.url}">\n${lines.map((line) => '    ' + line).join('\n')}\n  </item>`;
}
