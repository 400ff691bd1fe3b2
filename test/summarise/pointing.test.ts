import { describe, expect, it } from 'vitest';
import { supposesPlace } from '../../src/summarise/assumed.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { leans } from '../../src/summarise/leaning.ts';
import { article } from './build.ts';

describe('a sentence points out of itself', () => {
  it.each([
    'The mill of Orla has thick walls, and the new mill will keep up this tradition.',
    'Petra Holm told the council of Larn about these barrels.',
    'To reach that mark, the brewers of Larn will sell every cask with a free glass.',
    'The brewers of Larn have for this very reason of taste left the guild.',
    'Offers for that have come from Orla and from Larn.',
    'The brewers of Larn consider that unfair: nobody had asked them.',
    'In the first two days, 17 were painted blue.',
    'The organisers in Larn can make do with four.',
    'The mayor of Larn put the number at 19.',
    'A judge in Orla will question them next week.',
    'On Monday, the town council could end it.',
    'Petra Holm came forward last month to accuse him of taking nine barrels.',
    'Movements of Belarusian and Russian ships have fed talk that his harbour could be closed.',
  ])('in "%s"', (text) => {
    expect(leans(text, 'en')).toBe(true);
  });

  it.each([
    'The mill of Orla will close this week, and no other in this country is as old.',
    'The dentist counted 900 barrels in May, and 300 of those barrels were empty.',
    'Petra Holm said that water had run into the cellar of the mill.',
    'The council of Larn told those who had waited that those barrels of Holm’s were gone.',
    'The Orla Post reported that Petra Holm had left Larn, and her lawyer denied those claims.',
    'Of the 40 barrels that stood in the mill of Orla, 17 were painted blue.',
    'The number of empty barrels in Larn rose to 19.',
    'The brewers of Larn asked a judge to hear them next week.',
    'A miller led Orla Rovers for ten years, taking them to the cup final.',
    'Petra Holm had a boat but could not sail it.',
    'Vivian said that her barrels had been left in the mill.',
    'Holm, a miller from Orla, said she was brought home by boat.',
  ])('and not in "%s"', (text) => {
    expect(leans(text, 'en')).toBe(false);
  });

  it('where it speaks of the town and names no place', () => {
    expect(supposesPlace('The clock at the town’s brick mill stopped at noon on Monday.')).toBe(
      true,
    );
    expect(supposesPlace('The clock of Orla at the town’s brick mill stopped on Monday.')).toBe(
      false,
    );
  });
});

describe('what a digest shows', () => {
  const main = article({
    outlet: 'The Orla Post',
    title: 'Barrels of Orla mill counted',
    text: 'The mill of Orla counted 900 barrels in its cellar on Monday. The count took two days.',
  });
  const digestOf = (second: string) =>
    writeDigest({
      articles: [main, article({ outlet: 'Larn Daily', title: 'Orla mill counts', text: second })],
      quotes: [],
    });

  it('is no sentence that takes up what another one said', () => {
    const told =
      'Petra Holm, the miller of Orla, had hired 12 divers from Larn to look under the wheel.';
    const texts = (text: string) => {
      const { bullets, contrasts } = digestOf(`Counting went on at Orla mill. ${text}`);
      return [...bullets, ...contrasts].map((c) => c.text).join(' ');
    };
    expect(texts(told)).toContain('12 divers');
    expect(texts(told.replace('the wheel', 'this wheel'))).not.toContain('12 divers');
  });

  it('is the leaning sentence where there is no other', () => {
    const only = article({ title: 'Barrels', text: 'A judge in Orla will question them.' });
    const { lede } = writeDigest({ articles: [only], quotes: [] });
    expect(lede.text).toBe('A judge in Orla will question them.');
  });

  it('is no half of a question and its answer, nor what somebody was asked about', () => {
    const { bullets, contrasts } = digestOf(
      'Q. Petra Holm of Orla will count the barrels of the mill again. Asked about the leak, Petra Holm said 40 barrels of Orla were wet. Petra Holm runs the mill of Orla with nine helpers. The guild of Larn has lent Orla three carts. A fair on Sunday will bring 400 guests to Larn. Two coopers from Larn mend barrels in the yard.',
    );
    const shown = [...bullets, ...contrasts].map((c) => c.text).join(' ');
    expect(shown).toContain('nine helpers');
    expect(shown).not.toMatch(/Q\.|Asked about/);
  });

  it('opens a bullet with no new thing that nobody has named', () => {
    const { bullets, lede } = digestOf(
      'The mill of Orla counts with a machine built in Larn. The new sieve uses the wheel of Orla for everything: sorting, washing and weighing the barley. Petra Holm runs the mill of Orla with nine helpers. The guild of Larn has lent Orla three carts. A fair on Sunday will bring 400 guests to Larn. Two coopers from Larn mend barrels in the yard.',
    );
    expect(lede.text).not.toContain('sieve');
    expect(bullets.length).toBeGreaterThan(2);
    expect(bullets.map((b) => b.text).join(' ')).not.toContain('The new sieve');
  });
});
