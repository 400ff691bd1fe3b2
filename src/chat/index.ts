import { discord } from './discord/index.ts';
import type { PlatformKind } from './opening.ts';
import { slack } from './slack/index.ts';

/** Every platform beside the terminal. Another one is a folder and a line here. */
export const PLATFORMS: readonly PlatformKind[] = [discord, slack];
