import type { Channel } from '../../news/channel.ts';
import type { Subscription } from '../../news/subscription.ts';
import { channelById, channelsOf } from '../../store/channels.ts';
import { subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import type { Context, Values } from '../declare.ts';
import { Slip } from '../slip.ts';
import { textsIn } from '../texts/index.ts';
import { namesIn, subjectOf } from './words.ts';

/**
 * The subscription of that number that the asker may look at: for managers those of all channels, for others those of
 * the channel they ask in, and what comes to themselves. Throws UserError.
 */
export async function mustFind(id: number, context: Context): Promise<Subscription> {
  const found = await subscriptionById(context.db, context.tenant, id);
  const channel = found && (await channelById(context.db, context.tenant, found.channel));
  if (found && channel && maySee(channel, context)) return found;
  throw new Slip((texts) => texts.subscription.unknown(id));
}

/** All subscriptions of the place that the asker may look at. */
export async function subscriptionsSeen(context: Context): Promise<Subscription[]> {
  const channels = await channelsOf(context.db, context.tenant);
  const seen = new Set(channels.filter((one) => maySee(one, context)).map(({ id }) => id));
  const all = await subscriptionsOf(context.db, context.tenant);
  return all.filter(({ channel }) => seen.has(channel));
}

/** Whether the asker may know what a channel is subscribed to. */
export function maySee({ place, platform }: Channel, { asker }: Pick<Context, 'asker'>): boolean {
  if (place.startsWith('@')) return place === `@${asker.person.id}`;
  return asker.isManager || (platform === asker.platform && place === asker.channel);
}

/** The same for what is done before everybody's eyes: what comes to somebody alone is none of theirs. */
export async function mustFindShared(id: number, context: Context): Promise<Subscription> {
  const found = await mustFind(id, context);
  const channel = await channelById(context.db, context.tenant, found.channel);
  if (!channel?.place.startsWith('@') || channel.place === context.asker.channel) return found;
  throw new Slip((texts) => texts.subscription.yoursAlone(id));
}

/** Whether a command that names a subscription says anything of it. */
export function saysSomething({ subscription: _, ...parts }: Values): boolean {
  return Object.values(parts).some((part) => part !== null);
}

/** What a subscription is called in a sentence: `#3 (World news)`. */
export async function nameOf(one: Subscription, context: Context): Promise<string> {
  const subject = subjectOf(one, await namesIn(context, [one]), textsIn(context.language));
  return `#${one.id} (${subject})`;
}
