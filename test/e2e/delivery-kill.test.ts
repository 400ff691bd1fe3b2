import { expect, test } from 'vitest';
import { HOUR, MINUTE, systemClock } from '../../src/lib/clock.ts';
import { hurriedTime, REAL_TIME } from '../support/fake-time.ts';
import { EVENTS, openPress } from '../support/press.ts';
import {
  eventually,
  type House,
  minutesToCome,
  openHouse,
  pass,
  settingsFolder,
  subscribeBoth,
} from './house.ts';

// The minute that a post of unknown fate is left alone, made six seconds of where that can be done.
const SPEED = 10;
const POST = 'POST /channels/{channel_id}/messages';

const HANG = { kind: 'hang' } as const;

/** Where the program is cut off. */
type Blow = {
  readonly name: string;
  /** While it is stopped, before the edition is due. */
  readonly prepare?: (house: House) => void;
  /** Ends when it is there. */
  readonly reached: (house: House) => Promise<unknown>;
  /** Once the program is gone. */
  readonly after?: (house: House) => void;
  /** How many messages stand when it is cut off. */
  readonly standing: 0 | 2;
};

const states = (house: House) =>
  house
    .rows<{ state: string }>('select state from deliveries order by id')
    .map(({ state }) => state);

/** Both platforms fall silent at a request; ends when both have it. */
async function fallSilent(house: House, on: string, when: 'before' | 'after'): Promise<void> {
  const { discord, slack } = house;
  slack.fail({ method: 'chat.postMessage', when, fault: HANG });
  const struck = discord.faults.add({ on, when, fault: HANG, times: 1 });
  await eventually(
    'both requests',
    () => struck.struck() > 0 && slack.calls.some(({ fault }) => fault !== null),
  );
}

const BLOWS: readonly Blow[] = [
  { name: 'while nothing is due', reached: async () => {}, standing: 0 },
  {
    name: 'when the edition was written down, before its post was begun',
    // As if somebody had just posted there: for a while nothing is begun in that channel.
    prepare: (house) => {
      const now = Date.now();
      house.write(`update channels set next_send_at = ${now + HOUR}, paced_at = ${now}`);
    },
    reached: (house) => eventually('two editions', () => states(house).length === 2),
    after: (house) => {
      expect(states(house)).toEqual(['pending', 'pending']);
      house.write('update channels set next_send_at = 0, paced_at = 0');
    },
    standing: 0,
  },
  {
    name: 'when the post was begun, before it was sent',
    reached: (house) => fallSilent(house, 'GET /channels/{channel_id}', 'before'),
    after: (house) => expect(states(house)).toEqual(['sending', 'sending']),
    standing: 0,
  },
  {
    name: 'when the platform has the request, before it posts',
    reached: (house) => fallSilent(house, POST, 'before'),
    standing: 0,
  },
  {
    name: 'when the message stands, before the answer',
    reached: (house) => fallSilent(house, POST, 'after'),
    standing: 2,
  },
];

test.for(BLOWS)(
  'killed $name, each platform has the edition once',
  { timeout: 300_000 },
  async (blow) => {
    const press = await openPress(systemClock);
    const house = await openHouse({ config: settingsFolder({ feed: press.url }) });
    const before = await house.start();
    await subscribeBoth(house, minutesToCome(REAL_TIME, 30));
    await before.kill();
    blow.prepare?.(house);
    const time = hurriedTime(SPEED);
    const first = await house.start(time);
    const reached = blow.reached(house);
    press.print(EVENTS[0]!);
    await reached;
    await first.kill();
    blow.after?.(house);
    expect(house.posts().length + house.slackPosts().length).toBe(blow.standing);
    const second = await house.start(time);
    await eventually('both', () => states(house).join() === 'sent,sent', 200);
    // Two more slots, at which nothing more may come.
    await pass(time, 2 * MINUTE);
    for (const posts of [house.posts(), house.slackPosts()]) {
      expect(posts).toHaveLength(1);
      expect(JSON.stringify(posts[0])).toContain(EVENTS[0]!.title);
    }
    expect(states(house)).toEqual(['sent', 'sent']);
    expect(house.troubles()).toEqual([]);
    await second.stop();
  },
);
