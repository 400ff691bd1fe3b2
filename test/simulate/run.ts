import { parseArgs } from 'node:util';
import { simulate } from './world.ts';

/** `npm run simulate -- --seeds 2000 [--from 1]`: runs that many courses and prints the seed of each that breaks a law. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
  },
});
const first = Number(values.from);
const count = Number(values.seeds);
const began = performance.now();
const sum = { posts: 0, deaths: 0, editions: 0, failed: 0 };
for (let seed = first; seed < first + count; seed += 1) {
  const outcome = await simulate(seed);
  sum.posts += outcome.posts;
  sum.deaths += outcome.deaths;
  sum.editions += outcome.editions;
  if (outcome.problems.length > 0) {
    sum.failed += 1;
    console.log(`seed ${seed}:\n  ${outcome.problems.slice(0, 5).join('\n  ')}`);
  }
  if ((seed - first + 1) % 1_000 === 0) console.error(`${seed - first + 1} of ${count}`);
}
const seconds = (performance.now() - began) / 1_000;
console.log(
  `${count} seeds, ${sum.editions} editions, ${sum.posts} posts, ${sum.deaths} deaths in ${seconds.toFixed(0)} s: ` +
    (sum.failed === 0 ? 'nothing lost, nothing twice' : `${sum.failed} seeds failed`),
);
process.exitCode = sum.failed === 0 ? 0 : 1;
