import { type Json, listOf, recordOf, recordsOf } from '../json.ts';
import { COMPONENT, checkCustomIds, checkSelect, SELECTS } from './components.ts';
import type { Form } from './form.ts';

const FIELDS: readonly number[] = [3, 4, 5, 6, 7, 8, 19, 21, 22, 23];

type Path = readonly (string | number)[];

/** Discord docs "Receiving and Responding › Modal", "Component Reference › Text Input" and "Label". */
export function checkModal(form: Form, value: unknown, at: Path): void {
  const modal = recordOf(value) ?? {};
  form.text([...at, 'custom_id'], modal.custom_id, { min: 1, max: 100, required: true });
  form.text([...at, 'title'], modal.title, { min: 1, max: 45, required: true });
  const inside = [...at, 'components'];
  form.list(inside, modal.components ?? [], { min: 1, max: 5 });
  listOf(modal.components).forEach((item, index) => {
    const component = recordOf(item) ?? {};
    const path = [...inside, index];
    if (component.type === COMPONENT.row) checkInputRow(form, component, path);
    else if (component.type === COMPONENT.label) checkLabel(form, component, path);
    else if (component.type !== COMPONENT.text)
      form.add(
        [...path, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (1, 10, 18).',
      );
  });
  checkCustomIds(form, modal.components, inside);
}

function checkInputRow(form: Form, row: Json, path: Path): void {
  form.list([...path, 'components'], row.components ?? [], { min: 1, max: 1 });
  recordsOf(row.components).forEach((input, index) => {
    const here = [...path, 'components', index];
    form.text([...here, 'label'], input.label, { min: 1, max: 45, required: true });
    checkField(form, input, here);
  });
}

function checkLabel(form: Form, label: Json, path: Path): void {
  form.text([...path, 'label'], label.label, { min: 1, max: 45, required: true });
  form.text([...path, 'description'], label.description, { max: 100 });
  const field = recordOf(label.component);
  if (!field) form.add([...path, 'component'], 'BASE_TYPE_REQUIRED', 'This field is required');
  else checkField(form, field, [...path, 'component']);
}

function checkField(form: Form, field: Json, path: Path): void {
  form.text([...path, 'custom_id'], field.custom_id, { min: 1, max: 100, required: true });
  if (!FIELDS.includes(field.type as number))
    form.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'This component cannot stand in a modal.');
  if (SELECTS.includes(field.type as number)) checkMenu(form, field, path);
  if (field.type !== COMPONENT.textInput) return;
  form.text([...path, 'placeholder'], field.placeholder, { max: 100 });
  form.text([...path, 'value'], field.value, { max: 4000 });
  if (field.style !== 1 && field.style !== 2)
    form.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2}.');
}

/** Discord docs "Component Reference › String Select": `required` defaults to true, and then none cannot be chosen. */
function checkMenu(form: Form, menu: Json, path: Path): void {
  checkSelect(form, menu, path);
  if (menu.required !== false && menu.min_values === 0)
    form.add(
      [...path, 'min_values'],
      'NUMBER_TYPE_MIN',
      'min_values must be at least 1 where a value is required.',
    );
  const most = Number(menu.max_values ?? 1);
  form.list([...path, 'default_values'], menu.default_values ?? [], { max: most });
}
