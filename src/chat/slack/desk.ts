import type { StoryId } from '../../news/story.ts';
import { type Message, sentence } from '../message.ts';
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
  { answering, rights }: Desk,
  asked: Asked,
  line: string,
  story: StoryId | null = null,
): Promise<Prepared> {
  const needed = mayNeedRights(line, answering.commands);
  const isManager = needed && (await rights(asked.workspace, asked.user));
  return answering.prepare({ kind: 'line', line }, askerOf(asked, isManager, story));
}

export const askerOf = (
  { workspace }: Pick<Asked, 'workspace'>,
  isManager = false,
  story: StoryId | null = null,
): Asker => ({ tenant: workspace.tenant, isManager, managers: MANAGERS, story });

export const FOREIGN: Message = sentence(
  'Only members of the workspace that Crier was installed in can ask it.',
);
export const OUTDATED: Message = sentence(
  'This was made by an earlier version of Crier and does nothing any more. Try /news help.',
);
