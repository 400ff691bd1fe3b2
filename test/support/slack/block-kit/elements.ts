// Elements: https://docs.slack.dev/reference/block-kit/block-elements (a page for each).
import type { Json } from '../json.ts';
import {
  anyText,
  confirm,
  conversationFilter,
  dispatchActionConfig,
  maxSelected,
  option,
  optionGroup,
  overflowOption,
  plainText,
  slackFile,
  tickOption,
} from './objects.ts';
import {
  boolean,
  integer,
  kind,
  list,
  object,
  oneOf,
  type Problem,
  pattern,
  type Rule,
  type Surface,
  string,
  url,
} from './rules.ts';

type Rules = { [property: string]: Rule };

const actionId = string({ max: 255 });
const placeholder = plainText(150);

// "Only one element can be set to true" and only in views: https://docs.slack.dev/reference/block-kit/block-elements
const focus: Rule = (value, pointer, surface) =>
  surface === 'message'
    ? [{ pointer, what: 'focus_on_load is for views' }]
    : boolean(value, pointer, surface);

const element = (
  type: string,
  rules: { required?: Rules; optional?: Rules },
  also?: (value: Json, pointer: string, surface: Surface) => readonly Problem[],
): Rule =>
  object({
    required: { type: oneOf(type), ...rules.required },
    optional: { action_id: actionId, ...rules.optional },
    ...(also === undefined ? {} : { also }),
  });

/** "options" and "option_groups" exclude each other, and one is needed. */
const eitherOptions = (value: Json, pointer: string): Problem[] =>
  (value.options === undefined) === (value.option_groups === undefined)
    ? [{ pointer, what: 'must define either `options` or `option_groups`' }]
    : [];

/** An initial option has to "exactly match" one of those offered. */
const initialAmongOptions = (value: Json, pointer: string): Problem[] => {
  const groups = (value.option_groups ?? []) as { options?: unknown[] }[];
  const offered = [
    ...((value.options ?? []) as unknown[]),
    ...groups.flatMap((g) => g.options ?? []),
  ];
  const initial = [
    ...(value.initial_option === undefined ? [] : [value.initial_option]),
    ...((value.initial_options ?? []) as unknown[]),
  ];
  return initial.every((one) => offered.some((o) => JSON.stringify(o) === JSON.stringify(one)))
    ? []
    : [{ pointer, what: 'initial option(s) must be among the options' }];
};

const single = { optional: { confirm, focus_on_load: focus, placeholder } };
const several = { optional: { ...single.optional, max_selected_items: maxSelected } };
const staticOptions = {
  options: list(option, { max: 100 }),
  option_groups: list(optionGroup, { max: 100 }),
};
const fromSomewhere = { min_query_length: integer(0, 1000) };
const ids = list(string({ max: 255 }), { max: 100 });
const typed = { dispatch_action_config: dispatchActionConfig, focus_on_load: focus, placeholder };

const image: Rule = object({
  required: { type: oneOf('image'), alt_text: string({ max: 2000 }) },
  optional: { image_url: url(3000), slack_file: slackFile },
  also: (value, pointer) =>
    (value.image_url === undefined) === (value.slack_file === undefined)
      ? [{ pointer, what: 'must define either `image_url` or `slack_file`' }]
      : [],
});

