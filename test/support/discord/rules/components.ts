import { type Json, listOf, recordOf, recordsOf, textOf } from '../json.ts';
import { charactersIn, type Form } from './form.ts';

// Discord docs "Component Reference › Component Types".
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const SELECTS: readonly number[] = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;
const LINK_SCHEMES = ['http', 'https', 'discord'];

type Path = readonly (string | number)[];

/** Everything in a tree of components, outermost first, with where it stands. */
export function everyComponent(value: unknown, at: Path): { component: Json; path: Path }[] {
  return listOf(value).flatMap((item, index) => {
    const component = recordOf(item);
    return component ? withInner(component, [...at, index]) : [];
  });
}

function withInner(component: Json, path: Path): { component: Json; path: Path }[] {
  const accessory = recordOf(component.accessory);
  const inner = recordOf(component.component);
  return [
    { component, path },
    ...everyComponent(component.components, [...path, 'components']),
    ...(accessory ? withInner(accessory, [...path, 'accessory']) : []),
    ...(inner ? withInner(inner, [...path, 'component']) : []),
  ];
}

/**
 * A message's components without the V2 flag: five rows. Discord docs "Component Reference › Legacy Message Component
 * Behavior"; `at` leads to the body's `components`.
 */
export function checkRows(form: Form, value: unknown, at: Path): void {
  form.list(at, value, { max: 5 });
  listOf(value).forEach((item, index) => {
    if (recordOf(item)?.type !== COMPONENT.row)
      form.add(
        [...at, index, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (1,).',
      );
  });
  checkEach(form, value, at);
  checkCustomIds(form, value, at);
}

/** What holds for each component wherever it stands, in messages of both kinds. */
export function checkEach(form: Form, value: unknown, at: Path): void {
  for (const { component, path } of everyComponent(value, at)) {
    const type = component.type;
    if (type === COMPONENT.row) checkRow(form, component, path);
    else if (type === COMPONENT.button) checkButton(form, component, path);
    else if (SELECTS.includes(type as number)) checkSelect(form, component, path);
  }
}

function checkRow(form: Form, row: Json, path: Path): void {
  const inside = recordsOf(row.components);
  form.list([...path, 'components'], row.components ?? [], { min: 1, max: 5 });
  if (inside.some(({ type }) => type === COMPONENT.button)) {
    inside.forEach(({ type }, index) => {
      // A select takes a row of its own.
      if (type !== COMPONENT.button) tooWide(form, [...path, 'components', index]);
    });
  } else {
    inside.slice(1).forEach((_, index) => {
      tooWide(form, [...path, 'components', index + 1]);
    });
  }
  inside.forEach(({ type }, index) => {
    if (type !== COMPONENT.button && !SELECTS.includes(type as number))
      form.add(
        [...path, 'components', index, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
      );
  });
}

function tooWide(form: Form, path: Path): void {
  form.add(
    path,
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    'The specified component exceeds the maximum width',
  );
}

/** Discord docs "Component Reference › Button". */
function checkButton(form: Form, button: Json, path: Path): void {
  const { style } = button;
  if (!Number.isInteger(style) || (style as number) < 1 || (style as number) > 6) {
    form.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3, 4, 5, 6}.');
    return;
  }
  form.text([...path, 'label'], button.label, { max: 80 });
  if (style !== PREMIUM && charactersIn(textOf(button.label)) === 0 && !recordOf(button.emoji))
    form.add(path, 'BUTTON_COMPONENT_INVALID', 'A button must have a label or an emoji');
  if (style === LINK) {
    form.text([...path, 'url'], button.url, { min: 1, max: 512, required: true });
    form.address([...path, 'url'], button.url, LINK_SCHEMES);
    if (button.custom_id)
      form.add(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
  } else if (style !== PREMIUM) {
    form.text([...path, 'custom_id'], button.custom_id, { min: 1, max: 100, required: true });
    if (button.url)
      form.add(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
  }
}

/** Discord docs "Component Reference › String Select" and the four filled by Discord itself. */
export function checkSelect(form: Form, select: Json, path: Path): void {
  form.text([...path, 'custom_id'], select.custom_id, { min: 1, max: 100, required: true });
  form.text([...path, 'placeholder'], select.placeholder, { max: 150 });
  const least = typeof select.min_values === 'number' ? select.min_values : 1;
  const most = typeof select.max_values === 'number' ? select.max_values : 1;
  if (least < 0 || least > 25 || most < 1 || most > 25 || least > most)
    form.add(
      [...path, 'max_values'],
      'NUMBER_TYPE_MAX',
      'min_values and max_values must be in order and at most 25.',
    );
  if (select.type !== COMPONENT.stringSelect) return;
  form.list([...path, 'options'], select.options ?? [], { min: 1, max: 25 });
  const options = recordsOf(select.options);
  if (most > options.length)
    form.add(
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_BAD',
      'max_values cannot exceed the number of options',
    );
  const seen = new Set<string>();
  options.forEach((option, index) => {
    const here = [...path, 'options', index];
    form.text([...here, 'label'], option.label, { min: 1, max: 100, required: true });
    form.text([...here, 'value'], option.value, { min: 1, max: 100, required: true });
    form.text([...here, 'description'], option.description, { max: 100 });
    if (seen.has(textOf(option.value)))
      form.add(
        [...here, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    seen.add(textOf(option.value));
  });
  if (options.filter((option) => option.default === true).length > most)
    form.add(
      [...path, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS',
      'Too many default options',
    );
}

/** Discord docs "Component Reference › Custom ID": no two components of a message share one. */
export function checkCustomIds(form: Form, value: unknown, at: Path): void {
  const seen = new Set<string>();
  for (const { component, path } of everyComponent(value, at)) {
    const id = component.custom_id;
    if (typeof id !== 'string') continue;
    if (seen.has(id))
      form.add(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    seen.add(id);
  }
}
