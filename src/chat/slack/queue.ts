/** Does one thing after the other for each key, things of different keys side by side. */
export type Queue = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
};

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const before = last.get(key) ?? Promise.resolve();
      const done = before.then(work);
      const settled = done
        .catch(() => {})
        .then(() => {
          if (last.get(key) === settled) last.delete(key);
        });
      last.set(key, settled);
      return done;
    },
  };
}
