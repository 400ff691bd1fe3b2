/** The work's outcome, or a rejection when `ms` are over or `signal` aborts. The work itself goes on unheard. */
export function within<T>(ms: number, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    };
    const end = () => {
      stop();
      reject(new Error('no more waiting'));
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) return end();
    signal?.addEventListener('abort', end, { once: true });
    work.then(
      (value) => {
        stop();
        resolve(value);
      },
      (error: unknown) => {
        stop();
        reject(error);
      },
    );
  });
}

/** Waits; an abort ends it early. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return within(ms, new Promise<never>(() => {}), signal).catch(() => {});
}
