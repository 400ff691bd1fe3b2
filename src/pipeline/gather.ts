export type Gathering<T> = {
  /** Resolves at once, or, where much is lying, when it has been taken. */
  put(one: T): Promise<void>;
  /** Resolves when everything that was put has been taken. */
  finish(): Promise<void>;
};

/**
 * Gathers what comes within a moment and hands it on together, one lot after the other. `take` must not throw.
 * `size` of what lies ready at most `most`, so that a fast source waits for a slow taker.
 */
export function gather<T>(
  take: (lot: readonly T[]) => Promise<void>,
  limits: { readonly ms: number; readonly most: number; readonly size: (one: T) => number },
): Gathering<T> {
  let lot: T[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let taken = Promise.resolve();

  function handOn(): Promise<void> {
    clearTimeout(timer);
    const next = lot;
    [timer, lot, size] = [undefined, [], 0];
    if (next.length > 0) taken = taken.then(() => take(next));
    return taken;
  }

  return {
    async put(one) {
      lot.push(one);
      size += limits.size(one);
      if (size >= limits.most) await handOn();
      else timer ??= setTimeout(handOn, limits.ms);
    },
    finish: handOn,
  };
}
