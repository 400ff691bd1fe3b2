import { type Asking, createAsking } from './asking.ts';
import { problemsOfSuggestions } from './block-kit/check.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import { choose, type Found, findElement, type Offered } from './elements.ts';
import type { Events } from './events.ts';
import { isJson, type Json, jsonIn, listIn, textIn } from './json.ts';
import { addMessage, isVisible, plain } from './messages.ts';
import type { Services } from './methods/method.ts';
import { closeView, homeOf, modalOf } from './methods/views.ts';
import {
  actionPayload,
  commandPayload,
  messageShortcutPayload,
  shortcutPayload,
  suggestionPayload,
  viewPayload,
} from './payloads.ts';
import { respond } from './response-urls.ts';
import {
  type Channel,
  directChannel,
  failure,
  installationOf,
  type Message,
  type User,
  until,
  type View,
  violation,
  type World,
} from './state.ts';
import { applySubmission, completeValues, remember } from './submissions.ts';

export type Suggested = { readonly label: string; readonly value: string };

/**
 * Somebody at a Slack client. They can only use what they see: channels they may read, messages not meant for others
 * alone, buttons that still stand there. What they cannot do throws.
 */
export type Person = {
  readonly id: string;
  readonly user: User;
  /** Types a command, which has to be declared in the manifest. */
  slash(command: string, text: string, where?: Where): Promise<Asking>;
  /** Writes a message; `@name` of somebody in the workspace becomes a mention. */
  say(text: string, where?: Where & { thread?: Message | string }): Promise<Asking>;
  /** Writes to the bot alone. */
  sayToBot(text: string, where?: { thread?: Message | string }): Promise<Asking>;
  /** Presses the button with this action id or label. */
  press(target: Message | View, button: string): Promise<Asking>;
  /** Chooses in a menu, an overflow menu, picker, radio or checkboxes by label, value or id. */
  select(
    target: Message | View,
    element: string,
    choice: string | readonly string[],
  ): Promise<Asking>;
  /** Types into a menu that asks the app for its options. */
  suggest(target: Message | View, element: string, typed: string): Promise<readonly Suggested[]>;
  /** Fills fields of a modal in, by action id, block id or label, without sending it. */
  fill(view: View, values: { readonly [field: string]: string | readonly string[] }): void;
  /** Fills in and sends a modal. */
  submit(
    view: View,
    values?: { readonly [field: string]: string | readonly string[] },
  ): Promise<Asking>;
  closeModal(view: View): Promise<Asking | null>;
  shortcut(callbackId: string): Promise<Asking>;
  messageShortcut(callbackId: string, message: Message): Promise<Asking>;
  openHome(): Promise<Asking>;
  home(): View | undefined;
  modal(): View | undefined;
  /** What is on their screen in a channel, the oldest first. */
  sees(channel: string, thread?: Message | string): readonly Message[];
};

export type Where = { readonly channel?: string };

type Parts = {
  readonly world: World;
  readonly services: Services;
  readonly deliveries: Deliveries;
  readonly events: Events;
};

