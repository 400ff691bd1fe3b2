import type { DeliveryId, EditionId, LeftOut } from '../news/delivery.ts';
import type { StoryId } from '../news/story.ts';
import type { SubscriptionId } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from './schema.ts';

/** What is behind a post that is still to be made. */
export type WaitingPost = {
  readonly edition: EditionId;
  readonly subscription: SubscriptionId;
  readonly madeAt: Date;
  readonly leftOut: readonly LeftOut[];
  /** The stories it shows, as the pipeline writes them; null: none. */
  readonly items: string | null;
};

export async function waitingPost(
  db: Db,
  tenant: TenantId,
  id: DeliveryId,
): Promise<WaitingPost | null> {
  const row = await db
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.id', 'deliveries.edition_id')
    .select([
      'edition_id',
      'editions.subscription_id',
      'editions.made_at',
      'editions.left_out',
      'items',
    ])
    .where('deliveries.id', '=', id)
    .where('deliveries.tenant', '=', tenant)
    .executeTakeFirst();
  if (!row) return null;
  return {
    edition: row.edition_id,
    subscription: row.subscription_id,
    madeAt: new Date(row.made_at),
    leftOut: JSON.parse(row.left_out) as LeftOut[],
    items: row.items,
  };
}

/**
 * Lets a post that was not begun yet read otherwise, without stories that nobody is to be told: these are taken back,
 * so that they are news again. False where somebody else has it by now.
 */
export async function rewriteWaiting(
  db: Db,
  post: {
    readonly id: DeliveryId;
    readonly tenant: TenantId;
    readonly attempts: number;
    readonly edition: EditionId;
  },
  to: { readonly body: string; readonly items: string; readonly without: readonly StoryId[] },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('deliveries')
      .set({ body: to.body, items: to.items })
      .where('id', '=', post.id)
      .where('tenant', '=', post.tenant)
      .where('state', '=', 'sending')
      .where('attempts', '=', post.attempts)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await transaction
      .deleteFrom('told')
      .where('tenant', '=', post.tenant)
      .where('edition_id', '=', post.edition)
      .where('story_id', 'in', [...to.without])
      .execute();
    return true;
  });
}
