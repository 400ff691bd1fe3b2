/**
 * Lets everything that waits have its turn before the work goes on: a press to be acknowledged, a feed that came. The
 * store answers at once, so that a long piece of work would otherwise end before anything else is looked at.
 */
export const letOthersWork = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Work in the order it came, a few pieces at a time, with a turn for everything else before each. */
export type Queue = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** How many have not begun. */
  waiting(): number;
  /** What has not begun, and all that comes, fails with this. */
  close(reason: Error): void;
};

/** `atOnce`: more than one, so that a piece that waits for the network does not hold the others. */
export function createQueue(atOnce: number): Queue {
  const waiting: { begin(): Promise<void>; fail(reason: Error): void }[] = [];
  let closed: Error | undefined;
  let running = 0;
  let pumping = false;

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (waiting.length > 0 && running < atOnce) {
      await letOthersWork();
      const next = waiting.shift();
      if (!next) break;
      running += 1;
      void next.begin().finally(() => {
        running -= 1;
        void pump();
      });
    }
    pumping = false;
  }

  return {
    waiting: () => waiting.length,
    run: (work) =>
      new Promise((done, fail) => {
        if (closed) return fail(closed);
        waiting.push({ begin: () => work().then(done, fail), fail });
        void pump();
      }),
    close(reason) {
      closed = reason;
      for (const one of waiting.splice(0)) one.fail(reason);
    },
  };
}
