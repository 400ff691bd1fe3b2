import { expect, test } from 'vitest';
import { explain } from '../../src/desk/why.ts';
import { DAY } from '../../src/lib/clock.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { addFeed } from '../../src/store/feeds.ts';
import type { Db } from '../../src/store/schema.ts';
import { NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const at = (outlet: string, topic: string): Told => ({
  url: `https://${outlet.toLowerCase()}.example/${topic.replaceAll(' ', '-')}`,
  outlet,
  title: `The ${topic}`,
  text: `Everything about the ${topic} as ${outlet} saw it on the spot this morning. ${outlet} has its own view of the ${topic}.`,
});

/** Three stories of a day, told by three outlets, two and one; and one of a week ago. */
async function told(): Promise<Db> {
  const db = await temporaryStore();
  await tell(db, [
    at('Herald', 'harbour strike of Kelmouth'),
    at('Echo', 'harbour strike of Kelmouth'),
    at('Lens', 'harbour strike of Kelmouth'),
    at('Herald', 'orchid in the greenhouse'),
    at('Echo', 'orchid in the greenhouse'),
    at('Lens', 'chess final of Torrin'),
    { ...at('Lens', 'tram without drivers'), hoursAgo: 24 * 7 },
  ]);
  return db;
}

const asked = (about: string) => ({
  about,
  from: new Date(NOW.getTime() - DAY),
  to: NOW,
  limit: 2,
});

test.each([
  ['harbour strike', 1],
  ['orchid greenhouse', 2],
  ['chess final', 3],
  ['tram drivers', null],
])('the story of %s has the place %s of the day', async (about, rank) => {
  const why = await explain(await told(), EVERYBODY, asked(about));
  expect(why).toMatchObject({ kind: 'story', rank, of: 3, limit: 2, article: null });
});

test('an article is asked about by its address, however that is decorated', async () => {
  const { url, title } = at('Echo', 'orchid in the greenhouse');
  const why = await explain(await told(), EVERYBODY, asked(`${url}?utm_source=mail#top`));
  expect(why).toMatchObject({ kind: 'story', rank: 2, article: { url, title }, copyOf: null });
});

test('the article that one repeats is named', async () => {
  const db = await temporaryStore();
  const agency = at('Wire', 'flood of Vissing');
  const text = `${agency.text} ${'The water rose by two metres in the night, and the old bridge is closed. '.repeat(4)}`;
  const copy = { ...agency, text, outlet: 'Post', url: 'https://post.example/flood', hoursAgo: 1 };
  await tell(db, [{ ...agency, text }, copy]);
  const why = await explain(db, EVERYBODY, asked(copy.url));
  expect(why).toMatchObject({ article: { url: copy.url }, copyOf: { url: agency.url } });
});

test('of an address that is not held the feeds of its site are named', async () => {
  const db = await temporaryStore();
  for (const name of ['post', 'echo']) {
    const url = `https://www.${name}.example/feed`;
    const feed = { tenant: EVERYBODY, url, outlet: name, language: null, origin: 'added' } as const;
    await addFeed(db, feed, NOW);
  }
  const url = 'https://post.example/unheard';
  const why = await explain(db, EVERYBODY, asked(url));
  expect(why).toMatchObject({ kind: 'no-article', url, feeds: [{ outlet: 'post' }] });
});

test('of words that stand nowhere what comes nearest is named', async () => {
  expect(await explain(await told(), EVERYBODY, asked('chess parliament'))).toMatchObject({
    kind: 'no-story',
    nearest: [{ title: 'The chess final of Torrin' }],
  });
});
