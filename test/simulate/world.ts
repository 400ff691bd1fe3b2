import { subscribe } from '../../src/desk/subscribe.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import type { Wish } from '../../src/news/subscription.ts';
import { channelAt } from '../../src/store/channels.ts';
import type { Db } from '../../src/store/schema.ts';
import { arrive, wish } from '../support/newsroom.ts';
import { type Findings, problemsOf, type Subscribed } from './laws.ts';
import { simulatedPlatform } from './platform.ts';
import { type Course, type Program, program } from './program.ts';
import { type Random, seeded } from './random.ts';
import { sharedStore } from './shared-store.ts';
import { timeline } from './timeline.ts';
import { inventor, sentenceOf } from './words.ts';

// The weekend on which Europe puts its clocks forward.
const START = Date.parse('2026-03-28T06:00:00Z');
const LENGTH = 40 * HOUR;
// Afterwards nothing goes wrong any more, and everything that is due must come to its end. It is day everywhere then, so
// that quiet hours hold nothing back.
const CALM = 16 * HOUR;

export type Outcome = Findings & {
  readonly posts: number;
  readonly edits: number;
  readonly deaths: number;
  readonly editions: number;
};

/**
 * One course of the world: a few channels and stories, one or two programs that die and start again, a platform that
 * loses and delays, a clock that may be put. Everything follows from the seed.
 */
export async function simulate(seed: number): Promise<Outcome> {
  const random = seeded(seed);
  const time = timeline(START);
  const store = await sharedStore();
  const platform = simulatedPlatform(random, time, random.pick([0, 0.05, 0.2, 0.5]));
  // A clock that is put while two programs run, or while a request hangs, is more than any lease can know of.
  const twoPrograms = random.chance(0.4);
  const clockJumps = !twoPrograms && random.chance(0.2);
  let skew = 0;
  let keys = 0;
  const course: Course = {
    time,
    store,
    platform,
    random,
    clock: () => new Date(time.now() + skew),
    newKey: () => `${seed}-${keys++}`,
  };
  // The hand of the world itself writes without faults.
  const { db } = store.open(async () => time.stir());
  // Two programs that make editions for one channel at the same moment must not tell it the same twice.
  const crowded = twoPrograms && random.chance(0.5);
  const subscribed = await subscribeSome(db, random, crowded);
  const arrivals = planNews(db, course, random);
  planEnds(course, subscribed);
  planErasures(db, course);
  if (clockJumps) {
    for (let i = random.between(1, 3); i > 0; i -= 1) {
      time.at(START + random.between(0, LENGTH), () => {
        skew = random.pick([-HOUR, -10 * MINUTE, 0, 5 * MINUTE, HOUR, 3 * HOUR]);
      });
    }
    time.at(START + LENGTH, () => {
      skew = 0;
    });
  }
  const lives: Program[] = [];
  const seats = twoPrograms ? 2 : 1;
  for (let seat = 0; seat < seats; seat += 1) keepAlive(course, lives, crowded);
  await time.runUntil(START + LENGTH);
  const deaths = lives.filter((one) => !one.isAlive()).length;
  platform.calm();
  for (const one of lives) one.kill();
  lives.push(program(course, { dies: Number.POSITIVE_INFINITY, beatMs: 30 * MINUTE, stalls: 0 }));
  await time.runUntil(START + LENGTH + CALM);
  lives.at(-1)?.kill();
  const survey = { db, platform, lives, subscribed, arrivals: await Promise.all(arrivals) };
  const findings = await problemsOf(survey, { from: START, until: time.now(), clockJumps });
  const editions = await db.selectFrom('editions').select('id').execute();
  store.close();
  return {
    ...findings,
    posts: platform.posted.length,
    edits: platform.posted.reduce((sum, { edits }) => sum + edits.length, 0),
    deaths,
    editions: editions.length,
  };
}

const TIMES = ['00:15', '02:30', '06:45', '08:30', '12:00', '17:30', '20:00', '23:45'] as const;

