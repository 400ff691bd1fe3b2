import type { APIMessage } from 'discord.js';
import { Asked } from './asked.ts';
import type { Outside } from './call.ts';
import { checkInput, submitted } from './filled-window.ts';
import { contextOf, interactionPayload } from './interaction-payload.ts';
import { openInteraction } from './interactions.ts';
import { type Json, listOf, recordsOf, textOf } from './json.ts';
import { messagePayload } from './message-payload.ts';
import { isSeenBy } from './message-store.ts';
import { may, PERMISSIONS, permissionsIn } from './permissions.ts';
import { dmWith } from './routes/channels.ts';
import { COMPONENT, everyComponent } from './rules/components.ts';
import {
  CHANNEL,
  type Channel,
  type Choice,
  type Command,
  type Guild,
  type Interaction,
  type Message,
  type User,
} from './state.ts';
import { ClientRefusal, fill, type Picked, pick, type Typed } from './typed-command.ts';

export { ClientRefusal } from './typed-command.ts';

/** Where somebody is: a channel, or (left out) the private conversation with the bot. */
export type Where = { readonly channel?: Channel };

/** A person with a Discord client: can do only what their client lets them do. */
export class Person {
  readonly user: User;
  readonly #outside: Outside;

  constructor(outside: Outside, user: User) {
    this.#outside = outside;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** Types a registered command: `slash('/story', { query: 'austin' }, { channel })`. Throws ClientRefusal. */
  slash(line: string, options: Readonly<Record<string, Typed>> = {}, where: Where = {}): Asked {
    const { channel, picked } = this.#choose(line, where);
    const { options: filled, resolved } = fill(this.#outside.world, picked, options, null);
    return this.#ask(2, channel, commandData(picked.command, filled, resolved), picked.command);
  }

  /** Types into an option with autocomplete and gets what is suggested. */
  async type(
    line: string,
    option: string,
    soFar: string,
    where: Where = {},
    others: Readonly<Record<string, Typed>> = {},
  ): Promise<readonly Choice[]> {
    const { channel, picked } = this.#choose(line, where);
    const parameter = recordsOf((picked.path.at(-1) ?? picked.command.body).options).find(
      ({ name }) => name === option,
    );
    if (parameter?.autocomplete !== true)
      throw new ClientRefusal(`the option "${option}" suggests nothing`);
    const { options, resolved } = fill(
      this.#outside.world,
      picked,
      { ...others, [option]: soFar },
      option,
    );
    const data = commandData(picked.command, options, resolved);
    return this.#ask(4, channel, data, picked.command).choices();
  }

  /** Uses an entry of a message's context menu. */
  use(name: string, message: Pick<APIMessage, 'id'>): Asked {
    const target = this.#seen(message.id);
    const channel = this.#channelOf(target);
    const command = [...this.#outside.world.commands.values()].find(
      ({ body, guildId }) =>
        body.type === 3 && body.name === name && (guildId === null || guildId === channel.guildId),
    );
    if (!command) throw new ClientRefusal(`no message command is called "${name}"`);
    this.#mayUse(command, channel);
    const data = {
      id: command.id,
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: messagePayload(this.#outside.world, target) } },
      ...(command.guildId ? { guild_id: command.guildId } : {}),
    };
    return this.#ask(2, channel, data, command);
  }

  /** Presses a button, named by its custom_id or its label. */
  press(message: Pick<APIMessage, 'id'>, which: string): Asked {
    const target = this.#seen(message.id);
    const button = this.#component(
      target,
      (one) => one.type === COMPONENT.button && (one.custom_id === which || one.label === which),
      `button "${which}"`,
    );
    if (typeof button.custom_id !== 'string')
      throw new ClientRefusal(`"${which}" is a link: it opens ${textOf(button.url)}`);
    return this.#useComponent(target, button, {});
  }

  /** Picks from a select menu: the first of the message, or the one named by custom_id. */
  select(message: Pick<APIMessage, 'id'>, values: readonly string[], which?: string): Asked {
    const target = this.#seen(message.id);
    const menu = this.#component(
      target,
      (one) =>
        [3, 5, 6, 7, 8].includes(one.type as number) &&
        (which === undefined || one.custom_id === which),
      'select menu',
    );
    const least = Number(menu.min_values ?? 1);
    const most = Number(menu.max_values ?? 1);
    if (values.length < least || values.length > most)
      throw new ClientRefusal(`between ${least} and ${most} can be picked`);
    const offered = recordsOf(menu.options).map(({ value }) => value);
    for (const value of values)
      if (menu.type === COMPONENT.stringSelect && !offered.includes(value))
        throw new ClientRefusal(`"${value}" is not offered`);
    return this.#useComponent(target, menu, { values });
  }

  /** Fills in the window a command or a component opened, by custom_id, and sends it. */
  submit(opened: Asked, fields: Readonly<Record<string, string>>): Asked {
    const { interaction } = opened;
    const modal = interaction.modal;
    if (!modal) throw new ClientRefusal('no window is open');
    if (interaction.userId !== this.id) throw new ClientRefusal('somebody else has that window');
    const channel = this.#outside.world.channels.get(interaction.channelId);
    if (!channel) throw new ClientRefusal('the channel is gone');
    const inputs = everyComponent(modal.components, []).map(({ component }) => component);
    for (const name of Object.keys(fields))
      if (!inputs.some((one) => one.custom_id === name))
        throw new ClientRefusal(`the window has no field "${name}"`);
    for (const input of inputs) checkInput(input, fields[textOf(input.custom_id)]);
    const data = {
      custom_id: modal.custom_id,
      components: recordsOf(modal.components).map((row) => submitted(row, fields)),
    };
    const source = this.#outside.world.messages.get(interaction.sourceMessageId ?? '');
    const asked = this.#ask(5, channel, data, null, source?.id ?? null);
    return source ? asked.remember(source) : asked;
  }

  /** Every message of a channel this person can see, ephemeral ones of theirs included, oldest first. */
  sees({ id }: Pick<Channel, 'id'>): readonly APIMessage[] {
    const { world } = this.#outside;
    return [...world.messages.values()]
      .filter((one) => one.channelId === id && isSeenBy(one, this.id))
      .map((one) => messagePayload(world, one) as unknown as APIMessage);
  }

  #choose(line: string, { channel }: Where): { channel: Channel; picked: Picked } {
    const here = channel ?? dmWith(this.#outside.world, this.id);
    const picked = pick(this.#outside.world, line, here.guildId);
    this.#mayUse(picked.command, here);
    return { channel: here, picked };
  }

  /** What the client greys out. Discord docs "Application Commands › Permissions" and "Contexts". */
  #mayUse({ body, guildId }: Command, channel: Channel): void {
    const { world } = this.#outside;
    if (guildId !== null && guildId !== channel.guildId)
      throw new ClientRefusal(`/${body.name} belongs to another guild`);
    const context = contextOf(channel);
    const contexts = Array.isArray(body.contexts) ? body.contexts : null;
    if (contexts ? !contexts.includes(context) : context !== 0 && body.dm_permission === false)
      throw new ClientRefusal(`/${body.name} cannot be used here`);
    if (channel.type === CHANNEL.dm) {
      if (channel.recipient !== this.id)
        throw new ClientRefusal('this is a conversation of others');
      return;
    }
    if (!may(world, this.id, channel, 'VIEW_CHANNEL'))
      throw new ClientRefusal(`${this.user.username} cannot see the channel`);
    if (!may(world, this.id, channel, 'USE_APPLICATION_COMMANDS'))
      throw new ClientRefusal(`${this.user.username} may not use commands there`);
    if (!this.#installed(channel, body))
      throw new ClientRefusal('the app is installed neither here nor for this person');
    const needed = body.default_member_permissions;
    const bits = permissionsIn(world, this.id, channel, this.#guildOf(channel));
    const admin = (bits & PERMISSIONS.ADMINISTRATOR) !== 0n;
    if (typeof needed !== 'string' || admin) return;
    // "0" is for administrators alone.
    if (needed === '0' || (bits & BigInt(needed)) !== BigInt(needed))
      throw new ClientRefusal(`${this.user.username} may not use /${body.name}`);
  }

  #installed(channel: Channel, body: Json): boolean {
    const owners = this.#owners(channel, body);
    return Object.keys(owners).length > 0;
  }

  /** Discord docs "Receiving and Responding › Authorizing Integration Owners Object". */
  #owners(channel: Channel, body: Json | null): Record<string, string> {
    const { world } = this.#outside;
    const kinds = listOf(body?.integration_types ?? [0, 1]);
    const guild = this.#guildOf(channel);
    const inGuild = guild ? guild.members.has(world.bot.id) : true;
    return {
      ...(inGuild && kinds.includes(0) ? { 0: guild?.id ?? '0' } : {}),
      ...(world.userInstalls.has(this.id) && kinds.includes(1) ? { 1: this.id } : {}),
    };
  }

  #useComponent(message: Message, component: Json, more: Json): Asked {
    if (component.disabled === true) throw new ClientRefusal('it is disabled');
    const data = {
      custom_id: component.custom_id,
      component_type: component.type,
      id: component.id,
      ...more,
    };
    const channel = this.#channelOf(message);
    return this.#ask(3, channel, data, null, message.id).remember(message);
  }

