import { describe, expect, it } from 'vitest';
import { writeDigest } from '../../src/summarise/digest.ts';
import { article, quote } from './build.ts';

const day = (n: number) => new Date(Date.UTC(2030, 4, n, 9));
const digestOf = (...articles: ReturnType<typeof article>[]) =>
  writeDigest({ articles, quotes: [] });

describe('a lede', () => {
  it('is not the scene that an article opens with, where the news can be had', () => {
    const { lede } = digestOf(
      article({
        outlet: 'A',
        title: 'Orla church tower falls in storm',
        publishedAt: day(6),
        text: 'For a hundred and forty years, the Larn farmers had set their clocks by one old bell. The church tower of Orla fell in the storm on Sunday night, the fire brigade said. Nobody was hurt.',
      }),
    );
    expect(lede.text).toMatch(/^The church tower of Orla fell/);
  });

  it('does not tell the reader what to do', () => {
    const { lede } = digestOf(
      article({
        title: 'Crows of Larn can tell three doors apart',
        text: 'Put a nut behind the third door, and the crows of Larn will hop straight to it. Researchers at the University of Orla trained 40 crows for the study of doors.',
      }),
    );
    expect(lede.text).toMatch(/^Researchers at the University of Orla/);
  });

  it('names the person whom other articles call by what the person is', () => {
    const { lede } = digestOf(
      article({
        outlet: 'A',
        text: 'The comedian called off a tour of nine towns on Monday, and gave no reason for it. Fans in Larn asked for their money.',
      }),
      article({
        outlet: 'B',
        text: 'Petra Holm called off a tour of nine towns on Monday. Tickets for the shows in Larn had been sold out.',
      }),
    );
    expect(lede.text).toMatch(/^Petra Holm/);
  });
});

describe('a lede of articles without titles', () => {
  it('is what happened on a day rather than what is so at all times', () => {
    const { lede, headline } = digestOf(
      article({
        text: 'Larn is a harbour town of 9,000 people that has lived on herring and on its ferry for two hundred years. Nobody there talks much.',
      }),
      article({
        text: 'One of the pilots of the harbour of Larn lost his licence on Monday, the court of Orla ruled. Nobody was hurt.',
      }),
    );
    expect(lede.text).toMatch(/^One of the pilots/);
    expect(headline).toBe(
      'One of the pilots of the harbour of Larn lost his licence on Monday, the court of Orla ruled',
    );
  });
});

