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
      queue.run('ada', async () => {
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

test('somebody who brings much waits behind others', async () => {
  const queue = createQueue(1);
  const order: string[] = [];
  const piece = (whose: string, n: number) =>
    queue.run(whose, async () => void order.push(`${whose}${n}`));
  await Promise.all([
    ...[1, 2, 3, 4].map((n) => piece('ada', n)),
    ...[1, 2].map((n) => piece('ben', n)),
  ]);
  expect(order).toEqual(['ada1', 'ben1', 'ada2', 'ben2', 'ada3', 'ada4']);
});

test('nobody has more than their share at once, and others go past them', async () => {
  const queue = createQueue(3, 1);
  const begun: string[] = [];
  const slow = [1, 2, 3].map((n) =>
    queue.run('ada', async () => {
      begun.push(`ada${n}`);
      await sleep(20);
    }),
  );
  const quick = queue.run('ben', async () => void begun.push('ben'));
  await quick;
  expect(begun).toEqual(['ada1', 'ben']);
  await Promise.all(slow);
  expect(begun).toEqual(['ada1', 'ben', 'ada2', 'ada3']);
});

test('what has waited elsewhere has its turn between two pieces', async () => {
  const queue = createQueue(4);
  const order: string[] = [];
  const pieces = ['a', 'b', 'c'].map((name) => queue.run('ada', async () => void order.push(name)));
  setImmediate(() => order.push('press'));
  await Promise.all(pieces);
  expect(order.indexOf('press')).toBeLessThan(2);
});

test('what has not begun fails when the queue is closed, what runs is waited for', async () => {
  const queue = createQueue(1);
  let ended = false;
  const running = queue.run('ada', async () => {
    await sleep(20);
    ended = true;
  });
  const waiting = queue.run('ada', async () => 'never');
  waiting.catch(() => {});
  await sleep(5);
  await queue.close(new Error('closed'));
  expect(ended).toBe(true);
  await expect(waiting).rejects.toThrow('closed');
  await expect(queue.run('ben', async () => 'late')).rejects.toThrow('closed');
  await running;
});

test('a piece that fails fails alone', async () => {
  const queue = createQueue(1);
  const bad = queue.run('ada', async () => {
    throw new Error('no');
  });
  const good = queue.run('ada', async () => 'yes');
  await expect(bad).rejects.toThrow('no');
  expect(await good).toBe('yes');
  expect(queue.waiting()).toBe(0);
});
