import { escapeMarkup } from '../escape.ts';

type Link = { readonly title: string; readonly url: string };

/** A plain page of links, with the feeds it offers in its head. */
export function writeLinkPage(page: {
  readonly title: string;
  readonly language: string;
  readonly charset: string;
  readonly feeds: readonly (Link & { readonly type: string })[];
  readonly links: readonly Link[];
}): string {
  const feeds = page.feeds.map(
    ({ title, url, type }) =>
      `<link rel="alternate" type="${type}" title="${escapeMarkup(title)}" href="${url}">`,
  );
  const links = page.links.map(
    ({ title, url }) => `<li><a href="${url}">${escapeMarkup(title)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="${page.charset}">
<title>${escapeMarkup(page.title)}</title>
${feeds.join('\n')}
</head>
<body>
<h1>${escapeMarkup(page.title)}</h1>
<ul>
${links.join('\n')}
</ul>
</body>
</html>
`;
}