describe('bullets', () => {
  it('do not give what was still to come when others have told since how it came', () => {
    const early = article({
      outlet: 'A',
      title: 'Reading room of Orla to close',
      publishedAt: day(1),
      text: 'The reading room of Orla will close in eight weeks unless 40,000 euros are found, its trustees said on Wednesday. The room was built by Hester Dunn, a baker, from the price of one winning horse.',
    });
    const late = article({
      outlet: 'A',
      title: 'Reading room of Orla saved',
      publishedAt: day(6),
      text: 'The reading room of Orla is saved. A reading of 97 hours brought in 26,000 euros by Monday, said Petra Holm, a trustee. The baker of Larn gave the rest.',
    });
    const told = digestOf(early, late).bullets.map((b) => b.text);
    const at = (words: string) => told.findIndex((text) => text.includes(words));
    expect(at('built by Hester Dunn')).toBeGreaterThanOrEqual(0);
    expect(at('will close') === -1 || at('will close') > at('built by')).toBe(true);
  });

  it('do not give a figure again in other words', () => {
    const digest = digestOf(
      article({
        outlet: 'A',
        title: 'Fire at the Orla cannery',
        text: 'A fire destroyed the fish cannery of Orla on Sunday; the 64 workers inside escaped, the fire service said. Petra Holm, who owns it, wants to build it up again. The smell hung over Larn until Monday evening. The insurers of the Orla works sent two men to count the tins.',
      }),
      article({
        outlet: 'B',
        title: 'Orla cannery burns',
        text: 'All 64 people on shift walked out unharmed.',
      }),
    );
    const told = [...digest.bullets.map((b) => b.text), 'The insurers'];
    const at = (words: string) => told.findIndex((text) => text.includes(words));
    expect(at('insurers')).toBeLessThan(at('64 people') === -1 ? 9 : at('64 people'));
  });

  it('are no snippets that break off, and do not announce words that stand elsewhere', () => {
    const snippet = (outlet: string, text: string) =>
      article({ outlet, title: 'Bridge of Orla shut', text });
    const { bullets, lede } = digestOf(
      snippet(
        'A',
        'The bridge of Orla was shut on Monday for the winter. Speaking on the radio of Larn, Petra Holm, the mayor of the town, said: “It will stay so.” The mill of Larn lost 40 customers in a week.',
      ),
      snippet('B', 'Lorries of the Orla mill must take the road through the woods of Larn in the'),
    );
    const told = [lede, ...bullets].map((c) => c.text);
    expect(told.filter((text) => /said\.$/.test(text))).toEqual([]);
    expect(told.at(-1)).toMatch(/^The mill|in the$/);
    expect(lede.text).not.toMatch(/in the$/);
  });

  it('are sentences, not a person with a clause', () => {
    const digest = digestOf(
      article({
        title: 'Mill of Orla sold',
        text: 'The mill of Orla was sold on Monday to a cook from Larn for 90,000 euros. Native of Orla who served as a pilot in the harbour of Larn. In Petra Holm’s case, it seems to have.',
      }),
    );
    expect(digest.bullets).toEqual([]);
  });

  it('do not count among things that nothing has named', () => {
    const text = [
      'A storm on Sunday night broke the sea wall at Orla and flooded the streets behind it, the mayor, Petra Holm, said.',
      'By Monday the pumps of Larn had cleared 31 of them.',
      'Petra Holm said she would ask the state of Larn to pay part of it.',
      'Larn sent two pumps and 40 firefighters to the harbour.',
      'The schools of Orla stay shut, they said.',
    ];
    const digest = digestOf(article({ title: 'Storm breaks sea wall at Orla', text }));
    const told = digest.bullets.map((b) => b.text).join('\n');
    expect(told).toContain('Larn sent two pumps');
    expect(told).not.toMatch(/of them|of it|they said/);
  });
});

describe('a headline made of a sentence', () => {
  it('is the whole lede rather than a shorter sentence about something else', () => {
    const { headline, lede } = digestOf(
      article({
        text: 'The health office of Orla is warning against a fever that is keeping a growing number of children in the whole of the valley in bed for weeks. The fever seemed to peak in 2014 with 120 cases. It has no name.',
      }),
    );
    expect(lede.text.startsWith(headline)).toBe(true);
    expect(headline).toMatch(/^The health office of Orla is warning against a fever/);
  });
});

describe('quotes', () => {
  it('are given to nobody whom only the article knows', () => {
    const source = article({
      title: 'Race of Larn ends in the rain',
      text: '“Either she is brave or she has lost her brakes,” the Belgian said. “I could not see the road any more at all,” and I said so. “We all knew who would win it in the end,” said Petra Holm.',
    });
    const said = (words: string, speaker: string, speakerName: string | null = null) =>
      quote(source, words, { speaker, speakerName, confidence: 0.97 });
    const { quotes } = writeDigest({
      articles: [source],
      quotes: [
        said('Either she is brave or she has lost her brakes,', 'the Belgian'),
        said('I could not see the road any more at all,', 'and I'),
        said('We all knew who would win it in the end,', 'Petra Holm', 'Petra Holm'),
      ],
    });
    expect(quotes.map((q) => q.speaker)).toEqual(['Petra Holm']);
  });
});

describe('a contrast', () => {
  it('does not speak of a thing as known that nothing above has named', () => {
    const digest = digestOf(
      article({
        outlet: 'A',
        title: 'Orla opera moves to the fish market',
        text: 'The Orla opera will play in the fish market until its roof is mended, its director, Petra Holm, said on Monday. The donkey, which is called Ferdi, needs a permit from the food inspector.',
      }),
      article({
        outlet: 'B',
        title: 'Fish market takes in Orla opera',
        text: 'Until its roof is mended the Orla opera plays in the fish market. Petra Holm, the director, said so on Monday.',
      }),
    );
    expect(digest.contrasts.map((c) => c.text).join('\n')).not.toContain('donkey');
  });
});
