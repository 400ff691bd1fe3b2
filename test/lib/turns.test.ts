import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createQueue } from '../../src/lib/turns.ts';

test('work begins in the order it came, never more than that many pieces at once', async () => {
  const queue = createQueue(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.all(
    [0, 1, 2, 3, 4].map((n) =>
      queue.run(async () => {
        begun.push(n);
        most = Math.max(most, ++running);
        await sleep(5);
        running -= 1;
        return n * 10;
      }),
    ),
  );
  expect(results).toEqual([0, 10, 20, 30, 40]);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('what has waited elsewhere has its turn between two pieces', async () => {
  const queue = createQueue(4);
  const order: string[] = [];
  const pieces = ['a', 'b', 'c'].map((name) => queue.run(async () => void order.push(name)));
  setImmediate(() => order.push('press'));
  await Promise.all(pieces);
  expect(order.indexOf('press')).toBeLessThan(2);
});

test('what has not begun fails when the queue is closed, what runs goes on', async () => {
  const queue = createQueue(1);
  const running = queue.run(() => sleep(20, 'done'));
  const waiting = queue.run(async () => 'never');
  await sleep(5);
  queue.close(new Error('closed'));
  await expect(waiting).rejects.toThrow('closed');
  await expect(queue.run(async () => 'late')).rejects.toThrow('closed');
  expect(await running).toBe('done');
});

test('a piece that fails fails alone', async () => {
  const queue = createQueue(1);
  const bad = queue.run(async () => {
    throw new Error('no');
  });
  const good = queue.run(async () => 'yes');
  await expect(bad).rejects.toThrow('no');
  expect(await good).toBe('yes');
  expect(queue.waiting()).toBe(0);
});
