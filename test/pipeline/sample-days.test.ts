import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { PLAIN, renderTerminal } from '../../src/chat/terminal/render.ts';
import { loadConfig } from '../../src/config/load.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import type { LeftOut } from '../../src/news/delivery.ts';
import { readItems, type ShownItem } from '../../src/pipeline/edit-items.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { serveNewsroom } from '../../src/sample/serve-newsroom.ts';
import { asker } from '../support/answering.ts';
import { scriptedPoster } from '../support/posting.ts';
import { HOME } from '../support/program.ts';

const ORIGIN = new Date('2026-03-02T08:30:00Z');
const BEAT_MS = 30 * MINUTE;
const MORNINGS = 5;
const GUILD = 'guild-1';

/** An edition as its channel got it. */
type Got = {
  readonly place: string;
  readonly slot: string;
  readonly postedAt: Date;
  readonly items: readonly ShownItem[];
  readonly leftOut: readonly LeftOut[];
  /** What `/news why #n` said of each story it left out, asked in the channel then. */
  readonly why: readonly string[];
};

type Days = {
  readonly got: readonly Got[];
  readonly muted: number;
  readonly posts: number;
  readonly asked: readonly string[];
};

/** Five days of the sample newsroom, read, published, posted and edited by the program itself, a beat each quarter. */
async function fiveDays(): Promise<Days> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-days-'));
  let now = ORIGIN;
  const clock = () => now;
  const served = await serveNewsroom(loadNewsroom(join(HOME, 'config/sample')), {
    clock,
    origin: ORIGIN,
  });
  const shipped = loadConfig({});
  const config = {
    ...shipped,
    zone: 'UTC',
    dataDir: folder,
    ingest: { ...shipped.ingest, shortestMs: BEAT_MS, longestMs: 15 * MINUTE },
  };
  const app = await openApp(config, { clock, log: silentLog, sample: served });
  const { poster, standing, asked } = scriptedPoster();
  const platform: Platform = {
    ...poster,
    serve: async () => {},
    check: async () => [],
    checkPlace: async () => ({ what: 'it', remedy: null }),
  };
  app.bringTo(platform);
  const signal = new AbortController().signal;
  const say = async (line: string, channel: string): Promise<string> => {
    const who = asker({ tenant: GUILD, channel, isManager: true });
    const answer: Message = await app.answering.prepare({ kind: 'line', line }, who).answer();
    expect(answer.trouble, `${line}: ${renderTerminal(answer, PLAIN)}`).toBe(false);
    return renderTerminal(answer, PLAIN);
  };

  await app.refresh({ signal });
  await say('/news subscribe at 09:00', 'morning');
  await say('/news subscribe at 06:00 quiet:22:00-07:00', 'quiet');
  await say('/news subscribe at 09:00 top 20', 'muted');
  const ferry = await app.db
    .selectFrom('stories')
    .selectAll()
    .where('title', 'like', '%ferry%')
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow();
  const got: Got[] = [];
  const seen = new Set<number>();
  for (let beat = 1; now.getTime() < ORIGIN.getTime() + MORNINGS * DAY; beat += 1) {
    now = new Date(ORIGIN.getTime() + beat * BEAT_MS);
    await app.refresh({ signal });
    await app.publish(signal);
    await app.deliver(platform, signal);
    await app.tend(platform, signal);
    const rows = await app.db
      .selectFrom('deliveries')
      .innerJoin('editions', 'editions.id', 'edition_id')
      .innerJoin('channels', 'channels.id', 'deliveries.channel_id')
      .select(['deliveries.id', 'place', 'slot', 'sent_at', 'items', 'left_out'])
      .where('deliveries.state', '=', 'sent')
      .orderBy('deliveries.id')
      .execute();
    for (const row of rows.filter(({ id }) => !seen.has(id))) {
      seen.add(row.id);
      const leftOut = JSON.parse(row.left_out) as LeftOut[];
      const why: string[] = [];
      if (row.place === 'morning') {
        for (const { story } of leftOut) why.push(await say(`/news why #${story}`, row.place));
      }
      const { items } = readItems(row.items ?? '{"items":[]}');
      got.push({ ...row, postedAt: new Date(row.sent_at ?? 0), items, leftOut, why });
    }
    // Once it was told of the strike, one channel wants to hear no more of it.
    if (now.getTime() === ORIGIN.getTime() + HOUR) await say(`/news mute #${ferry.id}`, 'muted');
  }
  await app.close();
  await served.close();
  rmSync(folder, { recursive: true });
  return { got, muted: ferry.id, posts: standing.length, asked };
}

