import type { Block } from '../../chat/message.ts';
import type { ToldStory } from '../../desk/tell-story.ts';
import type { Context } from '../declare.ts';
import { count, showAgo } from './words.ts';

/** The stories to open one of, for platforms where one can be chosen. */
export function storyMenu(
  told: readonly ToldStory[],
  context: Pick<Context, 'now' | 'language'>,
): Block {
  return {
    kind: 'menu',
    label: 'Open a story',
    entries: told.map(({ story, digest }) => ({
      label: digest.headline,
      hint: `${count(story.outlets, 'outlet')} · ${showAgo(story.lastAt, context.now, context.language)}`,
      line: `/story #${story.id}`,
    })),
  };
}
