import type { ChannelId } from '../news/channel.ts';
import type { Delivery, Edition, LeftOut } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import { type EditionPost, postsOfEditions } from '../store/deliveries.ts';
import { editionsOf } from '../store/editions.ts';
import type { Db } from '../store/schema.ts';
import { numbersOf } from '../store/shown-stories.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { toldTo } from '../store/told.ts';

/** What the latest editions of a channel did with a story. */
export type Here =
  | { readonly kind: 'nothing-due' }
  | {
      readonly kind: 'editions';
      /** Newest first: those that brought it, and those that looked at it and left it out. */
      readonly editions: readonly {
        readonly slot: string;
        readonly subscription: SubscriptionId;
        readonly leftOut: LeftOut['why'] | null;
        /** The posts that it stands in, mostly one; empty where it was left out. */
        readonly posts: readonly Pick<Delivery, 'state' | 'sentAt' | 'reason'>[];
      }[];
      /** How many editions were looked at. */
      readonly of: number;
    };

const LATEST = 30;
const SHOWN = 5;

/** Why a channel was, or was not, brought a story by what it is subscribed to. */
export async function explainHere(
  db: Db,
  tenant: TenantId,
  asked: { readonly channel: ChannelId; readonly story: StoryId },
): Promise<Here> {
  const { channel } = asked;
  const editions = await editionsOf(db, tenant, { channel, limit: LATEST });
  const held = await subscriptionsOf(db, tenant, channel);
  if (editions.length === 0 && held.length === 0) return { kind: 'nothing-due' };
  const numbers = await numbersOf(db, tenant, asked.story);
  const told = await toldTo(db, tenant, { channel, stories: [asked.story] });
  const telling = new Set(told.map((one) => one.edition));
  const posts = await postsOfEditions(
    db,
    tenant,
    editions.map(({ id }) => id),
  );
  return {
    kind: 'editions',
    of: editions.length,
    editions: editions
      .flatMap((edition) =>
        about(edition, {
          numbers,
          isTold: telling.has(edition.id),
          posts: posts.get(edition.id) ?? [],
        }),
      )
      .slice(0, SHOWN),
  };
}

/**
 * By what its posts show: a post that was given up told nothing, and of several posts only one need be about the story.
 */
function about(
  { slot, subscription, leftOut }: Edition,
  known: {
    readonly numbers: ReadonlySet<StoryId>;
    readonly isTold: boolean;
    readonly posts: readonly EditionPost[];
  },
) {
  const left = leftOut.find(({ story }) => known.numbers.has(story));
  const posts = known.posts.filter(({ stories }) =>
    stories.some(({ story, toldAs }) => known.numbers.has(story) || known.numbers.has(toldAs)),
  );
  if (!left && posts.length === 0 && !known.isTold) return [];
  return [{ slot, subscription, leftOut: left?.why ?? null, posts: left ? [] : posts }];
}
