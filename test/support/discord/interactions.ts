import { randomBytes } from 'node:crypto';
import { SECOND } from '../../../src/lib/clock.ts';
import type { Answer, Call, Outside } from './call.ts';
import { invalidForm, refusal } from './errors.ts';
import { type Json, listOf, recordOf } from './json.ts';
import { isLoading, messagePayload } from './message-payload.ts';
import { editMessage, makeMessage } from './message-store.ts';
import { checkChoiceList, OPTION } from './rules/commands.ts';
import { Form } from './rules/form.ts';
import { checkMessage } from './rules/messages.ts';
import { checkModal } from './rules/modals.ts';
import {
  type Channel,
  type Choice,
  FLAG,
  type Interaction,
  type Message,
  type World,
} from './state.ts';

// Discord docs "Receiving and Responding › Interaction Callback": an answer within 3 seconds.
const ACKNOWLEDGE = 3 * SECOND;

// Discord docs "Receiving and Responding › Messages": the flags a response may set, and a deferral.
export const RESPONSE_FLAGS =
  FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.componentsV2 | FLAG.suppressNotifications;

const TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
const CALLBACK = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** What is known of an interaction before it is told; `payload` lacks only id and token. */
export type Opening = {
  readonly type: number;
  readonly userId: string;
  readonly channel: Channel;
  readonly payload: Json;
  readonly userInstalledOnly: boolean;
  readonly sourceMessageId: string | null;
};

/** Starts an interaction and tells the gateway. */
export function openInteraction({ world, gateway }: Outside, opening: Opening): Interaction {
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: tokenFor(id),
    type: opening.type,
    userId: opening.userId,
    channelId: opening.channel.id,
    guildId: opening.channel.guildId,
    createdAt: world.clock(),
    payload: opening.payload,
    userInstalledOnly: opening.userInstalledOnly,
    sourceMessageId: opening.sourceMessageId,
    delivered: false,
    acknowledged: null,
    originalId: null,
    followUpIds: [],
    modal: null,
    choices: null,
  };
  return tell({ world, gateway }, interaction);
}

/** Tells an interaction that was recorded elsewhere, so that its token works here. */
export function tell(
  { world, gateway }: Pick<Outside, 'world' | 'gateway'>,
  interaction: Interaction,
): Interaction {
  world.interactions.set(interaction.id, interaction);
  const told = gateway.dispatch(
    'INTERACTION_CREATE',
    { ...interaction.payload, id: interaction.id, token: interaction.token },
    interaction.guildId,
  );
  interaction.delivered = told.length > 0;
  return interaction;
}

/** Shaped like the recorded ones: base64 of `interaction:ID:SECRET`. */
function tokenFor(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url');
}

/** POST /interactions/{id}/{token}/callback. Discord docs "Receiving and Responding › Create Interaction Response". */
export function acknowledge(call: Call): Answer {
  const { world, params, waiting } = call;
  const interaction = world.interactions.get(params.interaction_id ?? '');
  if (!interaction || interaction.token !== params.interaction_token) throw refusal(10062);
  if (interaction.acknowledged) throw refusal(40060);
  const after = world.clock().getTime() - interaction.createdAt.getTime();
  if (after > ACKNOWLEDGE) throw refusal(10062);
  const body = recordOf(call.body) ?? {};
  const type = checkedType(body, interaction);
  const data = recordOf(body.data) ?? {};
  const ephemeral = (Number(data.flags ?? 0) & FLAG.ephemeral) !== 0;
  const note = () => {
    call.judge();
    interaction.acknowledged = { type, after, ephemeral };
  };
  const message = respond(call, interaction, type, data, note);
  waiting.changed();
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: callbackResponse(world, interaction, type, message) };
}

