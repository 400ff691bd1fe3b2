import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/lib/clock.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { createIntake, type Incoming } from '../../src/pipeline/take-in.ts';
import { NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';
import { type Answer, onDiscord, onSlack } from './drivers.ts';

const ARTICLES = 2_000;
const PAUSE_MS = 100;
/** Fewer than a place may have waiting. */
const MOST = 90;

const CRANE: Told = {
  url: 'https://courier.example/crane',
  outlet: 'The Courier',
  title: 'Kelmouth harbour closed after crane falls into the dock',
  text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
};

const WORDS =
  'council ferry strike bridge vote minister hospital school storm museum tunnel budget election reef valley orchard railway turbine'.split(
    ' ',
  );

/** An article like no other, with a dozen quotes in it: these take longest. */
function article(i: number): Incoming {
  const word = (n: number) => WORDS[(i * 7 + n * 5) % WORDS.length] ?? '';
  const url = `https://wire.example/${i}`;
  const text = Array.from(
    { length: 12 },
    (_, n) =>
      `The ${word(n)} of town ${i % 40} met the ${word(n + 1)} on Monday, and ${word(n + 2)} number ${i * 31 + n} was closed. “We want the ${word(n)} to be safe for all of us,” said Mirela Osk.`,
  ).join(' ');
  return {
    draft: {
      url,
      outlet: `Wire ${i % 20}`,
      title: `${word(0)} ${word(1)} in town ${i % 40} after ${word(2)}`,
      text,
      byline: null,
      language: 'en',
      publishedAt: new Date(NOW.getTime() - (ARTICLES - i) * MINUTE),
    },
    tenant: EVERYBODY,
    feedId: null,
    keys: [url],
    itemHash: null,
  };
}

// Neither stand-in takes an acknowledgement after three seconds: Slack's tells the asker of a failure, Discord's leaves
// them without an answer.
test('while two thousand articles are taken in everybody is acknowledged in time and answered', async () => {
  const db = await temporaryStore();
  await tell(db, [CRANE]);
  const both = [await onDiscord(db), await onSlack(db)];
  let isBusy = true;
  const intake = createIntake({ db, clock: () => NOW, windowMs: 14 * DAY });
  // At once, so that the store is held for longer than anybody may wait.
  const all = Array.from({ length: ARTICLES }, (_, i) => article(i));
  const taken = intake.takeIn(all).finally(() => {
    isBusy = false;
  });
  const answers: Promise<Answer>[] = [];
  for (let i = 0; i < MOST && isBusy; i += 1) {
    // Each is another question: the same one would be answered once for all.
    const since = `${i + 1}d`;
    for (const place of both) {
      const answer = place.ask({ command: 'story', options: { query: 'kelmouth crane', since } });
      answer.catch(() => {});
      answers.push(answer);
    }
    await sleep(PAUSE_MS);
  }
  expect(new Set(await taken)).toEqual(new Set(['added']));
  for (const { words } of await Promise.all(answers)) expect(words).toMatch(/Kelmouth harbour/);
  for (const place of both) expect(place.troubles()).toEqual([]);
}, 60_000);
