import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectStories, weightOf } from '../../src/digest/select.ts';
import { HOUR } from '../../src/lib/clock.ts';

const NOW = new Date('2026-03-02T08:00:00Z');

/** A story that one outlet told an hour ago; spell out only what the test is about. */
function story(
  about: Partial<Parameters<typeof weightOf>[0]> & { id?: number; hoursAgo?: number } = {},
) {
  const { hoursAgo = 1, ...rest } = about;
  const lastAt = new Date(NOW.getTime() - hoursAgo * HOUR);
  return { id: 1, articles: 1, outlets: 1, independent: 1, lastAt, ...rest };
}

const weight = (about: Parameters<typeof story>[0]) => weightOf(story(about), NOW);

describe('the weight of a story', () => {
  test('grows with the outlets that tell it in their own words', () => {
    const told = (outlets: number) => weight({ articles: outlets, outlets, independent: outlets });
    expect(told(2)).toBeGreaterThan(told(1));
    expect(told(5)).toBeGreaterThan(told(4));
  });

  test('grows less with outlets that print a copy, and least with further articles of one', () => {
    const alone = weight({});
    const own = weight({ articles: 2, outlets: 2, independent: 2 });
    const copied = weight({ articles: 2, outlets: 2, independent: 1 });
    const again = weight({ articles: 2, outlets: 1, independent: 1 });
    expect(own).toBeGreaterThan(copied);
    expect(copied).toBeGreaterThan(again);
    expect(again).toBeGreaterThan(alone);
  });

  test('shrinks with age, but never so far that age alone outweighs a second outlet', () => {
    expect(weight({ hoursAgo: 0 })).toBeGreaterThan(weight({ hoursAgo: 8 }));
    expect(weight({ hoursAgo: 8 })).toBeGreaterThan(weight({ hoursAgo: 24 }));
    const three = { articles: 3, outlets: 3, independent: 3, hoursAgo: 24 * 7 };
    const two = { articles: 2, outlets: 2, independent: 2, hoursAgo: 0 };
    expect(weight({ ...three, hoursAgo: 12 })).toBeGreaterThan(weight({ ...two, hoursAgo: 12 }));
    expect(weight(two)).toBeGreaterThan(weight({ hoursAgo: 0 }));
  });

  test('a story from ahead of the clock is as fresh as one of now', () => {
    expect(weight({ hoursAgo: -30 })).toBe(weight({ hoursAgo: 0 }));
  });
});

describe('the stories a digest brings', () => {
  test('are the weightiest, in that order, and no more than asked for', () => {
    const stories = [
      story({ id: 1 }),
      story({ id: 2, articles: 4, outlets: 4, independent: 4 }),
      story({ id: 3, hoursAgo: 20 }),
      story({ id: 4, articles: 2, outlets: 2, independent: 2 }),
    ];
    const ids = (limit: number) => selectStories(stories, { now: NOW, limit }).map(({ id }) => id);
    expect(ids(2)).toEqual([2, 4]);
    expect(ids(10)).toEqual([2, 4, 1, 3]);
    expect(ids(0)).toEqual([]);
  });

  test('equal ones come newest first, whatever order they are given in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), (numbers) => {
        const chosen = selectStories(
          numbers.map((id) => story({ id })),
          { now: NOW, limit: 99 },
        );
        expect(chosen.map(({ id }) => id)).toEqual([...numbers].sort((a, b) => b - a));
      }),
    );
  });
});