function respond(
  call: Call,
  interaction: Interaction,
  type: number,
  data: Json,
  note: () => void,
): Message | null {
  const { world } = call;
  if (type === CALLBACK.message) {
    checkMessage(data, {
      at: ['data'],
      flags: RESPONSE_FLAGS,
      before: null,
      files: call.files.length,
    });
    note();
    return original(call, interaction, data);
  }
  if (type === CALLBACK.defer) {
    // The docs allow EPHEMERAL alone at a deferral.
    if (Number(data.flags ?? 0) & ~FLAG.ephemeral)
      throw invalidForm([
        {
          path: ['data', 'flags'],
          code: 'BASE_TYPE_INVALID',
          message: 'Only EPHEMERAL can be set when deferring.',
        },
      ]);
    note();
    return original(call, interaction, { flags: Number(data.flags ?? 0) }, FLAG.loading);
  }
  if (type === CALLBACK.deferUpdate || type === CALLBACK.update) {
    const source = world.messages.get(interaction.sourceMessageId ?? '');
    if (!source || source.deleted) throw refusal(10008);
    if (type === CALLBACK.update)
      checkMessage(data, {
        at: ['data'],
        flags: RESPONSE_FLAGS,
        before: source,
        files: call.files.length,
      });
    note();
    interaction.originalId = source.id;
    if (type === CALLBACK.update) editMessage(call, source, data, call.files);
    return source;
  }
  if (type === CALLBACK.choices) {
    interaction.choices = checkedChoices(data, interaction);
    note();
    return null;
  }
  const form = new Form();
  checkModal(form, data, ['data']);
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
  interaction.modal = data;
  note();
  return null;
}

/** Which callbacks fit which interactions: the footnotes under "Interaction Callback Type". */
function checkedType(body: Json, interaction: Interaction): number {
  const type = Number(body.type);
  const fitting: readonly number[] =
    interaction.type === TYPE.autocomplete
      ? [CALLBACK.choices]
      : interaction.type === TYPE.command
        ? [CALLBACK.message, CALLBACK.defer, CALLBACK.modal]
        : interaction.type === TYPE.component
          ? [
              CALLBACK.message,
              CALLBACK.defer,
              CALLBACK.deferUpdate,
              CALLBACK.update,
              CALLBACK.modal,
            ]
          : interaction.sourceMessageId
            ? [CALLBACK.message, CALLBACK.defer, CALLBACK.deferUpdate, CALLBACK.update]
            : [CALLBACK.message, CALLBACK.defer];
  if (!fitting.includes(type))
    throw invalidForm([
      {
        path: ['type'],
        code: 'INTERACTION_CALLBACK_TYPE_INVALID',
        message: `Callback type ${String(body.type)} does not answer an interaction of type ${interaction.type}.`,
      },
    ]);
  return type;
}

function checkedChoices(data: Json, interaction: Interaction): readonly Choice[] {
  const form = new Form();
  form.list(['data', 'choices'], data.choices, { max: 25 });
  const focused = focusedOption(interaction.payload);
  checkChoiceList(form, data.choices, ['data', 'choices'], Number(focused?.type ?? OPTION.string));
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
  return listOf(data.choices) as readonly Choice[];
}

function focusedOption(payload: Json): Json | undefined {
  const inside = (options: unknown): Json | undefined => {
    for (const item of listOf(options)) {
      const option = recordOf(item);
      if (!option) continue;
      const found = option.focused === true ? option : inside(option.options);
      if (found) return found;
    }
    return undefined;
  };
  return inside(recordOf(payload.data)?.options);
}

function original(call: Call, interaction: Interaction, data: Json, flag = 0): Message {
  const message = makeMessage(call, {
    channelId: interaction.channelId,
    author: call.world.bot,
    body: data,
    files: call.files,
    interaction,
    onlyFor: Number(data.flags ?? 0) & FLAG.ephemeral ? interaction.userId : null,
    flag,
  });
  interaction.originalId = message.id;
  return message;
}

function callbackResponse(
  world: World,
  interaction: Interaction,
  type: number,
  message: Message | null,
): Json {
  const made = type === CALLBACK.message || type === CALLBACK.defer;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: isLoading(message),
            response_message_ephemeral: message.onlyFor !== null,
          }
        : {}),
    },
    // The docs list a message for 4 and 7 only; the loading message of a deferral comes too (see unproven).
    ...(message && (made || type === CALLBACK.update)
      ? { resource: { type, message: messagePayload(world, message) } }
      : {}),
  };
}
