/**
 * Lets everything that waits have its turn before the work goes on: a press to be acknowledged, a feed that came. The
 * store answers at once, so that a long piece of work would otherwise end before anything else is looked at.
 */
export const letOthersWork = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Work a few pieces at a time, with a turn for everything else before each. Whoever brings much waits behind others. */
export type Queue = {
  /** Runs work for somebody: among those who wait turns go round, each one's own work keeps its order. */
  run<T>(whose: string, work: () => Promise<T>): Promise<T>;
  /** How many pieces have not begun, of somebody or in all. */
  waiting(whose?: string): number;
  /** What has not begun, and all that comes, fails with this; resolves when what runs has ended. */
  close(reason: Error): Promise<void>;
};

type Piece = { begin(): Promise<void>; fail(reason: Error): void };

/** `perPerson` is how many pieces of one may run at the same time. */
export function createQueue(atOnce: number, perPerson = atOnce): Queue {
  // In the order in which they are served: who was served goes to the end.
  const lines = new Map<string, Piece[]>();
  const running = new Map<string, number>();
  const idle = new Set<() => void>();
  let total = 0;
  let closed: Error | undefined;
  let pumping = false;

  function next(): { whose: string; piece: Piece } | undefined {
    for (const [whose, line] of lines) {
      if ((running.get(whose) ?? 0) >= perPerson) continue;
      const piece = line.shift();
      lines.delete(whose);
      if (line.length > 0) lines.set(whose, line);
      if (piece) return { whose, piece };
    }
    return undefined;
  }

  function ended(whose: string): void {
    total -= 1;
    const left = (running.get(whose) ?? 1) - 1;
    if (left > 0) running.set(whose, left);
    else running.delete(whose);
    if (total === 0) for (const done of idle) done();
    void pump();
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (total < atOnce && lines.size > 0) {
      await letOthersWork();
      const found = next();
      if (!found) break;
      total += 1;
      running.set(found.whose, (running.get(found.whose) ?? 0) + 1);
      void found.piece.begin().finally(() => ended(found.whose));
    }
    pumping = false;
  }

  return {
    waiting: (whose) =>
      whose === undefined
        ? [...lines.values()].reduce((sum, line) => sum + line.length, 0)
        : (lines.get(whose)?.length ?? 0),
    run: (whose, work) =>
      new Promise((done, fail) => {
        if (closed) return fail(closed);
        const line = lines.get(whose) ?? [];
        line.push({ begin: () => Promise.try(work).then(done, fail), fail });
        lines.set(whose, line);
        void pump();
      }),
    async close(reason) {
      closed = reason;
      for (const line of lines.values()) for (const piece of line) piece.fail(reason);
      lines.clear();
      if (total > 0) await new Promise<void>((done) => idle.add(done));
    },
  };
}
