import { expect, test } from 'vitest';
import { addFeed } from '../../src/store/feeds.ts';
import { answeringOver, answerTo, asker, NOW } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const HERE = 'discord:1';
const feed = (n: number) => ({
  url: `https://paper${n}.example/feed`,
  title: `Paper ${n}`,
  language: null,
});

test('a list of feeds is added for the place alone, up to the most it may have, and can be taken elsewhere', async () => {
  const db = await temporaryStore();
  const held = { tenant: HERE, url: feed(1).url, outlet: 'Paper 1', language: null };
  await addFeed(db, { ...held, origin: 'added' }, NOW);
  const answering = answeringOver(db, {
    readFeedList: async () => ({ feeds: Array.from({ length: 210 }, (_, n) => feed(n + 1)) }),
  });
  const manager = asker({ tenant: HERE, isManager: true });
  const line = '/news feed import https://example.org/all.opml';
  const said = JSON.stringify(await answerTo(answering, line, manager));
  expect(said).toMatch(/199 feeds added, 1 were here before, 10 left out: 200 are the most/);
  const shown = JSON.stringify(await answerTo(answering, '/news feed export', manager));
  expect(shown).toContain('https://paper200.example/feed');
  expect(shown).not.toContain('https://paper201.example/feed');
  const others = asker({ tenant: 'discord:2', isManager: true });
  expect(await answerTo(answering, '/news feed export', others)).toMatchObject({ trouble: true });
});

test('a list that cannot be read adds nothing and says why', async () => {
  const answering = answeringOver(await temporaryStore());
  const manager = asker({ tenant: HERE, isManager: true });
  const said = await answerTo(answering, '/news feed import https://example.org/a', manager);
  expect(said).toMatchObject({ trouble: true });
  expect(JSON.stringify(said)).toMatch(/Nothing was added: nothing is read in this test/);
});
