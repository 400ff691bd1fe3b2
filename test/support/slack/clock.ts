import type { Clock } from '../../../src/lib/clock.ts';

/** A clock that stands still until it is moved: every limit of the fake is kept by it. */
export type MovableClock = Clock & { advance(ms: number): void };

export function movableClock(from: Date = new Date('2026-03-02T09:00:00Z')): MovableClock {
  let now = from.getTime();
  return Object.assign(() => new Date(now), {
    advance(ms: number) {
      now += ms;
    },
  });
}
