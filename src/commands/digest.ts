import { chooseStories } from '../desk/choose-stories.ts';
import { tellStories } from '../desk/tell-story.ts';
import { choice, declare, share, span, words } from './declare.ts';
import { digestMessage, LENGTHS } from './show/digest.ts';

export const digest = declare({
  name: 'digest',
  example: '/digest climate 3d',
  options: {
    topic: words('topic', 'topics'),
    window: span('since'),
    length: choice('length', LENGTHS, 'short'),
    share,
  },
  async run({ topic, window, length }, context) {
    const windowMs = window ?? context.digest.windowMs;
    const stories = await chooseStories(context.db, context.tenant, {
      from: new Date(context.now.getTime() - windowMs),
      to: context.now,
      limit: context.digest.stories,
      topic,
    });
    const told = await tellStories(context.db, stories, context.now);
    context.want(told);
    return digestMessage({ stories: told, windowMs, topic, length }, context);
  },
});
