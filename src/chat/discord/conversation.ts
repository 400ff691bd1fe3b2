import type { APIInteraction } from 'discord.js';
import type { StoryId } from '../../news/story.ts';
import { type Message, troubleSentence } from '../message.ts';
import type { Answering, Prepared } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { askerOf, guildBehind } from './asker.ts';
import type { Line } from './custom-id.ts';
import type { KeptLines } from './kept-lines.ts';
import type { Payload } from './render.ts';
import { answerAlone, answerWith, defer, type Responding } from './respond.ts';
import type { Shares } from './shares.ts';

/** What every answer to an interaction needs. */
export type Conversation = Responding & {
  readonly answering: Answering;
  readonly lines: KeptLines;
  readonly shares: Shares;
  /** `guild`: the server in whose name it is said in a private conversation. */
  readonly render: (
    message: Message,
    shared: boolean,
    guild: string | null,
  ) => Promise<readonly [Payload, ...Payload[]]>;
  /** Why whoever pressed under a server's direct message is not answered in its name; null where they are. */
  readonly refusal: (interaction: APIInteraction) => Promise<Message | null>;
  readonly threadStory: (interaction: APIInteraction) => Promise<StoryId | null>;
  /** Says by `say` what a manager who has just used `/news` for the first time here is told besides; usually nothing. */
  readonly welcome: (
    interaction: APIInteraction,
    say: (part: Message) => Promise<void>,
  ) => Promise<void>;
};

type Speaking = Pick<Conversation, 'answering'>;

/** Why there is no answer, in the words of the asker's place. */
export const troubleIn = (
  { answering }: Speaking,
  interaction: APIInteraction,
  says: (words: ChatWords) => string,
): Prepared => ({
  shared: false,
  answer: async () => troubleSentence(says(await answering.words(askerOf(interaction)))),
});

export const outdated = (at: Speaking, interaction: APIInteraction): Prepared =>
  troubleIn(at, interaction, ({ buttonOutdated }) => buttonOutdated);

/** Works on what was acknowledged and shows it; a fault is said to the asker as well. */
export async function answer(
  at: Conversation,
  interaction: APIInteraction,
  shared: boolean,
  prepare: () => Promise<Prepared> | Prepared,
): Promise<void> {
  try {
    const refused = await at.refusal(interaction);
    const message = refused ?? (await (await prepare()).answer());
    await show(at, interaction, message, shared);
  } catch (error) {
    const fault = await troubleIn(at, interaction, (words) => words.fault).answer();
    await show(at, interaction, fault, shared).catch(() => {});
    throw error;
  }
}

/** Trouble is the asker's alone, also where everybody was to see the answer. */
export async function show(
  at: Conversation,
  interaction: APIInteraction,
  message: Message,
  shared: boolean,
): Promise<void> {
  const guild = guildBehind(interaction);
  if (shared && message.trouble) {
    return answerAlone(at, interaction, await at.render(message, false, guild));
  }
  return answerWith(at, interaction, await at.render(message, shared, guild), shared);
}

/** Answers a line to its presser alone. */
export async function pressedLine(
  at: Conversation,
  interaction: APIInteraction,
  find: () => Promise<string | undefined>,
): Promise<void> {
  if (!(await defer(at, interaction, false))) return;
  await answer(at, interaction, false, async () => {
    const line = await find();
    if (!line) return outdated(at, interaction);
    return at.answering.prepare({ kind: 'line', line }, askerOf(interaction));
  });
}

/**
 * Answers the line of a button or menu: to its presser alone, unless it is a command whose answer is for all. A line
 * that has to be looked up first is answered privately, since who sees it must be said before.
 */
export async function pressedOne(
  at: Conversation,
  interaction: APIInteraction,
  pressed: Line,
): Promise<void> {
  const isLong = pressed.kind === 'kept' || pressed.line === '';
  if (isLong) return pressedLine(at, interaction, () => at.lines.find(pressed));
  const said = { kind: 'line', line: pressed.line } as const;
  const prepared = at.answering.prepare(said, askerOf(interaction));
  if (!(await defer(at, interaction, prepared.shared))) return;
  await answer(at, interaction, prepared.shared, () => prepared);
}
