import { command, type Run } from '../../chat/message.ts';
import type { Filter, Subscription, Wish } from '../../news/subscription.ts';
import { feedsOf } from '../../store/feeds.ts';
import type { Context } from '../declare.ts';
import { textsIn } from '../texts/index.ts';
import type { Names } from './words.ts';

/**
 * Whether a subscription asks for feeds of which none is read any more: somebody took them out, or their publishers did.
 * Nothing new ever comes of it. `pack`: it is to a pack that can be read anew.
 */
export function unreadOf(
  { pack, feeds: wanted }: Pick<Filter, 'pack' | 'feeds'>,
  { packs, feeds }: Pick<Names, 'packs' | 'feeds'>,
): 'feed' | 'pack' | null {
  if (wanted.length === 0) return null;
  const isRead = feeds.some(({ id, status }) => status === 'active' && wanted.includes(id));
  if (isRead) return null;
  return packs.some(({ name }) => name === pack) ? 'pack' : 'feed';
}

/**
 * That nothing comes of a subscription since none of its feeds is read, and to managers what mends it; null where some
 * is.
 */
export function unreadLine(
  { id, filter }: Pick<Subscription, 'id' | 'filter'>,
  names: Names,
  { asker, language }: Pick<Context, 'asker' | 'language'>,
): Run[] | null {
  const kind = unreadOf(filter, names);
  if (kind === null) return null;
  const { subscription: words } = textsIn(language);
  if (!asker.isManager) return words.unread[kind]('');
  const mends =
    kind === 'pack'
      ? words.mendsPack(command(`/news edit #${id} pack:${filter.pack}`))
      : words.mendsFeed(command('/news feed add https://…'), command(`/news edit #${id} topic:…`));
  return words.unread[kind](mends);
}

/**
 * How far the feeds that are asked for were read. `none`: each was tried, and none was ever read. `soon`: one of them was
 * not tried yet.
 */
export async function readingOf(
  { filter }: Pick<Wish, 'filter'>,
  { db, tenant }: Pick<Context, 'db' | 'tenant'>,
): Promise<'none' | 'soon' | 'some'> {
  const all = await feedsOf(db, tenant);
  const asked = filter.feeds.length > 0 ? all.filter(({ id }) => filter.feeds.includes(id)) : all;
  if (asked.some(({ poll }) => poll.okAt === null && poll.problem === null)) return 'soon';
  return asked.length > 0 && asked.every(({ poll }) => poll.okAt === null) ? 'none' : 'some';
}
