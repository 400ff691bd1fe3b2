import type { Message } from '../chat/message.ts';
import { type EditionItem, mutedIn } from '../desk/make-edition.ts';
import { tellStory } from '../desk/tell-story.ts';
import { saysAny } from '../digest/filter.ts';
import type { Clock } from '../lib/clock.ts';
import type { Claim } from '../store/outbox.ts';
import { nextRunOf } from '../store/schedules.ts';
import type { Db } from '../store/schema.ts';
import { storiesById } from '../store/stories.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import { rewriteWaiting, waitingPost } from '../store/waiting.ts';
import { readItems, type ShownItem, writeItems } from './edit-items.ts';
import { toldIn } from './edit-said.ts';
import { readMessage, writeMessage } from './message-text.ts';
import type { Show } from './publish.ts';

/**
 * What a post that waited is to say without what its channel muted meanwhile: its stories that are left, in the words
 * they were to be told in. `muted`: nothing is left of it. `lost`: somebody else has it by now.
 */
export async function withoutMuted(
  { db, clock, show }: { readonly db: Db; readonly clock: Clock; readonly show: Show },
  claim: Claim,
): Promise<Message | 'muted' | 'lost'> {
  const body = readMessage(claim.body);
  const { tenant, id } = claim;
  const post = await waitingPost(db, tenant, id);
  const subscription = post && (await subscriptionById(db, tenant, post.subscription));
  if (!subscription || post.items === null) return body;
  const mutes = await mutedIn(db, subscription);
  if (mutes.stories.size + mutes.phrases.length === 0) return body;
  const shown = readItems(post.items);
  const left: ShownItem[] = [];
  const items: EditionItem[] = [];
  for (const item of shown.items) {
    const [story] = await storiesById(db, tenant, [item.story]);
    if (story && mutes.stories.has(story.id)) continue;
    if (saysAny(mutes.phrases, textsOf(item))) continue;
    left.push(item);
    if (!story) continue;
    const { kind, headline, lede, bullets, whatChanged } = item;
    const told = await tellStory(db, story, clock());
    const digest = { ...told.digest, headline, lede, bullets, whatChanged };
    items.push({ ...told, digest, kind, revised: null });
  }
  if (left.length === shown.items.length) return body;
  if (items.length === 0) return 'muted';
  const [only] = await show(
    {
      items,
      leftOut: post.leftOut,
      from: shown.from,
      to: shown.to,
      madeAt: post.madeAt,
      next: await nextRunOf(db, tenant, subscription.id),
      part: shown.part,
    },
    subscription,
  );
  if (!only) return 'muted';
  const isMine = await rewriteWaiting(
    db,
    { id, tenant, attempts: claim.attempts, edition: post.edition },
    {
      body: writeMessage(only.message),
      items: writeItems({ ...shown, items: left.map((item) => toldIn(item, only.said)) }),
      without: shown.items.filter((item) => !left.includes(item)).map((item) => item.toldAs),
    },
  );
  return isMine ? only.message : 'lost';
}

const textsOf = ({ headline, lede, bullets, whatChanged }: ShownItem): string[] => [
  headline,
  lede.text,
  ...bullets.map(({ text }) => text),
  whatChanged ?? '',
];
