import type { Suggested } from '../chat/command.ts';
import type { Suggestion } from '../chat/platform.ts';
import { suggestStories } from '../desk/suggest-stories.ts';
import { suggestTopics } from '../desk/suggest-topics.ts';
import { feedName } from '../news/feed.ts';
import { channelsOf } from '../store/channels.ts';
import { feedsOf } from '../store/feeds.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import type { Context } from './declare.ts';
import { COMMANDS } from './index.ts';
import { maySee } from './subscription/which.ts';
import { namesIn, subjectOf, whenOf } from './subscription/words.ts';
import { suggestZones } from './subscription/zone.ts';
import { textsIn } from './texts/index.ts';

const MOST = 25;

/** Values for an option that names what it is suggested from. */
export async function suggest(
  from: Suggested,
  typed: string,
  context: Context,
): Promise<Suggestion[]> {
  switch (from) {
    case 'topics':
      return (await suggestTopics(context, typed)).map(asItIs);
    case 'zones':
      return suggestZones(typed).map(asItIs);
    case 'subjects':
      return suggestSubjects(typed, context);
    case 'subscriptions':
      return suggestSubscriptions(typed, context);
    case 'stories': {
      const stories = await suggestStories(context, typed);
      return stories.map((story) => ({ label: story.title, value: `#${story.id}` }));
    }
  }
}

const asItIs = (word: string): Suggestion => ({ label: word, value: word });

/** What a digest may be about: packs, then the place's feeds, then words of recent headlines. */
async function suggestSubjects(typed: string, context: Context): Promise<Suggestion[]> {
  const begun = typed.trim().toLowerCase();
  const packs = context.packs
    .filter(({ name, title }) =>
      [`pack:${name}`, title.toLowerCase()].some((one) => one.includes(begun)),
    )
    .map(({ name, title }) => ({
      label: textsIn(context.language).subscription.packOfFeeds(title),
      value: `pack:${name}`,
    }));
  const feeds = (await feedsOf(context.db, context.tenant))
    .map(feedName)
    .filter((name) => begun !== '' && name.toLowerCase().includes(begun))
    .map(asItIs);
  const topics = (await suggestTopics(context, typed)).map(asItIs);
  return [...packs, ...feeds, ...topics].slice(0, MOST);
}

/** The subscriptions an asker may name: those of this channel and their own, for managers those of every channel. */
async function suggestSubscriptions(typed: string, context: Context): Promise<Suggestion[]> {
  const { db, tenant } = context;
  const open = new Set(
    (await channelsOf(db, tenant))
      .filter((channel) => maySee(channel, context))
      .map(({ id }) => id),
  );
  const held = (await subscriptionsOf(db, tenant)).filter(({ channel }) => open.has(channel));
  const names = await namesIn(context, held);
  const texts = textsIn(context.language);
  const begun = typed.trim().toLowerCase().replace(/^#/, '');
  return held
    .map((one) => ({
      label: `#${one.id} ${subjectOf(one, names, texts)} · ${whenOf(one, texts)}`,
      value: `#${one.id}`,
    }))
    .filter(({ label }) => label.toLowerCase().includes(begun))
    .slice(0, MOST);
}

/** Whole lines that the line so far may become: commands, then headlines of recent stories. */
export async function completeLine(line: string, context: Context): Promise<string[]> {
  const matching = COMMANDS.map((command) => `/${command.name} `).filter((name) =>
    name.startsWith(line),
  );
  if (matching.length > 0) return matching;
  const asked = /^(\/(?:story|news why) )(.*)$/i.exec(line);
  if (!asked) return [];
  const [, head = '', typed = ''] = asked;
  const stories = await suggestStories(context, typed);
  return stories.slice(0, 10).map((story) => `${head}${story.title}`);
}
