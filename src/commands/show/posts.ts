import { type ItemShown, type Translating, translateItem } from '../../desk/translate-item.ts';
import type { Subscription } from '../../news/subscription.ts';
import type { Context } from '../declare.ts';
import { namesIn, subjectOf } from '../subscription/words.ts';
import { digestPosts, type EditionPost } from './digest-posts.ts';
import { type EditionShown, emptyMessage, followMessage } from './edition.ts';

/** The posts that an edition is shown by: of a digest as few as it needs, of what is followed one for each story. */
export async function postsOf(
  edition: EditionShown,
  subscription: Subscription,
  context: Pick<Context, 'db' | 'tenant' | 'packs' | 'language'> & {
    /** How items are brought into the language that the subscription asks for; null: they stay as they are. */
    readonly translating: Omit<Translating, 'to' | 'tenant'> | null;
  },
): Promise<EditionPost[]> {
  const subject = subjectOf(subscription, await namesIn(context, [subscription]));
  const about = { ...subscription, subject };
  const place = {
    language: context.language,
    zone: subscription.zone,
    now: edition.madeAt,
  };
  if (edition.items.length === 0) {
    return subscription.whenEmpty === 'line'
      ? [{ message: emptyMessage(edition, about, place), stories: [] }]
      : [];
  }
  const items = await itemsShown(edition, subscription, context);
  if (subscription.kind !== 'digest') {
    return items.map((item) => ({
      message: followMessage(item, edition, about, place),
      stories: [item.story.id],
    }));
  }
  return digestPosts({ ...edition, items }, about, place);
}

async function itemsShown(
  { items }: EditionShown,
  { language, tenant }: Subscription,
  { translating }: { readonly translating: Omit<Translating, 'to' | 'tenant'> | null },
): Promise<ItemShown[]> {
  if (language === null || translating === null) return [...items];
  const shown: ItemShown[] = [];
  for (const item of items) {
    shown.push(await translateItem(item, { ...translating, tenant, to: language }));
  }
  return shown;
}
