import type { ChannelId } from '../news/channel.ts';
import type { Delivery, Edition, LeftOut } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import { deliveriesOf } from '../store/deliveries.ts';
import { editionsOf } from '../store/editions.ts';
import type { Db } from '../store/schema.ts';
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
        /** The state of the posts that brought it; empty where it was left out. */
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
  const of = { channel: asked.channel, limit: LATEST };
  const editions = await editionsOf(db, tenant, of);
  const held = await subscriptionsOf(db, tenant, asked.channel);
  if (editions.length === 0 && held.length === 0) return { kind: 'nothing-due' };
  const { channel, story } = asked;
  const told = await toldTo(db, tenant, { channel, stories: [story] });
  const telling = new Set(told.map((one) => one.edition));
  const posts = await deliveriesOf(db, tenant, of);
  return {
    kind: 'editions',
    of: editions.length,
    editions: editions
      .flatMap((edition) => about(edition, asked.story, telling, posts))
      .slice(0, SHOWN),
  };
}

function about(
  { id, slot, subscription, leftOut }: Edition,
  story: StoryId,
  telling: ReadonlySet<number>,
  posts: readonly Delivery[],
) {
  const left = leftOut.find((one) => one.story === story);
  if (!left && !telling.has(id)) return [];
  return [
    {
      slot,
      subscription,
      leftOut: left?.why ?? null,
      posts: left ? [] : posts.filter(({ edition }) => edition === id),
    },
  ];
}
