import { describe, expect, test } from 'vitest';
import { postsOf } from '../../src/commands/show/posts.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { forgetOld } from '../../src/pipeline/forget-old.ts';
import { publish, type Show } from '../../src/pipeline/publish.ts';
import { channelsOf } from '../../src/store/channels.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { answeringOver, NOW } from '../support/answering.ts';
import { scriptedPoster } from '../support/posting.ts';
import { ada, place, TENANT } from './place.ts';

const ELSEWHERE = 'discord:100000000000000009';
const later = (ms: number) => new Date(NOW.getTime() + ms);

type Db = Awaited<ReturnType<typeof place>>['db'];

async function subscribedPlaces() {
  const at = await place();
  const other = { ...ada, tenant: ELSEWHERE, channel: '59' };
  await at.say('/news subscribe at 09:00 mute:golf');
  await at.say('/news follow crane');
  await at.say('/news mute football');
  await at.say('/news settings tz:Asia/Tokyo');
  await at.say('/news feed add https://other.example/feed', other);
  await at.say('/news subscribe at 09:00', other);
  const { poster, standing } = scriptedPoster();
  let keys = 0;
  /** Lets everything that is due at a moment happen. */
  async function beat(now: Date) {
    const clock = () => now;
    const show: Show = (edition, subscription) =>
      postsOf(edition, subscription, {
        db: at.db,
        tenant: TENANT,
        packs: [],
        language: 'en',
        translating: null,
        fits: () => true,
      });
    await publish({
      db: at.db,
      clock,
      log: silentLog,
      newKey: () => `key-${keys++}`,
      show,
    });
    await deliver({ db: at.db, clock, log: silentLog, poster, show });
  }
  return { ...at, other, standing, beat };
}

const rowsOf = async (db: Db) => ({
  subscriptions: await subscriptionsOf(db, TENANT),
  mutes: await db.selectFrom('mutes').selectAll().where('tenant', '=', TENANT).execute(),
  audit: await db.selectFrom('audit').selectAll().where('tenant', '=', TENANT).execute(),
  settings: await db
    .selectFrom('tenants')
    .select(['zone', 'language'])
    .where('tenant', '=', TENANT)
    .execute(),
});

describe('a place that Crier is taken out of', () => {
  test('gets nothing any more, while others get theirs', async () => {
    const { answering, standing, beat } = await subscribedPlaces();
    await answering.left(TENANT);
    await beat(later(HOUR));
    expect(standing.map(({ tenant }) => tenant)).toEqual([ELSEWHERE]);
  });

  test('and put back into loses nothing, and gets its digests again', async () => {
    const { db, answering, say, standing, beat } = await subscribedPlaces();
    const before = await rowsOf(db);
    await answering.left(TENANT);
    await beat(later(HOUR));
    await answering.present([ELSEWHERE]);
    expect((await channelsOf(db, TENANT)).every(({ closed }) => closed !== null)).toBe(true);
    await answering.present([TENANT, ELSEWHERE]);
    expect(await rowsOf(db)).toEqual(before);
    expect((await channelsOf(db, TENANT)).every(({ closed }) => closed === null)).toBe(true);
    expect((await say('/news list')).words).not.toContain('I cannot post there');
    await beat(later(25 * HOUR));
    expect(standing.filter(({ tenant }) => tenant === TENANT)).toHaveLength(1);
  });

  test('is told of as often as a platform likes: the first time counts', async () => {
    const { db } = await subscribedPlaces();
    await answeringOver(db).left(TENANT);
    await answeringOver(db, { now: later(20 * DAY) }).left(TENANT);
    await forgetOld(db, { now: later(31 * DAY), before: later(-90 * DAY) });
    expect(await subscriptionsOf(db, TENANT)).toEqual([]);
  });

  test('is forgotten a month later and no day before, and nothing of others with it', async () => {
    const { db, answering } = await subscribedPlaces();
    const before = await rowsOf(db);
    const theirs = await subscriptionsOf(db, ELSEWHERE);
    await answering.left(TENANT);
    await forgetOld(db, { now: later(30 * DAY), before: later(-90 * DAY) });
    expect(await rowsOf(db)).toEqual(before);
    await forgetOld(db, { now: later(30 * DAY + 1), before: later(-90 * DAY) });
    expect(await rowsOf(db)).toEqual({ subscriptions: [], mutes: [], audit: [], settings: [] });
    expect(await subscriptionsOf(db, ELSEWHERE)).toEqual(theirs);
    expect(theirs).toHaveLength(1);
  });

  test('and come back to in time is not forgotten', async () => {
    const { db, answering } = await subscribedPlaces();
    await answering.left(TENANT);
    await answering.present([TENANT]);
    await forgetOld(db, { now: later(60 * DAY), before: later(-90 * DAY) });
    expect(await subscriptionsOf(db, TENANT)).toHaveLength(2);
  });

  test('of which nothing was ever kept may be left and found again', async () => {
    const { answering } = await subscribedPlaces();
    await answering.left('slack:T0NOBODY');
    await answering.present(['slack:T0NOBODY', 'slack:T0OTHER']);
    await answering.left('slack:T0NOBODY');
  });
});
