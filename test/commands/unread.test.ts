import { expect, test } from 'vitest';
import type { Pack } from '../../src/news/pack.ts';
import { feedsOf } from '../../src/store/feeds.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { ben, place, TENANT } from './place.ts';

const WORLD: Pack = {
  name: 'world',
  title: 'World news',
  language: 'en',
  feeds: [{ url: 'https://wire.example/feed', title: 'Wire', home: 'https://wire.example' }],
};

const NOTHING = 'Its feed is no longer read, so nothing comes of it.';

/** A channel that is subscribed to a feed which somebody takes out. */
async function orphaned() {
  const here = await place({ packs: [WORLD] });
  await here.say('/news subscribe the courier');
  await here.say('/news subscribe crane at 9');
  const removed = await here.say('/news feed remove The Courier');
  const held = async () => (await subscriptionsOf(here.db, TENANT)).map(({ filter }) => filter);
  return { ...here, removed, held };
}

test('who takes out a feed is told which subscriptions asked for it alone, by its name', async () => {
  const { removed } = await orphaned();
  expect(removed.words).toBe(
    [
      'I no longer read The Courier. What I have of it stays.',
      '#1 (The Courier) asks for nothing else, so nothing comes of it any more. /news edit #1 topic:… asks for something else.',
    ].join('\n'),
  );
});

test('who takes out a feed that nobody asked for is told nothing more', async () => {
  const { say } = await place();
  await say('/news subscribe crane');
  expect((await say('/news feed remove The Courier')).words).toBe(
    'I no longer read The Courier. What I have of it stays.',
  );
});

test('a subscription without a feed is called so, with what mends it for who may do that', async () => {
  const { say } = await orphaned();
  const { words } = await say('/news list');
  expect(words).toContain('#1 a feed that is no longer read · 08:30 daily');
  expect(words).toContain(
    `${NOTHING} /news feed add https://… reads the feed again; /news edit #1 topic:… asks for something else.`,
  );
  expect(words).not.toContain('everything');
  expect(words.match(/nothing comes of it/g)).toHaveLength(1);
  const member = await say('/news list', ben);
  expect(member.words).toContain(`${NOTHING}\n`);
  expect((await say('/news test #1')).words).toBe(
    words.split('\n').find((l) => l.includes(NOTHING)),
  );
  expect((await say('/news edit #1')).words).toContain(NOTHING);
});

test('it is mended by the feed that is added again', async () => {
  const { say } = await orphaned();
  await say('/news feed add https://courier.example/feed');
  const { words } = await say('/news list');
  expect(words).toContain('#1 The Courier · 08:30 daily');
  expect(words).not.toContain(NOTHING);
});

test('it is mended by other words, which are looked for everywhere', async () => {
  const { say, held, db } = await orphaned();
  await say('/news feed add https://other.example/feed');
  expect((await feedsOf(db, TENANT)).length).toBeGreaterThan(0);
  expect((await say('/news edit #1 topic:bakery')).words).toContain('#1: bakery · 08:30 daily');
  expect((await held())[0]).toMatchObject({ topic: 'bakery', feeds: [], pack: null });
});

test('a form that changes its time alone does not make it one to everything', async () => {
  const { fill, say, held } = await orphaned();
  await say('/news feed add https://other.example/feed');
  const { words } = await fill('/news edit #1', { at: '07:15' });
  expect(words).toContain('#1: a feed that is no longer read · 07:15 daily');
  expect((await held())[0]?.feeds).toHaveLength(1);
});

test('a pack of which no feed is left is read anew by naming it again', async () => {
  const { say } = await place({ packs: [WORLD] });
  await say('/news subscribe world');
  const removed = await say('/news feed remove Wire');
  expect(removed.words).toContain('#1 (World news) asks for nothing else');
  const line = '/news edit #1 pack:world';
  const health = `None of its feeds is read any more, so nothing comes of it. ${line} reads them again.`;
  expect((await say('/news list')).words).toContain(health);
  expect((await say('/news test #1')).words).toBe(health);
  expect(await say(line)).toMatchObject({ trouble: false });
  expect((await say('/news list')).words).not.toContain('nothing comes of it');
  expect((await say(line)).words).toContain('#1 is like that already');
});
