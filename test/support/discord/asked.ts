import type { APIMessage } from 'discord.js';
import type { Outside } from './call.ts';
import type { Json } from './json.ts';
import { isLoading, messagePayload } from './message-payload.ts';
import type { Acknowledgement, Choice, Interaction, Message } from './state.ts';

/** Something a person asked of the bot, and what came of it. Every wait ends with an error when the fake is closed. */
export class Asked {
  readonly interaction: Interaction;
  readonly #outside: Outside;

  constructor(outside: Outside, interaction: Interaction) {
    this.#outside = outside;
    this.interaction = interaction;
  }

  /** How the bot took it: the callback's type, after how many milliseconds, ephemeral or not. */
  acknowledged(): Promise<Acknowledgement> {
    return this.#until('an acknowledgement', () => this.interaction.acknowledged ?? undefined);
  }

  /**
   * The message that answers, once it is no longer loading: what the asker reads. For a component that updates its
   * message, that message.
   */
  answer(): Promise<APIMessage> {
    return this.#until('an answer', () => {
      const { acknowledged, originalId } = this.interaction;
      if (acknowledged?.type === 8 || acknowledged?.type === 9)
        throw new Error(`answered with callback ${acknowledged.type}, which is no message`);
      const message = this.#outside.world.messages.get(originalId ?? '');
      if (!message) return undefined;
      if (message.deleted) throw new Error('the answer was deleted');
      if (isLoading(message)) return undefined;
      // A deferred update is answered by the edit that follows it.
      if (acknowledged?.type === 6 && !this.#editedSince(message)) return undefined;
      return this.#shown(message);
    });
  }

  /** The n-th message after the answer, counted from 1. */
  followUp(n = 1): Promise<APIMessage> {
    return this.#until(`follow-up ${n}`, () => {
      const message = this.#outside.world.messages.get(this.interaction.followUpIds[n - 1] ?? '');
      return message && this.#shown(message);
    });
  }

  /** The window the bot opened, as it was sent. */
  modal(): Promise<Json> {
    return this.#until('a modal', () => {
      if (this.interaction.acknowledged && !this.interaction.modal)
        throw new Error('answered, but not with a modal');
      return this.interaction.modal ?? undefined;
    });
  }

  choices(): Promise<readonly Choice[]> {
    return this.#until('choices', () => this.interaction.choices ?? undefined);
  }

  /** Answer and follow-ups as they stand now, without deleted ones. */
  messages(): readonly APIMessage[] {
    const ids = [this.interaction.originalId, ...this.interaction.followUpIds];
    return ids.flatMap((id) => {
      const message = id === null ? undefined : this.#outside.world.messages.get(id);
      return message && !message.deleted ? this.#shown(message) : [];
    });
  }

  /** Whether the client shows "The application did not respond". */
  get failed(): boolean {
    const age = this.#outside.world.clock().getTime() - this.interaction.createdAt.getTime();
    return this.interaction.acknowledged === null && age > 3000;
  }

  #editedSince(message: Message): boolean {
    const { acknowledged, createdAt } = this.interaction;
    const taken = createdAt.getTime() + (acknowledged?.after ?? 0);
    return (
      message.editedAt !== null &&
      message.editedAt.getTime() >= taken &&
      message.earlier.length > this.#edits
    );
  }

  readonly #editsBefore = new Map<string, number>();

  get #edits(): number {
    return this.#editsBefore.get(this.interaction.sourceMessageId ?? '') ?? 0;
  }

  /** Remembers how often the source had been edited when it was used, so that an older edit is not taken for an answer. */
  remember(message: Message): this {
    this.#editsBefore.set(message.id, message.earlier.length);
    return this;
  }

  #shown(message: Message): APIMessage {
    return messagePayload(this.#outside.world, message) as unknown as APIMessage;
  }

  async #until<T>(what: string, look: () => T | undefined): Promise<T> {
    if (!this.interaction.delivered)
      throw new Error('The application did not respond: nobody is connected to the gateway');
    return this.#outside.waiting.until(what, look);
  }
}
