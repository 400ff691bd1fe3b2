import { MINUTE } from '../../../src/lib/clock.ts';
import type { Answer, Call } from './call.ts';
import { refusal } from './errors.ts';
import { RESPONSE_FLAGS } from './interactions.ts';
import { recordOf, textOf } from './json.ts';
import { isLoading, messagePayload } from './message-payload.ts';
import { editMessage, makeMessage } from './message-store.ts';
import { checkMessage } from './rules/messages.ts';
import { FLAG, type Interaction, type Message } from './state.ts';

// Discord docs "Receiving and Responding › Followup Messages": a token for 15 minutes; five follow-ups where only a
// person installed the app.
const TOKEN_LIFE = 15 * MINUTE;
const FOLLOW_UPS = 5;

/** The interaction behind /webhooks/{application}/{token}: only once it was answered, and for fifteen minutes. */
function held({ world, params }: Call): Interaction {
  if (params.webhook_id !== world.application.id) throw refusal(10015);
  const interaction = [...world.interactions.values()].find(
    ({ token }) => token === params.webhook_token,
  );
  if (!interaction) throw refusal(50027);
  const age = world.clock().getTime() - interaction.createdAt.getTime();
  if (age > TOKEN_LIFE) throw refusal(50027);
  if (!interaction.acknowledged) throw refusal(10015);
  return interaction;
}

function ownMessage(call: Call, interaction: Interaction, id: string): Message {
  const known = id === '@original' ? interaction.originalId : id;
  const own =
    known !== null && (known === interaction.originalId || interaction.followUpIds.includes(known));
  const message = own ? call.world.messages.get(known) : undefined;
  if (!message || message.deleted) throw refusal(10008);
  return message;
}

const idIn = ({ params }: Call) => params.message_id ?? '@original';

/** Discord docs "Receiving and Responding › Create Followup Message". */
export function followUp(call: Call): Answer {
  const interaction = held(call);
  const { world } = call;
  const body = recordOf(call.body) ?? {};
  for (const field of ['username', 'avatar_url', 'thread_name'])
    if (textOf(body[field]) !== '') call.warn(`${field} is not supported for follow-ups`);
  const first = world.messages.get(interaction.originalId ?? '');
  if (first && !first.deleted && isLoading(first)) {
    // Kept by Discord for old bots, and deprecated: the first follow-up after a deferral edits the deferral.
    call.warn('a follow-up right after a deferral edits the deferral: use PATCH @original');
    return editOwn(call, first);
  }
  checkMessage(body, { flags: RESPONSE_FLAGS, before: null, files: call.files.length });
  call.judge();
  if (interaction.userInstalledOnly && interaction.followUpIds.length >= FOLLOW_UPS)
    throw refusal(40094);
  const message = makeMessage(call, {
    channelId: interaction.channelId,
    author: world.bot,
    body,
    files: call.files,
    interaction,
    onlyFor: Number(body.flags ?? 0) & FLAG.ephemeral ? interaction.userId : null,
  });
  interaction.followUpIds.push(message.id);
  call.waiting.changed();
  return { status: 200, body: messagePayload(world, message) };
}

export function readOwn(call: Call): Answer {
  const message = ownMessage(call, held(call), idIn(call));
  return { status: 200, body: messagePayload(call.world, message) };
}

export function patchOwn(call: Call): Answer {
  return editOwn(call, ownMessage(call, held(call), idIn(call)));
}

function editOwn(call: Call, message: Message): Answer {
  const body = recordOf(call.body) ?? {};
  // The loading message is empty, so the first edit has to say something.
  checkMessage(body, {
    flags: FLAG.suppressEmbeds | FLAG.componentsV2 | FLAG.ephemeral,
    before: message,
    files: call.files.length,
  });
  call.judge();
  editMessage(call, message, body, call.files);
  message.flags &= ~FLAG.loading;
  call.waiting.changed();
  return { status: 200, body: messagePayload(call.world, message) };
}

export function deleteOwn(call: Call): Answer {
  const interaction = held(call);
  const message = ownMessage(call, interaction, idIn(call));
  message.deleted = true;
  call.gateway.dispatch(
    'MESSAGE_DELETE',
    {
      id: message.id,
      channel_id: message.channelId,
      ...(interaction.guildId ? { guild_id: interaction.guildId } : {}),
    },
    interaction.guildId,
  );
  call.waiting.changed();
  return { status: 204 };
}
