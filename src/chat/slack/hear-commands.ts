import type { App } from '@slack/bolt';
import type { CommandShape } from '../command.ts';
import { prepareLine } from './desk.ts';
import { inTime, type Listening, workspaceOf } from './listening.ts';
import { unrenamed } from './look.ts';
import { ASK, FIND } from './modals.ts';
import { openForm, remember } from './open-form.ts';
import type { Asked } from './reply.ts';
import { asTyped } from './said.ts';

/** Typed commands. */
export function hearCommands(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;
  app.command(/^\//, async ({ command, ack, context }) => {
    const acknowledge = inTime(ack, listening.log);
    if (!first(`command ${command.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return acknowledge();
    const asked: Asked = {
      workspace,
      user: command.user_id,
      channel: command.channel_id,
      thread: null,
      responseUrl: command.response_url,
    };
    const line = unrenamed(`${command.command} ${asTyped(command.text ?? '')}`.trim(), desk.look);
    const form = formFor(line, desk.answering.commands);
    if (form !== null) {
      await acknowledge();
      return work(openForm(form, remember(line, asked), command.trigger_id, asked, listening));
    }
    const prepared = await prepareLine(desk, asked, line);
    // So acknowledged, the typed command itself is shown to everybody: an answer without its question is a riddle.
    await acknowledge(prepared.shared ? { response_type: 'in_channel' } : undefined);
    work(
      prepared
        .answer()
        .then((shown) => replies[prepared.shared ? 'publicly' : 'privately'](asked, shown)),
    );
  });
}

/** A command that cannot do without words and was given none opens a form for them. */
function formFor(line: string, commands: readonly CommandShape[]): typeof FIND | typeof ASK | null {
  const shape = commands.find(({ name }) => `/${name}` === line);
  const needed = Object.values(shape?.options ?? {}).find(
    (option) => option.kind === 'words' && option.required,
  );
  if (needed?.kind !== 'words') return null;
  return needed.suggest === 'stories' ? FIND : ASK;
}
