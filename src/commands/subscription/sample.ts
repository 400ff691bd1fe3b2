import type { Message } from '../../chat/message.ts';
import { makeEdition, mutedIn } from '../../desk/make-edition.ts';
import { DAY } from '../../lib/clock.ts';
import type { Subscription, Wish } from '../../news/subscription.ts';
import type { Context } from '../declare.ts';
import { editionMessage } from '../show/edition.ts';
import { textsIn } from '../texts/index.ts';
import { namesIn, subjectOf } from './words.ts';

// No channel has this number: nothing was ever told there, so the whole day is looked through.
const NOWHERE = 0;

/** What a subscription would bring of the last day, as if nothing had been told yet; null where that is nothing. */
export async function sampleOf(
  wish: Wish & Pick<Subscription, 'id' | 'channel'>,
  context: Context,
): Promise<Message | null> {
  const { db, tenant, now } = context;
  const muted = await mutedIn(db, { ...wish, tenant });
  const draft = await makeEdition(
    db,
    {
      ...wish,
      tenant,
      channel: NOWHERE,
      since: new Date(0),
      filter: { ...wish.filter, mute: muted.phrases },
      stories: wish.stories + muted.stories.size,
    },
    { from: new Date(now.getTime() - DAY), to: now, seenArticle: null },
  );
  const items = draft.items
    .filter(({ story }) => !muted.stories.has(story.id))
    .slice(0, wish.stories);
  if (items.length === 0) return null;
  const subject = subjectOf(wish, await namesIn(context, [wish]), textsIn(context.language));
  return editionMessage(
    { ...draft, items, madeAt: now, next: null, part: null },
    { ...wish, subject, isSample: true },
    { ...context, zone: wish.zone },
  );
}
