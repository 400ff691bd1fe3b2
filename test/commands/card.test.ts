import { describe, expect, test } from 'vitest';
import { showDate } from '../../src/commands/show/words.ts';
import { answeringOver, answerTo, asker, NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';
import { wordsOf } from './place.ts';

const BRIDGE: Told = {
  url: 'https://courier.example/bridge',
  outlet: 'The Courier',
  title: 'What became of the old bridge',
  text: 'The old bridge of Kelmouth will be torn down on 14 April 2027, the council of Kelmouth said on Monday. It was closed on 9 February after a crack was found in its arch.',
};
const HERALD: Told = {
  url: 'https://herald.example/bridge',
  outlet: 'Herald',
  title: 'Council of Kelmouth to tear down old bridge after crack in arch',
  text: 'The council of Kelmouth said on Monday that the old bridge will be torn down on 14 April 2027. The old bridge of Kelmouth was closed on 9 February after a crack was found in its arch.',
};

async function placeWith(told: readonly Told[], language = 'en') {
  const db = await temporaryStore();
  await tell(db, told);
  const answering = answeringOver(db, { language });
  const say = async (line: string) => wordsOf(await answerTo(answering, line, asker()));
  return { db, say };
}

describe('the foot of a card', () => {
  test('says when the last dated article came, whatever was read later without a date', async () => {
    const both = [
      { ...BRIDGE, hoursAgo: 7 },
      { ...HERALD, hoursAgo: null },
    ];
    const { say } = await placeWith(both);
    expect(await say('/story bridge')).toContain('2 articles · 2 outlets · last Mar 2, 01:30 · ');
  });

  test('says nothing of when where no article has a date', async () => {
    const { say } = await placeWith([{ ...BRIDGE, hoursAgo: null }]);
    const words = await say('/story bridge');
    expect(words).toContain('1 article · 1 outlet · in ');
    expect(words).not.toContain('last ');
  });
});

describe('the timeline', () => {
  test('has its dates in the language of the place, as far as they are known', async () => {
    const { say } = await placeWith([BRIDGE], 'de');
    const words = await say('/story bridge view:timeline');
    expect(words).toContain('14. Apr. 2027 The old bridge');
  });

  test.each([
    ['2026-03-01', 'en', 'Mar 1'],
    ['2025-12-31', 'en', 'Dec 31, 2025'],
    ['2025-12-31', 'fr', '31 déc. 2025'],
    ['2026-03-01', 'es', '1 mar'],
    ['2026-03', 'de', 'März'],
    ['2022-10', 'en', 'October 2022'],
    ['2022', 'de', '2022'],
  ])('writes %s in %s as %s', (date, language, said) => {
    expect(showDate(date, { language, zone: 'Pacific/Auckland' }, NOW)).toBe(said);
  });
});

test('why calls a story by the headline of its card', async () => {
  const { db, say } = await placeWith([BRIDGE, HERALD]);
  const { id, title } = await db
    .selectFrom('stories')
    .select(['id', 'title'])
    .executeTakeFirstOrThrow();
  const [headline = ''] = (await say(`/story #${id}`)).split('\n');
  expect(headline).not.toBe(title);
  expect((await say(`/news why #${id}`)).split('\n')[0]).toMatch(headline);
});
