import { describe, expect, test } from 'vitest';
import { count, showCoverage, showSpan } from '../../src/commands/show/words.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { answeringOver, answerTo, asker, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

test('things are counted as they are said', () => {
  expect([count(1, 'story'), count(2, 'story'), count(3, 'day'), count(1_200, 'outlet')]).toEqual([
    '1 story',
    '2 stories',
    '3 days',
    '1,200 outlets',
  ]);
});

test('a span is said in days where it is whole days', () => {
  const spans = [DAY, 3 * DAY, 36 * HOUR, HOUR / 2].map((ms) => showSpan(ms, 'en'));
  expect(spans).toEqual(['24 hours', '3 days', '36 hours', '30 minutes']);
  expect(showSpan(DAY, 'de')).toBe('24 Stunden');
});

describe('the words of each language', () => {
  test('things are counted in each by its own rules', () => {
    const some = { articles: 1, outlets: 2, independent: 1 };
    expect(showCoverage(some, 'de')).toBe('1 Artikel · 2 Medien · 1 unabhängig');
    expect(showCoverage({ ...some, outlets: 1, articles: 0 }, 'fr')).toBe('0 article · 1 média');
  });
});

test('a place that chose German is answered in it, and its articles stay as they are', async () => {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: 'https://courier.example/1',
      outlet: 'The Courier',
      title: 'Harbour of Kelmouth closed after crane falls',
      text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the dock, the harbour master said. Nobody was hurt.',
    },
  ]);
  const answering = answeringOver(db);
  const who = asker({ tenant: 'discord:1', isManager: true });
  await answerTo(answering, '/news settings lang:de', who);
  const digest = JSON.stringify(await answerTo(answering, '/digest', who));
  expect(digest).toContain('Nachrichten · Mo., 2. März');
  expect(digest).toContain('jedes Zitat steht Wort für Wort in seiner Quelle');
  expect(digest).toContain('Harbour of Kelmouth closed');
  const card = JSON.stringify(await answerTo(answering, '/story harbour', who));
  expect(card).toMatch(/Quellen.*Zeitleiste.*Fragen.*Teilen/s);
  expect(card).not.toMatch(/"label":"(?:Sources|Ask|Share|More)"/);
  const others = asker({ tenant: 'discord:2' });
  expect(JSON.stringify(await answerTo(answering, '/digest', others))).toContain('News digest');
});
