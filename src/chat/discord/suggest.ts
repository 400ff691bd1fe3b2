import {
  type APIApplicationCommandAutocompleteInteraction,
  InteractionResponseType,
} from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import { readTyped } from './asked.ts';
import { askerOf } from './asker.ts';
import { suggestedFrom } from './commands.ts';
import type { Conversation } from './conversation.ts';
import { inTime } from './in-time.ts';
import { LIMITS } from './limits.ts';
import { acknowledge } from './respond.ts';

// Discord waits three seconds for suggestions; late ones are shown to nobody.
const SUGGESTIONS_WITHIN = 2 * SECOND;

/** Shows what the option that is being typed may become. */
export async function suggest(
  at: Conversation,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
  const typed = readTyped(interaction.data, at.answering.commands);
  const focused = typed.focused ?? '';
  const option = typed.command?.options[focused];
  const from = option ? suggestedFrom(option) : null;
  const asked =
    from === null
      ? Promise.resolve([])
      : at.answering.suggest(from, typed.options[focused] ?? '', askerOf(interaction));
  const found = await inTime(
    asked.catch(() => []),
    SUGGESTIONS_WITHIN,
  );
  const choices = (found ?? [])
    .map(({ label, value }) => ({ name: shorten(cleanText(label).trim(), LIMITS.option), value }))
    // A value that does not fit cannot be shortened: it would be another one.
    .filter(({ name, value }) => name && value && value.length <= LIMITS.option)
    .slice(0, LIMITS.choices);
  await acknowledge(at, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}
