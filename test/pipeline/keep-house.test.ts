import { expect, test } from 'vitest';
import { leave } from '../../src/desk/presence.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { type Log, silentLog } from '../../src/lib/log.ts';
import { keepHouse } from '../../src/pipeline/keep-house.ts';
import { crier } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const START = '2026-03-02T08:00:00Z';

/** A store with an article that is kept for 90 days, and a place that was left; the clock has been right for hours. */
async function house() {
  const db = await temporaryStore();
  const at = crier(db, START);
  await at.subscribe('general', {}, 'discord:left');
  const warned: string[] = [];
  const log: Log = { ...silentLog, warn: (message) => warned.push(message) };
  const sweep = () => keepHouse({ db, log }, { now: at.clock(), keepMs: 90 * DAY });
  /** A sweep a minute, or more seldom. */
  async function run(ms: number, step = 10 * MINUTE) {
    for (let gone = 0; gone < ms; gone += step) {
      at.pass(step);
      await sweep();
    }
  }
  await run(3 * HOUR);
  await arrive(db, at.clock(), {});
  await leave(db, 'discord:left', at.clock());
  const held = async () => ({
    articles: (await db.selectFrom('articles').select('id').execute()).length,
    subscriptions: (await db.selectFrom('subscriptions').select('id').execute()).length,
  });
  return { ...at, sweep, run, held, warned };
}

const ALL = { articles: 1, subscriptions: 1 };
const NOTHING = { articles: 0, subscriptions: 0 };

test('while the clock goes on steadily, what is old is forgotten', async () => {
  const { run, held, warned } = await house();
  await run(89 * DAY, 12 * HOUR);
  expect(await held()).toEqual({ articles: 1, subscriptions: 0 });
  await run(2 * DAY, 12 * HOUR);
  expect(await held()).toEqual(NOTHING);
  expect(warned).toEqual([]);
});

test('a clock that is a year ahead for less than an hour deletes nothing, and it is said once', async () => {
  const { at, run, held, warned, sweep } = await house();
  at('2027-03-02T12:00:00Z');
  await sweep();
  await run(50 * MINUTE);
  expect(await held()).toEqual(ALL);
  expect(warned).toHaveLength(1);
  at('2026-03-02T12:51:00Z');
  await run(3 * HOUR);
  expect(await held()).toEqual(ALL);
});

test('a program that was off for a year forgets when it has run for an hour', async () => {
  const { at, run, held, sweep } = await house();
  at('2027-03-02T12:00:00Z');
  await sweep();
  await run(50 * MINUTE);
  expect(await held()).toEqual(ALL);
  await run(10 * MINUTE);
  expect(await held()).toEqual(NOTHING);
});

test('a clock that jumps again and again is not trusted', async () => {
  const { pass, held, sweep } = await house();
  for (let i = 0; i < 50; i += 1) {
    pass(3 * DAY);
    await sweep();
  }
  expect(await held()).toEqual(ALL);
});

test('a store that was never swept waits for an hour', async () => {
  const db = await temporaryStore();
  await arrive(db, new Date(START), {});
  const late = (ms: number) => ({ now: new Date(Date.parse(START) + 365 * DAY + ms), keepMs: DAY });
  const count = async () => (await db.selectFrom('articles').select('id').execute()).length;
  await keepHouse({ db, log: silentLog }, late(0));
  expect(await count()).toBe(1);
  await keepHouse({ db, log: silentLog }, late(HOUR));
  expect(await count()).toBe(0);
});
