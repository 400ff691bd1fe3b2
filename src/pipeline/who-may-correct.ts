import type { FeedId } from '../news/feed.ts';
import type { TenantId } from '../news/tenant.ts';
import type { HeldArticle } from '../store/articles.ts';
import { feedUrl } from '../store/feeds.ts';
import type { Db } from '../store/schema.ts';

/**
 * What a feed may do with an article that is held already. `correct`: it is the feed the article came from, or one
 * on the site of the article's address. `claim`: it is one on that site, and what is held came by a feed from
 * elsewhere: the publisher's own words replace it, whatever they are. `nothing`: a feed from elsewhere; it may
 * point at an article, but not say what stands in it. Files (`null`) are the operator's and replace only files.
 */
export type Right = 'correct' | 'claim' | 'nothing';

export async function rightOver(
  db: Db,
  tenant: TenantId,
  held: HeldArticle,
  feed: FeedId | null,
): Promise<Right> {
  if (feed === held.feedId) return 'correct';
  const isPublisher = async (id: FeedId | null) => {
    const address = id === null ? undefined : await feedUrl(db, tenant, id);
    return (
      address !== undefined && held.article.url !== null && isOnSite(address, held.article.url)
    );
  };
  if (!(await isPublisher(feed))) return 'nothing';
  return held.feedId === null || (await isPublisher(held.feedId)) ? 'correct' : 'claim';
}

// Names that a publisher gives to the doors of one site. Other names below a site may be other people's (blog hosts).
const DOOR = /^(?:www|m|mobile|amp|feeds?|rss)\./;

/** Whether a feed's address lies on the site of an article, or above it (`x.example` for `sport.x.example`). */
function isOnSite(feed: string, article: string): boolean {
  if (!URL.canParse(feed) || !URL.canParse(article)) return false;
  const [at, of] = [feed, article].map((raw) => new URL(raw).hostname.replace(DOOR, ''));
  return at === of || of?.endsWith(`.${at}`) === true;
}
