// https://docs.slack.dev/surfaces/modals#response_actions
import { type Found, initialValue, isEmptyValue } from './elements.ts';
import { isJson, type Json, jsonIn, listIn, textIn } from './json.ts';
import { addView, changeView, closeView, readView } from './methods/views.ts';
import { changed, type View, violation, type World } from './state.ts';

/** Fills what nobody touched with what the fields started with; throws where the client would not let go. */
export function completeValues(world: World, view: View): void {
  for (const block of listIn(view.content.blocks)) {
    if (block.type !== 'input') continue;
    const element = jsonIn(block.element);
    const blockId = textIn(block.block_id);
    const actionId = textIn(element.action_id);
    const known = view.values[blockId]?.[actionId];
    const value = known ?? { type: element.type, ...initialValue(world, view, element) };
    view.values[blockId] = { ...view.values[blockId], [actionId]: value };
    if (block.optional !== true && isEmptyValue(value) && element.type !== 'checkboxes') {
      throw new Error(`"${textIn(jsonIn(block.label).text)}" has to be filled in`);
    }
  }
}

/** What the acknowledgement of a submission does to the view. */
export function applySubmission(world: World, view: View, body: unknown): void {
  const say = (what: string) => violation(world, 'view_submission', what);
  const answer = isJson(body) ? body : {};
  if (body === undefined) closeView(world, view, false);
  else if (answer.response_action === 'clear') closeView(world, view, true);
  else if (answer.response_action === 'errors') showErrors(world, view, jsonIn(answer.errors), say);
  else if (answer.response_action === 'update' || answer.response_action === 'push') {
    const read = readView(world, 'view_submission', answer.view, 'modal');
    if (!read.ok) return;
    const { content } = read as { content: Json };
    const about = { team: view.team, user: view.user, type: 'modal' as const, previous: view };
    if (answer.response_action === 'update') changeView(world, view, content);
    else addView(world, about, content);
  } else say(`response_action ${String(answer.response_action)}`);
}

/** Errors stand under the input block they name. */
function showErrors(world: World, view: View, errors: Json, say: (what: string) => void): void {
  const inputs = new Set(
    listIn(view.content.blocks)
      .filter(({ type }) => type === 'input')
      .map(({ block_id }) => textIn(block_id)),
  );
  if (Object.keys(errors).length === 0) say('errors without errors');
  for (const id of Object.keys(errors)) {
    if (!inputs.has(id)) say(`an error for ${id}, which is no input block`);
  }
  view.errors = Object.fromEntries(Object.entries(errors).map(([id, it]) => [id, textIn(it)]));
  view.revision = changed(world);
}

/** Remembers a choice as the view's or message's state. */
export function remember(
  values: { [block: string]: { [action: string]: Json } },
  { block, element }: Found,
  fields: Json,
): void {
  const blockId = textIn(block.block_id);
  values[blockId] = {
    ...values[blockId],
    [textIn(element.action_id)]: { type: element.type, ...fields },
  };
}