async function subscribeSome(db: Db, random: Random, crowded: boolean): Promise<Subscribed[]> {
  const subscribed: Subscribed[] = [];
  for (let i = crowded ? 5 : random.between(1, 4); i > 0; i -= 1) {
    const tenant = crowded ? 'guild-1' : `guild-${random.between(1, 2)}`;
    const place = crowded ? 'guild-1-1' : `${tenant}-${random.between(1, 2)}`;
    // Now and then somebody looks every quarter of an hour, whatever else the channel gets.
    const follows = !crowded && i > 1 && random.chance(0.3);
    const about: Partial<Wish> = {
      kind: follows ? 'follow' : 'digest',
      zone: crowded ? 'UTC' : random.pick(['UTC', 'Europe/Berlin', 'America/New_York']),
      schedule: {
        times: crowded
          ? TIMES
          : [...new Set([random.pick(TIMES), random.pick(TIMES), random.pick(TIMES)])],
        days: [1, 2, 3, 4, 5, 6, 7],
        everyMinutes: follows ? 15 : null,
      },
      stories: 50,
      quiet: random.chance(0.3) ? { from: '22:00', to: random.pick(['02:30', '07:00']) } : null,
      whenEmpty: random.pick(['silence', 'line']),
    };
    const channel = await channelAt(db, tenant, { platform: 'simulated', place });
    const asked = wish(about);
    const now = new Date(START);
    const id = await subscribe(db, tenant, { channel: channel.id, wish: asked, now });
    subscribed.push({ id, tenant, place, channel: channel.id, wish: asked });
  }
  return subscribed;
}

/** Stories come at any time and some of them grow: with something new to say, or with a mere copy. */
function planNews(db: Db, { time, clock }: Course, random: Random): Promise<number>[] {
  const invent = inventor(random);
  return Array.from({ length: random.between(2, 9) }, () => {
    const place = invent();
    const about = {
      title: `${invent()} of ${place} begins ${invent().toLowerCase()}`,
      text: `${sentenceOf(place, invent, random)} ${sentenceOf(place, invent, random)}`,
    };
    return new Promise<number>((come) => {
      time.at(START + random.between(0, LENGTH - 8 * HOUR), async () => {
        const story = await arrive(db, clock(), about);
        come(story);
        for (let i = random.between(0, 2); i > 0; i -= 1) {
          const copy = random.chance(0.4);
          const more = copy
            ? { ...about, outlet: invent(), copyOf: null }
            : {
                title: `${invent()} in ${place}`,
                outlet: invent(),
                text: sentenceOf(place, invent, random),
              };
          time.at(time.now() + random.between(MINUTE, 8 * HOUR), () => {
            void arrive(db, clock(), { ...more, story });
          });
        }
      });
    });
  });
}

/** Now and then a channel is deleted, or a tenant takes our access away. */
function planEnds({ time, platform, random }: Course, subscribed: readonly Subscribed[]): void {
  const one = random.pick(subscribed);
  const moment = START + random.between(0, LENGTH);
  if (random.chance(0.15)) time.at(moment, () => platform.remove(one.place));
  else if (random.chance(0.05)) time.at(moment, () => platform.revoke(one.tenant));
}

/** Somebody deletes messages that Crier knows to stand: no program could tell the others from messages never posted. */
function planErasures(db: Db, { time, platform, random }: Course): void {
  for (let i = random.between(0, 3); i > 0; i -= 1) {
    time.at(START + random.between(0, LENGTH), async () => {
      const sent = await db
        .selectFrom('deliveries')
        .select('sent_id')
        .where('state', '=', 'sent')
        .execute();
      const id = sent.length > 0 ? random.pick(sent).sent_id : null;
      if (id !== null) platform.erase(id);
    });
  }
}

/** One program after the other in one seat: killed at some step, started again after a while. */
function keepAlive(course: Course, lives: Program[], crowded: boolean): void {
  const { time, random } = course;
  const end = START + LENGTH;
  const start = () => {
    if (time.now() >= end) return;
    const life = program(course, {
      dies: random.chance(crowded ? 0.3 : 0.8) ? random.between(1, 400) : random.between(1, 4_000),
      beatMs: random.pick([5, 15, 15, 30]) * MINUTE,
      stalls: crowded ? 0.02 : random.pick([0, 0, 0.002, 0.02]),
    });
    lives.push(life);
    const look = () => {
      if (life.isAlive()) time.at(time.now() + 30_000, look);
      else time.at(time.now() + pauseOf(random), start);
    };
    look();
  };
  start();
}

function pauseOf(random: Random): number {
  if (random.chance(0.6)) return random.between(0, 90_000);
  if (random.chance(0.7)) return random.between(MINUTE, HOUR);
  return random.between(HOUR, DAY / 2);
}
