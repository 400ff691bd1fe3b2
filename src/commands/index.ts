import { ask } from './ask.ts';
import type { Command } from './declare.ts';
import { digest } from './digest.ts';
import { feedCommands } from './feeds.ts';
import { newsCommands } from './news.ts';
import { story } from './story.ts';

/** Every chat command, in the order help shows them. */
export const COMMANDS: readonly Command[] = [
  story,
  ask,
  digest,
  ...newsCommands(() => COMMANDS),
  ...feedCommands,
];
