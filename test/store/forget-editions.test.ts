import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { editionsOf } from '../../src/store/editions.ts';
import { forgetEditions } from '../../src/store/forget-editions.ts';
import { crier } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

async function threeDays() {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z');
  const here = await at.subscribe('general');
  await arrive(db, at.at('2026-03-02T08:10:00Z'), {});
  for (const day of ['02', '03', '04']) {
    at.at(`2026-03-${day}T08:30:00Z`);
    await at.publish();
    await at.deliver();
  }
  const states = async () =>
    (await editionsOf(db, here.tenant, { channel: here.channel, limit: 99 })).map(
      ({ state }) => state,
    );
  return { db, ...at, states };
}

test('slots that brought nothing are forgotten after two weeks, what was told is not', async () => {
  const { db, at, states, publish } = await threeDays();
  const now = at('2026-03-18T08:00:00Z');
  expect(await forgetEditions(db, now)).toBe(false);
  expect(await states()).toEqual(['empty', 'made']);
  await forgetEditions(db, new Date(now.getTime() + 5 * DAY));
  expect(await states()).toEqual(['made']);
  at('2026-03-18T08:30:00Z');
  await publish();
  expect((await states())[0]).toBe('empty');
});

test('after four hundred days an edition is forgotten with its posts and what it told', async () => {
  const { db } = await threeDays();
  const made = Date.parse('2026-03-02T08:30:00Z');
  await forgetEditions(db, new Date(made + 400 * DAY - HOUR));
  expect(await db.selectFrom('told').selectAll().execute()).toHaveLength(1);
  await forgetEditions(db, new Date(made + 400 * DAY + HOUR));
  for (const table of ['editions', 'deliveries', 'told'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});

test('what is still on its way is not forgotten', async () => {
  const db = await temporaryStore();
  const { at, subscribe, publish } = crier(db, '2026-03-02T08:00:00Z');
  await subscribe('general');
  await arrive(db, at('2026-03-02T08:10:00Z'), {});
  at('2026-03-02T08:30:00Z');
  await publish();
  await forgetEditions(db, at('2028-03-02T08:30:00Z'));
  expect(await db.selectFrom('deliveries').selectAll().execute()).toHaveLength(1);
});
