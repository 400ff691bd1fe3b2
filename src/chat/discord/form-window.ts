import {
  type APIChannelSelectComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { Form, FormField } from '../platform.ts';
import { POSTABLE } from './commands.ts';
import { type Kept, writeCustomId } from './custom-id.ts';
import { LIMITS } from './limits.ts';

// A line of 2,000 characters is the most that is read.
const LONGEST = 1_000;
const CHANNEL = /^\d{15,20}$/;

/**
 * A form as Discord's window. What names the button that sends it is Discord's own. A field for a channel that holds
 * somebody's direct messages is left out: the window cannot show those, and would take them away when it is sent.
 * `guild` is the server that it is opened for in a private conversation.
 */
export function formWindow(
  { title, line, fields }: Form,
  keep: (kept: Kept) => void,
  guild: string | null = null,
): APIModalInteractionResponseCallbackData {
  const shown = fields.filter(
    ({ kind, value, required }) => required || kind !== 'channel' || !value.startsWith('@'),
  );
  return {
    custom_id: writeCustomId('fill', { story: null, guild, key: null }, line, keep),
    title: shorten(cleanText(title).trim(), LIMITS.modalTitle) || 'Crier',
    components: shown.slice(0, LIMITS.modalFields).map(labelOf),
  };
}

function labelOf(field: FormField): APILabelComponent {
  const description = shorten(cleanText(field.hint).trim(), LIMITS.option);
  return {
    type: ComponentType.Label,
    label: shorten(cleanText(field.label).trim(), LIMITS.fieldLabel) || field.name,
    ...(description && { description }),
    component: componentOf(field),
  };
}

function componentOf(
  field: FormField,
): APITextInputComponent | APIStringSelectComponent | APIChannelSelectComponent {
  const { name, required, value } = field;
  // What may be left empty must be allowed to be.
  const chosen = { custom_id: name, required, min_values: required ? 1 : 0, max_values: 1 };
  switch (field.kind) {
    case 'text':
      return {
        type: ComponentType.TextInput,
        custom_id: name,
        style: TextInputStyle.Short,
        required,
        max_length: LONGEST,
        ...(value && { value: shorten(value, LONGEST) }),
      };
    case 'choice':
      return { type: ComponentType.StringSelect, ...chosen, options: optionsOf(field) };
    case 'channel':
      return {
        type: ComponentType.ChannelSelect,
        ...chosen,
        channel_types: [...POSTABLE],
        ...(CHANNEL.test(value) && {
          default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }],
        }),
      };
  }
}

/** Discord takes no empty value: leaving the menu empty says it. */
function optionsOf({ choices, value: current }: FormField) {
  const fitting = choices.filter(({ value }) => value !== '' && value.length <= LIMITS.option);
  return [...new Map(fitting.map((one) => [one.value, one])).values()]
    .slice(0, LIMITS.options)
    .map(({ label, value }) => ({
      label: shorten(cleanText(label).trim(), LIMITS.option) || value,
      value,
      ...(value === current && { default: true }),
    }));
}

/** What was filled in, by the names of the fields; '' for what was left empty. */
export function filledIn({ data }: APIModalSubmitInteraction): Record<string, string> {
  const fields = data.components.flatMap((row) => {
    if ('component' in row) return [row.component];
    return 'components' in row ? row.components : [];
  });
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      if (!('custom_id' in field)) return [];
      if ('values' in field) return [[field.custom_id, field.values[0] ?? '']];
      return 'value' in field ? [[field.custom_id, String(field.value)]] : [];
    }),
  );
}
