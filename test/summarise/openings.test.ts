import { describe, expect, it } from 'vitest';
import { writeDigest } from '../../src/summarise/digest.ts';
import { article } from './build.ts';

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

describe('bullets', () => {
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
