import type { Call } from './call.ts';
import { refusal } from './errors.ts';
import { type Json, listOf, recordsOf, textOf } from './json.ts';
import { may } from './permissions.ts';
import { showsNothing } from './rules/embeds.ts';
import type { Channel } from './state.ts';

/**
 * The body as it is taken where the bot lacks EMBED_LINKS: without its embeds, and without a word about it
 * (discord-api-docs issues 2601 and 5648). Only a new message that is nothing but embeds is refused. Answers to
 * interactions do not ask for the permission (discord.js issue 7544).
 */
export function withoutForbiddenEmbeds(
  call: Call,
  channel: Channel,
  body: Json,
  isNew: boolean,
): Json {
  const { world, files, warn } = call;
  const shown = recordsOf(body.embeds).some((embed) => !showsNothing(embed));
  if (!shown || may(world, world.bot.id, channel, 'EMBED_LINKS')) return body;
  const alone =
    textOf(body.content).trim() === '' &&
    files.length === 0 &&
    listOf(body.components).length === 0;
  if (isNew && alone) throw refusal(50013);
  warn('embeds were dropped without a word: the bot lacks EMBED_LINKS');
  return { ...body, embeds: [] };
}
