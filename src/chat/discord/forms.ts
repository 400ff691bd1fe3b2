import {
  type APIInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
} from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import type { Message } from '../message.ts';
import type { Form } from '../platform.ts';
import { askerOf, guildBehind } from './asker.ts';
import { answer, type Conversation, outdated, pressedLine, troubleIn } from './conversation.ts';
import type { Kept } from './custom-id.ts';
import { filledIn, formWindow } from './form-window.ts';
import { inTime } from './in-time.ts';
import { acknowledge, defer } from './respond.ts';

// A window must be the first answer, within three seconds; two tries to send it have to fit behind this.
const FORM_WITHIN = 1.2 * SECOND;

/** Opens the form of the line's command, or says to the asker alone why there is none. */
export async function openForm(
  at: Conversation,
  interaction: APIInteraction,
  line: string | undefined,
): Promise<void> {
  if (!line) return pressedLine(at, interaction, async () => undefined);
  const form = await inTime(formOf(at, interaction, line), FORM_WITHIN);
  if (form === undefined || 'blocks' in form) {
    return sayAlone(
      at,
      interaction,
      async () => form ?? troubleIn(at, interaction, ({ late }) => late).answer(),
    );
  }
  const kept: Kept[] = [];
  const data = formWindow(form, (one) => kept.push(one), guildBehind(interaction));
  await at.lines.keep(kept);
  await acknowledge(at, interaction, { type: InteractionResponseType.Modal, data });
}

async function formOf(
  at: Conversation,
  interaction: APIInteraction,
  line: string,
): Promise<Form | Message> {
  const refused = await at.refusal(interaction);
  return refused ?? at.answering.form(line, askerOf(interaction));
}

async function sayAlone(
  at: Conversation,
  interaction: APIInteraction,
  say: () => Promise<Message>,
): Promise<void> {
  if (!(await defer(at, interaction, false))) return;
  await answer(at, interaction, false, () => ({ shared: false, answer: say }));
}

/** Gives the command whose form was sent; its answer is seen by whoever would see it had it been typed. */
export async function sentForm(
  at: Conversation,
  interaction: APIModalSubmitInteraction,
  line: string | undefined,
): Promise<void> {
  const prepared = line
    ? at.answering.prepare(
        { kind: 'form', line, options: filledIn(interaction) },
        askerOf(interaction),
      )
    : outdated(at, interaction);
  if (!(await defer(at, interaction, prepared.shared))) return;
  await answer(at, interaction, prepared.shared, () => prepared);
}
