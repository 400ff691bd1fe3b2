import { setTimeout as wait } from 'node:timers/promises';
import type { APIInteraction, Client, REST } from 'discord.js';
import { MINUTE, SECOND } from '../../lib/clock.ts';
import type { Opening } from '../opening.ts';
import type { Answering } from '../platform.ts';
import { askerOf, guildOf, guildTenant } from './asker.ts';
import { bodiesOf } from './commands.ts';
import { type Patience, stayConnected } from './connection.ts';
import type { Conversation } from './conversation.ts';
import { converse } from './interactions.ts';
import { type Membership, refusalOf } from './membership.ts';
import { register } from './register.ts';
import type { Access } from './rest.ts';
import { createShares } from './shares.ts';
import { spelledHere } from './spelling.ts';
import { createThreadStory } from './thread-story.ts';
import { troubleOf } from './trouble.ts';
import { createWelcome } from './welcome.ts';

export type Service = Pick<Conversation, 'rest' | 'lines' | 'render'> & {
  readonly membership: Membership;
  readonly opening: Opening;
  readonly access: Access;
  /** Its calls may be repeated: reading, and bringing commands to what they shall be. */
  readonly calm: REST;
  readonly patience: Patience;
};

// What is being answered when the program ends gets this long.
const LAST_ANSWERS = 3 * SECOND;
const LONGEST_PAUSE = MINUTE;
// Where the commands of one server were registered last: they are taken back when that setting changes.
const COMMANDS_GUILD = 'discord:commands-guild';

/** Goes online and answers until `signal`. */
export async function serve(
  service: Service,
  answering: Answering,
  signal: AbortSignal,
): Promise<void> {
  const { opening, access, calm } = service;
  const { log } = access;
  const working = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    const caught = work.catch((error: unknown) =>
      // Not the whole of it: a refused request names its address, which may hold an interaction's token.
      log.error('discord work failed', { ...troubleOf(error) }),
    );
    working.add(caught);
    void caught.finally(() => working.delete(caught));
  };
  let told = Promise.resolve();
  // One after the other: what is told last of a server holds.
  const tellPresence = (tell: () => Promise<void>) => {
    told = told.then(tell, tell);
    track(told);
  };
  let bot: string | undefined;
  const welcome = createWelcome(opening.vault, answering, log);
  const at: Conversation = {
    ...service,
    log,
    answering,
    shares: createShares(opening.clock),
    render: (message, shared, guild) =>
      service.render(spelledHere(message, answering.commands), shared, guild),
    refusal: (interaction) =>
      refusalOf(service.membership, calm, interaction, () => answering.words(askerOf(interaction))),
    threadStory: createThreadStory(calm, () => bot, log),
    welcome: (interaction, say) => welcome.for(interaction, say),
  };
  const hearing = {
    ready(client: Client<true>) {
      bot = client.user.id;
      log.info('discord connected', {
        application: client.application.id,
        name: client.user.username,
        servers: client.guilds.cache.size,
      });
      // Each connection has named its servers by now, those in an outage too: all others were left while we were away.
      const here = client.guilds.cache.map(({ id }) => guildTenant(id));
      tellPresence(() => answering.present(here, (tenant) => guildOf(tenant) !== null));
      track(registerAll(service, answering, client.application.id, signal));
    },
    interaction(told: unknown) {
      if (!signal.aborted) track(converse(at, told as APIInteraction));
    },
    joined(guild: string) {
      log.info('discord server joined', { guild });
      track(welcome.forget(guild));
      tellPresence(() => answering.present([guildTenant(guild)]));
    },
    left(guild: string) {
      log.info('discord server left', { guild });
      track(welcome.forget(guild));
      tellPresence(() => answering.left(guildTenant(guild)));
    },
  };

  for (let failures = 0; !signal.aborted; ) {
    const how = await stayConnected(access, hearing, service.patience, signal);
    if (how === 'ended') break;
    failures = how.wasReady ? 0 : failures + 1;
    const pause = Math.min(SECOND * 2 ** failures, LONGEST_PAUSE);
    log.warn('discord connection was lost', { reason: how.lost, nextTryInMs: pause });
    await wait(pause, undefined, { signal }).catch(() => {});
  }
  await Promise.race([Promise.allSettled(working), wait(LAST_ANSWERS, undefined, { ref: false })]);
}

/** Registers the commands; a failure costs nobody the connection and is tried again. */
async function registerAll(
  { opening, calm, access: { log } }: Service,
  answering: Answering,
  application: string,
  signal: AbortSignal,
): Promise<void> {
  const { guild } = opening.settings.discord;
  for (let pause = 5 * SECOND; !signal.aborted; pause = Math.min(pause * 2, 10 * MINUTE)) {
    try {
      const former = await opening.vault.get(COMMANDS_GUILD);
      if (former !== null && former !== guild) {
        await register(calm, application, [], former);
        await opening.vault.drop(COMMANDS_GUILD);
      }
      if (guild !== null) await opening.vault.put(COMMANDS_GUILD, guild);
      const done = await register(calm, application, bodiesOf(answering.commands), guild);
      // Those for all servers would stand beside them, each command twice.
      if (guild !== null) await register(calm, application, [], null);
      log.info('discord commands registered', { guild, ...done });
      return;
    } catch (error) {
      const trouble = troubleOf(error);
      log.error('discord commands were not registered', { guild, ...trouble });
      // What Discord refuses today it refuses in a minute.
      if (trouble.kind === 'refused') return;
      await wait(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}
