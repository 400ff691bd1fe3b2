import { describe, expect, test } from 'vitest';
import { type Clock, MINUTE } from '../../src/lib/clock.ts';
import { FAKETIME, fakeTime, type ProgramTime } from '../support/fake-time.ts';
import { EVENTS, openPress } from '../support/press.ts';
import { eventually, openHouse, pass, settingsFolder, subscribeBoth } from './house.ts';

// A minute of the night in a second: only what the program waits for shrinks with it, not what it does.
const SPEED = 60;
const ZONE = 'Europe/Berlin';

/** What was posted for one slot; instants are UTC. */
type Came = { readonly slot: string; readonly at: string };

type Night = {
  readonly name: string;
  /** The instants at which the program is on its way, and what comes of each. */
  readonly spans: readonly {
    /** Somebody prints an article, and it is read, at the pace of people. */
    readonly before: string;
    readonly from: string;
    readonly until: string;
    readonly came: readonly Came[];
  }[];
};

const NIGHTS: readonly Night[] = [
  {
    name: 'in spring half past two does not come, so its digest comes at three',
    spans: [
      {
        before: '2027-03-27T13:00:00Z',
        from: '2027-03-28T00:45:00Z',
        // Until after half past three, summer time.
        until: '2027-03-28T01:33:00Z',
        came: [{ slot: '2027-03-28T02:30', at: '2027-03-28T01:00' }],
      },
      {
        before: '2027-03-28T05:00:00Z',
        from: '2027-03-28T06:15:00Z',
        until: '2027-03-28T06:33:00Z',
        came: [{ slot: '2027-03-28T08:30', at: '2027-03-28T06:30' }],
      },
    ],
  },
  {
    name: 'in autumn half past two comes twice, and its digest the first time',
    spans: [
      {
        before: '2026-10-24T13:00:00Z',
        from: '2026-10-25T00:15:00Z',
        // Until after the second half past two.
        until: '2026-10-25T01:33:00Z',
        came: [{ slot: '2026-10-25T02:30', at: '2026-10-25T00:30' }],
      },
      {
        before: '2026-10-25T06:00:00Z',
        from: '2026-10-25T07:15:00Z',
        until: '2026-10-25T07:33:00Z',
        came: [{ slot: '2026-10-25T08:30', at: '2026-10-25T07:30' }],
      },
    ],
  },
];

/** A time from `from` on; the test is only run where it can be had. */
function timeFrom(from: string, speed: number): ProgramTime {
  const time = fakeTime(new Date(from), speed);
  if (!time) throw new Error('libfaketime is not installed');
  return time;
}

/** At this speed a busy machine makes a minute of a second. */
const LATE_MS = 5 * MINUTE;

describe.skipIf(FAKETIME === null)(
  `a night in which the clocks change${FAKETIME === null ? ' (needs the Debian package faketime)' : ''}`,
  () => {
    test.for(NIGHTS)('$name', { timeout: 300_000 }, async ({ spans }) => {
      let time = timeFrom(spans[0]!.before, 1);
      const clock: Clock = () => time.clock();
      const press = await openPress(clock);
      const house = await openHouse({
        config: settingsFolder({ feed: press.url, zone: ZONE }),
        clock,
      });
      const all: Came[] = [];
      for (const [i, { before, from, until, came }] of spans.entries()) {
        time = timeFrom(before, 1);
        press.print(EVENTS[i]!);
        const calm = await house.start(time);
        if (i === 0) await subscribeBoth(house, '02:30,08:30', ZONE);
        const held = `select id from articles where title = '${EVENTS[i]!.title}'`;
        await eventually('the article', () => house.rows(held).length > 0);
        await calm.stop();
        time = timeFrom(from, SPEED);
        const fast = await house.start(time);
        await pass(time, Date.parse(until) - clock().getTime());
        await fast.stop();
        all.push(...came);
        const posted = house.rows<{ slot: string; made_at: number; platform: string }>(
          `select slot, made_at, platform from editions
           join deliveries on edition_id = editions.id and deliveries.state = 'sent'
           join channels on channels.id = editions.channel_id order by editions.id`,
        );
        for (const name of ['discord', 'slack']) {
          const there = posted.filter(({ platform }) => platform === name);
          expect(there.map(({ slot }) => slot)).toEqual(all.map(({ slot }) => `${slot} ${ZONE}`));
          for (const [at, { made_at }] of there.entries()) {
            const late = made_at - Date.parse(`${all[at]?.at}Z`);
            expect(late >= 0 && late < LATE_MS, `${late} ms late`).toBe(true);
          }
        }
      }
      for (const posts of [house.posts(), house.slackPosts()]) {
        expect(posts).toHaveLength(all.length);
        for (const i of all.keys()) {
          expect(JSON.stringify(posts[i])).toContain(EVENTS[i]!.title);
        }
      }
      // No slot but those of the two days, whatever came of it.
      expect(house.rows('select id from editions')).toHaveLength(2 * all.length);
    });
  },
);
