import type { Asking } from './asking.ts';
import { createClient, type Parts } from './client.ts';
import { choose, findElement } from './elements.ts';
import { createForms } from './forms.ts';
import { isJson } from './json.ts';
import { addMessage, isVisible, plain } from './messages.ts';
import { homeOf, modalOf } from './methods/views.ts';
import { commandPayload, messageShortcutPayload, shortcutPayload } from './payloads.ts';
import { respond } from './response-urls.ts';
import {
  type Channel,
  directChannel,
  type Message,
  type User,
  type View,
  type World,
} from './state.ts';

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
  /** Their direct conversation with the bot. */
  direct(): Channel;
  home(): View | undefined;
  modal(): View | undefined;
  /** What is on their screen in a channel, the oldest first. */
  sees(channel: string, thread?: Message | string): readonly Message[];
};

export type Where = { readonly channel?: string };

export function createPerson(parts: Parts, user: User): Person {
  const client = createClient(parts, user);
  const { world, events } = client;

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
    const told = client.events.message(said, channel);
    return client.asking({
      doing: `"${text}"`,
      channel: channel.id,
      since,
      deliveries: told,
      said,
    });
  }

  return {
    id: user.id,
    user,
    slash: async (command, text, where = {}) => {
      client.mustBeInstalled();
      if (
        !(world.app.manifest.features?.slash_commands ?? []).some((one) => one.command === command)
      ) {
        throw new Error(`${command} is not a valid command: the manifest does not declare it`);
      }
      const channel = client.channelCalled(where.channel);
      const since = world.revision;
      const { made, address } = client.responseUrl('commands', channel.id, null, null);
      const payload = commandPayload(world, user, channel, {
        command,
        text: isEscaped(world, command) ? escaped(world, user, text) : text,
        responseUrl: address,
        triggerId: client.trigger(channel.id),
      });
      const doing = `${command} ${text}`.trim();
      const delivery = client.tell(
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
      return client.asking({ doing, channel: channel.id, since, deliveries: [delivery] });
    },
    say: async (text, where = {}) => say(text, client.channelCalled(where.channel), where.thread),
    sayToBot: async (text, where = {}) => {
      const installation = client.mustBeInstalled();
      const home = world.app.manifest.features?.app_home;
      if (home?.messages_tab_enabled !== true || home.messages_tab_read_only_enabled === true) {
        throw new Error('the manifest does not let people write to the app');
      }
      return say(text, directChannel(world, installation, user.id), where.thread);
    },
    press: async (target, button) => {
      client.mustBeInteractive();
      client.mustSee(target);
      const found = findElement(client.blocksOf(target), button);
      if (found.element.type !== 'button') throw new Error(`${button} is no button`);
      return client.act(target, found, {}, `the button ${button}`);
    },
    select: async (target, name, choice) => {
      client.mustBeInteractive();
      client.mustSee(target);
      const found = findElement(client.blocksOf(target), name);
      if (found.element.type === 'button') throw new Error(`${name} is a button: press it`);
      const inForm = found.block.type === 'input' && found.block.dispatch_action !== true;
      if (inForm)
        throw new Error(`${name} stands in a form: nothing is sent before it is submitted`);
      const fields = choose(client.choosing, found.element, choice);
      return client.act(target, found, fields, `the choice of ${String(choice)} in ${name}`);
    },
    ...createForms(client),
    shortcut: async (callbackId) => {
      client.mustBeInteractive();
      mustDeclare(world, callbackId, 'global');
      const since = world.revision;
      const payload = shortcutPayload(world, user, {
        callbackId,
        triggerId: client.trigger(),
      });
      const delivery = client.tell(
        'interactive',
        callbackId,
        payload,
        client.nothingToSay('shortcut'),
      );
      return client.asking({ doing: callbackId, channel: null, since, deliveries: [delivery] });
    },
    messageShortcut: async (callbackId, message) => {
      client.mustBeInteractive();
      mustDeclare(world, callbackId, 'message');
      client.mustSee(message);
      if (message.ephemeralTo !== null) throw new Error('such a message has no shortcuts');
      const since = world.revision;
      const { made, address } = client.responseUrl('app', message.channel, message.threadTs, null);
      const payload = messageShortcutPayload(world, user, message, {
        callbackId,
        triggerId: client.trigger(message.channel),
        responseUrl: address,
      });
      const delivery = client.tell(
        'interactive',
        callbackId,
        payload,
        client.nothingToSay('message_action'),
      );
      made.cause = delivery.id;
      return client.asking({
        doing: callbackId,
        channel: message.channel,
        since,
        deliveries: [delivery],
      });
    },
    openHome: async () => {
      const installation = client.mustBeInstalled();
      const since = world.revision;
      const channel = directChannel(world, installation, user.id).id;
      const delivery = events.emit(
        { type: 'app_home_opened', user: user.id, channel, tab: 'home' },
        user.team,
      );
      return client.asking({
        doing: 'opening the home tab',
        channel: null,
        since,
        deliveries: delivery === null ? [] : [delivery],
      });
    },
    direct: () => directChannel(world, client.mustBeInstalled(), user.id),
    home: () => homeOf(world, user.id),
    modal: () => modalOf(world, user.id),
    sees: (name, thread) => {
      const channel = client.channelCalled(name);
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

const isEscaped = (world: World, command: string): boolean =>
  world.app.manifest.features?.slash_commands?.some(
    (one) => one.command === command && one.should_escape === true,
  ) ?? false;

/**
 * A command's text where its `should_escape` is on: people, channels and addresses come as markup with ids.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#escaping_users_warning
 */
function escaped(world: World, user: User, text: string): string {
  const marked = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/[^\s&]+(?:&amp;[^\s&]+)*/g, (url) => `<${url}>`);
  return marked
    .replace(/(?<![\w/&])@([\w.-]+)/g, (whole, name: string) => {
      const called = [...world.users.values()].find(
        (one) => one.team === user.team && one.name === name.toLowerCase(),
      );
      return called === undefined ? whole : `<@${called.id}|${called.name}>`;
    })
    .replace(/(?<![\w/&])#([\w-]+)/g, (whole, name: string) => {
      const called = [...world.channels.values()].find(
        (one) => one.team === user.team && one.kind !== 'im' && one.name === name.toLowerCase(),
      );
      if (called === undefined) return whole;
      // The name of a private channel is not told.
      return `<#${called.id}|${called.kind === 'public' ? called.name : ''}>`;
    });
}
