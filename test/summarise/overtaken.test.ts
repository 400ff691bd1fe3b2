import { describe, expect, it } from 'vitest';
import { overtakenIn } from '../../src/summarise/overtaken.ts';
import { readStory } from '../../src/summarise/story-facts.ts';
import { article } from './build.ts';

/** What is left of the first sentence of an article once another one tells `later`, some hours after it. */
function leftOf(earlier: string, later: string, hours: number, title = 'News of Larn'): number {
  const articles = [
    article({ outlet: 'A', publishedAt: new Date(Date.UTC(2026, 4, 1, 6)), text: earlier }),
    article({
      outlet: 'B',
      title,
      publishedAt: new Date(Date.UTC(2026, 4, 1, 6 + hours)),
      text: later,
    }),
  ];
  const story = readStory(articles, []);
  const first = story.compared.find((s) => s.document === 0 && s.index === 0);
  return overtakenIn(story)(first!);
}

describe('a sentence is overtaken', () => {
  it.each([
    [
      'by a newer figure of the same people',
      'About 1,200 people have been evacuated from the valley of Larn.',
      'The number of people driven from their homes in the valley of Larn rose to 4,300.',
      10,
    ],
    [
      'by a newer figure of the same thing',
      'About 42,000 votes separated the two candidates in Larn.',
      'Ada Finn beat Mo Birch in Larn by 31,200 votes.',
      20,
    ],
    [
      'by the outcome that it waits for',
      'Ada Finn held a slender lead over Mo Birch in Larn on Monday.',
      'Ada Finn has won the vote in Larn, the commission said.',
      20,
    ],
    [
      'by a day, where it tells what is to come',
      'The river Ull is expected to reach the walls of Larn.',
      'The mayor of Larn thanked the brigade.',
      20,
    ],
    [
      'by a day, where it tells in the present',
      'Counting is slow in Larn because ballots travel by rail.',
      'The mayor of Larn thanked the brigade.',
      20,
    ],
  ])('%s', (_how, earlier, later, hours) => {
    expect(leftOf(earlier, later, hours)).toBeLessThanOrEqual(0.5);
  });

  it.each([
    [
      'by a figure told within the hour: that is another version',
      'About 1,200 people have been evacuated from the valley of Larn.',
      'Some 1,450 people have been evacuated from the valley of Larn.',
      1,
    ],
    [
      'by what became of other people',
      'The flood in Larn injured 12 people on Monday.',
      'Boats rescued 900 people in Larn on Tuesday.',
      20,
    ],
    [
      'where the figure is still given',
      'The blaze in Larn injured 12 people on Monday.',
      'The blaze in Larn injured 12 people. A blast in Moor injured 9 people.',
      20,
    ],
    [
      'where it tells what happened',
      'The dyke of Larn broke on Monday and the river Ull flooded the market.',
      'The mayor of Larn thanked the brigade.',
      20,
    ],
    [
      'where it tells the outcome itself',
      'Ada Finn took the lead at dusk and won the vote in Larn.',
      'Ada Finn has won the vote in Larn, the commission said.',
      20,
    ],
  ])('but not %s', (_how, earlier, later, hours) => {
    expect(leftOf(earlier, later, hours)).toBe(1);
  });

  it('by nothing where no article has a date', () => {
    const articles = ['The river Ull will reach Larn.', 'The river Ull has left Larn.'].map(
      (text) => article({ text }),
    );
    const story = readStory(articles, []);
    expect(story.compared.map(overtakenIn(story))).toEqual([1, 1]);
  });
});
