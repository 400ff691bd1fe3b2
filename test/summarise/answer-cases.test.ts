import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { article } from './build.ts';

const now = new Date('2026-05-20T12:00:00Z');
const publishedAt = new Date('2026-05-18T10:00:00Z');

const barge = article({
  title: 'Pilots of the Tessel barges stop work',
  publishedAt,
  text: [
    'Pilots of the Tessel barges stopped work on Monday over night pay, and grain piled up on the quays of Marl.',
    'The Bargemen’s Guild met on Monday evening. “We won’t sail for one crown less,” its secretary, Odile Marsh, told reporters.',
    'A strike by the pilots twelve years ago ended after eight days.',
    'A rescue boat carried insulin to the islands and made three trips before dark.',
  ],
});
const rally = article({
  title: 'Vestergaard ahead in Round the Fells',
  publishedAt,
  text: [
    'Signe Vestergaard broke away on the last climb of the third stage of Round the Fells.',
    'The 27-year-old from Holm came in alone. She leads the race by 51 seconds with two stages to go.',
  ],
});
const mill = article({
  title: 'Fire guts Hollin paper mill',
  publishedAt,
  text: [
    'A fire gutted the Hollin paper mill on Monday night and could be seen from the coast.',
    'The mill employs 120 people and has stood by the river for a century.',
    'All 34 workers on the night shift got out safely.',
  ],
});
const wasps = article({
  title: 'Wasps learn the faces of their keepers',
  publishedAt,
  text: [
    'Wasps can learn the faces of those who feed them, a study says.',
    'The group kept 318 wasps in glass boxes over one summer.',
  ],
});
const hall = article({
  title: 'Marl Song Hall to shut',
  publishedAt,
  text: [
    'The Marl Song Hall will shut for good in June unless 70,000 crowns can be found to mend its roof, its owners said.',
    'It was built by barge pilots in their free time.',
  ],
});
const pills = article({
  title: 'New pill against river fever',
  publishedAt,
  text: [
    'Calvorin is made by Ostrava Pharma, whose shares rose by a tenth. The company said that it would ask for approval of Calvorin in autumn.',
  ],
});
const spanish = article({
  title: 'El loro que calla',
  language: 'es',
  publishedAt,
  text: ['No habla por hablar, dice su dueña, que lo compró en el mercado de Almirón.'],
});
const all = [barge, rally, mill, wasps, hall, pills, spanish];
const ask = (text: string) =>
  answerQuestion({ text, language: null, now }, { articles: all, quotes: [] });
const said = (text: string) => ask(text).answer.map((part) => part.text);

describe('an answer', () => {
  it('shows no sentence twice, alone and before one that leans on it', () => {
    const parts = said('Who makes Calvorin?');
    expect(parts[0]).toContain('made by Ostrava Pharma');
    expect(parts.filter((text) => text.includes('made by Ostrava Pharma'))).toHaveLength(1);
  });

  it('brings along whose secretary speaks where the quote does not tell', () => {
    const { answer, nearest } = ask('Who is Odile Marsh?');
    const part = [...answer, ...nearest].find(({ text }) => text.includes('its secretary'));
    expect(part?.text).toMatch(/^The Bargemen’s Guild met/);
  });

  it('takes whom "She" means for who did it, and shows the name', () => {
    expect(said('Who leads Round the Fells?')[0]).toContain('Signe Vestergaard');
  });

  it('tells that all got out safely where it is asked whether anybody died', () => {
    expect(said('Did anyone die in the Hollin fire?')[0]).toContain('got out safely');
  });

  it('counts those that took part', () => {
    expect(said('How many wasps took part?')[0]).toContain('318 wasps');
  });

  it('takes what something depends on for why it comes', () => {
    expect(said('Why will the Song Hall close?')[0]).toContain('mend its roof');
  });

  it('of what is so now is not given by what was so years ago', () => {
    const { answer } = ask('Is the strike over?');
    expect(answer.some(({ text }) => text.includes('twelve years ago'))).toBe(false);
  });

  it('is not given where what the question turns on is not told', () => {
    expect(ask('Who pays for the insulin boats?').answered).toBe(false);
    expect(ask('Has the roof of the mill been repaired?').answered).toBe(false);
  });
});

describe('what comes nearest', () => {
  it('is not what holds another word that is spelt like part of the question', () => {
    // "won’t" is no "won".
    expect(
      ask('Who won the sailing cup?')
        .nearest.map(({ text }) => text)
        .join(),
    ).not.toContain('We won’t');
  });

  it('is nothing where the articles hold no name of the question and no two words that tell something', () => {
    expect(ask('How old is Governor Constance Hale?').nearest).toEqual([]);
    expect(ask('Who bought the islands of the moon?').nearest).toEqual([]);
  });
});
