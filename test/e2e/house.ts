import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { type Clock, MINUTE, SECOND } from '../../src/lib/clock.ts';
import { databaseFile } from '../../src/store/open.ts';
import { type ProgramTime, REAL_TIME } from '../support/fake-time.ts';
import { bothPlatforms } from '../support/platforms.ts';
import { PAGES_FILLED } from '../support/press.ts';
import { ended, launch } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

/** Waits in real time until there is something; `seconds` are long because machines may be slow. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 90,
): Promise<T> {
  const end = Date.now() + seconds * SECOND;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await sleep(5);
  }
}

/** A folder of settings; times are shown and meant in UTC unless `zone` says. */
export function settingsFolder(about: {
  readonly feed?: string;
  readonly zone?: string;
  readonly speed?: number;
  /** Lines under `model:`. */
  readonly model?: Readonly<Record<string, string | number>>;
}): string {
  const folder = join(temporaryFolder(), 'config');
  mkdirSync(folder);
  const outline = about.feed
    ? `<outline type="rss" text="The Quay Post" xmlUrl="${about.feed}" language="en"/>`
    : '';
  writeFileSync(
    join(folder, 'feeds.opml'),
    `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>${outline}</body></opml>`,
  );
  const model = Object.entries(about.model ?? {}).map(([name, value]) => `  ${name}: ${value}\n`);
  writeFileSync(
    join(folder, 'crier.yaml'),
    `zone: ${about.zone ?? 'UTC'}
log: info
feeds: feeds.opml
ingest:
  shortest: 1m
  longest: 15m
  allow_private: [127.0.0.0/8]
sample:
  speed: ${about.speed ?? 1}
${model.length > 0 ? `model:\n${model.join('')}` : ''}`,
  );
  return folder;
}

/** Both platforms with a channel of each and somebody who may manage; the program runs on one data folder. */
export async function openHouse(options: {
  readonly config: string;
  readonly words?: readonly string[];
  /** What the platforms go by; the real time, since they wait in real time for an answer. */
  readonly clock?: Clock;
}) {
  const both = await bothPlatforms(options.clock ? { clock: options.clock } : {});
  onTestFinished(() => both.close());
  const { discord, slack } = both;
  const data = temporaryFolder();
  const guild = discord.world.guilds.get(both.channel.guildId ?? '');
  if (!guild) throw new Error('the channel has no guild');
  const owner = discord.user(guild.ownerId);
  const words = ['start', ...(options.words ?? []), '--config', options.config, '--data', data];

  return {
    ...both,
    guild,
    data,
    /** May manage on Discord; on Slack `onSlack` may. */
    owner,
    /** The program as a process of its own, once it is online on both. */
    async start(time: ProgramTime = REAL_TIME) {
      const identified = discord.gateway.sessions.length;
      const child = launch(words, { environment: { ...both.environment, ...time.environment() } });
      const end = ended(child);
      const gone = end.then(({ err }) => {
        throw new Error(`the program ended: ${err.slice(-2_000)}`);
      });
      gone.catch(() => {});
      await Promise.race([
        gone,
        eventually('both platforms', () => {
          const isOnDiscord = discord.gateway.sessions.length > identified;
          return (
            isOnDiscord && discord.world.commands.size > 0 && slack.socket.connections().length > 0
          );
        }),
      ]);
      return {
        end,
        async kill() {
          child.kill('SIGKILL');
          await end;
        },
        async stop() {
          child.kill('SIGTERM');
          return await end;
        },
      };
    },
    /** What the program did that it should not have, on both. */
    troubles(): readonly string[] {
      return [
        // A busy machine may take an interaction on a second time: the first answer came too late to be heard.
        ...discord.troubles().filter((one) => !one.includes('already been acknowledged')),
        ...discord.everyMention().map((one) => `pinged ${JSON.stringify(one)}`),
        ...slack.violations.map((one) => JSON.stringify(one)),
      ];
    },
    /** Posts of the bot in a channel of Discord that are no answers to a command. */
    posts(channel = both.channel) {
      return [...discord.world.messages.values()].filter(
        (one) =>
          one.channelId === channel.id &&
          one.author.id === discord.world.bot.id &&
          one.interaction === null &&
          !one.deleted,
      );
    },
    /** The same on Slack: what carries a delivery's key. */
    slackPosts(channel = 'news') {
      return slack
        .messages(channel)
        .filter((one) => one.author === slack.botUser && isKeyed(one.metadata));
    },
    /** Reads the program's database through a connection of its own; null while there is none. */
    rows<T>(sql: string): T[] {
      try {
        const db = new DatabaseSync(databaseFile(data), { readOnly: true, timeout: 2_000 });
        try {
          return db.prepare(sql).all() as T[];
        } finally {
          db.close();
        }
      } catch {
        // The file is not there yet, or is just being made.
        return [];
      }
    },
    /** Writes to it, as another program on the same folder might. */
    write(sql: string): void {
      const db = new DatabaseSync(databaseFile(data), { timeout: 5_000 });
      try {
        db.exec(sql);
      } finally {
        db.close();
      }
    },
  };
}

const isKeyed = (metadata: unknown): boolean =>
  typeof (metadata as { event_payload?: { key?: unknown } } | null)?.event_payload?.key ===
  'string';

/** Subscribes a channel of each platform to everything but what fills the press's pages, at the times named. */
export async function subscribeBoth(
  { owner, channel, onSlack }: House,
  at: string,
  zone = 'UTC',
  where: { readonly channel?: House['channel']; readonly slackChannel?: string } = {},
): Promise<void> {
  const options = { at, tz: zone, mute: PAGES_FILLED };
  const onDiscord = owner.slash('/news-admin subscribe', options, {
    channel: where.channel ?? channel,
  });
  expect(JSON.stringify(await onDiscord.answer())).toContain('subscribed');
  const line = `subscribe at ${at} tz ${zone} -mute:"${PAGES_FILLED}"`;
  const there = await onSlack.slash('/news', line, { channel: where.slackChannel ?? 'news' });
  expect(JSON.stringify(await there.answer({ timeoutMs: 30_000 }))).toContain('subscribed');
}

/** Asks until the answer holds these words: what the platform says too late now and then is asked for again. */
export async function answeredWith(words: string, ask: () => Promise<object>): Promise<void> {
  let said = '';
  for (let tries = 0; tries < 5; tries += 1) {
    said = JSON.stringify(await ask());
    if (said.includes(words)) return;
    await sleep(500);
  }
  throw new Error(`never answered with "${words}" but with ${said}`);
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The minutes that begin after `clock()`, as a schedule takes them, `HH:MM` in UTC. */
export function minutesToCome({ clock }: ProgramTime, count: number): string {
  const first = Math.floor(clock().getTime() / MINUTE) * MINUTE + MINUTE;
  return Array.from({ length: count }, (_, i) =>
    new Date(first + i * MINUTE).toISOString().slice(11, 16),
  ).join(',');
}

/** Waits so long by the program's own clock. */
export const pass = (time: ProgramTime, ms: number) => sleep(ms / time.speed);
