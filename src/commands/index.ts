import { ask } from './ask.ts';
import { auditCommands } from './audit.ts';
import type { Command } from './declare.ts';
import { digest } from './digest.ts';
import { feedListCommands } from './feed-lists.ts';
import { feedCommands } from './feeds.ts';
import { followCommands } from './follow.ts';
import { listCommands } from './list.ts';
import { muteCommands } from './mute.ts';
import { newsCommands } from './news.ts';
import { reportCommands } from './report.ts';
import { settingsCommands } from './settings.ts';
import { spendCommands } from './spend.ts';
import { story } from './story.ts';
import { managingCommands } from './subscription/manage.ts';
import { subscribeCommands } from './subscription/subscribe.ts';

/** Every chat command, in the order help shows them. */
export const COMMANDS: readonly Command[] = [
  story,
  ask,
  digest,
  ...listCommands,
  ...followCommands,
  ...newsCommands(() => COMMANDS),
  ...reportCommands,
  ...subscribeCommands,
  ...managingCommands,
  ...muteCommands,
  ...feedCommands,
  ...feedListCommands,
  ...settingsCommands,
  ...spendCommands,
  ...auditCommands,
];
