import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import type { Said } from '../platform.ts';
import { readTyped, type Typed } from './asked.ts';
import { askerOf } from './asker.ts';
import { answer, type Conversation, pressedLine, pressedOne } from './conversation.ts';
import { readCustomId, readLine } from './custom-id.ts';
import { openForm, sentForm } from './forms.ts';
import { askedLine, questionWindow } from './question.ts';
import { acknowledge, defer, followUp } from './respond.ts';
import { share } from './share.ts';
import { suggest } from './suggest.ts';
import { troubleOf } from './trouble.ts';

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
      return suggest(at, interaction);
    case InteractionType.MessageComponent:
      return component(at, interaction);
    case InteractionType.ModalSubmit:
      return modal(at, interaction);
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
  if (typed.command?.form?.whenBare && Object.keys(typed.options).length === 0) {
    return openForm(at, interaction, `/${name}`);
  }
  const prepared = at.answering.prepare(said, asker);
  if (!(await defer(at, interaction, prepared.shared))) return;
  await answer(at, interaction, prepared.shared, async () => {
    // In a card's thread a question without a story is about that card's.
    const story = wantsStory(typed) ? await at.threadStory(interaction) : null;
    return story === null ? prepared : at.answering.prepare(said, { ...asker, story });
  });
  await greet(at, interaction, name);
}

/** Whoever manages the place and gives a command of `/news` for the first time is told more. */
async function greet(
  at: Conversation,
  interaction: APIInteraction,
  command: string,
): Promise<void> {
  if (!/^\/?news\b/.test(command)) return;
  await at.welcome(interaction, async (part) => {
    for (const payload of await at.render(part, false, null)) {
      await followUp(at, interaction, payload, false);
    }
  });
}

function wantsStory({ command: shape, options }: Typed): boolean {
  return Object.entries(shape?.options ?? {}).some(
    ([name, option]) => option.kind === 'story' && !options[name],
  );
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
        data: questionWindow(data.custom_id, await at.answering.words(askerOf(interaction))),
      });
      return;
    case 'fill':
      return openForm(at, interaction, await at.lines.find(pressed.line));
    case 'share':
      return share(at, interaction, pressed);
    case 'part':
      return pressedLine(at, interaction, async () => undefined);
    case 'answer':
      return pressedOne(at, interaction, pressed.line);
    case 'menu': {
      const values = data.component_type === ComponentType.StringSelect ? data.values : [];
      const [chosen = ''] = values;
      return pressedOne(at, interaction, readLine(chosen));
    }
  }
}

/** A window that was filled in and sent. */
async function modal(at: Conversation, interaction: APIModalSubmitInteraction): Promise<void> {
  const pressed = readCustomId(interaction.data.custom_id);
  if (!pressed) return pressedLine(at, interaction, async () => undefined);
  if (pressed.press === 'fill') {
    const line = await at.lines.find(pressed.line);
    await sentForm(at, interaction, line);
    return greet(at, interaction, line ?? '');
  }
  return pressedLine(at, interaction, async () => {
    const line = await at.lines.find(pressed.line);
    return line === undefined ? undefined : askedLine(line, interaction);
  });
}
