import { type Json, listOf, recordOf, recordsOf, textOf } from '../json.ts';
import { COMPONENT, checkCustomIds, checkEach, everyComponent } from './components.ts';
import { charactersIn, type Form } from './form.ts';

const MOST = 40;
const TEXT = 4000;
// discord-api-docs issue 8554: UTF-8 bytes of all texts + 12 for each stay within 10,170, else the server answers 500.
const BYTES = 10_170;
const BYTES_EACH = 12;

const TOP: readonly number[] = [1, 9, 10, 12, 13, 14, 17];
const IN_CONTAINER: readonly number[] = [1, 9, 10, 12, 13, 14];

type Path = readonly (string | number)[];

/** Discord docs "Component Reference" and changelog "Raised Component Limits" (2025-04-29): messages with 1<<15. */
export function checkTree(form: Form, value: unknown, at: Path): void {
  const all = everyComponent(value, at);
  if (all.length > MOST)
    form.add(
      at,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The maximum number of components in a message is ${MOST}`,
    );
  checkKinds(form, value, at, TOP);
  for (const { component, path } of all) {
    if (component.type === COMPONENT.container) checkContainer(form, component, path);
    else if (component.type === COMPONENT.section) checkSection(form, component, path);
    else if (component.type === COMPONENT.text)
      form.text([...path, 'content'], component.content, { min: 1, max: TEXT, required: true });
    else if (component.type === COMPONENT.gallery) checkGallery(form, component, path);
    else if (component.type === COMPONENT.thumbnail) checkMedia(form, component, path);
    else if (component.type === COMPONENT.separator) checkSeparator(form, component, path);
  }
  checkEach(form, value, at);
  checkCustomIds(form, value, at);
  const sum = textsIn(value).reduce((length, text) => length + charactersIn(text), 0);
  if (sum > TEXT)
    form.add(
      at,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total size of displayable text is ${sum}, exceeding the maximum of ${TEXT}`,
    );
}

/** The texts people read in it: what counts towards 4000, and what can mention somebody. */
export function textsIn(components: unknown): readonly string[] {
  return everyComponent(components, []).flatMap(({ component }) =>
    component.type === COMPONENT.text ? textOf(component.content) : [],
  );
}

/** Whether the real server would break over it (500) although every written rule is kept. */
export function breaksServer(components: unknown): boolean {
  const texts = textsIn(components);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);
  return bytes + BYTES_EACH * texts.length > BYTES;
}

function checkKinds(form: Form, value: unknown, at: Path, kinds: readonly number[]): void {
  listOf(value).forEach((item, index) => {
    const type = recordOf(item)?.type;
    if (!kinds.includes(type as number))
      form.add(
        [...at, index, 'type'],
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of (${kinds.join(', ')}).`,
      );
  });
}

function checkContainer(form: Form, container: Json, path: Path): void {
  const inside = [...path, 'components'];
  if (recordsOf(container.components).length === 0)
    form.add(inside, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MOST} in length.`);
  checkKinds(form, container.components, inside, IN_CONTAINER);
  const color = container.accent_color;
  if (
    color !== undefined &&
    color !== null &&
    !(Number.isInteger(color) && Number(color) <= 0xffffff)
  )
    form.add([...path, 'accent_color'], 'NUMBER_TYPE_MAX', 'Must be an RGB color.');
}

/** One to three texts and an accessory: a button or a thumbnail. */
function checkSection(form: Form, section: Json, path: Path): void {
  const inside = [...path, 'components'];
  form.list(inside, section.components ?? [], { min: 1, max: 3 });
  checkKinds(form, section.components, inside, [COMPONENT.text]);
  const accessory = recordOf(section.accessory);
  if (!accessory) form.add([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required');
  else if (accessory.type !== COMPONENT.button && accessory.type !== COMPONENT.thumbnail)
    form.add(
      [...path, 'accessory', 'type'],
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (2, 11).',
    );
}

function checkGallery(form: Form, gallery: Json, path: Path): void {
  form.list([...path, 'items'], gallery.items ?? [], { min: 1, max: 10 });
  recordsOf(gallery.items).forEach((item, index) => {
    checkMedia(form, item, [...path, 'items', index]);
  });
}

function checkMedia(form: Form, component: Json, path: Path): void {
  form.address([...path, 'media', 'url'], recordOf(component.media)?.url ?? '', [
    'http',
    'https',
    'attachment',
  ]);
  form.text([...path, 'description'], component.description, { max: 1024 });
}

function checkSeparator(form: Form, separator: Json, path: Path): void {
  const { spacing } = separator;
  if (spacing !== undefined && spacing !== 1 && spacing !== 2)
    form.add([...path, 'spacing'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2}.');
}
