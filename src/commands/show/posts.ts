import { type ItemShown, type Translating, translateItem } from '../../desk/translate-item.ts';
import type { StoryId } from '../../news/story.ts';
import type { Subscription } from '../../news/subscription.ts';
import type { Context } from '../declare.ts';
import { namesIn, subjectOf } from '../subscription/words.ts';
import { textsIn } from '../texts/index.ts';
import { digestPosts, type EditionPost, type Fits, followPost } from './digest-posts.ts';
import { type EditionShown, emptyMessage } from './edition.ts';

/** The posts that an edition is shown by: of a digest as few as it needs, of what is followed one for each story. */
export async function postsOf(
  edition: EditionShown,
  subscription: Subscription,
  context: Pick<Context, 'db' | 'tenant' | 'packs' | 'language'> & {
    /** How items are brought into the language that the subscription asks for; null: they stay as they are. */
    readonly translating: Omit<Translating, 'to' | 'tenant'> | null;
    /** Whether a message is one message on the platform of the subscription's channel. */
    readonly fits: Fits;
  },
): Promise<ShownPost[]> {
  const subject = subjectOf(
    subscription,
    await namesIn(context, [subscription]),
    textsIn(context.language),
  );
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
  const posts: EditionPost[] =
    subscription.kind === 'digest'
      ? digestPosts({ ...edition, items }, about, place, context.fits)
      : items.map((item) => followPost(item, edition, about, place, context.fits));
  return posts.map((post) => withSaid(post, items));
}

/** `said`: of each story its translated texts by their original; what is corrected later is struck out in these words. */
type ShownPost = EditionPost & {
  readonly said?: ReadonlyMap<StoryId, ReadonlyMap<string, string>>;
};

function withSaid(post: EditionPost, items: readonly ItemShown[]): ShownPost {
  const said = items.flatMap(({ story, translation }) =>
    translation && post.stories.includes(story.id) ? [[story.id, translation.said] as const] : [],
  );
  return said.length > 0 ? { ...post, said: new Map(said) } : post;
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
