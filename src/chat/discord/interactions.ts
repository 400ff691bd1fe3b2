import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import type { StoryId } from '../../news/story.ts';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import { type Message, troubleSentence } from '../message.ts';
import type { Answering, Prepared, Said, Suggestion } from '../platform.ts';
import { readTyped, type Typed } from './asked.ts';
import { askerOf, personOf } from './asker.ts';
import { suggestedFrom } from './commands.ts';
import { type Pressed, readCustomId, readLine } from './custom-id.ts';
import type { KeptLines } from './kept-lines.ts';
import { LIMITS } from './limits.ts';
import { askedLine, questionWindow } from './question.ts';
import type { Payload } from './render.ts';
import {
  acknowledge,
  answerAlone,
  answerWith,
  defer,
  followUp,
  type Responding,
} from './respond.ts';
import type { Shares } from './shares.ts';
import { troubleOf } from './trouble.ts';

export type Conversation = Responding & {
  readonly answering: Answering;
  readonly lines: KeptLines;
  readonly shares: Shares;
  readonly render: (message: Message, shared: boolean) => Promise<readonly [Payload, ...Payload[]]>;
  readonly threadStory: (interaction: APIInteraction) => Promise<StoryId | null>;
  /** Says by `say` what a manager who has just used `/news` for the first time here is told besides; usually nothing. */
  readonly welcome: (
    interaction: APIInteraction,
    say: (part: Message) => Promise<void>,
  ) => Promise<void>;
};

// Discord waits three seconds for suggestions; late ones are shown to nobody.
const SUGGESTIONS_WITHIN = 2 * SECOND;
const OUTDATED = troubleSentence(
  'This button is too old for me: I no longer know what it did. Please use the command again, /news help names them all.',
);
const SHARED = troubleSentence('You shared this here a moment ago.');
const FAULT = troubleSentence(
  'Something went wrong on my side; it is in the log. Please try again.',
);

/** Answers whatever somebody did with Crier. Never throws. */
export async function converse(at: Conversation, interaction: APIInteraction): Promise<void> {
  try {
    await dispatch(at, interaction);
  } catch (error) {
    at.log.error('discord interaction failed', {
      interaction: interaction.id,
      ...troubleOf(error),
      error: error instanceof Error ? error.name : typeof error,
    });
  }
}

async function dispatch(at: Conversation, interaction: APIInteraction): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return command(at, interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return autocomplete(at, interaction);
    case InteractionType.MessageComponent:
      return component(at, interaction);
    case InteractionType.ModalSubmit:
      return question(at, interaction);
    default:
      at.log.debug('discord told an unknown interaction', { type: interaction.type });
  }
}

async function command(
  at: Conversation,
  interaction: APIApplicationCommandInteraction,
): Promise<void> {
  if (interaction.data.type !== ApplicationCommandType.ChatInput) return;
  const typed = readTyped(interaction.data, at.answering.commands);
  const name = typed.command?.name ?? typed.path.join(' ');
  const said: Said = { kind: 'options', command: name, options: typed.options };
  const asker = askerOf(interaction);
  const prepared = at.answering.prepare(said, asker);
  if (!(await defer(at, interaction, prepared.shared))) return;
  await answer(at, interaction, prepared.shared, async () => {
    // In a card's thread a question without a story is about that card's.
    const story = wantsStory(typed) ? await at.threadStory(interaction) : null;
    return story === null ? prepared : at.answering.prepare(said, { ...asker, story });
  });
  if (!/^news(?:-|$)/.test(typed.path[0] ?? '')) return;
  await at.welcome(interaction, async (part) => {
    for (const payload of await at.render(part, false)) {
      await followUp(at, interaction, payload, false);
    }
  });
}

function wantsStory({ command: shape, options }: Typed): boolean {
  return Object.entries(shape?.options ?? {}).some(
    ([name, option]) => option.kind === 'story' && !options[name],
  );
}

/** Works on what was acknowledged and shows it; a fault is said to the asker as well. */
async function answer(
  at: Conversation,
  interaction: APIInteraction,
  shared: boolean,
  prepare: () => Promise<Prepared> | Prepared,
): Promise<void> {
  try {
    const message = await (await prepare()).answer();
    await show(at, interaction, message, shared);
  } catch (error) {
    await show(at, interaction, FAULT, shared).catch(() => {});
    throw error;
  }
}

