import type { App } from '@slack/bolt';
import type { CommandShape } from '../command.ts';
import { answer } from './answer.ts';
import { commandOf, isBare } from './command-of.ts';
import { prepareLine } from './desk.ts';
import { FILL } from './form-modal.ts';
import { inTime, type Listening, workspaceOf } from './listening.ts';
import { ASK, FIND } from './modals.ts';
import { openFill, openForm, remember } from './open-form.ts';
import type { Asked } from './reply.ts';
import { slashLine } from './said.ts';

/** Typed commands. */
export function hearCommands(app: App, listening: Listening): void {
  const { desk, first, work } = listening;
  app.command(/^\//, async ({ command, ack, context }) => {
    const acknowledge = inTime(ack, listening.log);
    if (!first(`command ${command.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return acknowledge();
    const asked: Asked = {
      workspace,
      user: command.user_id,
      name: command.user_name || null,
      channel: command.channel_id,
      thread: null,
      responseUrl: command.response_url,
    };
    const { commands } = desk.answering;
    const typed = { command: command.command, text: command.text ?? '' };
    const line = slashLine(typed, commands, desk.look);
    const form = formFor(line, commands);
    if (form !== null) {
      await acknowledge();
      if (form === FILL) return work(openFill(line, command.trigger_id, asked, listening));
      return work(openForm(form, remember(line, asked), command.trigger_id, asked, listening));
    }
    const prepared = await prepareLine(desk, asked, line);
    // So acknowledged, the typed command itself is shown to everybody: an answer without its question is a riddle.
    await acknowledge(prepared.shared ? { response_type: 'in_channel' } : undefined);
    work(answer(prepared, asked, listening));
  });
}

/** A command that was given alone opens its form, or one for the words that it cannot do without. */
function formFor(
  line: string,
  commands: readonly CommandShape[],
): typeof FIND | typeof ASK | typeof FILL | null {
  const shape = commandOf(line, commands);
  if (shape === undefined || !isBare(line, shape)) return null;
  if (shape.form?.whenBare) return FILL;
  const needed = Object.values(shape.options).find(
    (option) => option.kind === 'words' && option.required,
  );
  if (needed?.kind !== 'words') return null;
  return needed.suggest === 'stories' ? FIND : ASK;
}
