/** Time that passes only when everybody waits for it. */
export type Timeline = {
  now(): number;
  /** Calls back at a moment; those of one moment in the order they were asked for. */
  at(moment: number, work: () => void): void;
  sleep(ms: number): Promise<void>;
  /** Whoever does something says so: time stands still while anything goes on. */
  stir(): void;
  runUntil(moment: number): Promise<void>;
};

export function timeline(start: number): Timeline {
  let now = start;
  let order = 0;
  let stirred = 0;
  const due: { moment: number; order: number; work: () => void }[] = [];

  const at = (moment: number, work: () => void) => {
    const one = { moment: Math.max(moment, now), order: order++, work };
    let i = due.length;
    while (i > 0 && isLater(due[i - 1]!, one)) i -= 1;
    due.splice(i, 0, one);
  };

  async function quiet(): Promise<void> {
    for (let before = -1; before !== stirred; ) {
      before = stirred;
      await new Promise((next) => setImmediate(next));
      await new Promise((next) => setImmediate(next));
    }
  }

  return {
    now: () => now,
    at,
    stir: () => {
      stirred += 1;
    },
    sleep: (ms) => new Promise((done) => at(now + ms, done)),
    async runUntil(moment) {
      await quiet();
      while (due[0] && due[0].moment <= moment) {
        const one = due.shift()!;
        now = one.moment;
        one.work();
        await quiet();
      }
      now = moment;
    },
  };
}

const isLater = (
  a: { moment: number; order: number },
  b: { moment: number; order: number },
): boolean => a.moment > b.moment || (a.moment === b.moment && a.order > b.order);
