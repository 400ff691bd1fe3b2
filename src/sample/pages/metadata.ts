import { escapeMarkup } from '../escape.ts';
import type { Outlet } from '../newsroom.ts';
import type { Printed } from '../print.ts';

/** The lines in the page's head that tell machines what the page is: as much of them as the outlet takes care of. */
export function metadataHtml(page: {
  readonly outlet: Outlet;
  readonly printed: Printed;
  readonly url: string;
}): string {
  const { outlet, printed, url } = page;
  if (outlet.metadata === 'none') return '';
  const lines = [`<link rel="canonical" href="${url}">`];
  const meta = (name: string, content: string) =>
    lines.push(`<meta property="${name}" content="${escapeMarkup(content)}">`);
  meta('og:type', 'article');
  meta('og:title', printed.title);
  meta('og:site_name', outlet.name);
  meta('og:url', url);
  if (printed.summary) meta('og:description', printed.summary);
  if (outlet.metadata === 'open-graph') {
    meta('article:published_time', printed.publishedAt.toISOString());
    meta('article:modified_time', printed.updatedAt.toISOString());
    if (printed.byline) meta('article:author', printed.byline);
  } else {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: printed.title,
      datePublished: printed.publishedAt.toISOString(),
      dateModified: printed.updatedAt.toISOString(),
      author: printed.byline ? [{ '@type': 'Person', name: printed.byline }] : undefined,
      publisher: { '@type': 'Organization', name: outlet.name },
      inLanguage: outlet.language,
      mainEntityOfPage: url,
    };
    // A "</script>" inside the data would end the element early.
    const json = JSON.stringify(data).replaceAll('<', '\\u003c');
    lines.push(`<script type="application/ld+json">${json}</script>`);
  }
  return lines.join('\n') + '\n';
}
