// Composition objects: https://docs.slack.dev/reference/block-kit/composition-objects
import { isJson } from '../json.ts';
import { boolean, integer, list, object, oneOf, type Rule, string, url } from './rules.ts';

/** A `plain_text` object of at most `max` characters. */
export const plainText = (max: number): Rule =>
  object({
    required: { type: oneOf('plain_text'), text: string({ max }) },
    optional: { emoji: boolean },
  });

const mrkdwnText = (max: number): Rule =>
  object({
    required: { type: oneOf('mrkdwn'), text: string({ max }) },
    optional: { verbatim: boolean },
  });

/** A text object of either type. `emoji` belongs to one, `verbatim` to the other. */
export const anyText =
  (max: number): Rule =>
  (value, pointer, surface) =>
    isJson(value) && value.type === 'mrkdwn'
      ? mrkdwnText(max)(value, pointer, surface)
      : plainText(max)(value, pointer, surface);

export const confirm: Rule = object({
  required: {
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
  },
  optional: { style: oneOf('primary', 'danger') },
});

// The docs page says 150 for an option's value, @slack/types 3.2.0 says 75: the smaller one holds here.
const OPTION_VALUE = 75;

const optionOf = (text: Rule, more: { [property: string]: Rule } = {}): Rule =>
  object({
    required: { text, value: string({ max: OPTION_VALUE }) },
    optional: { description: plainText(75), ...more },
  });

/** Of menus. */
export const option: Rule = optionOf(plainText(75));
/** Of overflow menus: the only ones that may open an address. */
export const overflowOption: Rule = optionOf(plainText(75), { url: url(3000) });
/** Of radio buttons and checkboxes: the only ones with marked-up text. */
export const tickOption: Rule = object({
  required: { text: anyText(75), value: string({ max: OPTION_VALUE }) },
  optional: { description: anyText(75) },
});

export const optionGroup: Rule = object({
  required: { label: plainText(75), options: list(option, { max: 100 }) },
});

export const dispatchActionConfig: Rule = object({
  optional: {
    trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }),
  },
});

export const conversationFilter: Rule = object({
  optional: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  also: (value, pointer) =>
    Object.keys(value).length > 0 ? [] : [{ pointer, what: 'must set at least one field' }],
});

export const slackFile: Rule = object({
  optional: { url: url(3000), id: string({ max: 255 }) },
  also: (value, pointer) =>
    (value.url === undefined) !== (value.id === undefined)
      ? []
      : [{ pointer, what: 'must define either `url` or `id`' }],
});

export const maxSelected: Rule = integer(1, 100);
