import type { ChannelId } from '../news/channel.ts';
import type { Story } from '../news/story.ts';
import type { Schedule, SubscriptionId, Wish } from '../news/subscription.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { keepTold } from '../store/told.ts';
import { toldBy } from './make-edition.ts';
import { subscribe } from './subscribe.ts';
import { tellStory } from './tell-story.ts';

/** How often it is looked whether there is something to tell of what is followed; of what many report, oftener. */
const FOLLOW_MINUTES = 15;
const ALERT_MINUTES = 5;

const every = (minutes: number): Schedule => ({ times: [], days: [], everyMinutes: minutes });

/**
 * Follows a story, or what the wish's filter names, from now on; or raises alerts, by the wish's kind. Its schedule is
 * ours, whatever the wish says, and its filter holds the story that is given. What that story says already counts as
 * told to the channel.
 */
export async function follow(
  db: Db,
  tenant: TenantId,
  asked: {
    readonly channel: ChannelId;
    readonly wish: Wish;
    readonly story: Story | null;
    readonly now: Date;
  },
): Promise<SubscriptionId> {
  const { channel, story, now } = asked;
  const { kind, filter } = asked.wish;
  const wish: Wish = {
    ...asked.wish,
    schedule: every(kind === 'alert' ? ALERT_MINUTES : FOLLOW_MINUTES),
    filter: story ? { ...filter, stories: [story.id] } : filter,
    // A line that says "nothing new" every few minutes is wanted by nobody.
    whenEmpty: 'silence',
  };
  const id = await subscribe(db, tenant, { channel, wish, now });
  if (story) {
    const known = toldBy(await tellStory(db, story, now));
    await keepTold(db, tenant, { channel, edition: 0, at: now }, [known]);
  }
  return id;
}
