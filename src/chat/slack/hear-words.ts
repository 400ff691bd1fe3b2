import type { App, Context } from '@slack/bolt';
import { sentence } from '../message.ts';
import { prepareLine, wordsFor } from './desk.ts';
import { isForeign, type Listening, workspaceOf } from './listening.ts';
import type { Asked } from './reply.ts';
import { isForManagers } from './rights.ts';
import { lineIn } from './said.ts';
import { storyOfThread } from './thread-story.ts';

type Spoken = {
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
  readonly team?: string;
  readonly user_team?: string;
};

/** What comes around an event. */
type Envelope = { readonly event_id: string; readonly is_ext_shared_channel?: boolean };

/** Mentions in channels and threads, and what is written to Crier directly. */
export function hearWords(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;

  async function answer(spoken: Spoken, about: Envelope, context: Context): Promise<void> {
    const { user, bot_id, edited, subtype, channel, ts } = spoken;
    // Other bots are not answered: two that answer each other never end.
    if (!user || bot_id || edited || subtype || !first(`event ${about.event_id}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return;
    const isDirect = spoken.channel_type === 'im';
    const thread = spoken.thread_ts ?? null;
    const asked: Asked = { workspace, user, name: null, channel, thread, responseUrl: null };
    // What one person alone sees shows in a thread only where there is one already.
    const aloud: Asked = { ...asked, thread: thread ?? (isDirect ? null : ts) };
    const told = { team: spoken.user_team ?? spoken.team, isShared: about.is_ext_shared_channel };
    if (await isForeign(told, asked, listening)) {
      const { membersOnly } = await wordsFor(desk, asked);
      await replies.loudly(aloud, sentence(membersOnly));
      return;
    }
    const mention = new RegExp(`<@${workspace.botUser}(?:\\|[^>]*)?>`, 'g');
    const words = (spoken.text ?? '').replace(mention, ' ');
    const story = thread ? await storyOfThread(workspace, channel, thread) : null;
    const line = lineIn(words, desk.answering.commands, desk.look);
    const prepared = await prepareLine(desk, asked, line, story);
    const shown = await prepared.answer();
    const isHidden = isForManagers(line, desk.answering.commands) && !prepared.shared;
    const isPrivate = !isDirect && (shown.trouble || isHidden);
    await (isPrivate ? replies.privately(asked, shown) : replies.loudly(aloud, shown));
  }

  app.event('app_mention', async ({ event, body, context }) => {
    work(answer(event as Spoken, body, context));
  });
  app.event('message', async ({ event, body, context }) => {
    const spoken = event as unknown as Spoken;
    if (spoken.channel_type === 'im') work(answer(spoken, body, context));
  });
}
