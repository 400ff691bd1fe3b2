import { type Json, recordOf, recordsOf, textOf } from './json.ts';
import { COMPONENT, SELECTS } from './rules/components.ts';
import { ClientRefusal } from './typed-command.ts';

/** What the client checks before a window can be sent. Throws ClientRefusal. */
export function checkInput(input: Json, value: string | undefined): void {
  if (SELECTS.includes(input.type as number)) checkMenu(input, value);
  if (input.type !== COMPONENT.textInput) return;
  const text = value ?? textOf(input.value);
  const name = textOf(input.custom_id);
  if (text === '') {
    if (input.required !== false) throw new ClientRefusal(`the field "${name}" is required`);
    return;
  }
  if (text.length < Number(input.min_length ?? 0))
    throw new ClientRefusal(`the field "${name}" is too short`);
  if (text.length > Number(input.max_length ?? 4000))
    throw new ClientRefusal(`the field "${name}" is too long`);
}

function checkMenu(menu: Json, value: string | undefined): void {
  const name = textOf(menu.custom_id);
  const chosen = value ?? chosenBefore(menu);
  if (chosen === '') {
    if (menu.required !== false) throw new ClientRefusal(`the field "${name}" is required`);
    return;
  }
  const offered = recordsOf(menu.options).map((option) => option.value);
  if (menu.type === COMPONENT.stringSelect && !offered.includes(chosen))
    throw new ClientRefusal(`"${chosen}" is not offered in "${name}"`);
}

/** What is chosen in a menu when the window opens; '' for nothing. */
function chosenBefore(menu: Json): string {
  const option = recordsOf(menu.options).find((one) => one.default === true);
  const [given] = recordsOf(menu.default_values);
  return textOf(option?.value ?? given?.id);
}

/** Discord docs "Component Reference": what a row, a label and a text input become when they are sent. */
export function submitted(component: Json, fields: Readonly<Record<string, string>>): Json {
  const inner = recordOf(component.component);
  if (inner)
    return { type: component.type, id: component.id ?? 1, component: submitted(inner, fields) };
  if (Array.isArray(component.components))
    return {
      type: component.type,
      id: component.id ?? 1,
      components: recordsOf(component.components).map((one) => submitted(one, fields)),
    };
  const name = textOf(component.custom_id);
  const shown = { type: component.type, id: component.id ?? 1, custom_id: name };
  if (component.type === COMPONENT.text) return { type: component.type, id: component.id ?? 1 };
  if (component.type === COMPONENT.textInput)
    return { ...shown, value: fields[name] ?? textOf(component.value) };
  const chosen = fields[name] ?? chosenBefore(component);
  return { ...shown, values: chosen === '' ? [] : [chosen] };
}
