import type { StoryId } from '../../news/story.ts';
import { METADATA } from './reply.ts';
import type { Workspace } from './workspaces.ts';

/** As many as an app outside Slack's marketplace may read at once. */
const FIRST = 15;

/**
 * The story a thread is about: its first message's, else that of Crier's last message in it. Null where there is none,
 * and where Crier may not read the thread: then a question is about all stories.
 */
export async function storyOfThread(
  { client, botUser }: Workspace,
  channel: string,
  thread: string,
): Promise<StoryId | null> {
  let messages: readonly unknown[];
  try {
    const page = await client.conversations.replies({
      channel,
      ts: thread,
      limit: FIRST,
      include_all_metadata: true,
    });
    messages = page.messages ?? [];
  } catch {
    return null;
  }
  const stories = messages.map((one) => storyOf(one, botUser));
  return stories[0] ?? stories.findLast((story) => story !== null) ?? null;
}

/** Anybody may write metadata by our name: only Crier's own counts. */
function storyOf(message: unknown, botUser: string): StoryId | null {
  const { user, metadata } = message as {
    user?: unknown;
    metadata?: { event_type?: unknown; event_payload?: { story?: unknown } };
  };
  const story = metadata?.event_payload?.story;
  const isOurs = user === botUser && metadata?.event_type === METADATA;
  return isOurs && typeof story === 'number' && Number.isSafeInteger(story) ? story : null;
}
