import type { Prepared } from '../platform.ts';
import type { Listening } from './listening.ts';
import type { Asked } from './reply.ts';

/** Works on what was read and says it; a home tab that it was asked from then shows what holds now. */
export async function answer(
  prepared: Prepared,
  asked: Asked,
  { replies, home }: Pick<Listening, 'replies' | 'home'>,
  how: 'privately' | 'publicly' = prepared.shared ? 'publicly' : 'privately',
): Promise<void> {
  const shown = await prepared.answer();
  await replies[how](asked, shown);
  if (asked.channel === null && !shown.trouble) await home.show(asked.workspace, asked.user);
}
