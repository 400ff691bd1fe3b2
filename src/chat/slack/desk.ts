import type { StoryId } from '../../news/story.ts';
import type { Answering, Asker, Prepared, Said } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import type { Look } from './look.ts';
import type { People } from './people.ts';
import type { Asked } from './reply.ts';
import { MANAGERS, MANAGERS_UNKNOWN, type Rights, turnsOnRights } from './rights.ts';

/** What every listener works with. */
export type Desk = {
  readonly answering: Answering;
  readonly people: People;
  readonly rights: Rights;
  readonly look: Omit<Look, 'shared'>;
};

type Who = Pick<Asked, 'workspace' | 'user' | 'name' | 'channel'>;

/** Reads a line as its asker's. */
export const prepareLine = (
  desk: Desk,
  asked: Who,
  line: string,
  story: StoryId | null = null,
): Promise<Prepared> => prepareSaid(desk, asked, { kind: 'line', line }, story);

/** Reads a line or a form as its asker's. */
export async function prepareSaid(
  desk: Desk,
  asked: Who,
  said: Exclude<Said, { kind: 'options' }>,
  story: StoryId | null = null,
): Promise<Prepared> {
  return desk.answering.prepare(said, await askerOf(desk, asked, said.line, story));
}

/** Somebody with their rights, which are asked of Slack only where the line turns on them. */
export async function askerOf(
  desk: Desk,
  asked: Who,
  line: string,
  story: StoryId | null = null,
): Promise<Asker> {
  return turnsOnRights(line, desk.answering.commands)
    ? knownAsker(desk, asked, story)
    : strangerAsker(asked, story);
}

/** Somebody with their rights and their name. */
export async function knownAsker(
  { rights, people }: Desk,
  asked: Who,
  story: StoryId | null = null,
): Promise<Asker> {
  const { workspace, user } = asked;
  const isManager = await rights(workspace, user);
  const name = asked.name ?? (await people(workspace, user))?.name ?? null;
  const managers = isManager === null ? MANAGERS_UNKNOWN : MANAGERS;
  return { ...strangerAsker({ ...asked, name }, story), isManager: isManager === true, managers };
}

/** Somebody of whom nothing was asked: as one who manages nothing. */
export const strangerAsker = (
  { workspace, user, name, channel }: Who,
  story: StoryId | null = null,
): Asker => ({
  tenant: workspace.tenant,
  platform: 'slack',
  // A home tab is no place to post in, and a conversation of two belongs to the one of them who asks.
  channel: channel === null || channel.startsWith('D') ? `@${user}` : channel,
  person: { id: user, name: name ?? user },
  isManager: false,
  managers: MANAGERS,
  story,
});

/** What Slack's side says itself, in the language of the workspace. */
export const wordsFor = ({ answering }: Desk, asked: Who): Promise<ChatWords> =>
  answering.words(strangerAsker(asked));
