import { escapeMarkup } from '../escape.ts';
import type { Outlet } from '../newsroom.ts';
import type { Printed } from '../print.ts';
import { metadataHtml } from './metadata.ts';
import { textPieces } from './text-html.ts';
import { wordingOf } from './wording.ts';

/** What an article's page is written from. All addresses are absolute. */
export type ArticlePage = {
  readonly outlet: Outlet;
  readonly homeUrl: string;
  readonly url: string;
  readonly printed: Printed;
  /** Other articles of the outlet, for the boxes around the text. */
  readonly related: readonly { readonly title: string; readonly url: string }[];
};

/** The article in the shape its outlet builds pages in, with what real pages have around the text. */
export function writeArticlePage(page: ArticlePage): string {
  const { outlet, printed } = page;
  return `<!DOCTYPE html>
<html lang="${outlet.language}">
<head>
<meta charset="${outlet.charset}">
<title>${escapeMarkup(printed.title)} | ${escapeMarkup(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${metadataHtml(page)}<style>body{font:16px/1.5 serif;margin:0 auto;max-width:60em}</style>
</head>
<body>
${BODIES[outlet.page](page)}
</body>
</html>
`;
}

const BODIES: Record<Outlet['page'], (page: ArticlePage) => string> = {
  article: writeSemantic,
  portal: writePortal,
  plain: writePlain,
  paywall: writePaywall,
};

/** The tidy modern page: header, main, article, figure, aside. */
function writeSemantic(page: ArticlePage): string {
  const { outlet, printed } = page;
  const words = wordingOf(outlet.language);
  const between = new Map([
    [
      3,
      `<aside class="newsletter"><p>${words.newsletter}</p><form action="#"><input type="email" name="email"><button>${words.subscribe}</button></form></aside>`,
    ],
  ]);
  return `${cookieBanner(page)}
<header><a href="${page.homeUrl}">${escapeMarkup(outlet.name)}</a>
<nav><ul>${words.sections.map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul></nav></header>
<main>
<article>
<header><h1>${escapeMarkup(printed.title)}</h1>
${bylineHtml(page)}
<div class="share"><span>${words.share}</span> <a href="#">Chirp</a> <a href="#">Mail</a> <button>Link</button></div></header>
${figureHtml(page)}
${textPieces(printed, (paragraph) => `<p>${paragraph}</p>`, between).join('\n')}
</article>
<aside class="related"><h2>${words.related}</h2>${linkList(page)}</aside>
</main>
<footer><p>© ${escapeMarkup(outlet.name)}. ${words.footer}</p></footer>`;
}

/** The portal: nothing but div elements, boxes in the middle of the text, links to other stories between paragraphs. */
function writePortal(page: ArticlePage): string {
  const { outlet, printed, related } = page;
  const words = wordingOf(outlet.language);
  const between = new Map<number, string>();
  const [first] = related;
  if (first) {
    between.set(
      2,
      `<div class="read-also"><strong>${words.related}:</strong> <a href="${first.url}">${escapeMarkup(first.title)}</a></div>`,
    );
  }
  between.set(
    4,
    `<div class="newsletter-box"><div>${words.newsletter}</div><div class="btn">${words.subscribe}</div></div>`,
  );
  return `<div id="top"><div class="logo"><a href="${page.homeUrl}">${escapeMarkup(outlet.name)}</a></div>
<div class="menu">${words.sections.map((name) => `<a href="#">${name}</a>`).join(' ')}</div></div>
<div id="wrap">
<div class="story">
<div class="story-head"><h1 class="headline">${escapeMarkup(printed.title)}</h1>
${bylineHtml(page)}</div>
<div class="social-bar"><a href="#">Chirp</a><a href="#">Mail</a><a href="#">${words.share}</a></div>
${figureHtml(page)}
<div class="story-body">
${textPieces(printed, (paragraph) => `<div class="par"><p>${paragraph}</p></div>`, between).join('\n')}
</div>
<div class="tags"><a href="#">${escapeMarkup(printed.section ?? words.sections[1] ?? '')}</a></div>
</div>
<div class="sidebar"><div class="box-title">${words.related}</div>${linkList(page)}</div>
</div>
<div id="bottom">© ${escapeMarkup(outlet.name)}. ${words.footer}</div>
${cookieBanner(page)}`;
}

/** The old page: a table for the layout, the text in one cell with line breaks between its paragraphs. */
function writePlain(page: ArticlePage): string {
  const { outlet, printed } = page;
  const words = wordingOf(outlet.language);
  const paragraphs = textPieces(printed, (paragraph) => paragraph);
  return `<table width="100%"><tr><td colspan="2"><a href="${page.homeUrl}"><b>${escapeMarkup(outlet.name)}</b></a> | ${words.sections.join(' | ')}</td></tr>
<tr><td valign="top" width="70%">
<h1>${escapeMarkup(printed.title)}</h1>
${bylineHtml(page)}
<div id="text">
${paragraphs.join('<br><br>\n')}
</div>
<p><small>${words.share}: <a href="#">Mail</a></small></p>
</td><td valign="top"><b>${words.related}</b>${linkList(page)}</td></tr>
<tr><td colspan="2"><small>© ${escapeMarkup(outlet.name)}. ${words.footer}</small></td></tr></table>`;
}

/** The page of an outlet that shows nothing to people who have not paid. */
function writePaywall(page: ArticlePage): string {
  const { outlet, printed } = page;
  const words = wordingOf(outlet.language);
  return `${cookieBanner(page)}
<header><a href="${page.homeUrl}">${escapeMarkup(outlet.name)}</a></header>
<main><h1>${escapeMarkup(printed.title)}</h1>
<div class="paywall"><strong>${words.paywall}</strong> <a href="#">${words.signIn}</a></div></main>
<footer>© ${escapeMarkup(outlet.name)}. ${words.footer}</footer>`;
}

function bylineHtml({ outlet, printed }: ArticlePage): string {
  const words = wordingOf(outlet.language);
  const written = new Intl.DateTimeFormat(outlet.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const name = printed.byline
    ? `<span class="byline">${words.by} <span class="author">${escapeMarkup(printed.byline)}</span></span> `
    : '';
  const updated =
    printed.updatedAt > printed.publishedAt
      ? ` <span class="updated">${words.updated} ${written.format(printed.updatedAt)}</span>`
      : '';
  return `<div class="meta">${name}<time datetime="${printed.publishedAt.toISOString()}">${written.format(printed.publishedAt)} UTC</time>${updated}</div>`;
}

function figureHtml({ outlet, printed }: ArticlePage): string {
  const words = wordingOf(outlet.language);
  const caption = escapeMarkup(printed.caption ?? words.caption);
  return `<figure><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt=""><figcaption>${caption}. ${words.photo}: ${escapeMarkup(outlet.name)}</figcaption></figure>`;
}

function cookieBanner({ outlet }: ArticlePage): string {
  const words = wordingOf(outlet.language);
  return `<div class="cookie-banner" role="dialog"><p>${words.cookies}</p><button>${words.accept}</button></div>`;
}

function linkList({ related }: ArticlePage): string {
  return `<ul>${related.map(({ title, url }) => `<li><a href="${url}">${escapeMarkup(title)}</a></li>`).join('')}</ul>`;
}
