import { invalidForm } from '../errors.ts';
import { type Json, listOf, recordOf, recordsOf, textOf } from '../json.ts';
import { Form } from './form.ts';

// Discord docs "Application Commands › Application Command Naming".
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
// Discord docs "Application Commands › Application Command Option Type".
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const SIZE = 8000;

type Path = readonly (string | number)[];

/** Discord docs "Application Commands": everything that can be wrong with a list of commands. `at` leads to it. */
export function checkCommands(bodies: readonly unknown[], at: (index: number) => Path): void {
  const form = new Form();
  const seen = new Set<string>();
  bodies.forEach((item, index) => {
    const body = recordOf(item);
    const path = at(index);
    if (!body) {
      form.add(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      return;
    }
    checkCommand(form, body, path);
    const key = `${body.type ?? 1} ${textOf(body.name)}`;
    if (seen.has(key))
      form.add(
        path,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    seen.add(key);
  });
  if (form.flaws.length > 0) throw invalidForm(form.flaws);
}

function checkCommand(form: Form, body: Json, path: Path): void {
  const type = body.type ?? 1;
  if (type === 1) {
    checkName(form, body.name, [...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME');
    form.text([...path, 'description'], body.description, { min: 1, max: 100, required: true });
    checkOptions(form, body.options, [...path, 'options'], 0);
  } else {
    form.text([...path, 'name'], body.name, { min: 1, max: 32, required: true });
    if (textOf(body.description) !== '')
      form.add(
        [...path, 'description'],
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
        'Context menu commands cannot have description',
      );
    if (listOf(body.options).length > 0)
      form.add(
        [...path, 'options'],
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET',
        'Context menu commands cannot have options',
      );
  }
  const bits = body.default_member_permissions;
  if (bits !== undefined && bits !== null && !/^\d+$/.test(String(bits)))
    form.add(
      [...path, 'default_member_permissions'],
      'PERMISSIONS_TYPE_INVALID',
      'Must be a bit set written as a string.',
    );
  if (sizeOf(body) > SIZE)
    form.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${SIZE})`);
}

function checkName(form: Form, value: unknown, path: Path, code: string): void {
  form.text(path, value, { min: 1, max: 32, required: true });
  const name = textOf(value);
  if (name === '' || [...name].length > 32) return;
  // Lower case wherever the letters have one.
  if (!NAME.test(name) || name !== name.toLowerCase())
    form.add(path, code, 'Command name is invalid');
}

function checkOptions(form: Form, value: unknown, at: Path, depth: number): void {
  form.list(at, value, { max: 25 });
  const options = recordsOf(value);
  const nested = options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (nested.length > 0 && nested.length < options.length)
    form.add(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  const seen = new Set<string>();
  let optional = false;
  options.forEach((option, index) => {
    const path = [...at, index];
    checkOption(form, option, path, depth);
    if (option.required === true && optional)
      form.add(
        path,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    if (option.required !== true) optional = true;
    if (seen.has(textOf(option.name)))
      form.add(
        path,
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    seen.add(textOf(option.name));
  });
}

function checkOption(form: Form, option: Json, path: Path, depth: number): void {
  const type = option.type as number;
  checkName(form, option.name, [...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME');
  form.text([...path, 'description'], option.description, { min: 1, max: 100, required: true });
  if (!Number.isInteger(type) || type < 1 || type > 11)
    form.add([...path, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of {1 … 11}.');
  if (type === OPTION.group && depth > 0)
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Groups cannot be nested');
  if (type === OPTION.subcommand && depth > 1)
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested');
  if (type === OPTION.subcommand || type === OPTION.group) {
    const inside = recordsOf(option.options);
    if (type === OPTION.group && inside.some((one) => one.type !== OPTION.subcommand))
      form.add(
        [...path, 'options'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'A group holds sub-commands only',
      );
    if (type === OPTION.subcommand && inside.some((one) => Number(one.type) <= OPTION.group))
      form.add(
        [...path, 'options'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'A sub-command holds parameters only',
      );
    checkOptions(form, option.options, [...path, 'options'], depth + 1);
    return;
  }
  if (option.channel_types !== undefined && type !== OPTION.channel)
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only channels have kinds');
  checkChoices(form, option, path);
}

function checkChoices(form: Form, option: Json, path: Path): void {
  const type = option.type as number;
  const chosen = listOf(option.choices).length > 0;
  form.list([...path, 'choices'], option.choices, { max: 25 });
  if (option.autocomplete === true && chosen)
    form.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES',
      'autocomplete and choices are mutually exclusive',
    );
  if (
    (option.autocomplete === true || chosen) &&
    type !== OPTION.string &&
    type !== OPTION.integer &&
    type !== OPTION.number
  )
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This type takes no choices');
  checkChoiceList(form, option.choices, [...path, 'choices'], type);
  const shortest = Number(option.min_length ?? 0);
  const longest = Number(option.max_length ?? 6000);
  if (shortest < 0 || shortest > 6000 || longest < 1 || longest > 6000 || shortest > longest)
    form.add(
      [...path, 'max_length'],
      'NUMBER_TYPE_MAX',
      'min_length and max_length are out of order.',
    );
}

/** Choices of an option, and of an autocomplete answer. */
export function checkChoiceList(form: Form, value: unknown, at: Path, type: number): void {
  listOf(value).forEach((item, index) => {
    const choice = recordOf(item) ?? {};
    form.text([...at, index, 'name'], choice.name, { min: 1, max: 100, required: true });
    if (type === OPTION.string)
      form.text([...at, index, 'value'], choice.value, { min: 1, max: 100, required: true });
    else if (
      typeof choice.value !== 'number' ||
      (type === OPTION.integer && !Number.isSafeInteger(choice.value))
    )
      form.add([...at, index, 'value'], 'NUMBER_TYPE_COERCE', 'Value is not a number.');
  });
}

/** Discord docs "Application Commands": names, descriptions and values of a command sum to at most 8000 characters. */
function sizeOf(body: Json): number {
  const own = [body.name, body.description, body.value].map((text) => [...textOf(text)].length);
  // With localisations the longest of each counts.
  const localised = [body.name_localizations, body.description_localizations].map((texts) =>
    Math.max(0, ...Object.values(recordOf(texts) ?? {}).map((text) => [...textOf(text)].length)),
  );
  const name = Math.max(own[0] ?? 0, localised[0] ?? 0);
  const description = Math.max(own[1] ?? 0, localised[1] ?? 0);
  const inside = [...recordsOf(body.options), ...recordsOf(body.choices)];
  return name + description + (own[2] ?? 0) + inside.reduce((sum, one) => sum + sizeOf(one), 0);
}
