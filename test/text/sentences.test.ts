import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const split = (text: string) => splitSentences(text).map((s) => text.slice(s.start, s.end));
/** The sentences are written with | between them; the text is without. */
const marked = (text: string) => text.split('|').map((s) => s.trim());

describe('splitSentences', () => {
  it.each([
    ['titles', 'Mr. Orwin met Gen. Tasker and Dr. Li.|They spoke with Sen. Ada Pole.'],
    ['initials', 'J. K. Marrow and T.S. Eland wrote it.|George W. Pell read it.'],
    [
      'dotted acronyms',
      'He left the U.S. Senate for a U.N. post.|She stayed in the U.S.|The others flew home.',
    ],
    [
      'months and days',
      'It opened on Jan. 5 and closed on Fri., Feb. 3, as planned.|Nobody came in Sept.|The hall was empty.',
    ],
    [
      'hours',
      'The doors open at 5 p.m. Monday.|They close at 9 p.m.|The guard leaves at 6 a.m. ET.',
    ],
    ['numbers that are named', 'He is No. 5 of 12.|She said no.|Then she left.'],
    ['decimals and money', 'It grew 3.5 percent to $2.75.|Costs fell 1.2 points.'],
    ['companies', 'Brill Inc. chief Ana Sol resigned.|She had joined Brill Inc.|The firm is old.'],
    ['states', 'He lives in Tulsa, Okla. and works in Waco, Tex.|The drive is long.'],
    ['ellipses', 'Well... I think so.|Perhaps… not today.|They waited…|Then it rained.'],
    [
      'marks behind the stop',
      '“We won.”|“We lost,” he said.|"Did we?"|(Nobody knew.)|Then they slept.',
    ],
    [
      'a verb of saying behind closing marks',
      '“Will it hold?” asked Brandt.|“What now?” Said Orlo, quoted by a reader.',
    ],
    ['questions in the middle', '“Is it over?” she asked the driver.|It was.'],
    [
      'lost spaces',
      'The deal was done.He said so.|Sales at Orvo.com grew.'.replace('done.He', 'done.|He'),
    ],
    ['names with a small letter first', 'Nobody bought it.|iPhone owners waited.'],
    ['footnotes', 'It cost forty crowns.[1]|The rest was free.'],
    ['list numbers', '1. Boil the water|2. Add the salt'],
    [
      'German',
      'Das kostet z.B. 5 Euro.|Am 3. Oktober war Feiertag.|Er ist 25.|Die Polizei kam u.a. aus Kiel.|Der 1. FC Moor verlor.',
    ],
    ['German marks', '„Wir gehen.“|Sie blieb.|»Nein.«|Er schwieg.'],
    ['Spanish', 'La Sra. Gómez llegó.|¿Qué pasó?|¡Nada!|El Sr. Pérez vive en EE.UU. desde 1990.'],
    ['French', 'M. Morel a dit oui.|« Non. »|Mme Roy est partie.|L’an 2020.|Il pleut.'],
    ['Italian', 'Il dott. Bassi parla.|È tardi.|La sig.ra Neri esce.'],
    ['Japanese and Chinese', '今日は雨。|明日は晴れ！|「そうですか。」と彼は言った。|次。'],
  ])('%s', (_what, text) => {
    const [first = '', ...rest] = marked(text);
    let whole = first;
    // CJK sentences follow each other without a space, and so does a lost one.
    for (const next of rest)
      whole +=
        (/[。！？」]$/.test(whole) || (whole.endsWith('done.') && next.startsWith('He'))
          ? ''
          : ' ') + next;
    if (text.startsWith('1. ')) whole = rest.reduce((sum, s) => `${sum}\n${s}`, first);
    expect(split(whole)).toEqual([first, ...rest]);
  });

  it('ends a sentence at every line break, blank line or not', () => {
    expect(split('A heading\nThe text\r\n\r\ngoes on')).toEqual([
      'A heading',
      'The text',
      'goes on',
    ]);
  });

  it('leaves the white space around sentences out', () => {
    expect(split('  One here.   Two here.  ')).toEqual(['One here.', 'Two here.']);
  });

  it('takes a mark turned the wrong way for the end of its sentence', () => {
    expect(split('They hailed “an old friend. Russian “. The call ended.').at(-1)).toBe(
      'The call ended.',
    );
  });

  it('covers every letter and digit exactly once, in order', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'Mr.',
        'word',
        'Word',
        '.',
        '. ',
        '? ',
        '\n',
        '“',
        '”',
        '5',
        '。',
        'U.S. ',
        '…',
        ' "',
        'a.m. ',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((p) => p.join('')),
          fc.string({ unit: 'binary', maxLength: 80 }),
        ),
        (text) => {
          const spans = splitSentences(text);
          let last = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(last, start).trim()).toBe('');
            last = end;
          }
          expect(text.slice(last).trim()).toBe('');
        },
      ),
    );
  });

  // Quadratic time would need hours here: the test ends or it hangs.
  it.each([
    ['stops', '.'.repeat(400_000)],
    ['stops and spaces', '. '.repeat(200_000)],
    ['letters and stops', 'a.'.repeat(200_000)],
    ['initials', 'A. B. '.repeat(80_000)],
    ['marks', '.”'.repeat(200_000)],
    ['straight marks', '"'.repeat(400_000)],
    ['spaces', `. ${' '.repeat(400_000)}. A`],
    ['numbers', '1. '.repeat(130_000)],
    ['line breaks', '.\n'.repeat(200_000)],
  ])('reads a long run of %s once', (_what, text) => {
    expect(splitSentences(text).length).toBeGreaterThan(0);
  });
});
