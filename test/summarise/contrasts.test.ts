import { describe, expect, it } from 'vitest';
import { writeDigest } from '../../src/summarise/digest.ts';
import { article } from './build.ts';

type Telling = { readonly outlet: string; readonly text: string; readonly hour?: number };

/** The contrasts of a story in which two sentences or more stand side by side. */
function sideBySide(...tellings: readonly Telling[]): string[] {
  const articles = tellings.map(({ outlet, text, hour = 12 }, i) =>
    article({
      outlet,
      title: 'Fire in the mill of Larn',
      publishedAt: new Date(Date.UTC(2026, 4, 18, hour + i)),
      text,
    }),
  );
  return writeDigest({ articles, quotes: [] })
    .contrasts.filter(({ refs }) => refs.length > 1)
    .map(({ text }) => text);
}

const opening = (town: string) =>
  `A fire burnt down the old paper mill of Larn on Monday, and smoke drifted over ${town}.`;
const pair = (one: string, other: string, hours: readonly [number, number] = [12, 14]) =>
  sideBySide(
    { outlet: 'Alpha', text: `${opening('Kell')} ${one}`, hour: hours[0] },
    { outlet: 'Beta', text: `${opening('Dray')} ${other}`, hour: hours[1] },
  );

describe('figures of two outlets stand side by side', () => {
  it.each([
    [
      'where other nouns name the same people',
      'Doctors in Larn tested the syrup in a trial with 340 patients.',
      'The trial of the syrup in Larn enrolled 430 people.',
      'trial with 340 patients.* / Beta: .*430 people',
    ],
    [
      'where another verb tells what became of them',
      'The blaze in the mill injured 14 people, the town hall of Larn said.',
      'The clinic of Larn treated 17 people for burns from the mill.',
      '14 people.* / .*17 people',
    ],
    [
      'where one of them tells how far the other is off',
      'The 58 workers of the paper mill in Larn got out safely.',
      'The brigade of Larn said 61 people were inside the mill, three more than the company had first counted.',
      '58 workers.* / .*61 people',
    ],
    [
      'in other measures',
      'The fire in Larn spread along 3 kilometres of the mill canal.',
      'The fire in Larn spread along 4 miles of the mill canal.',
      '3 kilometres.* / .*4 miles',
    ],
  ])('%s', (_where, one, other, shown) => {
    expect(pair(one, other)).toEqual([expect.stringMatching(new RegExp(shown))]);
  });

  it.each([
    [
      'one is the other, rounded',
      'The fire in Larn burnt 3,120 tonnes of paper in the mill.',
      'The fire in Larn burnt about 3,000 tonnes of paper in the mill.',
    ],
    [
      'one is within what the other allows',
      'The fire in Larn burnt more than 300 tonnes of paper in the mill.',
      'The fire in Larn burnt 340 tonnes of paper in the mill.',
    ],
    [
      'one is a part of the whole',
      'The blaze in the mill of Larn injured 12 of the 58 workers on shift.',
      'The blaze in the mill of Larn injured 19 workers on the shift.',
    ],
    [
      'one is of another day',
      'The blaze in the mill of Larn hurt 12 workers on Monday.',
      'The blaze in the mill of Larn hurt 19 workers on Sunday.',
    ],
    [
      'one is what was expected',
      'The fire in Larn burnt 340 tonnes of paper in the mill.',
      'The fire in Larn could burn 500 tonnes of paper in the mill.',
    ],
    [
      'they are of other things',
      'The fire in Larn burnt 340 tonnes of paper in the mill.',
      'Trucks brought 500 tonnes of sand to the harbour of Dray.',
    ],
    [
      'the names beside them differ',
      'The mill of Larn owes $340 million to Nordlin banks for its paper machine.',
      'The mill of Larn owes $500 million to Varran banks for its paper machine.',
    ],
    [
      'other people are meant',
      'The blaze in the mill of Larn hurt 12 firefighters in the yard.',
      'The blaze in the mill of Larn hurt 19 children in the yard.',
    ],
    [
      'one outlet gives both',
      'The fire in Larn burnt 340 tonnes of paper in the mill.',
      'The fire in Larn burnt 500 tonnes of paper in the mill. The mill of Larn had bought 340 tonnes of paper in May.',
    ],
  ])('but not where %s', (_where, one, other) => {
    expect(pair(one, other)).toEqual([]);
  });

  it('but not where more than a day lies between them', () => {
    const [one, other] = [
      'The blaze in the mill of Larn injured 14 people in the yard.',
      'The blaze in the mill of Larn injured 17 people in the yard.',
    ];
    expect(pair(one, other, [12, 14])).toHaveLength(1);
    expect(pair(one, other, [12, 44])).toEqual([]);
  });

  it('and of one outlet it is the newest figure that counts', () => {
    const hurt = (n: number, where: string) =>
      `The blaze in the mill of Larn injured ${n} people in the yard, ${where} said.`;
    expect(
      sideBySide(
        { outlet: 'Alpha', text: `${opening('Kell')} ${hurt(14, 'the brigade')}` },
        { outlet: 'Beta', text: `${opening('Dray')} ${hurt(17, 'the clinic')}` },
        { outlet: 'Alpha', text: `${opening('Moor')} ${hurt(17, 'the mayor')}` },
      ),
    ).toEqual([]);
  });
});

describe('what an outlet itself sets side by side', () => {
  it('is shown with both sentences', () => {
    expect(
      pair(
        'Around 1,450 people have left their homes in Larn, the Red Lantern estimates. Officials speak of 1,200, a number without those who went by themselves.',
        'The mayor of Larn thanked the brigade of Dray.',
      ),
    ).toEqual([
      'Alpha: Around 1,450 people have left their homes in Larn, the Red Lantern estimates. Officials speak of 1,200, a number without those who went by themselves.',
    ]);
  });

  it('is not where the second counts for nobody in particular', () => {
    expect(
      pair(
        'The union of Larn counted 900 people at the gates of the mill. It put the number of trucks at 40.',
        'The mayor of Larn thanked the brigade of Dray.',
      ),
    ).toEqual([]);
  });
});

it('a sentence that only leads over to the next is shown nowhere', () => {
  const fact = 'The brigade of Larn pumped water from the canal through the night.';
  const articles = [
    article({
      outlet: 'Alpha',
      title: 'Fire in the mill of Larn',
      text: `${opening('Kell')} ${fact} From Norvik came a different note.`,
    }),
    article({ outlet: 'Beta', title: 'Fire in the mill of Larn', text: opening('Dray') }),
  ];
  const digest = JSON.stringify(writeDigest({ articles, quotes: [] }));
  expect(digest).toContain(fact);
  expect(digest).not.toContain('a different note');
});
