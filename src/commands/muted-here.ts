import { standingNow } from '../desk/edition-filter.ts';
import { tellStory } from '../desk/tell-story.ts';
import { saysAny } from '../digest/filter.ts';
import type { Story } from '../news/story.ts';
import { titlesOf } from '../store/arrivals.ts';
import { type Mute, mutesOf } from '../store/mutes.ts';
import type { Context } from './declare.ts';
import { channelHere } from './subscription/place.ts';

/** The mute that keeps a story out of the channel that is asked in; undefined where none does. */
export async function muteHere(story: Story, context: Context): Promise<Mute | undefined> {
  const { db, tenant, now } = context;
  const channel = await channelHere(context);
  if (!channel) return undefined;
  const mutes = await mutesOf(db, tenant, channel.id);
  if (mutes.length === 0) return undefined;
  const { digest } = await tellStory(db, story, now);
  const texts = [
    ...((await titlesOf(db, tenant, [story.id])).get(story.id) ?? []),
    digest.headline,
    ...[digest.lede, ...digest.bullets, ...digest.quotes].map(({ text }) => text),
  ];
  for (const mute of mutes) {
    const { about } = mute;
    const isIt =
      about.kind === 'story'
        ? (await standingNow(db, tenant, [about.story])).has(story.id)
        : saysAny([about.phrase], texts);
    if (isIt) return mute;
  }
  return undefined;
}
