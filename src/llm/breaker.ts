import { MINUTE } from '../lib/clock.ts';

const MOST_FAILURES = 5;
const WITHIN = MINUTE;
const OPEN_FOR = MINUTE;

/** Stops asking a server that keeps failing: five failures within a minute give it a minute's rest, then one try. */
export type Breaker = {
  /** How long to wait before asking, 0 for not at all. While one try is under way, others wait. */
  waitMs(now: Date): number;
  /** Marks a request as sent; where the rest is over this is the one try. */
  sent(): void;
  succeeded(): void;
  failed(now: Date): void;
  /** The request was never judged (given up, or refused for its own sake): its place is free again. */
  dropped(): void;
  /** The server asked for a pause. */
  pauseUntil(time: Date): void;
};

export function createBreaker(): Breaker {
  let failures: number[] = [];
  let openUntil = 0;
  let resting = false;
  let trying = false;
  return {
    waitMs(now) {
      if (trying) return 1_000;
      return Math.max(0, openUntil - now.getTime());
    },
    sent() {
      trying = resting;
    },
    succeeded() {
      failures = [];
      resting = false;
      trying = false;
    },
    failed(now) {
      const at = now.getTime();
      failures = [...failures.filter((f) => f > at - WITHIN), at];
      // The one try after a rest decides by itself.
      if (trying || failures.length >= MOST_FAILURES) {
        openUntil = Math.max(openUntil, at + OPEN_FOR);
        failures = [];
        resting = true;
      }
      trying = false;
    },
    dropped() {
      trying = false;
    },
    pauseUntil(time) {
      openUntil = Math.max(openUntil, time.getTime());
    },
  };
}
