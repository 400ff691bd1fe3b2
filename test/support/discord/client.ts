import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { createFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from './server.ts';

/** A clock that moves only when a test says so. */
export function movableClock(start = Date.parse('2030-01-01T12:00:00Z')) {
  let now = start;
  return {
    clock: () => new Date(now),
    advance(ms: number): void {
      now += ms;
    },
  };
}

/** Ends what tests open, the last first: call `end` after each test. */
export class Openings {
  readonly #open: (() => Promise<unknown>)[] = [];

  async fake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const fake = await createFakeDiscord(options);
    this.#open.push(() => fake.close());
    return fake;
  }

  /** The real client, pointed at the fake and not yet logged in. It sends nothing twice by itself. */
  client(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      ...options,
      rest: { api: fake.url, version: '10', retries: 0, ...options.rest },
    });
    // Without a listener an error event would end the process.
    client.on(Events.Error, () => {});
    this.#open.push(() => client.destroy());
    return client;
  }

  async connected(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
    const client = this.client(fake, options);
    const ready = new Promise<Client<true>>((done) => client.once(Events.ClientReady, done));
    await client.login(fake.token);
    return ready;
  }

  async end(): Promise<void> {
    for (const close of this.#open.splice(0).reverse()) await close();
  }
}

export function heard(client: Client): Promise<Interaction> {
  return new Promise((done) => client.once(Events.InteractionCreate, done));
}

export async function heardCommand(client: Client): Promise<ChatInputCommandInteraction> {
  const interaction = await heard(client);
  if (!interaction.isChatInputCommand()) throw new Error('expected a command');
  return interaction;
}

/** The code of what a call was refused with; `accepted` if it was not. */
export async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'accepted',
    (error: { code?: unknown; message: string }) => error.code ?? error.message,
  );
}
