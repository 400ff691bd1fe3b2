import type { types } from '@slack/bolt';
import type { Form, FormField } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { words } from './controls.ts';
import { type Look, mentionable } from './look.ts';
import type { Remembered } from './modals.ts';
import { SAMPLE } from './render.ts';

/** A form of the commands as a window of Slack's, and what was filled in. */
export const FILL = 'crier.form';

const VALUE = 'crier.value';
/** Stands before a field's name, and before each value of a menu: Slack takes none that is empty. */
const MARK = '=';
const TITLE = 24;
const LABEL = 100;
const HINT = 150;
const OPTION = { text: 75, value: 75, most: 100 };
const LONG = 80;

/** The window. What no element can carry is left out: a menu without entries, an entry with too long a value. */
export function formModal(
  { title, submit, fields }: Form,
  remembered: Remembered,
  { sample, says }: Pick<Look, 'sample'> & { readonly says: ChatWords },
): types.ModalView {
  const inputs = fields.flatMap((field) => inputFor(field, says) ?? []);
  // Direct messages cannot be chosen in a menu of channels: where one is left empty they stay.
  const kept = Object.fromEntries(
    fields.filter(isDirect).map(({ name, value }) => [name, value] as const),
  );
  return {
    type: 'modal',
    callback_id: FILL,
    private_metadata: JSON.stringify({ ...remembered, kept }),
    title: words(title, TITLE),
    submit: words(submit, TITLE),
    close: words(says.cancel, TITLE),
    blocks: [...(sample ? [SAMPLE] : []), ...inputs],
  };
}

const isDirect = ({ kind, value }: FormField): boolean =>
  kind === 'channel' && value.startsWith('@');

function inputFor(field: FormField, { emptyIsDirect }: ChatWords): types.InputBlock | null {
  const element = elementFor(field);
  if (element === null) return null;
  const hint = isDirect(field) ? `${field.hint} ${emptyIsDirect}`.trim() : field.hint.trim();
  return {
    type: 'input',
    block_id: `${MARK}${field.name}`,
    label: words(field.label, LABEL),
    optional: !field.required || isDirect(field),
    ...(hint && { hint: words(hint, HINT) }),
    element,
  };
}

function elementFor(field: FormField): types.InputBlock['element'] | null {
  const { value } = field;
  switch (field.kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: VALUE,
        multiline: value.length > LONG,
        ...(value && { initial_value: value }),
      };
    case 'choice':
      return menuFor(field);
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: VALUE,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(mentionable(value) && { initial_conversation: value }),
        ...(value === '' && { default_to_current_conversation: true }),
      };
  }
}

function menuFor({ choices, value }: FormField): types.StaticSelect | null {
  // What holds now can be left as it is, even where it would not be offered.
  const isOffered = value === '' || choices.some((one) => one.value === value);
  const all = isOffered ? choices : [{ label: value, value }, ...choices];
  const options = all
    .filter((one) => MARK.length + one.value.length <= OPTION.value)
    .slice(0, OPTION.most)
    .map((one) => ({ text: words(one.label, OPTION.text), value: `${MARK}${one.value}` }));
  if (options.length === 0) return null;
  const now = options.find((one) => one.value === `${MARK}${value}`);
  return {
    type: 'static_select',
    action_id: VALUE,
    options,
    ...(now && { initial_option: now }),
  };
}

type Filled = {
  readonly [block: string]: {
    readonly [action: string]: {
      readonly value?: string | null;
      readonly selected_option?: { readonly value: string } | null;
      readonly selected_conversation?: string | null;
    };
  };
};

/** What was filled in, by the names of the fields; '' where a field was left empty. */
export function filledIn(values: Filled, privateMetadata: string): Record<string, string> {
  const kept = keptIn(privateMetadata);
  return Object.fromEntries(
    Object.entries(values).flatMap(([block, actions]) => {
      const field = actions[VALUE];
      if (!field || !block.startsWith(MARK)) return [];
      const name = block.slice(MARK.length);
      const chosen = field.selected_option?.value.slice(MARK.length);
      const given = field.value ?? chosen ?? field.selected_conversation ?? '';
      return [[name, given || (kept[name] ?? '')]];
    }),
  );
}

function keptIn(privateMetadata: string): Readonly<Record<string, string>> {
  const { kept } = JSON.parse(privateMetadata) as { kept?: Record<string, string> };
  return kept ?? {};
}
