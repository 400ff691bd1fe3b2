import { expect, test } from 'vitest';
import { simulate } from './world.ts';

// `npm run simulate -- --seeds 2000` walks through more of them.
const COURSES = 10;
const SEEDS_EACH = 12;

test.each(Array.from({ length: COURSES }, (_, i) => 1 + i * SEEDS_EACH))(
  'in the courses from seed %i on nothing is lost and nothing comes twice, whatever dies in between',
  { timeout: 120_000 },
  async (first) => {
    for (let seed = first; seed < first + SEEDS_EACH; seed += 1) {
      const { problems } = await simulate(seed);
      expect({ seed, problems }).toEqual({ seed, problems: [] });
    }
  },
);

test('the same seed is the same course', async () => {
  expect(await simulate(7)).toEqual(await simulate(7));
});

test('in the courses programs die, posts are made and edited, and slots come', async () => {
  const sum = { posts: 0, edits: 0, deaths: 0, editions: 0 };
  for (let seed = 1; seed <= 8; seed += 1) {
    const { posts, edits, deaths, editions } = await simulate(seed);
    sum.posts += posts;
    sum.edits += edits;
    sum.deaths += deaths;
    sum.editions += editions;
  }
  expect(sum.posts).toBeGreaterThan(20);
  expect(sum.edits).toBeGreaterThan(5);
  expect(sum.deaths).toBeGreaterThan(20);
  expect(sum.editions).toBeGreaterThan(50);
});
