import { expect, test } from 'vitest';
import { suggestStories } from '../../src/desk/suggest-stories.ts';
import { suggestTopics } from '../../src/desk/suggest-topics.ts';
import { EVERYBODY } from '../../src/news/tenant.ts';
import { NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const told = (name: string, title: string, more: Partial<Told> = {}): Told => ({
  url: `https://${name}.example`,
  outlet: name,
  title,
  text: `${title}.`,
  ...more,
});

async function place() {
  const db = await temporaryStore();
  await tell(db, [
    told('a', 'Kelmouth bakery wins the golden rye', {
      text: 'A bakery has won the golden rye for the best bread of the coast. Baker Ines Harrow uses flour from two mills and lets the dough rest for a night. The jury of eleven tasted forty loaves on Sunday.',
    }),
    told('b', 'Swimmers of Kelmouth cross the cold strait', {
      text: 'Six swimmers reached the lighthouse of Sandrey after nine hours in water of eleven degrees. A fishing boat went beside them, and seals followed for a mile. They raised money for the lifeboat.',
    }),
    told('c', 'Parliament of Norrland votes on longer holidays'),
    told('d', 'Kestrel nests on a Brixford crane', { hoursAgo: 24 * 9 }),
    told('e', 'Kelpfish secret of a private place', { tenant: 'slack:T1' }),
  ]);
  return { db, tenant: EVERYBODY, now: NOW };
}

test('topics are words of recent headlines, those of the most headlines first', async () => {
  const here = await place();
  expect(await suggestTopics(here, 'ke')).toEqual(['Kelmouth']);
  expect((await suggestTopics(here, ''))[0]).toBe('Kelmouth');
  expect(await suggestTopics(here, 'NORR')).toEqual(['Norrland']);
  expect(await suggestTopics(here, 'zeppelin')).toEqual([]);
  expect(await suggestTopics({ ...here, tenant: 'slack:T1' }, 'kel')).toEqual([
    'Kelmouth',
    'Kelpfish',
  ]);
});

test('stories are suggested by every word typed, the last of which may be unfinished', async () => {
  const here = await place();
  const titles = async (typed: string) =>
    (await suggestStories(here, typed)).map(({ title }) => title);
  expect(await titles('kelmouth gol')).toEqual(['Kelmouth bakery wins the golden rye']);
  expect(await titles('kelpfish')).toEqual([]);
});
