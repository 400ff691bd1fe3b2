import { type Json, jsonIn, listIn, textIn } from './json.ts';
import type { Channel, View, World } from './state.ts';

/** A button, menu or field together with the block it stands in. */
export type Found = { readonly block: Json; readonly element: Json };

const elementsOf = (block: Json): Json[] => [
  ...(block.type === 'actions' ? listIn(block.elements) : []),
  ...[block.accessory, block.element].filter((one) => one !== undefined).map(jsonIn),
];

/** What a reader would call it. */
const labelOf = ({ block, element }: Found): string =>
  textIn(jsonIn(element.text).text) ||
  textIn(jsonIn(block.label).text) ||
  textIn(jsonIn(element.placeholder).text);

/** The one element with this action id, block id or label; throws a list of what is there. */
export function findElement(blocks: unknown, name: string): Found {
  const all = listIn(blocks).flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type !== 'image')
      .map((element) => ({ block, element })),
  );
  const fits = all.filter(
    (one) => one.element.action_id === name || one.block.block_id === name || labelOf(one) === name,
  );
  if (fits.length === 1 && fits[0] !== undefined) return fits[0];
  const there = all.map((one) => `${textIn(one.element.action_id)} "${labelOf(one)}"`).join(', ');
  throw new Error(
    `${fits.length === 0 ? 'no' : 'more than one'} element called ${name}; there is: ${there || 'nothing to use'}`,
  );
}

/** What the menus of one person were last offered by the app, by action id. */
export type Offered = Map<string, readonly Json[]>;

const optionsOf = (element: Json): Json[] => [
  ...listIn(element.options),
  ...listIn(element.option_groups).flatMap((group) => listIn(group.options)),
];

function pick(options: readonly Json[], choice: string): Json {
  const found = options.find(
    (one) => one.value === choice || textIn(jsonIn(one.text).text) === choice,
  );
  if (found !== undefined) return found;
  const there = options.map((one) => textIn(jsonIn(one.text).text)).join(', ');
  throw new Error(`no option ${choice}; there is: ${there || 'none'}`);
}

/** Whether a menu of conversations offers this one. */
function passes(element: Json, channel: Channel): boolean {
  const { include, exclude_bot_users } = jsonIn(element.filter);
  if (exclude_bot_users === true && channel.kind === 'im') return false;
  return !Array.isArray(include) || include.includes(channel.kind);
}

type Choosing = {
  readonly world: World;
  readonly person: string;
  readonly offered: Offered;
  readonly sees: (channel: Channel) => boolean;
};

/** What Slack sends for a choice in this element: the fields beside type, action id and block id. */
export function choose(
  { world, person, offered, sees }: Choosing,
  element: Json,
  choice: string | readonly string[],
): Json {
  const choices = typeof choice === 'string' ? [choice] : choice;
  const one = choices[0] ?? '';
  const actionId = textIn(element.action_id);
  const team = world.users.get(person)?.team;
  const user = (id: string) => {
    const known = world.users.get(id);
    if (known === undefined || known.team !== team) throw new Error(`nobody is called ${id}`);
    return id;
  };
  const channel = (id: string) => {
    const known = [...world.channels.values()].find(
      (it) => it.team === team && (it.id === id || it.name === id.replace(/^#/, '')),
    );
    if (known === undefined || !sees(known) || !passes(element, known))
      throw new Error(`no channel ${id} to choose`);
    return known.id;
  };
  const most = element.max_selected_items;
  if (typeof most === 'number' && choices.length > most) {
    throw new Error(`at most ${most} can be chosen in ${actionId}`);
  }
  switch (element.type) {
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
      return { selected_option: pick(optionsOf(element), one) };
    case 'external_select':
      return { selected_option: pick(offered.get(actionId) ?? [], one) };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: choices.map((it) => pick(optionsOf(element), it)) };
    case 'multi_external_select':
      return { selected_options: choices.map((it) => pick(offered.get(actionId) ?? [], it)) };
    case 'users_select':
      return { selected_user: user(one) };
    case 'multi_users_select':
      return { selected_users: choices.map(user) };
    case 'channels_select':
      return { selected_channel: channel(one) };
    case 'multi_channels_select':
      return { selected_channels: choices.map(channel) };
    case 'conversations_select':
      return { selected_conversation: channel(one) };
    case 'multi_conversations_select':
      return { selected_conversations: choices.map(channel) };
    case 'datepicker':
      return { selected_date: one };
    case 'timepicker':
      return { selected_time: one };
    case 'datetimepicker':
      return { selected_date_time: Number(one) };
    case 'plain_text_input':
      return { value: typed(element, one) };
    default:
      return { value: one };
  }
}

/** The client does not let a text of the wrong length through. */
function typed(element: Json, text: string): string {
  const min = typeof element.min_length === 'number' ? element.min_length : 0;
  const max = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (text.length < min || text.length > max) {
    throw new Error(`${textIn(element.action_id)} takes ${min} to ${max} characters`);
  }
  return text;
}

/** What a field of a view holds when nobody has touched it. */
export function initialValue(world: World, view: View, element: Json): Json {
  const names: { readonly [from: string]: string } = {
    initial_value: 'value',
    initial_option: 'selected_option',
    initial_options: 'selected_options',
    initial_user: 'selected_user',
    initial_users: 'selected_users',
    initial_channel: 'selected_channel',
    initial_channels: 'selected_channels',
    initial_conversation: 'selected_conversation',
    initial_conversations: 'selected_conversations',
    initial_date: 'selected_date',
    initial_time: 'selected_time',
    initial_date_time: 'selected_date_time',
  };
  const given = Object.entries(names).filter(([from]) => element[from] !== undefined);
  // "Pre-populates with the conversation that the user was viewing"; an initial one goes before it.
  // https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#conversations_select
  const current = world.channels.get(view.from ?? '');
  if (
    element.type === 'conversations_select' &&
    element.default_to_current_conversation === true &&
    given.length === 0 &&
    current !== undefined &&
    passes(element, current)
  ) {
    return { selected_conversation: current.id };
  }
  return Object.fromEntries(given.map(([from, to]) => [to, element[from]]));
}

export const isEmptyValue = (value: Json): boolean =>
  Object.entries(value).every(
    ([name, held]) =>
      name === 'type' ||
      held === null ||
      held === undefined ||
      held === '' ||
      (Array.isArray(held) && held.length === 0),
  );
