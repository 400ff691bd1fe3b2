import { listOf, recordOf, recordsOf, textOf } from '../json.ts';
import { charactersIn, type Form } from './form.ts';

const IMAGE_SCHEMES = ['http', 'https', 'attachment'];
const SUM = 6000;

/** Discord docs "Message Resource › Embed Limits". `at` leads to the body's `embeds`. */
export function checkEmbeds(form: Form, value: unknown, at: readonly (string | number)[]): void {
  form.list(at, value, { max: 10 });
  let sum = 0;
  listOf(value).forEach((item, index) => {
    const embed = recordOf(item);
    const here = [...at, index];
    if (!embed) {
      form.add(here, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      return;
    }
    form.text([...here, 'title'], embed.title, { max: 256 });
    form.text([...here, 'description'], embed.description, { max: 4096 });
    form.address([...here, 'url'], embed.url, ['http', 'https']);
    checkTimestamp(form, [...here, 'timestamp'], embed.timestamp);
    checkColor(form, [...here, 'color'], embed.color);
    const footer = recordOf(embed.footer);
    const author = recordOf(embed.author);
    if (footer) form.text([...here, 'footer', 'text'], footer.text, { max: 2048, required: true });
    form.address([...here, 'footer', 'icon_url'], footer?.icon_url, IMAGE_SCHEMES);
    if (author) form.text([...here, 'author', 'name'], author.name, { max: 256, required: true });
    form.address([...here, 'author', 'url'], author?.url, ['http', 'https']);
    form.address([...here, 'author', 'icon_url'], author?.icon_url, IMAGE_SCHEMES);
    for (const picture of ['image', 'thumbnail'] as const)
      form.address([...here, picture, 'url'], recordOf(embed[picture])?.url, IMAGE_SCHEMES);
    form.list([...here, 'fields'], embed.fields, { max: 25 });
    recordsOf(embed.fields).forEach((field, place) => {
      const spot = [...here, 'fields', place];
      form.text([...spot, 'name'], field.name, { max: 256, required: true });
      form.text([...spot, 'value'], field.value, { max: 1024, required: true });
    });
    sum += embedLength(embed);
    // The sum runs over all embeds of the message; the one that goes over is named.
    if (sum > SUM)
      form.add(here, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${SUM}`);
  });
}

/** What counts towards the 6000: title, description, field names and values, footer text, author name. */
export function embedLength(embed: Readonly<Record<string, unknown>>): number {
  const texts = [
    embed.title,
    embed.description,
    recordOf(embed.footer)?.text,
    recordOf(embed.author)?.name,
    ...recordsOf(embed.fields).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce<number>((sum, one) => sum + charactersIn(textOf(one)), 0);
}

/** Whether anything of it would be seen: an embed without any is dropped by the server. */
export function showsNothing(embed: Readonly<Record<string, unknown>>): boolean {
  return embedLength(embed) === 0 && !recordOf(embed.image)?.url && !recordOf(embed.thumbnail)?.url;
}

function checkTimestamp(form: Form, path: readonly (string | number)[], value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value)))
    form.add(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
}

function checkColor(form: Form, path: readonly (string | number)[], value: unknown): void {
  if (value === undefined || value === null) return;
  if (!Number.isInteger(value))
    form.add(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
  else if ((value as number) < 0 || (value as number) > 0xffffff)
    form.add(path, 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 16777215.');
}
