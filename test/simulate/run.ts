import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { simulate } from './world.ts';

// `npm run simulate -- --seeds 2000 [--from 1] [--threads 2]`: runs that many courses and prints the seed of each that
// breaks a law. A course is the same in whichever thread it runs.

type Sum = { posts: number; edits: number; deaths: number; editions: number; failed: number };
type Course = { readonly seed: number } & Awaited<ReturnType<typeof simulate>>;
type Part = { readonly first: number; readonly last: number; readonly step: number };

async function walk({ first, last, step }: Part): Promise<void> {
  for (let seed = first; seed <= last; seed += step) {
    parentPort?.postMessage({ seed, ...(await simulate(seed)) } satisfies Course);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
    },
  });
  const [first, count, threads] = [values.from, values.seeds, values.threads].map(Number) as [
    number,
    number,
    number,
  ];
  const began = performance.now();
  const sum: Sum = { posts: 0, edits: 0, deaths: 0, editions: 0, failed: 0 };
  let done = 0;
  const note = ({ seed, problems, ...course }: Course) => {
    sum.posts += course.posts;
    sum.edits += course.edits;
    sum.deaths += course.deaths;
    sum.editions += course.editions;
    if (problems.length > 0) {
      sum.failed += 1;
      console.log(`seed ${seed}:\n  ${problems.slice(0, 5).join('\n  ')}`);
    }
    done += 1;
    if (done % 1_000 === 0) console.error(`${done} of ${count}`);
  };
  await Promise.all(
    Array.from({ length: threads }, (_, i) => {
      const part: Part = { first: first + i, last: first + count - 1, step: threads };
      return new Promise<void>((end, fail) => {
        new Worker(import.meta.filename, { workerData: part })
          .on('message', note)
          .on('error', fail)
          .on('exit', () => end());
      });
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const well = sum.failed === 0 && done === count;
  console.log(
    `${done} seeds, ${sum.editions} editions, ${sum.posts} posts, ${sum.edits} edits, ${sum.deaths} deaths in ${seconds.toFixed(0)} s: ` +
      (well ? 'nothing lost, nothing twice' : `${sum.failed} seeds failed`),
  );
  process.exitCode = well ? 0 : 1;
}

await (isMainThread ? main() : walk(workerData as Part));
