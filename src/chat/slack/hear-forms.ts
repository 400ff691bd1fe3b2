import type { App, ViewOutput } from '@slack/bolt';
import { asWords } from '../line.ts';
import { sentence } from '../message.ts';
import type { Said, Suggestion } from '../platform.ts';
import { IN_ENGLISH } from '../words.ts';
import { answer } from './answer.ts';
import { prepareSaid, strangerAsker, wordsFor } from './desk.ts';
import { faultOf } from './failure.ts';
import { FILL, filledIn } from './form-modal.ts';
import { inTime, isForeign, type Listening, PATIENCE_MS, workspaceOf } from './listening.ts';
import { ASK, FIELD, FIND, rememberedIn } from './modals.ts';
import { openForm, remember } from './open-form.ts';
import type { Asked } from './reply.ts';
import { asTyped } from './said.ts';
import { SHORTCUT } from './scopes.ts';
import { suggestions } from './suggestions.ts';
import { within } from './waiting.ts';
import type { Workspace } from './workspaces.ts';

/** The shortcut on messages. */
export function hearShortcut(app: App, listening: Listening): void {
  const { desk, first, work } = listening;
  app.shortcut(SHORTCUT.callbackId, async ({ ack, shortcut, context }) => {
    const acknowledge = inTime(() => ack(), listening.log);
    if (!first(`shortcut ${shortcut.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    await acknowledge();
    if (!workspace || shortcut.type !== 'message_action') return;
    const { message, channel, response_url, user } = shortcut;
    const asked: Asked = {
      workspace,
      user: user.id,
      name: user.username ?? user.name,
      channel: channel.id,
      thread: typeof message.thread_ts === 'string' ? message.thread_ts : null,
      responseUrl: response_url,
    };
    if (await isForeign({ team: user.team_id }, asked, listening)) {
      const { membersOnly } = await wordsFor(desk, asked);
      return work(listening.replies.privately(asked, sentence(membersOnly)));
    }
    const words = asTyped(message.text ?? '');
    work(openForm(ASK, remember('/ask', asked), shortcut.trigger_id, asked, listening, words));
  });
}

/** Forms that are sent, and the suggestions in them. */
export function hearForms(app: App, listening: Listening): void {
  const { desk, workspaces, replies, first, work, log } = listening;
  app.view(
    { callback_id: /^crier\./, type: 'view_submission' },
    async ({ ack, body, view, context }) => {
      const acknowledge = inTime(() => ack(), log);
      const id = 'trigger_id' in body ? String(body.trigger_id) : view.id;
      if (!first(`form ${id}`)) return acknowledge();
      const workspace = await workspaceOf(context, listening);
      await acknowledge();
      const remembered = rememberedIn(view.private_metadata);
      const said = remembered && saidIn(view, remembered.line);
      if (!workspace || !remembered || !said) return;
      const { channel, thread, responseUrl } = remembered;
      const { id: user, name } = body.user;
      const asked: Asked = { workspace, user, name, channel, thread, responseUrl };
      if (await isForeign({ team: body.user.team_id }, asked, listening)) {
        const { membersOnly } = await wordsFor(desk, asked);
        return work(replies.privately(asked, sentence(membersOnly)));
      }
      const prepared = await prepareSaid(desk, asked, said);
      work(answer(prepared, asked, listening, said.kind === 'form' ? undefined : 'privately'));
    },
  );

  async function suggested(
    workspace: Workspace,
    {
      id,
      name,
      team_id: team,
    }: { readonly id: string; readonly name: string; readonly team_id?: string },
    typed: string,
  ): Promise<readonly Suggestion[]> {
    if (await isForeign({ team }, { workspace, user: id }, listening)) return [];
    return desk.answering.suggest(
      'stories',
      typed,
      strangerAsker({ workspace, user: id, name, channel: null }),
    );
  }

  app.options(FIELD, async ({ ack, options, body, context }) => {
    const typed = options.value;
    try {
      const workspace = await workspaces.from(context);
      const found = workspace
        ? await within(PATIENCE_MS, suggested(workspace, body.user, typed))
        : [];
      const who = { user: body.user.id, name: body.user.name, channel: null };
      const says = workspace ? await wordsFor(desk, { workspace, ...who }) : IN_ENGLISH;
      await ack({ options: suggestions(found, typed, says) });
    } catch (error) {
      log.warn('slack suggestions came late', faultOf(error));
      await ack({ options: suggestions([], typed, IN_ENGLISH) });
    }
  });
}

/** What a sent form says; null where nothing was given. */
function saidIn(view: ViewOutput, line: string): Exclude<Said, { kind: 'options' }> | null {
  const { values } = view.state;
  if (view.callback_id === FILL) {
    return { kind: 'form', line, options: filledIn(values, view.private_metadata) };
  }
  const field = values[FIELD]?.[FIELD];
  const given = field?.selected_option?.value ?? field?.value ?? '';
  if (!given.trim()) return null;
  // A chosen story comes as its number; everything else is words, whatever they look like.
  const words = view.callback_id === FIND && /^#\d{1,15}$/.test(given) ? given : asWords(given);
  return { kind: 'line', line: `${line} ${words}` };
}
