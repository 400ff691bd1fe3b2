import { all, type DomDocument, type DomElement, foldedText } from './dom.ts';

// Whole parts that are never the article, by what they are.
const NEVER_TEXT = [
  'nav',
  'footer',
  'form',
  'figcaption',
  'noscript',
  'button',
  'dialog',
  '[role="navigation"]',
  '[role="contentinfo"]',
  '[role="search"]',
  '[role="dialog"]',
  '[role="alert"]',
  // Posts of other people, shown in the article but not its words.
  'blockquote[class*="twitter-"]',
  'blockquote[class*="instagram-"]',
  'blockquote[class*="tiktok-"]',
  'blockquote[class*="reddit-"]',
  'blockquote[class*="bluesky-"]',
  'blockquote[class*="mastodon-"]',
  'blockquote[class*="imgur-"]',
  'blockquote[cite*="twitter.com"]',
  '.fb-post',
].join(',');

// Words that publishers build class names and ids from, for what stands around an article. Each must be whole
// words of the name: "share-bar" but not "shareholders".
const NAMED_JUNK = new RegExp(
  `(?:^| )(?:${[
    'share|shares|sharing|sharebar|sharethis|sharedaddy|addthis|addtoany|social|socials|sociallinks',
    'newsletters?|subscribe|subscription|signup|sign up|mailing list|mailchimp|optin|paywall|piano',
    'related|recirc|recirculation|recommended|recommendations?|read (?:more|also|next)|readmore|more (?:stories|news|from|on|articles|coverage)|see also|also (?:read|like)|you may(?: also)?|up next|trending|most (?:read|popular|viewed|recent)|popular posts|latest news|outbrain|taboola|zergnet|revcontent|jp relatedposts|yarpp',
    'promo|promos|promotion|sponsor|sponsored|advert|adverts|advertisement|advertising|ads?|adslot|adsbygoogle|dfp|affiliate|cta|call to action',
    'cookies?|consent|gdpr|ccpa|privacy notice',
    'comments?|commentlist|disqus|livefyre|respond|fb comments|replies|discussion',
    'breadcrumbs?|pagination|pager|page links|post navigation|nav links|skip link|skip links',
    'byline|bylines|author bio|author box|author info|author card|about (?:the )?author|author profile|post author|bio|biography|contributors?',
    'timestamp|dateline|pubdate|published date|publish date|post date|entry meta|post meta|article meta|entry footer|post footer|read(?:ing)? time',
    'tags|tag list|taglist|tagcloud|post tags|entry tags|article tags|keywords|post categories|topics',
    'caption|captions|wp caption text|credit|credits|image credit|photo credit|copyright|photographer',
    'gallery|slideshow|carousel|lightbox|pull quote|pullquote|video player|jwplayer|brightcove|playlist',
    'screen reader text|sr only|visually hidden|visuallyhidden|print only',
    'tooltip|popup|popover|rollover|hovercard|hover card|news ticker|marquee|modal|overlay|toolbar|site header|site footer|masthead|sidebar|most popular|donate|donation|app promo|follow us|follow',
    'embedded tweet|tweet|twitter tweet|instagram media|tiktok embed|fb post|social embed',
  ].join('|')})(?: |$)`,
);

// Lists of links beside the article or to its own parts; with prose in them they are part of it.
const MAYBE_LINKS =
  'aside,[role="complementary"],[class*="toc" i],[id*="toc" i],[class*="contents" i]';

// The likeliest reason for a name's misuse is that it stands on the element around the whole article.
const MOST_SHARE = 0.3;

// What can well be longer than the article: the rest only has to be enough to be one.
const LONG_JUNK = /(?:^| )(?:comments|commentlist|comment list|disqus|gallery|slideshow)(?: |$)/;
const ENOUGH_LEFT = 1_500;

/** Takes out of a page what stands around its article, so that what is left is easier to find and purer. */
export function cleanPage(document: DomDocument): void {
  const { body } = document;
  const prose = proseLength(body);
  const limit = prose * MOST_SHARE;
  showProse(body, prose);
  for (const element of all(body, NEVER_TEXT)) {
    if (isInside(element, body) && proseLength(element) <= limit) element.remove();
  }
  for (const element of all(body, MAYBE_LINKS)) {
    if (isInside(element, body) && linkShare(element) > 0.5) element.remove();
  }
  for (const element of all(body, '[class],[id]')) {
    if (!NAMED_JUNK.test(nameOf(element)) || WHOLES.has(element.localName)) continue;
    if (CODE.has(element.parentElement?.localName ?? '')) continue;
    if (!isInside(element, body) || element.querySelector('h1') !== null) continue;
    const most = LONG_JUNK.test(nameOf(element)) ? prose - ENOUGH_LEFT : limit;
    if (proseLength(element) <= Math.max(most, limit)) element.remove();
  }
}

// Blogs name the element around a whole post after its tags and categories; code is coloured with class names.
const WHOLES = new Set(['article', 'main', 'body', 'code', 'pre', 'tbody']);
const CODE = new Set(['code', 'pre']);

/**
 * Shows what readers come to see although its markup says hidden: `aria-hidden` hides from screen readers alone,
 * sections open when they are clicked, a script moves a page's main part into place. Small hidden parts stay so:
 * they are dialogs and notices.
 */
function showProse(body: DomElement, prose: number): void {
  for (const element of all(body, '[hidden],[aria-hidden="true"]')) {
    if (element.getAttribute('role') === 'dialog') continue;
    const own = proseLength(element);
    if (own >= A_PARAGRAPH) element.removeAttribute('aria-hidden');
    if (own >= prose * MAIN_SHARE) element.removeAttribute('hidden');
  }
}

const A_PARAGRAPH = 200;
// A tenth of all there is to read on a page is no dialog.
const MAIN_SHARE = 0.1;

function linkShare(element: DomElement): number {
  const length = foldedText(element).length;
  return length === 0 ? 1 : linkedLength(element) / length;
}

/** Class and id as words: "postShare_bar" becomes "post share bar". */
function nameOf(element: DomElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z]+/g, ' ')
    .toLowerCase()
    .trim();
}

function isInside(element: DomElement, body: DomElement): boolean {
  let place: DomElement | null = element;
  while (place !== null && place !== body) place = place.parentElement;
  return place === body && element !== body;
}

/** How many characters stand here outside links: menus have next to none. */
function proseLength(element: DomElement): number {
  return foldedText(element).length - linkedLength(element);
}

function linkedLength(element: DomElement): number {
  return all(element, 'a').reduce((sum, link) => sum + foldedText(link).length, 0);
}
