import { expect, onTestFinished, test } from 'vitest';
import type { SafeFetch } from '../../src/ingest/fetch/safe-fetch.ts';
import { createReading } from '../../src/ingest/workers/reading.ts';
import { readFeedList } from '../../src/pipeline/read-feed-list.ts';
import { addFeed, feedsOf } from '../../src/store/feeds.ts';
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

/** The real reading of a list whose server answers this. */
async function serving(body: string) {
  const fetch: SafeFetch = async ({ url }) => ({
    kind: 'ok',
    url,
    headers: { 'content-type': 'text/x-opml; charset=utf-8' },
    body: new TextEncoder().encode(body),
  });
  const db = await temporaryStore();
  const reading = createReading();
  onTestFinished(() => reading.close());
  const answering = answeringOver(db, {
    readFeedList: (url) => readFeedList(url, fetch, reading),
  });
  const manager = asker({ tenant: HERE, isManager: true });
  const line = '/news feed import https://example.org/all.opml';
  return { db, answer: () => answerTo(answering, line, manager) };
}

test('a list on the web is read with its titles, a wrong address is told with its line', async () => {
  const outline = (url: string) => `<outline text="Käse" xmlUrl="${url}"/>`;
  const opml = (url: string) => `<opml><body>\n${outline(url)}\n</body></opml>`;
  const right = await serving(opml('https://paper1.example/feed'));
  expect(await right.answer()).toMatchObject({ trouble: false });
  expect(await feedsOf(right.db, HERE)).toMatchObject([
    { url: 'https://paper1.example/feed', outlet: 'Käse' },
  ]);
  const wrong = await serving(opml('javascript:1'));
  expect(JSON.stringify(await wrong.answer())).toContain('Nothing was added: line 2: ');
});

test('a list that was made to take minutes is given up, and everybody else is answered meanwhile', async () => {
  // A megabyte at most is fetched; this is what was found to take longest in it.
  const hostile = `<opml>${'<a>'.repeat(120_000)}${'</b>'.repeat(150_000)}</opml>`;
  const { db, answer } = await serving(hostile);
  let turns = 0;
  const others = setInterval(() => (turns += 1), 20);
  const said = await answer();
  clearInterval(others);
  expect(said).toMatchObject({ trouble: true });
  expect(JSON.stringify(said)).toContain(
    'Nothing was added: it could not be read: reading it took too long',
  );
  expect(turns).toBeGreaterThan(10);
  expect(await feedsOf(db, HERE)).toEqual([]);
});
