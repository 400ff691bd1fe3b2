/**
 * Lets so many at a time have dealings with one host; the others wait in line. Their time limits begin with their turn:
 * who waits behind a slow answer is not late.
 */
export function createHostTurns(
  atOnce: number,
): <T>(host: string, work: () => Promise<T>) => Promise<T> {
  const hosts = new Map<string, { busy: number; readonly waiting: (() => void)[] }>();

  return async (host, work) => {
    const line = hosts.get(host) ?? { busy: 0, waiting: [] };
    hosts.set(host, line);
    // Who leaves hands their place to the next in line, so the number of the busy stays.
    if (line.busy >= atOnce) await new Promise<void>((turn) => line.waiting.push(turn));
    else line.busy += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.busy -= 1;
      if (line.busy === 0) hosts.delete(host);
    }
  };
}
