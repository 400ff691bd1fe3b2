import type { Message } from '../../chat/message.ts';
import { makeEdition } from '../../desk/make-edition.ts';
import { DAY } from '../../lib/clock.ts';
import type { Wish } from '../../news/subscription.ts';
import type { Context } from '../declare.ts';
import { editionMessage } from '../show/edition.ts';
import { namesIn, subjectOf } from './words.ts';

// No channel has this number: nothing was ever told there, so the whole day is looked through.
const NOWHERE = 0;

/** What a subscription would bring of the last day, as if nothing had been told yet; null where that is nothing. */
export async function sampleOf(
  wish: Wish & { readonly id: number },
  context: Context,
): Promise<Message | null> {
  const { db, tenant, now } = context;
  const draft = await makeEdition(
    db,
    { ...wish, tenant, channel: NOWHERE, since: new Date(0) },
    { from: new Date(now.getTime() - DAY), to: now, seenArticle: null },
  );
  if (draft.items.length === 0) return null;
  const subject = subjectOf(wish, await namesIn(context, [wish]));
  return editionMessage(
    { ...draft, madeAt: now, next: null },
    { ...wish, subject, isSample: true },
    { ...context, zone: wish.zone },
  );
}
