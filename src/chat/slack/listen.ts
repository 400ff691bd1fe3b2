// What Crier hears in Slack and what it does then. Each listener acknowledges first and works afterwards.
import type { App } from '@slack/bolt';
import { hearCommands } from './hear-commands.ts';
import { hearForms, hearShortcut } from './hear-forms.ts';
import { hearHappenings } from './hear-happenings.ts';
import { hearPresses } from './hear-presses.ts';
import { hearWords } from './hear-words.ts';
import type { Listening } from './listening.ts';

/** Adds every listener to the app. */
export function listen(app: App, listening: Listening): void {
  hearCommands(app, listening);
  hearWords(app, listening);
  hearPresses(app, listening);
  hearShortcut(app, listening);
  hearForms(app, listening);
  hearHappenings(app, listening);
}
