/** Lets at most `limit` run at the same time; the others wait in turn. */
export type Lanes = {
  /** Waits for a lane; false if `signal` ended the wait. Each true is answered by one `leave`. */
  enter(signal: AbortSignal): Promise<boolean>;
  leave(): void;
};

export function createLanes(limit: number): Lanes {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return {
    async enter(signal) {
      if (signal.aborted) return false;
      if (taken < limit) {
        taken++;
        return true;
      }
      return new Promise((resolve) => {
        const start = () => {
          signal.removeEventListener('abort', stop);
          resolve(true);
        };
        const stop = () => {
          waiting.splice(waiting.indexOf(start), 1);
          resolve(false);
        };
        waiting.push(start);
        signal.addEventListener('abort', stop, { once: true });
      });
    },
    leave() {
      const next = waiting.shift();
      // The lane is handed on: the number taken stays.
      if (next) next();
      else taken--;
    },
  };
}