/** Trouble is the asker's alone, also where everybody was to see the answer. */
async function show(
  at: Conversation,
  interaction: APIInteraction,
  message: Message,
  shared: boolean,
): Promise<void> {
  if (shared && message.trouble) {
    return answerAlone(at, interaction, await at.render(message, false));
  }
  return answerWith(at, interaction, await at.render(message, shared), shared);
}

async function autocomplete(
  at: Conversation,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
  const typed = readTyped(interaction.data, at.answering.commands);
  const option = typed.command?.options[typed.focused ?? ''];
  const from = option ? suggestedFrom(option) : null;
  const found =
    from === null
      ? []
      : await inTime(
          at.answering.suggest(
            from,
            typed.options[typed.focused ?? ''] ?? '',
            askerOf(interaction),
          ),
        );
  const choices = found
    .map(({ label, value }) => ({ name: shorten(cleanText(label).trim(), LIMITS.option), value }))
    .filter(({ name, value }) => name && value && value.length <= LIMITS.option)
    .slice(0, LIMITS.choices);
  await acknowledge(at, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

function inTime(found: Promise<readonly Suggestion[]>): Promise<readonly Suggestion[]> {
  let timer: NodeJS.Timeout | undefined;
  const nothing = new Promise<readonly Suggestion[]>((done) => {
    timer = setTimeout(() => done([]), SUGGESTIONS_WITHIN);
  });
  return Promise.race([found.catch(() => []), nothing]).finally(() => clearTimeout(timer));
}

async function component(
  at: Conversation,
  interaction: APIMessageComponentInteraction,
): Promise<void> {
  const { data } = interaction;
  const pressed = readCustomId(data.custom_id);
  if (!pressed) return pressedLine(at, interaction, async () => undefined);
  switch (pressed.press) {
    case 'ask':
      await acknowledge(at, interaction, {
        type: InteractionResponseType.Modal,
        data: questionWindow(data.custom_id),
      });
      return;
    case 'share':
      return share(at, interaction, pressed);
    case 'answer':
      return pressedLine(at, interaction, () => at.lines.find(pressed.line));
    case 'menu': {
      const values = data.component_type === ComponentType.StringSelect ? data.values : [];
      const [chosen = ''] = values;
      return pressedLine(at, interaction, () => at.lines.find(readLine(chosen)));
    }
  }
}

async function question(at: Conversation, interaction: APIModalSubmitInteraction): Promise<void> {
  const pressed = readCustomId(interaction.data.custom_id);
  if (!pressed) return pressedLine(at, interaction, async () => undefined);
  return pressedLine(at, interaction, async () => {
    const line = await at.lines.find(pressed.line);
    return line === undefined ? undefined : askedLine(line, interaction);
  });
}

/** Answers a line to its presser alone. */
async function pressedLine(
  at: Conversation,
  interaction: APIInteraction,
  find: () => Promise<string | undefined>,
): Promise<void> {
  if (!(await defer(at, interaction, false))) return;
  await answer(at, interaction, false, async () => {
    const line = await find();
    if (!line) return outdated;
    return at.answering.prepare({ kind: 'line', line }, askerOf(interaction));
  });
}

const outdated: Prepared = { shared: false, answer: async () => OUTDATED };
const sharedBefore: Prepared = { shared: false, answer: async () => SHARED };

/** Shows everybody what only one sees; whether that may be is for the grammar to say, so a slip stays private. */
async function share(
  at: Conversation,
  interaction: APIMessageComponentInteraction,
  pressed: Pressed,
): Promise<void> {
  const line = await at.lines.find(pressed.line);
  const what = `${interaction.message.id} ${personOf(interaction)} ${line}`;
  const earlier = at.shares.begin(what, interaction.id);
  // Discord told it twice.
  if (earlier === interaction.id) return;
  if (earlier !== null) {
    if (await defer(at, interaction, false))
      await answer(at, interaction, false, () => sharedBefore);
    return;
  }
  const prepared = line
    ? at.answering.prepare({ kind: 'line', line: `${line} share:yes` }, askerOf(interaction))
    : outdated;
  const forget = () => at.shares.forget(what);
  if (!(await defer(at, interaction, prepared.shared))) return forget();
  try {
    await answer(at, interaction, prepared.shared, () => ({
      ...prepared,
      async answer() {
        const message = await prepared.answer();
        if (message.trouble) forget();
        return message;
      },
    }));
  } catch (error) {
    forget();
    throw error;
  }
}
