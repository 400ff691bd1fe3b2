// The worker's own main: what a thread does from the moment it is started.
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../../lib/errors.ts';
import type { JobKind, Reply, Request } from './jobs.ts';
import { runnerOf } from './run-job.ts';

const port = parentPort;
if (port === null) throw new Error('parse-worker.ts runs in a worker thread');

// The libraries tell the console of every page they stumble over; what matters comes back as a reply.
console.log = console.warn = console.error = () => {};

const reply = (message: Reply) => port.postMessage(message);

const loaded = new Set<JobKind>();

port.on('message', async ({ id, kind, input }: Request) => {
  try {
    const run = await runnerOf(kind);
    if (!loaded.has(kind)) {
      loaded.add(kind);
      // A thread may be ended at any time, and what it compiled would be lost with it.
      flushCompileCache();
    }
    reply({ id, kind: 'begun' });
    reply({ id, kind: 'done', value: await run(input) });
  } catch (error) {
    reply({ id, kind: 'failed', reason: reasonOf(error) });
  }
});
