import { onTestFinished } from 'vitest';
import { createDiscord, type Waits } from '../../../src/chat/discord/platform.ts';
import type { Opening } from '../../../src/chat/opening.ts';
import type { Answering } from '../../../src/chat/platform.ts';
import type { ArticleDraft } from '../../../src/ingest/article-draft.ts';
import type { Fields, Log } from '../../../src/lib/log.ts';
import { Secret } from '../../../src/lib/secret.ts';
import { EVERYBODY, type TenantId } from '../../../src/news/tenant.ts';
import { createIntake } from '../../../src/pipeline/take-in.ts';
import type { Db } from '../../../src/store/schema.ts';
import { vaultOf } from '../../../src/store/vault.ts';
import { answeringOver } from '../../support/answering.ts';
import { movableClock } from '../../support/discord/client.ts';
import {
  createFakeDiscord,
  type FakeDiscord,
  type FakeDiscordOptions,
} from '../../support/discord/server.ts';
import { temporaryStore } from '../../support/store.ts';

export const NOW = new Date('2030-01-01T12:00:00Z');
const HOUR = 3_600_000;

type Told = Partial<ArticleDraft> & { readonly tenant?: TenantId };

/** The news that everybody reads here. */
const NEWS: readonly Told[] = [
  {
    url: 'https://courier.example/harbour',
    outlet: 'The Courier',
    title: 'Kelmouth harbour closed after crane falls into the dock',
    text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
  },
  {
    url: 'https://herald.example/crane',
    outlet: 'Herald',
    title: 'Crane falls into dock, Kelmouth harbour closed',
    text: 'A crane fell into the main dock of Kelmouth on Monday and the harbour was closed. “We will lift it before the weekend,” harbour master Ada Quill said. Ferries to Sandrey were sent to Port Oswin instead.',
  },
  {
    url: 'https://courier.example/vote',
    outlet: 'The Courier',
    title: 'Parliament of Norrland votes for longer school holidays',
    text: 'The parliament of Norrland voted on Tuesday for two more weeks of school holidays. “Children need the summer more than we need the marks,” minister Olle Brandt said after the vote. The law takes effect next year.',
  },
  {
    url: 'https://herald.example/kelmouth-bakery',
    outlet: 'Herald',
    title: 'Kelmouth bakery wins the golden rye for its bread',
    text: 'A bakery in Kelmouth has won the golden rye for the best bread of the coast. “We only ever wanted to sell bread that keeps for a week,” baker Ines Harrow said on Sunday.',
  },
];

export type Logged = { readonly level: string; readonly what: string; readonly fields: Fields };

/** A log that a test reads. */
function keptLog(): { log: Log; lines: Logged[] } {
  const lines: Logged[] = [];
  const at =
    (level: string) =>
    (what: string, fields: Fields = {}) =>
      void lines.push({ level, what, fields });
  return {
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    lines,
  };
}

async function takeIn(db: Db, news: readonly Told[]): Promise<void> {
  const intake = createIntake({ db, clock: () => NOW, windowMs: 14 * 24 * HOUR });
  await intake.takeIn(
    news.map(({ tenant = EVERYBODY, ...draft }, i) => ({
      draft: {
        url: `https://courier.example/${i}`,
        title: 'Something happened',
        byline: null,
        publishedAt: new Date(NOW.getTime() - (i + 1) * HOUR),
        language: 'en',
        outlet: 'The Courier',
        text: 'Something happened.',
        ...draft,
      },
      tenant,
      feedId: null,
      keys: [draft.url ?? `https://courier.example/${i}`],
      itemHash: null,
    })),
  );
}

/** The real commands over a real store with some news in it. */
export async function desk(log: Log, news: readonly Told[] = NEWS) {
  const db = await temporaryStore();
  await takeIn(db, news);
  const tryFeed = async () => ({ problem: 'no feed is read in this test' });
  return { db, answering: answeringOver(db, { now: NOW, log, tryFeed }) };
}

export type RoomOptions = {
  readonly fake?: FakeDiscordOptions;
  readonly news?: readonly Told[];
  readonly waits?: Partial<Waits>;
  readonly guild?: boolean;
  readonly sample?: boolean;
  readonly token?: string;
  readonly answering?: (real: Answering) => Answering;
};

/** A fake Discord with a server, people and a channel in it, and Crier, not yet online. */
export async function closedRoom(options: RoomOptions = {}) {
  const time = movableClock(NOW.getTime());
  const fake = await createFakeDiscord({
    clock: time.clock,
    buckets: {
      'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 50, windowMs: 1_000 },
      'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': {
        limit: 50,
        windowMs: 1_000,
      },
    },
    ...options.fake,
  });
  onTestFinished(() => fake.close());
  const { log, lines } = keptLog();
  const { db, answering } = await desk(log, options.news);
  const guild = fake.build.guild({ name: 'newsroom' });
  const channel = fake.build.channel(guild);
  const reader = fake.build.user({ name: 'ada' });
  fake.build.member(guild, reader);
  const manager = fake.build.user({ name: 'grace' });
  fake.build.member(guild, manager, [fake.build.role(guild, { permissions: ['MANAGE_GUILD'] })]);
  const opening: Opening = {
    settings: {
      discord: { guild: options.guild ? guild.id : null },
      slack: {
        commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' },
        managers: [],
      },
    },
    secret: () => undefined,
    variable: (name) => (name === 'CRIER_DISCORD_API_URL' ? fake.url : undefined),
    vault: vaultOf(db),
    sample: options.sample ?? false,
    clock: time.clock,
    log,
  };
  const waits: Waits = { requestMs: 5_000, awayMs: 20_000, closingMs: 500, ...options.waits };
  const make = () => createDiscord(opening, new Secret(options.token ?? fake.token), waits);
  return {
    fake,
    time,
    guild,
    channel,
    reader: fake.user(reader),
    manager: fake.user(manager),
    db,
    lines,
    opening,
    make,
    platform: make(),
    answering: options.answering?.(answering) ?? answering,
  };
}

export type Room = Awaited<ReturnType<typeof closedRoom>>;

/** Brings Crier online and waits until its commands are there; ended with the test at the latest. */
export async function goOnline(room: Room, platform = room.platform) {
  const stop = new AbortController();
  const registered = () => room.lines.filter(({ what }) => what === 'discord commands registered');
  const before = registered().length;
  const serving = platform.serve(room.answering, stop.signal);
  serving.catch(() => {});
  onTestFinished(async () => {
    stop.abort();
    await serving.catch(() => {});
  });
  await Promise.race([serving, soon(() => registered().length > before)]);
  return {
    serving,
    async end() {
      stop.abort();
      await serving;
    },
  };
}

export async function openRoom(options: RoomOptions = {}): Promise<Room> {
  const room = await closedRoom(options);
  await goOnline(room);
  return room;
}

/** Waits for what the fake does not tell of: a line in the log, the end of a request. */
export async function soon(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((done) => setTimeout(done, 5));
}

/** The text of a message as its readers have it before them. */
export function wordsOf(message: FakeMessage): string {
  const embeds = (message.embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  return [message.content, ...embeds].filter(Boolean).join('\n');
}

type FakeMessage = ReturnType<FakeDiscord['messagesIn']>[number];