export function createPerson(parts: Parts, user: User): Person {
  const { world, services, deliveries, events } = parts;
  const offered: Offered = new Map();
  const states = new Map<Message, { [block: string]: { [action: string]: Json } }>();
  const { manifest } = world.app;

  const sees = (channel: Channel) =>
    channel.team === user.team &&
    !channel.deleted &&
    (channel.kind === 'public' || channel.members.has(user.id));

  function channelCalled(name: string | undefined): Channel {
    const wanted = (name ?? 'general').replace(/^#/, '');
    const found = [...world.channels.values()].find(
      (one) => one.team === user.team && (one.id === wanted || one.name === wanted),
    );
    if (found === undefined || !sees(found))
      throw new Error(`${user.name} sees no channel ${wanted}`);
    return found;
  }

  function mustSee(target: Message | View): void {
    const seen =
      'ts' in target ? isVisible(world, target, user.id) : target.user === user.id && target.open;
    if (!seen) throw new Error(`${user.name} does not see that`);
  }

  function mustBeInstalled(): void {
    const installation = installationOf(world, user.team);
    if (installation === undefined || installation.state === 'inactive') {
      throw new Error('the app is not installed there');
    }
  }

  function mustBeInteractive(): void {
    mustBeInstalled();
    if (manifest.settings?.interactivity?.is_enabled !== true) {
      throw new Error('the manifest does not enable interactivity');
    }
  }

  const blocksOf = (target: Message | View) =>
    'ts' in target ? target.blocks : target.content.blocks;

  /** A delivery whose failure this person sees. */
  function tell(
    kind: 'slash_commands' | 'interactive',
    doing: string,
    payload: Json,
    onAck: (body: unknown, delivery: Delivery) => void,
    onFailure: (error: string) => void = () => {},
  ): Delivery {
    return deliveries.deliver(kind, payload, {
      onAck,
      onFailure: (error, delivery) => {
        failure(world, { user: user.id, doing, error, cause: delivery.id });
        onFailure(error);
      },
    });
  }

  const asking = (about: {
    doing: string;
    channel: string | null;
    since: number;
    deliveries: readonly Delivery[];
    said?: Message;
  }) => createAsking(world, { person: user, ...about });

  const nothingToSay = (where: string) => (body: unknown) => {
    if (body !== undefined) violation(world, where, 'an acknowledgement with a body nobody reads');
  };

  /** A response address whose cause is only known once the delivery is made. */
  function responseUrl(
    kind: 'commands' | 'actions' | 'app',
    channel: string,
    threadTs: string | null,
    original: Message | null,
  ) {
    const made = services.responseUrls.issue({
      kind,
      team: user.team,
      channel,
      user: user.id,
      threadTs,
      original,
      cause: '',
    });
    return { made, address: `${services.origin()}${made.path}` };
  }

  async function act(
    target: Message | View,
    found: Found,
    fields: Json,
    doing: string,
  ): Promise<Asking> {
    const inMessage = 'ts' in target;
    const values = inMessage ? (states.get(target) ?? {}) : target.values;
    if (found.element.type !== 'button' && found.element.type !== 'overflow') {
      remember(values, found, fields);
      if (inMessage) states.set(target, values);
    }
    const since = world.revision;
    const url = inMessage ? responseUrl('actions', target.channel, target.threadTs, target) : null;
    const payload = actionPayload(world, user, target, found, {
      fields,
      state: values,
      responseUrl: url?.address ?? null,
      triggerId: services.triggers.issue(user.id, user.team),
    });
    const delivery = tell('interactive', doing, payload, nothingToSay('block_actions'));
    if (url !== null) url.made.cause = delivery.id;
    return asking({
      doing,
      channel: inMessage ? target.channel : null,
      since,
      deliveries: [delivery],
    });
  }

  async function say(
    text: string,
    channel: Channel,
    thread: Message | string | undefined,
  ): Promise<Asking> {
    if (channel.archived) throw new Error('the channel is archived');
    if (!channel.members.has(user.id)) channel.members.add(user.id);
    const since = world.revision;
    const said = addMessage(
      world,
      {
        team: user.team,
        channel: channel.id,
        author: user.id,
        via: 'person',
        threadTs:
          thread === undefined
            ? null
            : typeof thread === 'string'
              ? thread
              : (thread.threadTs ?? thread.ts),
      },
      plain(asTyped(world, user, text)),
    );
    const told = events.message(said, channel);
    return asking({ doing: `"${text}"`, channel: channel.id, since, deliveries: told, said });
  }

  return {
    id: user.id,
    user,
    slash: async (command, text, where = {}) => {
      mustBeInstalled();
      if (!(manifest.features?.slash_commands ?? []).some((one) => one.command === command)) {
        throw new Error(`${command} is not a valid command: the manifest does not declare it`);
      }
      const channel = channelCalled(where.channel);
      const since = world.revision;
      const { made, address } = responseUrl('commands', channel.id, null, null);
      const payload = commandPayload(world, user, channel, {
        command,
        text,
        responseUrl: address,
        triggerId: services.triggers.issue(user.id, user.team),
      });
      const doing = `${command} ${text}`.trim();
      const delivery = tell(
        'slash_commands',
        doing,
        payload,
        (body, delivered) => {
          made.cause = delivered.id;
          const says = typeof body === 'string' ? { text: body } : body;
          // Only `response_type: in_channel` without words shows the typed command and nothing else.
          if (
            !isJson(says) ||
            (says.text === undefined && says.blocks === undefined && says.attachments === undefined)
          )
            return;
          respond(world, made, says, 'ack');
        },
        (error) => {
          addMessage(
            world,
            {
              team: user.team,
              channel: channel.id,
              author: 'USLACKBOT',
              via: 'slack',
              ephemeralTo: user.id,
            },
            plain(`${command} failed with the error "${error}"`),
          );
        },
      );
      made.cause = delivery.id;
      return asking({ doing, channel: channel.id, since, deliveries: [delivery] });
    },
    say: async (text, where = {}) => say(text, channelCalled(where.channel), where.thread),
    sayToBot: async (text, where = {}) => {
      mustBeInstalled();
      const home = manifest.features?.app_home;
      if (home?.messages_tab_enabled !== true || home.messages_tab_read_only_enabled === true) {
        throw new Error('the manifest does not let people write to the app');
      }
      const installation = installationOf(world, user.team);
      if (installation === undefined) throw new Error('the app is not installed there');
      return say(text, directChannel(world, installation, user.id), where.thread);
    },
    press: async (target, button) => {
      mustBeInteractive();
      mustSee(target);
      const found = findElement(blocksOf(target), button);
      if (found.element.type !== 'button') throw new Error(`${button} is no button`);
      return act(target, found, {}, `the button ${button}`);
    },
    select: async (target, name, choice) => {
      mustBeInteractive();
      mustSee(target);
      const found = findElement(blocksOf(target), name);
      if (found.element.type === 'button') throw new Error(`${name} is a button: press it`);
      const inForm = found.block.type === 'input' && found.block.dispatch_action !== true;
      if (inForm)
        throw new Error(`${name} stands in a form: nothing is sent before it is submitted`);
      const fields = choose({ world, person: user.id, offered, sees }, found.element, choice);
      return act(target, found, fields, `the choice of ${String(choice)} in ${name}`);
    },
    suggest: async (target, name, typed) => {
      mustBeInteractive();
      mustSee(target);
      const found = findElement(blocksOf(target), name);
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
      const delivery = tell('interactive', doing, payload, (body) => {
        const problems = problemsOfSuggestions(body);
        for (const { pointer, what } of problems) {
          violation(world, 'block_suggestion', `${what} [json-pointer:${pointer}]`);
        }
        const says = jsonIn(body);
        const groups = listIn(says.option_groups).flatMap((one) => listIn(one.options));
        options = problems.length > 0 ? [] : [...listIn(says.options), ...groups];
        offered.set(textIn(found.element.action_id), options);
      });
      await until(world, doing, () => (delivery.outcome === 'waiting' ? undefined : delivery));
      if (options === undefined) throw new Error(`${doing} found nothing: the app did not answer`);
      return options.map((one) => ({
        label: textIn(jsonIn(one.text).text),
        value: textIn(one.value),
      }));
    },
    fill: (view, values) => {
      mustSee(view);
      for (const [name, value] of Object.entries(values)) {
        const found = findElement(view.content.blocks, name);
        const chosen = choose({ world, person: user.id, offered, sees }, found.element, value);
        remember(view.values, found, chosen);
      }
    },
    async submit(view, values = {}) {
      mustBeInteractive();
      if (view !== modalOf(world, user.id)) throw new Error('that modal does not lie on top');
      if (view.content.submit === undefined) throw new Error('the modal has no button to send it');
      this.fill(view, values);
      completeValues(view);
      const since = world.revision;
      const urls = listIn(view.content.blocks).flatMap((block) => {
        const element = jsonIn(block.element);
        if (element.response_url_enabled !== true) return [];
        const value = jsonIn(view.values[textIn(block.block_id)]?.[textIn(element.action_id)]);
        const channel = textIn(value.selected_conversation) || textIn(value.selected_channel);
        if (channel === '') return [];
        const { made, address } = responseUrl('app', channel, null, null);
        const { block_id } = block;
        const { action_id } = element;
        return [
          { made, json: { block_id, action_id, channel_id: channel, response_url: address } },
        ];
      });
      const payload = viewPayload(world, user, view, {
        type: 'view_submission',
        triggerId: services.triggers.issue(user.id, user.team),
        responseUrls: urls.map(({ json }) => json),
      });
      const delivery = tell('interactive', 'the form', payload, (body) =>
        applySubmission(world, view, body),
      );
      for (const { made } of urls) made.cause = delivery.id;
      return asking({ doing: 'the form', channel: null, since, deliveries: [delivery] });
    },
    closeModal: async (view) => {
      mustSee(view);
      const since = world.revision;
      closeView(world, view, view.content.clear_on_close === true);
      if (view.content.notify_on_close !== true) return null;
      const payload = viewPayload(world, user, view, { type: 'view_closed' });
      const delivery = tell('interactive', 'closing', payload, nothingToSay('view_closed'));
      return asking({ doing: 'closing', channel: null, since, deliveries: [delivery] });
    },
    shortcut: async (callbackId) => {
      mustBeInteractive();
      mustDeclare(world, callbackId, 'global');
      const since = world.revision;
      const payload = shortcutPayload(world, user, {
        callbackId,
        triggerId: services.triggers.issue(user.id, user.team),
      });
      const delivery = tell('interactive', callbackId, payload, nothingToSay('shortcut'));
      return asking({ doing: callbackId, channel: null, since, deliveries: [delivery] });
    },
    messageShortcut: async (callbackId, message) => {
      mustBeInteractive();
      mustDeclare(world, callbackId, 'message');
      mustSee(message);
      if (message.ephemeralTo !== null) throw new Error('such a message has no shortcuts');
      const since = world.revision;
      const { made, address } = responseUrl('app', message.channel, message.threadTs, null);
      const payload = messageShortcutPayload(world, user, message, {
        callbackId,
        triggerId: services.triggers.issue(user.id, user.team),
        responseUrl: address,
      });
      const delivery = tell('interactive', callbackId, payload, nothingToSay('message_action'));
      made.cause = delivery.id;
      return asking({ doing: callbackId, channel: message.channel, since, deliveries: [delivery] });
    },
    openHome: async () => {
      mustBeInstalled();
      const installation = installationOf(world, user.team);
      if (installation === undefined) throw new Error('the app is not installed there');
      const since = world.revision;
      const channel = directChannel(world, installation, user.id).id;
      const delivery = events.emit(
        { type: 'app_home_opened', user: user.id, channel, tab: 'home' },
        user.team,
      );
      return asking({
        doing: 'opening the home tab',
        channel: null,
        since,
        deliveries: delivery === null ? [] : [delivery],
      });
    },
    home: () => homeOf(world, user.id),
    modal: () => modalOf(world, user.id),
    sees: (name, thread) => {
      const channel = channelCalled(name);
      const root = typeof thread === 'string' ? thread : (thread?.threadTs ?? thread?.ts);
      return world.messages.filter(
        (one) =>
          one.channel === channel.id &&
          isVisible(world, one, user.id) &&
          (root === undefined
            ? one.threadTs === null || one.threadTs === one.ts || one.broadcast
            : one.ts === root || one.threadTs === root),
      );
    },
  };
}

function mustDeclare(world: World, callbackId: string, type: 'message' | 'global'): void {
  const declared = (world.app.manifest.features?.shortcuts ?? []).some(
    (one) => one.callback_id === callbackId && one.type === type,
  );
  if (!declared) throw new Error(`the manifest declares no ${type} shortcut ${callbackId}`);
}

/** What the client makes of typed words: escapes, and `@name` becomes a mention. */
function asTyped(world: World, user: User, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replace(/@([\w.-]+)/g, (whole, name: string) => {
    const called = [...world.users.values()].find(
      (one) => one.team === user.team && one.name === name.toLowerCase(),
    );
    return called === undefined ? whole : `<@${called.id}>`;
  });
}
