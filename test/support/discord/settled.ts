import { type Json, recordOf, recordsOf, textOf } from './json.ts';
import { COMPONENT, everyComponent } from './rules/components.ts';
import { showsNothing } from './rules/embeds.ts';
import { allowedIn } from './rules/mentions.ts';
import { flagsAfter } from './rules/messages.ts';
import type { Attachment, Said } from './state.ts';

/** What the server makes of a checked body: trimmed, with ids and defaults, empty embeds dropped. */
export function settle(body: Json, files: readonly Attachment[], before: Said | null): Said {
  const said: Said = before ?? {
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    allowedMentions: undefined,
  };
  const kept = Array.isArray(body.attachments)
    ? said.attachments.filter(({ id }) =>
        recordsOf(body.attachments).some((one) => String(one.id) === id),
      )
    : said.attachments;
  return {
    content: 'content' in body ? textOf(body.content).trim() : said.content,
    embeds:
      'embeds' in body
        ? recordsOf(body.embeds)
            .filter((embed) => !showsNothing(embed))
            .map(settleEmbed)
        : said.embeds,
    components: 'components' in body ? numbered(recordsOf(body.components)) : said.components,
    attachments: [...kept, ...files],
    flags: flagsAfter(body, { before }),
    allowedMentions: allowedIn(body),
  };
}

function settleEmbed(embed: Json): Json {
  return {
    ...embed,
    type: 'rich',
    ...(typeof embed.title === 'string' ? { title: embed.title.trim() } : {}),
    ...(typeof embed.description === 'string' ? { description: embed.description.trim() } : {}),
    ...(Array.isArray(embed.fields)
      ? {
          fields: recordsOf(embed.fields).map((field) => ({
            name: textOf(field.name).trim(),
            value: textOf(field.value).trim(),
            inline: field.inline === true,
          })),
        }
      : {}),
  };
}

/**
 * Discord docs "Component Reference › Anatomy of a Component": every component has a number, rising in order, never one
 * that the body chose itself.
 */
function numbered(components: readonly Json[]): readonly Json[] {
  const taken = new Set(
    everyComponent(components, []).map(({ component }) => Number(component.id ?? 0)),
  );
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (component: Json): Json => {
    const id = Number(component.id ?? 0) || next();
    const accessory = recordOf(component.accessory);
    return {
      ...defaultsOf(component),
      ...component,
      id,
      ...(Array.isArray(component.components)
        ? { components: recordsOf(component.components).map(number) }
        : {}),
      ...(accessory ? { accessory: number(accessory) } : {}),
    };
  };
  return components.map(number);
}

function defaultsOf({ type }: Json): Json {
  switch (type) {
    case COMPONENT.stringSelect:
    case COMPONENT.userSelect:
    case COMPONENT.roleSelect:
    case COMPONENT.mentionableSelect:
    case COMPONENT.channelSelect:
      return { min_values: 1, max_values: 1 };
    case COMPONENT.container:
      return { accent_color: null, spoiler: false };
    case COMPONENT.separator:
      return { divider: true, spacing: 1 };
    case COMPONENT.thumbnail:
      return { description: null, spoiler: false };
    default:
      return {};
  }
}
