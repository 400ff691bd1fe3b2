import type { APIMessageComponentInteraction } from 'discord.js';
import { askerOf, personOf } from './asker.ts';
import { answer, type Conversation, outdated, troubleIn } from './conversation.ts';
import type { Pressed } from './custom-id.ts';
import { defer } from './respond.ts';

/** Shows everybody what only one sees; whether that may be is for the grammar to say, so a slip stays private. */
export async function share(
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
      await answer(at, interaction, false, () =>
        troubleIn(at, interaction, ({ sharedHere }) => sharedHere),
      );
    return;
  }
  const prepared = line
    ? at.answering.prepare({ kind: 'line', line: `${line} share:yes` }, askerOf(interaction))
    : outdated(at, interaction);
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