let days: Days;
beforeAll(async () => {
  days = await fiveDays();
}, 300_000);

const of = (place: string) => days.got.filter((one) => one.place === place);
const sentencesOf = ({ lede, bullets }: ShownItem) =>
  [lede, ...bullets].map(({ text }) => text).filter(Boolean);

describe('five days of the sample newsroom', () => {
  test('bring each channel one post a morning, and what goes on is edited into it', () => {
    const dates = ['02', '03', '04', '05', '06', '07'].map((day) => `2026-03-${day}`);
    expect(of('morning').map(({ slot }) => slot)).toEqual(
      dates.slice(0, MORNINGS).map((date) => `${date}T09:00 UTC`),
    );
    expect(of('quiet').map(({ slot }) => slot)).toEqual(
      dates.slice(1).map((date) => `${date}T06:00 UTC`),
    );
    expect(days.posts).toBe(days.got.length);
    expect(days.asked.filter((one) => one.startsWith('post'))).toHaveLength(days.posts);
    expect(days.asked.filter((one) => one.startsWith('edit')).length).toBeGreaterThan(MORNINGS);
  });

  test.for(['morning', 'quiet', 'muted'])('tell channel %s each thing once', (place) => {
    const stories = new Set<number>();
    const told = new Set<string>();
    let updates = 0;
    for (const { items, slot } of of(place)) {
      expect(items.length, slot).toBeGreaterThan(0);
      for (const item of items) {
        const about = `${slot}: ${item.headline}`;
        expect(stories.has(item.story), about).toBe(item.kind === 'update');
        if (item.kind === 'new') {
          expect(
            sentencesOf(item).filter((one) => told.has(one)),
            about,
          ).toEqual([]);
          continue;
        }
        updates += 1;
        expect(item.whatChanged, about).not.toBeNull();
        const again = [...told].filter((one) => item.whatChanged?.includes(one));
        expect(again, about).toEqual([]);
      }
      for (const item of items) {
        stories.add(item.story);
        for (const sentence of sentencesOf(item)) told.add(sentence);
      }
    }
    expect(updates).toBeGreaterThan(MORNINGS);
    expect(stories.size).toBeGreaterThan(15);
  });

  test('what falls into quiet hours comes when they are over', () => {
    for (const { slot, postedAt } of of('quiet')) {
      expect(postedAt.toISOString()).toBe(`${slot.slice(0, 10)}T07:00:00.000Z`);
    }
  });

  test('a muted story comes no more, and elsewhere it goes on', () => {
    const [first, ...later] = of('muted');
    expect(first?.items.map(({ story }) => story)).toContain(days.muted);
    const again = later.flatMap(({ items }) => items.filter(({ story }) => story === days.muted));
    expect(again).toEqual([]);
    const why = later.flatMap(({ leftOut }) => leftOut.filter(({ story }) => story === days.muted));
    expect(new Set(why.map((one) => one.why))).toEqual(new Set(['muted']));
    const elsewhere = of('morning').flatMap(({ items }) => items);
    const updates = elsewhere.filter(
      ({ story, kind }) => story === days.muted && kind === 'update',
    );
    expect(updates.length).toBeGreaterThan(1);
  });

  test('of each story that was left out, why says so in that channel', () => {
    for (const { slot, leftOut, why } of of('morning')) {
      expect(leftOut.length, slot).toBeGreaterThan(0);
      for (const [i, { story }] of leftOut.entries()) {
        expect(why[i]).toContain(`(#${story}, `);
        expect(why[i]).toMatch(
          new RegExp(`In this channel[^]*${slot.replace('T', ' ')} · #\\d+ · left out: [a-z]`),
        );
      }
    }
  });
});
