import { Worker } from 'node:worker_threads';
import type { JobKind, Reply, Request } from './jobs.ts';

export type PoolOptions = {
  /** Threads at most; each is started when there is work for it. */
  readonly threads: number;
  /** A job's own time, from when the thread has loaded what the job needs. */
  readonly timeoutMs: number;
  /** The heap of one thread. A job that needs more is stopped. */
  readonly heapMb: number;
  /** Jobs that may wait; more are refused at once, so that bodies do not pile up in memory. */
  readonly maxWaiting: number;
  /** How long a thread without work is kept. */
  readonly idleMs: number;
};

/** What became of a job. */
export type Outcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly reason: string };

export type Pool = {
  readonly run: (kind: JobKind, input: unknown) => Promise<Outcome>;
  /** Stops every thread; jobs under way and waiting end as failed. */
  readonly close: () => Promise<void>;
};

type Job = { readonly request: Request; readonly settle: (outcome: Outcome) => void };
type Thread = { readonly worker: Worker; job: Job | null; timer: NodeJS.Timeout | undefined };

// Loading a DOM library on a busy machine takes seconds; a thread that has not begun by then never will.
const LOADING_MS = 60_000;

/**
 * What a thread runs first. The compile cache has to be there before any TypeScript is loaded: then the thread needs
 * no compiler, which saves 15 MB and half of its start.
 */
function bootOf(entry: URL): string {
  return `require('node:module').enableCompileCache(); import(${JSON.stringify(entry.href)});`;
}

/**
 * Threads that do jobs one at a time each. A job over its time or heap ends with its thread, a new thread takes the
 * next, and no other job notices. Threads without work neither keep the process alive nor stay for ever.
 */
export function createPool(entry: URL, options: PoolOptions): Pool {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let lastId = 0;
  let closed = false;

  function start(): Thread {
    const worker = new Worker(bootOf(entry), {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread = { worker, job: null, timer: undefined };
    threads.add(thread);
    worker.on('message', (reply: Reply) => hear(thread, reply));
    worker.on('error', (error: Error & { code?: string }) => {
      const isHeap = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      drop(thread, isHeap ? { kind: 'too-big' } : { kind: 'failed', reason: error.message });
    });
    worker.on('exit', () => drop(thread, { kind: 'failed', reason: 'the thread ended' }));
    worker.unref();
    return thread;
  }

  function give(thread: Thread, job: Job): void {
    thread.job = job;
    clearTimeout(thread.timer);
    thread.worker.ref();
    thread.timer = setTimeout(() => drop(thread, { kind: 'too-slow' }), LOADING_MS);
    thread.worker.postMessage(job.request);
  }

  function hear(thread: Thread, reply: Reply): void {
    if (thread.job === null || reply.id !== thread.job.request.id) return;
    clearTimeout(thread.timer);
    if (reply.kind === 'begun') {
      thread.timer = setTimeout(() => drop(thread, { kind: 'too-slow' }), options.timeoutMs);
      return;
    }
    const { settle } = thread.job;
    thread.job = null;
    const next = waiting.shift();
    if (next) give(thread, next);
    else rest(thread);
    settle(
      reply.kind === 'done'
        ? { kind: 'done', value: reply.value }
        : { kind: 'failed', reason: reply.reason },
    );
  }

  function rest(thread: Thread): void {
    thread.worker.unref();
    thread.timer = setTimeout(
      () => drop(thread, { kind: 'failed', reason: 'the thread ended' }),
      options.idleMs,
    );
    thread.timer.unref();
  }

  /** Ends a thread and its job, and lets another take the next one. */
  function drop(thread: Thread, outcome: Outcome): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const { job } = thread;
    thread.job = null;
    void thread.worker.terminate();
    job?.settle(outcome);
    const next = closed ? undefined : waiting.shift();
    if (next) give(start(), next);
  }

  return {
    run(kind, input) {
      if (closed) return Promise.resolve({ kind: 'failed', reason: 'the parsers are closed' });
      const idle = [...threads].find((thread) => thread.job === null);
      if (!idle && threads.size >= options.threads && waiting.length >= options.maxWaiting) {
        return Promise.resolve({ kind: 'busy' });
      }
      return new Promise((settle) => {
        const job: Job = { request: { id: ++lastId, kind, input }, settle };
        if (idle) give(idle, job);
        else if (threads.size < options.threads) give(start(), job);
        else waiting.push(job);
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0))
        job.settle({ kind: 'failed', reason: 'the parsers were closed' });
      await Promise.all(
        [...threads].map((thread) => {
          const ended = thread.worker.terminate();
          drop(thread, { kind: 'failed', reason: 'the parsers were closed' });
          return ended;
        }),
      );
    },
  };
}
