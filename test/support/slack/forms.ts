import { problemsOfSuggestions } from './block-kit/check.ts';
import type { Client } from './client.ts';
import { choose, findElement } from './elements.ts';
import { type Json, jsonIn, listIn, textIn } from './json.ts';
import { closeView, modalOf } from './methods/views.ts';
import { suggestionPayload, viewPayload } from './payloads.ts';
import type { Person } from './people.ts';
import { until, violation } from './state.ts';
import { applySubmission, completeValues, remember } from './submissions.ts';

/** What people do in modals, and in menus that ask the app while they type. */
export function createForms(
  client: Client,
): Pick<Person, 'suggest' | 'fill' | 'submit' | 'closeModal'> {
  const { world, user } = client;
  return {
    suggest: async (target, name, typed) => {
      client.mustBeInteractive();
      client.mustSee(target);
      const found = findElement(client.blocksOf(target), name);
      if (!/external_select$/.test(textIn(found.element.type))) {
        throw new Error(`${name} does not ask the app for options`);
      }
      // "The default value is 3": https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
      const least = found.element.min_query_length;
      if (typed.length < (typeof least === 'number' ? least : 3)) {
        throw new Error(`${name} asks nobody before more letters are typed`);
      }
      let options: readonly Json[] | undefined;
      const doing = `typing "${typed}" in ${name}`;
      const payload = suggestionPayload(world, user, target, found, typed);
      const delivery = client.tell('interactive', doing, payload, (body) => {
        const problems = problemsOfSuggestions(body);
        for (const { pointer, what } of problems) {
          violation(world, 'block_suggestion', `${what} [json-pointer:${pointer}]`);
        }
        const says = jsonIn(body);
        const groups = listIn(says.option_groups).flatMap((one) => listIn(one.options));
        options = problems.length > 0 ? [] : [...listIn(says.options), ...groups];
        client.offered.set(textIn(found.element.action_id), options);
      });
      await until(world, doing, () => (delivery.outcome === 'waiting' ? undefined : delivery));
      if (options === undefined) throw new Error(`${doing} found nothing: the app did not answer`);
      return options.map((one) => ({
        label: textIn(jsonIn(one.text).text),
        value: textIn(one.value),
      }));
    },
    fill: (view, values) => {
      client.mustSee(view);
      for (const [name, value] of Object.entries(values)) {
        const found = findElement(view.content.blocks, name);
        const chosen = choose(client.choosing, found.element, value);
        remember(view.values, found, chosen);
      }
    },
    async submit(view, values = {}) {
      client.mustBeInteractive();
      if (view !== modalOf(world, user.id)) throw new Error('that modal does not lie on top');
      if (view.content.submit === undefined) throw new Error('the modal has no button to send it');
      this.fill(view, values);
      completeValues(world, view);
      const since = world.revision;
      const urls = listIn(view.content.blocks).flatMap((block) => {
        const element = jsonIn(block.element);
        if (element.response_url_enabled !== true) return [];
        const value = jsonIn(view.values[textIn(block.block_id)]?.[textIn(element.action_id)]);
        const channel = textIn(value.selected_conversation) || textIn(value.selected_channel);
        if (channel === '') return [];
        const { made, address } = client.responseUrl('app', channel, null, null);
        const { block_id } = block;
        const { action_id } = element;
        return [
          { made, json: { block_id, action_id, channel_id: channel, response_url: address } },
        ];
      });
      const payload = viewPayload(world, user, view, {
        type: 'view_submission',
        triggerId: client.trigger(),
        responseUrls: urls.map(({ json }) => json),
      });
      const delivery = client.tell('interactive', 'the form', payload, (body) =>
        applySubmission(world, view, body),
      );
      for (const { made } of urls) made.cause = delivery.id;
      return client.asking({ doing: 'the form', channel: null, since, deliveries: [delivery] });
    },
    closeModal: async (view) => {
      client.mustSee(view);
      const since = world.revision;
      closeView(world, view, view.content.clear_on_close === true);
      if (view.content.notify_on_close !== true) return null;
      const payload = viewPayload(world, user, view, { type: 'view_closed' });
      const delivery = client.tell(
        'interactive',
        'closing',
        payload,
        client.nothingToSay('view_closed'),
      );
      return client.asking({ doing: 'closing', channel: null, since, deliveries: [delivery] });
    },
  };
}
