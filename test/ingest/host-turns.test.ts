import { expect, test } from 'vitest';
import { createHostTurns } from '../../src/ingest/fetch/host-turns.ts';

/** Work that ends when the test says so. */
function held() {
  let finish = () => {};
  const ended = new Promise<void>((done) => (finish = done));
  return { ended, finish };
}

const settled = () => new Promise((next) => setImmediate(next));

test('so many at once with one host, the others in the order they came, other hosts beside them', async () => {
  const turns = createHostTurns(2);
  const begun: string[] = [];
  const works = new Map<string, ReturnType<typeof held>>();
  const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => {
    const work = held();
    works.set(name, work);
    return turns(name.slice(0, 1), () => {
      begun.push(name);
      return work.ended;
    });
  });
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  works.get('a2')?.finish();
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  for (const { finish } of works.values()) finish();
  await Promise.all(all);
  expect(begun.at(-1)).toBe('a4');
});

test('one that fails gives its turn on', async () => {
  const turns = createHostTurns(1);
  const first = turns('a', () => Promise.reject(new Error('broken off')));
  const second = turns('a', async () => 'done');
  await expect(first).rejects.toThrow('broken off');
  expect(await second).toBe('done');
});

test('one that comes while others wait does not pass them', async () => {
  const turns = createHostTurns(1);
  const begun: number[] = [];
  const first = held();
  const one = turns('a', () => first.ended);
  const two = turns('a', async () => void begun.push(2));
  first.finish();
  await one;
  await Promise.all([two, turns('a', async () => void begun.push(3))]);
  expect(begun).toEqual([2, 3]);
});