export const ELEMENTS: { readonly [type: string]: Rule } = {
  image,
  button: element('button', {
    required: { text: plainText(75) },
    optional: {
      value: string({ min: 0, max: 2000 }),
      url: url(3000),
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: string({ max: 75 }),
    },
  }),
  overflow: element('overflow', {
    required: { options: list(overflowOption, { max: 5 }) },
    optional: { confirm },
  }),
  static_select: element(
    'static_select',
    { optional: { ...single.optional, ...staticOptions, initial_option: option } },
    (value, pointer) => [...eitherOptions(value, pointer), ...initialAmongOptions(value, pointer)],
  ),
  multi_static_select: element(
    'multi_static_select',
    {
      optional: {
        ...several.optional,
        ...staticOptions,
        initial_options: list(option, { max: 100 }),
      },
    },
    (value, pointer) => [...eitherOptions(value, pointer), ...initialAmongOptions(value, pointer)],
  ),
  external_select: element('external_select', {
    optional: { ...single.optional, ...fromSomewhere, initial_option: option },
  }),
  multi_external_select: element('multi_external_select', {
    optional: {
      ...several.optional,
      ...fromSomewhere,
      initial_options: list(option, { max: 100 }),
    },
  }),
  users_select: element('users_select', {
    optional: { ...single.optional, initial_user: string({ max: 255 }) },
  }),
  multi_users_select: element('multi_users_select', {
    optional: { ...several.optional, initial_users: ids },
  }),
  channels_select: element('channels_select', {
    optional: {
      ...single.optional,
      initial_channel: string({ max: 255 }),
      response_url_enabled: boolean,
    },
  }),
  multi_channels_select: element('multi_channels_select', {
    optional: { ...several.optional, initial_channels: ids },
  }),
  conversations_select: element('conversations_select', {
    optional: {
      ...single.optional,
      initial_conversation: string({ max: 255 }),
      default_to_current_conversation: boolean,
      filter: conversationFilter,
      response_url_enabled: boolean,
    },
  }),
  multi_conversations_select: element('multi_conversations_select', {
    optional: {
      ...several.optional,
      initial_conversations: ids,
      default_to_current_conversation: boolean,
      filter: conversationFilter,
    },
  }),
  checkboxes: element(
    'checkboxes',
    {
      required: { options: list(tickOption, { max: 10 }) },
      optional: { initial_options: list(tickOption, { max: 10 }), confirm, focus_on_load: focus },
    },
    initialAmongOptions,
  ),
  radio_buttons: element(
    'radio_buttons',
    {
      required: { options: list(tickOption, { max: 10 }) },
      optional: { initial_option: tickOption, confirm, focus_on_load: focus },
    },
    initialAmongOptions,
  ),
  datepicker: element('datepicker', {
    optional: { ...single.optional, initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD') },
  }),
  timepicker: element('timepicker', {
    optional: {
      ...single.optional,
      initial_time: pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'HH:mm'),
      timezone: string({ max: 255 }),
    },
  }),
  datetimepicker: element('datetimepicker', {
    optional: {
      initial_date_time: integer(1_000_000_000, 9_999_999_999),
      confirm,
      focus_on_load: focus,
    },
  }),
  plain_text_input: element('plain_text_input', {
    optional: {
      ...typed,
      initial_value: string({ min: 0, max: 3000 }),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
  }),
  number_input: element('number_input', {
    required: { is_decimal_allowed: boolean },
    optional: {
      ...typed,
      initial_value: string({ max: 255 }),
      min_value: string({ max: 255 }),
      max_value: string({ max: 255 }),
    },
  }),
  email_text_input: element('email_text_input', {
    optional: { ...typed, initial_value: string({ max: 255 }) },
  }),
  url_text_input: element('url_text_input', {
    optional: { ...typed, initial_value: string({ max: 3000 }) },
  }),
};

const MENUS = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((from) => [
  `${from}_select`,
  `multi_${from}_select`,
]);
const PICKERS = ['datepicker', 'timepicker'];

/** Which elements a block may hold: the "Works with block types" line of each element's page. */
export const HELD_BY = {
  section: ['button', 'overflow', 'image', 'checkboxes', 'radio_buttons', ...PICKERS, ...MENUS],
  actions: [
    'button',
    'overflow',
    'checkboxes',
    'radio_buttons',
    'datetimepicker',
    ...PICKERS,
    ...MENUS,
  ],
  input: [
    'checkboxes',
    'radio_buttons',
    'datetimepicker',
    'plain_text_input',
    'number_input',
    'email_text_input',
    'url_text_input',
    ...PICKERS,
    ...MENUS,
  ],
} as const;

/** An element that this kind of block may hold. */
export const elementIn = (block: keyof typeof HELD_BY): Rule =>
  kind(() => ELEMENTS, HELD_BY[block]);

/** What a context block may hold: pictures and texts. */
export const contextElement: Rule = (value, pointer, surface) =>
  (value as Json | null)?.type === 'image'
    ? image(value, pointer, surface)
    : anyText(3000)(value, pointer, surface);
