import { escapeMarkup } from '../escape.ts';
import type { FeedItem, FeedPage } from './feed-page.ts';

/** Atom 1.0 (RFC 4287). */
export function writeAtom(page: FeedPage): string {
  const { outlet } = page;
  return `<?xml version="1.0" encoding="${outlet.charset}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
  <id>${page.homeUrl}</id>
  <title>${escapeMarkup(outlet.home)}</title>
  <updated>${(page.updatedAt ?? new Date(0)).toISOString()}</updated>
  <link rel="alternate" type="text/html" href="${page.homeUrl}"/>
  <link rel="self" type="application/atom+xml" href="${page.feedUrl}"/>
  <author><name>${escapeMarkup(outlet.name)}</name></author>
${page.items.map((item) => writeEntry(item, page)).join('\n')}
</feed>
`;
}

function writeEntry(item: FeedItem, { outlet }: FeedPage): string {
  const lines = [
    `<id>${item.url}</id>`,
    `<title type="text">${escapeMarkup(item.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${item.url}"/>`,
    `<published>${item.publishedAt.toISOString()}</published>`,
    `<updated>${item.updatedAt.toISOString()}</updated>`,
  ];
  if (item.byline) lines.push(`<author><name>${escapeMarkup(item.byline)}</name></author>`);
  if (item.section) lines.push(`<category term="${escapeMarkup(item.section)}"/>`);
  if (outlet.items !== 'headline') {
    lines.push(`<summary type="text">${escapeMarkup(item.summary)}</summary>`);
  }
  if (outlet.items === 'full') {
    lines.push(`<content type="html">${escapeMarkup(item.html)}</content>`);
  }
  return `  <entry>\n${lines.map((line) => '    ' + line).join('\n')}\n  </entry>`;
}
