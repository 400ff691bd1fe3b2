import type { App, Context } from '@slack/bolt';
import { FOREIGN, prepareLine } from './desk.ts';
import { isForeign, type Listening, workspaceOf } from './listening.ts';
import type { Asked } from './reply.ts';
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

/** Mentions in channels and threads, and what is written to Crier directly. */
export function hearWords(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;

  async function answer(spoken: Spoken, eventId: string, context: Context): Promise<void> {
    const { user, bot_id, edited, subtype, channel, ts } = spoken;
    // Other bots are not answered: two that answer each other never end.
    if (!user || bot_id || edited || subtype || !first(`event ${eventId}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return;
    const isDirect = spoken.channel_type === 'im';
    const thread = spoken.thread_ts ?? (isDirect ? null : ts);
    const asked: Asked = { workspace, user, channel, thread, responseUrl: null };
    if (isForeign(spoken, context)) return replies.loudly(asked, FOREIGN);
    const mention = new RegExp(`<@${workspace.botUser}(?:\\|[^>]*)?>`, 'g');
    const words = (spoken.text ?? '').replace(mention, ' ');
    const story = spoken.thread_ts
      ? await storyOfThread(workspace, channel, spoken.thread_ts)
      : null;
    const line = lineIn(words, desk.answering.commands, desk.look);
    const prepared = await prepareLine(desk, asked, line, story);
    await replies.loudly(asked, await prepared.answer());
  }

  app.event('app_mention', async ({ event, body, context }) => {
    work(answer(event as Spoken, body.event_id, context));
  });
  app.event('message', async ({ event, body, context }) => {
    const spoken = event as unknown as Spoken;
    if (spoken.channel_type === 'im') work(answer(spoken, body.event_id, context));
  });
}
