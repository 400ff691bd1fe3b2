import type { App } from '@slack/bolt';
import { sentence, troubleSentence } from '../message.ts';
import { answer } from './answer.ts';
import { PRESS } from './controls.ts';
import { prepareLine, wordsFor } from './desk.ts';
import { inTime, isForeign, type Listening, workspaceOf } from './listening.ts';
import { ASK } from './modals.ts';
import { openFill, openForm, remember } from './open-form.ts';
import type { Asked } from './reply.ts';

/** Buttons and menus under messages. */
export function hearPresses(app: App, listening: Listening): void {
  const { desk, replies, first, shares, work } = listening;
  app.action(/^/, async ({ ack, action, body, context }) => {
    const acknowledge = inTime(() => ack(), listening.log);
    if (body.type !== 'block_actions' || !first(`action ${body.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    await acknowledge();
    if (!workspace) return;
    const container = body.container as { thread_ts?: string; message_ts?: string } | undefined;
    const asked: Asked = {
      workspace,
      user: body.user.id,
      name: body.user.username ?? body.user.name ?? null,
      channel: body.channel?.id ?? null,
      thread: container?.thread_ts ?? null,
      responseUrl: body.response_url ?? null,
    };
    if (await isForeign({ team: body.user.team_id }, asked, listening)) {
      const { membersOnly } = await wordsFor(desk, asked);
      return work(replies.privately(asked, sentence(membersOnly)));
    }
    const line =
      action.type === 'button'
        ? action.value
        : action.type === 'static_select'
          ? action.selected_option.value
          : undefined;
    const press = 'action_id' in action ? action.action_id.replace(/\.\d+$/, '') : '';
    if (line === undefined || !Object.values<string>(PRESS).includes(press)) {
      const { outdated } = await wordsFor(desk, asked);
      return work(replies.privately(asked, troubleSentence(outdated)));
    }
    if (press === PRESS.ask) {
      return work(openForm(ASK, remember(line, asked), body.trigger_id, asked, listening));
    }
    if (press === PRESS.fill) return work(openFill(line, body.trigger_id, asked, listening));
    if (press !== PRESS.share) {
      const prepared = await prepareLine(desk, asked, line);
      // On a page of one's own nobody else is there to see it.
      const how = asked.channel !== null && prepared.shared ? 'publicly' : 'privately';
      return work(answer(prepared, asked, listening, how));
    }
    const share = [workspace.id, asked.channel, container?.message_ts, asked.user, line].join(' ');
    if (!shares.first(share)) {
      const { sharedAlready } = await wordsFor(desk, asked);
      return work(replies.privately(asked, troubleSentence(sharedAlready)));
    }
    const prepared = await prepareLine(desk, asked, line);
    work(
      prepared.answer().then((shown) => {
        if (shown.trouble) shares.forget(share);
        return replies.publicly(asked, shown);
      }),
    );
  });
}
