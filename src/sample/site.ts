import { FEED_KINDS } from './feeds/index.ts';
import type { Newsroom, Outlet } from './newsroom.ts';
import { writeArticlePage } from './pages/article-page.ts';
import { writeLinkPage } from './pages/home-page.ts';
import { feedHtml } from './pages/text-html.ts';
import { printOutlet } from './print.ts';

/** What stands at an address: words still, before charset and compression. */
export type Resource = {
  readonly type: string;
  readonly charset: string;
  readonly body: string;
  /** The latest change of what is shown; null where nothing of it has a date. */
  readonly updatedAt: Date | null;
  readonly gzip: boolean;
};

/** How many items a feed keeps: about what newspapers' feeds hold, so that a reader who stays away loses some. */
const FEED_LENGTH = 20;

/** The address of an outlet's feed under `base`. */
export function feedUrlOf(outlet: Outlet, base: string): string {
  return `${base}/${outlet.slug}/${FEED_KINDS[outlet.format].file}`;
}

/** What the newsroom shows at `path` at `now`, or undefined where nothing stands there (yet). */
export function resourceAt(
  path: string,
  at: {
    readonly newsroom: Newsroom;
    readonly base: string;
    readonly origin: Date;
    readonly now: Date;
  },
): Resource | undefined {
  const { newsroom, base, origin, now } = at;
  if (path === '/') return indexPage(newsroom, base);
  const [, slug, file, ...deeper] = path.split('/');
  const outlet = newsroom.outlets.find((candidate) => candidate.slug === slug);
  if (!outlet || file === undefined || deeper.length > 0) return undefined;
  const homeUrl = `${base}/${outlet.slug}/`;
  const printed = printOutlet(newsroom, outlet, origin, now).map((item) => ({
    ...item,
    url: `${homeUrl}${item.slug}.html`,
  }));
  const about = { charset: outlet.charset, gzip: outlet.gzip };
  const kind = FEED_KINDS[outlet.format];
  const feedUrl = feedUrlOf(outlet, base);
  if (file === kind.file) {
    const items = printed.slice(0, FEED_LENGTH).map((item) => ({ ...item, html: feedHtml(item) }));
    const updatedAt = latest(items);
    const body = kind.write({ outlet, feedUrl, homeUrl, items, updatedAt });
    return { ...about, type: kind.type, body, updatedAt };
  }
  if (file === '') {
    const feeds = [{ title: outlet.home, url: feedUrl, type: kind.type }];
    const body = writeLinkPage({
      title: outlet.home,
      language: outlet.language,
      charset: outlet.charset,
      feeds,
      links: printed,
    });
    return { ...about, type: 'text/html', body, updatedAt: latest(printed) };
  }
  const wanted = printed.find((item) => `${item.slug}.html` === file);
  if (!wanted) return undefined;
  const related = printed.filter((item) => item !== wanted).slice(0, 4);
  const body = writeArticlePage({ outlet, homeUrl, url: wanted.url, printed: wanted, related });
  return { ...about, type: 'text/html', body, updatedAt: wanted.updatedAt };
}

function indexPage({ outlets }: Newsroom, base: string): Resource {
  const links = outlets.map((outlet) => ({
    title: `${outlet.name} (${outlet.format})`,
    url: `${base}/${outlet.slug}/`,
  }));
  const title = 'The sample newsroom';
  const body = writeLinkPage({ title, language: 'en', charset: 'utf-8', feeds: [], links });
  return { type: 'text/html', charset: 'utf-8', body, updatedAt: null, gzip: false };
}

function latest(items: readonly { readonly updatedAt: Date }[]): Date | null {
  const times = items.map(({ updatedAt }) => updatedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