  #component(message: Message, fits: (component: Json) => boolean, what: string): Json {
    const found = everyComponent(message.components, []).find(({ component }) => fits(component));
    if (!found) throw new ClientRefusal(`the message has no ${what}`);
    return found.component;
  }

  #seen(messageId: string): Message {
    const { world } = this.#outside;
    const message = world.messages.get(messageId);
    if (!message || !isSeenBy(message, this.id))
      throw new ClientRefusal(`${this.user.username} does not see that message`);
    const channel = this.#channelOf(message);
    const visible =
      channel.type === CHANNEL.dm
        ? channel.recipient === this.id
        : may(world, this.id, channel, 'VIEW_CHANNEL');
    if (!visible) throw new ClientRefusal(`${this.user.username} cannot see the channel`);
    return message;
  }

  #channelOf({ channelId }: Message): Channel {
    const channel = this.#outside.world.channels.get(channelId);
    if (!channel) throw new ClientRefusal('the channel is gone');
    return channel;
  }

  #guildOf({ guildId }: Channel): Guild | undefined {
    return guildId ? this.#outside.world.guilds.get(guildId) : undefined;
  }

  #ask(
    type: number,
    channel: Channel,
    data: Json,
    command: Command | null,
    sourceMessageId: string | null = null,
  ): Asked {
    const { world } = this.#outside;
    const guild = this.#guildOf(channel);
    const owners = this.#owners(channel, command?.body ?? null);
    const source = sourceMessageId ? world.messages.get(sourceMessageId) : undefined;
    const payload = interactionPayload(world, {
      type,
      data,
      user: this.user,
      channel,
      guild,
      owners,
      source,
    });
    const interaction: Interaction = openInteraction(this.#outside, {
      type,
      userId: this.id,
      channel,
      payload,
      userInstalledOnly: !('0' in owners) && '1' in owners,
      sourceMessageId,
    });
    return new Asked(this.#outside, interaction);
  }
}

function commandData(
  { id, body, guildId }: Command,
  options: readonly Json[],
  resolved: Json | undefined,
): Json {
  return {
    id,
    name: body.name,
    type: 1,
    ...(options.length > 0 ? { options } : {}),
    ...(resolved ? { resolved } : {}),
    ...(guildId ? { guild_id: guildId } : {}),
  };
}
