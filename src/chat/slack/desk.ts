import type { StoryId } from '../../news/story.ts';
import { type Message, sentence, troubleSentence } from '../message.ts';
import type { Answering, Asker, Prepared } from '../platform.ts';
import type { Look } from './look.ts';
import type { Asked } from './reply.ts';
import { MANAGERS, mayNeedRights, type Rights } from './rights.ts';

/** What every listener works with. */
export type Desk = {
  readonly answering: Answering;
  readonly rights: Rights;
  readonly look: Omit<Look, 'shared'>;
};

/** Reads a line as its asker's; whether they are an admin is asked of Slack only where the line turns on it. */
export async function prepareLine(
  desk: Desk,
  asked: Asked,
  line: string,
  story: StoryId | null = null,
): Promise<Prepared> {
  const isManager = isForManagers(line, desk) && (await desk.rights(asked.workspace, asked.user));
  return desk.answering.prepare({ kind: 'line', line }, askerOf(asked, isManager, story));
}

/** Whether a line may be a command for managers, whose answers are not for everybody's eyes. */
export const isForManagers = (line: string, { answering }: Desk): boolean =>
  mayNeedRights(line, answering.commands);

export const askerOf = (
  { workspace }: Pick<Asked, 'workspace'>,
  isManager = false,
  story: StoryId | null = null,
): Asker => ({ tenant: workspace.tenant, isManager, managers: MANAGERS, story });

export const FOREIGN: Message = sentence(
  'Only members of the workspace that Crier was installed in can ask it.',
);
export const SHARED_ALREADY: Message = troubleSentence(
  'You shared this a moment ago: everybody here sees it.',
);
export const OUTDATED: Message = troubleSentence(
  'This was made by an earlier version of Crier and does nothing any more. Try /news help.',
);
