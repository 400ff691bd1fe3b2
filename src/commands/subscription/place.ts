import type { Channel } from '../../news/channel.ts';
import type { Subscription } from '../../news/subscription.ts';
import { channelAt, channelById, channelsOf, reopenChannels } from '../../store/channels.ts';
import { subscriptionsOf } from '../../store/subscriptions.ts';
import type { Context } from '../declare.ts';
import { Slip } from '../slip.ts';
import { inWords } from '../texts/phrases.ts';

/** More of one place than this are a mistake or an attack: each costs work at its time. */
const MOST_SUBSCRIPTIONS = 200;

/** How somebody names the channel they ask in. */
const HERE = 'here';

/** The channel that is asked in, where it was ever given anything: who only looks leaves no trace. */
export async function channelHere({ db, tenant, asker }: Context): Promise<Channel | undefined> {
  return (await channelsOf(db, tenant)).find(
    ({ platform, place }) => platform === asker.platform && place === asker.channel,
  );
}

/** Throws UserError where the channels of this place hold as many as they may; what people follow alone is theirs. */
export async function mustHaveRoom({ db, tenant }: Context): Promise<void> {
  const places = new Map((await channelsOf(db, tenant)).map(({ id, place }) => [id, place]));
  const held = (await subscriptionsOf(db, tenant)).filter(
    ({ channel }) => !places.get(channel)?.startsWith('@'),
  ).length;
  if (held < MOST_SUBSCRIPTIONS) return;
  throw new Slip((texts) => texts.subscription.most(held));
}

/**
 * The channel that is meant, once nothing stands in the way of posting there. One that was closed to us and is not any
 * more is opened again. Throws UserError with what is to be done.
 */
export async function channelToBringTo(place: string | null, context: Context): Promise<Channel> {
  const { db, tenant, asker } = context;
  const at = place === null || place === HERE ? asker.channel : place;
  if (at === null) {
    throw new Slip((texts) => texts.subscription.whichChannel);
  }
  if (at.startsWith('@') && at !== `@${asker.person.id}`) {
    throw new Slip((texts) => texts.subscription.othersMessages);
  }
  const wrong = await context.checkPlace({ tenant, channel: at });
  if (wrong.length > 0) {
    throw new Slip((texts) =>
      texts.subscription.couldNotPost(
        wrong
          .map(({ what, remedy }) => `${inWords(what, texts)}: ${inWords(remedy ?? '', texts)}`)
          .join(' '),
      ),
    );
  }
  const channel = await channelAt(db, tenant, { platform: asker.platform, place: at });
  if (!channel.closed) return channel;
  await reopenChannels(db, tenant, channel.id);
  return (await channelById(db, tenant, channel.id)) ?? channel;
}

/** A closed channel is tried once more; says whether it is open again. Throws UserError where it is not. */
export async function openAgain({ channel: id }: Subscription, context: Context): Promise<boolean> {
  const channel = await channelById(context.db, context.tenant, id);
  if (!channel?.closed) return false;
  await channelToBringTo(channel.place, context);
  return true;
}
