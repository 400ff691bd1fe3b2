import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from '../../src/pipeline/gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Gathers numbers, each as large as it is; `lots` are those handed on. */
function gathering({ ms = 100, most = 1_000 } = {}) {
  const lots: (readonly number[])[] = [];
  let busy = 0;
  const ready = gather<number>(
    async (lot) => {
      expect(++busy).toBe(1);
      await new Promise((done) => setTimeout(done, 500));
      busy -= 1;
      lots.push(lot);
    },
    { ms, most, size: (one) => one },
  );
  return { ready, lots };
}

test('what comes within a moment is handed on together, what comes later by itself, one lot at a time', async () => {
  const { ready, lots } = gathering();
  void ready.put(1);
  await vi.advanceTimersByTimeAsync(99);
  void ready.put(2);
  await vi.advanceTimersByTimeAsync(1);
  void ready.put(3);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(lots).toEqual([[1, 2], [3]]);
});

test('the end waits for no moment, and for everything', async () => {
  const { ready, lots } = gathering({ ms: 60_000 });
  void ready.put(1);
  const end = ready.finish().then(() => expect(lots).toEqual([[1]]));
  await vi.advanceTimersByTimeAsync(500);
  await end;
});

test('who brings more than may lie ready waits until it is taken', async () => {
  const { ready, lots } = gathering({ ms: 60_000, most: 10 });
  void ready.put(4);
  const waits = ready.put(6).then(() => expect(lots).toEqual([[4, 6]]));
  expect(lots).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  await waits;
});
