import type { Completion } from '../lib/completion.ts';

/** Requests that are being answered: who asks the same meanwhile waits for the first, and it is paid for once. */
export type UnderWay = {
  /**
   * What the first one under this key got, or else what `ask` gets. `given` is the caller's own end, `signal` that and
   * the end of its patience.
   */
  once(
    key: string,
    ends: { readonly signal: AbortSignal; readonly given: AbortSignal | undefined },
    ask: () => Promise<Completion>,
  ): Promise<Completion>;
};

export function createUnderWay(): UnderWay {
  const running = new Map<string, Promise<Completion | undefined>>();
  return {
    async once(key, { signal, given }, ask) {
      for (let first = running.get(key); first; first = running.get(key)) {
        const completion = await Promise.race([first, ended(signal)]);
        if (completion?.kind === 'answered') {
          return { ...completion, spent: { tokens: 0, micros: 0 } };
        }
        if (completion) return completion;
        if (signal.aborted) {
          return { kind: 'busy', reason: 'the same is being asked', retryAfterMs: null };
        }
      }
      const own = ask().finally(() => running.delete(key));
      running.set(
        key,
        own.then(
          // The first one's own end and a person's own budget are not the others'.
          (one) => (given?.aborted || one.kind === 'over budget' ? undefined : one),
          () => undefined,
        ),
      );
      return own;
    },
  };
}

function ended(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((done) => {
    signal.addEventListener('abort', () => done(undefined), { once: true });
  });
}
