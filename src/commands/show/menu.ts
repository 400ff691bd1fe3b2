import type { Block } from '../../chat/message.ts';
import type { ToldStory } from '../../desk/tell-story.ts';
import type { Context } from '../declare.ts';
import { textsIn } from '../texts/index.ts';
import { showAgo } from './words.ts';

/** The stories to open one of, for platforms where one can be chosen. */
export function storyMenu(
  told: readonly ToldStory[],
  context: Pick<Context, 'now' | 'language'>,
): Block {
  return {
    kind: 'menu',
    label: textsIn(context.language).digest.open,
    entries: told.map(({ story, digest }) => ({
      label: digest.headline,
      hint: `${textsIn(context.language).outlets(story.outlets)} · ${showAgo(story.lastAt, context.now, context.language)}`,
      line: `/story #${story.id}`,
    })),
  };
}
