import type { Route } from '../call.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { startRoutes } from './start.ts';
import { threadListRoutes } from './thread-lists.ts';
import { threadRoutes } from './threads.ts';

/** Every address the fake answers; all others are 404 and count against the test. */
export const ROUTES: readonly Route[] = [
  ...startRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...threadListRoutes,
  ...guildRoutes,
];
