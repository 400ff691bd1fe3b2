import { type Clock, DAY } from '../../../src/lib/clock.ts';
import type { Json } from './json.ts';

const A_DAY = 1000;

/** How many sessions may still be begun today. Discord docs "Gateway › Session Start Limit". */
export class StartLimit {
  readonly #clock: Clock;
  readonly #left: number;
  readonly #at: number[] = [];

  /** `left` of the thousand are there at the beginning. */
  constructor(clock: Clock, left = A_DAY) {
    this.#clock = clock;
    this.#left = left;
  }

  /** Counts one; false when it was one too many. */
  take(): boolean {
    this.#at.push(this.#clock().getTime());
    return this.#today.length <= this.#left;
  }

  /** As GET /gateway/bot shows it. */
  get shown(): Json {
    const today = this.#today;
    const first = today[0];
    const reset = first === undefined ? 0 : first + DAY - this.#clock().getTime();
    return {
      total: A_DAY,
      remaining: Math.max(0, this.#left - today.length),
      reset_after: Math.max(0, reset),
      max_concurrency: 1,
    };
  }

  get #today(): readonly number[] {
    const since = this.#clock().getTime() - DAY;
    return this.#at.filter((at) => at > since);
  }
}
