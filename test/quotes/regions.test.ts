import { describe, expect, it } from 'vitest';
import { regionsOf } from '../../src/quotes/regions.ts';

const between = (text: string) => regionsOf(text).map((r) => text.slice(r.start, r.end));

describe('the stretches between quote marks', () => {
  it.each([
    ['curly', 'A “one two” b.', ['one two']],
    ['straight', 'A "one two" b.', ['one two']],
    ['typed as two single ones', "A ''one two'' b.", ['one two']],
    ['of TeX', "A ``one two'' b.", ['one two']],
    ['German', 'A „one two“ b.', ['one two']],
    ['French with spaces', 'A « one two » b.', ['one two']],
    ['guillemets pointing inward', 'A »one two« b.', ['one two']],
    ['opened curly and closed straight', 'A “one two" b.', ['one two']],
  ])('are found for %s marks', (_, text, expected) => {
    expect(between(text)).toEqual(expected);
  });

  it('leave a nested quote inside the outer one', () => {
    expect(between('He said: “They told me “go home” and I went.”')).toEqual([
      'They told me “go home” and I went.',
    ]);
  });

  it('end where the next quote opens if the closing mark was forgotten', () => {
    expect(between('“One two three, he said. “Four five six,” he said.')).toEqual([
      'One two three, he said.',
      'Four five six,',
    ]);
  });

  it('do not run into the next paragraph after an opening mark used as the closing one', () => {
    expect(between('He restated “our firm support. Northgate “.\n\nAnother “line” here.')).toEqual([
      'our firm support. Northgate',
      'line',
    ]);
  });

  it('do not run into the next paragraph after a forgotten closing mark', () => {
    expect(between('He said “one two three.\n\nNothing here.\n\nAnother “line” here.')).toEqual([
      'one two three.',
      'line',
    ]);
  });

  it('are one a paragraph where a quote goes on over several', () => {
    const text = '“One two three.\n\n“Four five six.\n\n“Seven eight nine.”';
    const regions = regionsOf(text);
    expect(between(text)).toEqual(['One two three.', 'Four five six.', 'Seven eight nine.']);
    expect(regions.map((r) => [r.ended, r.continues])).toEqual([
      ['paragraph', false],
      ['paragraph', true],
      ['closed', true],
    ]);
  });

  it('go on in a paragraph that forgot to open again', () => {
    expect(between('He said: “One two three.\n\nFour five six,” and left.')).toEqual([
      'One two three.',
      'Four five six,',
    ]);
  });

  it('stand between single marks where a paper speaks in them', () => {
    expect(between('‘The workers’ hall isn’t open,’ she said. ‘It’s closed for good.’')).toEqual([
      'The workers’ hall isn’t open,',
      'It’s closed for good.',
    ]);
  });

  it('do not begin at apostrophes where a paper speaks in double marks', () => {
    expect(between('“It’s the workers’ hall,” he said in the ’90s. ‘Twas late.')).toEqual([
      'It’s the workers’ hall,',
    ]);
  });

  it('are none where nothing stands between the marks', () => {
    expect(between('A “” b " " c.')).toEqual([]);
  });
});
