import { beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../src/lib/clock.ts';
import { channelAt, channelsOf } from '../../../src/store/channels.ts';
import { addFeed } from '../../../src/store/feeds.ts';
import { knownTenants, leftBefore } from '../../../src/store/tenants.ts';
import { readDescription } from './description.ts';
import { closedRoom, goOnline, NOW, type Room } from './newsroom.ts';

beforeAll(readDescription);

const LEFT = 'discord:100000000000000001';
const FED = 'discord:100000000000000002';
const OTHERS = ['discord:dm:100000000000000003', 'slack:T1'];
const LATER = new Date(NOW.getTime() + MINUTE);

const left = async ({ db }: Room) => (await leftBefore(db, LATER)).sort();

async function until(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((done) => setTimeout(done, 10));
}

/** Places of which something is kept. */
async function room() {
  const at = await closedRoom();
  const here = `discord:${at.guild.id}`;
  const closed = at.fake.build.guild({ available: false });
  const outage = `discord:${closed.id}`;
  for (const tenant of [LEFT, here, outage, ...OTHERS]) {
    await channelAt(at.db, tenant, { platform: tenant.split(':')[0] ?? '', place: '1' });
  }
  const feed = {
    tenant: FED,
    url: 'https://courier.example/feed',
    outlet: 'The Courier',
    language: null,
    origin: 'added',
  } as const;
  await addFeed(at.db, feed, NOW);
  const isClosed = async (tenant: string) =>
    (await channelsOf(at.db, tenant)).some((one) => one.closed !== null);
  return { ...at, here, outage, isClosed };
}

test('a server that took Crier out while it was offline is left, and nothing else is', async () => {
  const at = await room();
  await goOnline(at);
  await until(async () => (await left(at)).length === 2);
  expect(await left(at)).toEqual([LEFT, FED]);
  expect(await at.isClosed(LEFT)).toBe(true);
  for (const tenant of [at.here, at.outage, ...OTHERS])
    expect(await at.isClosed(tenant)).toBe(false);
  expect((await knownTenants(at.db)).sort()).toEqual([at.here, at.outage, ...OTHERS].sort());
  expect(at.fake.troubles()).toEqual([]);
});

test('a server that is joined says nothing of the others, and one that was left opens again', async () => {
  const at = await room();
  await goOnline(at);
  await until(async () => (await left(at)).length === 2);
  at.fake.build.leave(at.guild);
  at.fake.build.join(at.guild);
  // What is told is worked off in its order: the last of it is there, so all is.
  const last = at.fake.build.guild();
  at.fake.build.leave(last);
  await until(async () => (await left(at)).length === 3);
  expect(await at.isClosed(at.here)).toBe(false);
  expect(await left(at)).toEqual([LEFT, FED, `discord:${last.id}`].sort());
});
