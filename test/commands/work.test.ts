import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answeringOver, answerTo, asker, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const manager = (tenant: string) => asker({ tenant, isManager: true });

async function here(tryFeed: (url: string) => Promise<{ title: string; items: number }>) {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: 'https://a.example/1',
      outlet: 'The Courier',
      title: 'Mayor of Kelmouth resigns over harbour crane',
      text: 'Rolf Anders, the mayor of Kelmouth, resigned on Sunday. “I should have had that crane inspected,” Anders said. He was mayor for nine years.',
    },
  ]);
  return answeringOver(db, { tryFeed });
}

test('publishers who keep one place waiting keep no other', async () => {
  let open = () => {};
  const hanging = new Promise<void>((done) => (open = done));
  const answering = await here(async () => {
    await hanging;
    return { title: 'Tarpit', items: 0 };
  });
  const adds = Array.from({ length: 12 }, (_, i) =>
    answerTo(answering, `/news feed add https://slow.example/${i}`, manager('discord:1')),
  );
  expect(JSON.stringify((await answerTo(answering, '/news help', asker())).blocks)).toMatch(
    /digest/,
  );
  const other = answerTo(answering, '/news feed check', manager('slack:T2'));
  expect(JSON.stringify((await other).blocks)).toMatch(/no feeds of its own/);
  open();
  await Promise.all(adds);
});

test('the same question asked by many at once is worked out once', async () => {
  let tried = 0;
  const answering = await here(async () => {
    tried += 1;
    await sleep(5);
    return { title: 'A feed', items: 1 };
  });
  const ask = () => answerTo(answering, '/story mayor crane', asker());
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers[1]).toBe(answers[0]);
  expect(answers[2]).toBe(answers[0]);
  expect(await ask()).not.toBe(answers[0]);
  // What changes something is done as often as it is asked for.
  await Promise.all([
    answerTo(answering, '/news feed add https://x.example', manager('slack:T1')),
    answerTo(answering, '/news feed add https://x.example', manager('slack:T1')),
  ]);
  expect(tried).toBe(2);
});

test('more than a place may have waiting is refused, and another place is answered', async () => {
  const answering = await here(async () => ({ title: 'A feed', items: 1 }));
  const flood = Array.from({ length: 150 }, (_, i) =>
    answerTo(answering, `/story crane number ${i}`, asker({ tenant: 'discord:1' })),
  );
  const other = answerTo(answering, '/story mayor crane', asker({ tenant: 'slack:T2' }));
  const refused = (await Promise.all(flood)).filter(({ trouble }) => trouble);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused.length).toBeLessThan(60);
  expect(JSON.stringify((await other).blocks)).toMatch(/Mayor of Kelmouth/);
});
