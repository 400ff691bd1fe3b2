import { describe, expect, it } from 'vitest';
import { amountsAsked, measureOf } from '../../src/summarise/answer-amounts.ts';
import { parseQuestion } from '../../src/summarise/question.ts';
import { storySentences } from '../../src/summarise/sentence.ts';
import { formsOf } from '../../src/summarise/word-forms.ts';
import { article } from './build.ts';

// A Wednesday.
const now = new Date('2026-05-20T12:00:00Z');
const parse = (text: string) => parseQuestion(text, null, now);

describe('the days a question names', () => {
  it.each([
    ['What did Vole say today?', '2026-05-20', '2026-05-20'],
    ['what happened yesterday in Orvella', '2026-05-19', '2026-05-19'],
    ['What did Vole say on Monday?', '2026-05-18', '2026-05-18'],
    ['What has Vole said since Monday?', '2026-05-18', '2026-05-20'],
    ['What did Vole say last week?', '2026-05-11', '2026-05-17'],
    ['What was said about the dam this week?', '2026-05-18', '2026-05-20'],
    ['Who spoke of the dam in the last three days?', '2026-05-17', '2026-05-20'],
    ['What was said on 3 May about the dam?', '2026-05-03', '2026-05-03'],
    ['Was sagte Pohl gestern?', '2026-05-19', '2026-05-19'],
    ['¿Qué dijo el lunes Quintana?', '2026-05-18', '2026-05-18'],
    ['Qu’a dit la maire hier ?', '2026-05-19', '2026-05-19'],
  ])('%s', (text, from, to) => {
    expect(parse(text).days).toEqual({ from, to });
  });

  it('are none where it names none, and their words are not looked for', () => {
    expect(parse('What did Vole say about the quota?').days).toBeNull();
    expect(parse('What did Vole say about the quota on Monday?').terms).toEqual(['quota']);
  });
});

describe('the language of a question', () => {
  it.each([
    ['wie viele menschen wurden verletzt', 'de'],
    ['cuantos camiones esperan en los accesos', 'es'],
    ['Combien de camions attendent ?', 'fr'],
    ['how many trucks are waiting', 'en'],
  ])('%s', (text, language) => {
    expect(parse(text).language).toBe(language);
  });
});

describe('the words that stand for a word of the question', () => {
  const forms = (word: string, vocabulary: readonly string[], language = 'en') => [
    ...formsOf(word, new Set(vocabulary), { language, isHeld: vocabulary.includes(word) }).keys(),
  ];

  it('are those of the same meaning and the same root', () => {
    expect(forms('boss', ['director'])).toContain('director');
    expect(forms('regulator', ['regulatori'])).toContain('regulatori');
  });

  it('are near spellings where nobody wrote the word, and not where somebody did', () => {
    expect(forms('quintena', ['quintana'])).toContain('quintana');
    expect(forms('marin', ['marin', 'maren'])).not.toContain('maren');
  });

  it('are narrower words for a wider one, and not the reverse', () => {
    expect(forms('killed', ['shoot'])).toContain('shoot');
    expect(forms('shot', ['die'])).not.toContain('die');
  });

  it('are both halves of a word that the articles write apart', () => {
    expect(forms('windfarm', ['wind', 'farm'])).toEqual(expect.arrayContaining(['wind', 'farm']));
  });

  it('are not a noun that looks like a form of the verb', () => {
    expect(forms('built', ['building'])).not.toContain('building');
    expect(forms('founded', ['find'])).not.toContain('find');
  });

  it('are halves of a German compound', () => {
    expect(forms('studie', ['bienenstudi'], 'de')).toContain('bienenstudi');
  });
});

describe('the word on which a question turns', () => {
  it.each([
    ['Who designed the Orvella dam?', 'designed'],
    ['When was the Orvella dam built?', 'built'],
    ['Why did Governor Brandt resign?', 'resign'],
    ['How many people drowned in the flood?', 'drowned'],
    ['Which teacher banned phones in Harn?', 'banned'],
    ['Wer hat den Deich gebaut?', 'gebaut'],
    ['¿Quién encontró la máscara?', 'encontró'],
    ['Who is the mayor of Harn?', null],
    ['How old is the fallen tower?', null],
  ])('%s', (text, crux) => {
    expect(parse(text).crux).toBe(crux);
  });
});

describe('turns of phrase', () => {
  it('are read as the one word they stand for', () => {
    expect(parse('When did Holm step down as minister?').crux).toBe('resign');
    expect(parse('Is the strike over?').crux).toBe('ended');
    expect(parse('Are the trams running again?').crux).toBe('running');
    expect(parse('Did anyone die in the Hollin fire?').crux).toBe('die');
    expect(parse('What was the reason for the delay?').kind).toBe('why');
    expect(parse('What did Dagny Vole do for a living?').terms).toEqual(['dagny', 'vole']);
  });
});

describe('a sentence with the amount asked for', () => {
  const holds = (text: string, question: string, counted: string | null) => {
    const [sentence] = storySentences(article({ text }), 0);
    return (
      amountsAsked(sentence!, {
        counted: counted === null ? null : new Set([counted]),
        isWide: false,
        measure: measureOf(question),
        stems: new Set(),
        telling: new Set(),
      }).length > 0
    );
  };

  it('does not take for a duration how long ago something was', () => {
    const asked = 'how long did the repair take';
    expect(holds('The dam was built forty years ago.', asked, null)).toBe(false);
    expect(holds('It took forty years.', asked, null)).toBe(true);
  });

  it('reads number words in the language of the article alone', () => {
    expect(holds('For once somebody bids with jobs.', 'how many jobs', 'job')).toBe(false);
    expect(holds('Eleven jobs are at risk.', 'how many jobs', 'job')).toBe(true);
  });

  it('takes a length or a time where "how long is" may mean both', () => {
    expect(holds('The bridge has 300 metres.', 'how long is the bridge', null)).toBe(true);
    expect(holds('The film runs for two hours.', 'how long is the film', null)).toBe(true);
    expect(holds('The bridge has 300 metres.', 'how long did it take', null)).toBe(false);
  });

  it('measures money in money, a length in lengths, a time in hours', () => {
    const text = 'The bridge cost 40 million crowns and took nine years.';
    expect(holds(text, 'how much did the bridge cost', null)).toBe(true);
    expect(holds(text, 'how long did the work take', null)).toBe(true);
    expect(holds(text, 'how tall is the bridge', null)).toBe(false);
  });

  it('counts what is counted and nothing else', () => {
    const text = 'The navy sent 300 soldiers and two ships to the valley.';
    expect(holds(text, 'how many soldiers came', 'soldier')).toBe(true);
    expect(holds(text, 'how many cows came', 'cow')).toBe(false);
    expect(holds('No soldiers came to the valley.', 'how many soldiers came', 'soldier')).toBe(
      true,
    );
  });
});

describe('what a question asks for', () => {
  it.each([
    ['What is the name of the ferry?', 'name'],
    ['Wie heißt die Bürgermeisterin?', 'name'],
    ['¿Cómo se llama el capitán?', 'name'],
    ['which two banks lend the money', 'name'],
    ['Is the bridge closed?', 'whether'],
    ['did anybody drown in the flood', 'whether'],
    ['Was kostet die Brücke?', 'what'],
    ['ida kurz age', 'how-old'],
    ['how soon will the bridge open', 'when'],
    ['what did it cost to mend the bridge', 'how-many'],
    ['What caused the fire?', 'why'],
  ])('%s: %s', (text, kind) => {
    expect(parse(text).kind).toBe(kind);
  });

  it.each([
    ['How many pilots did the airline have?', 'pilots'],
    ['What is Ida Kurz’s salary?', 'salary'],
    ['Who is the new vicar of Harn?', 'vicar'],
    ['Which insurer left the town?', 'insurer'],
    ['Why did it burn?', null],
  ])('%s is about one thing: %s', (text, focus) => {
    expect(parse(text).focus).toBe(focus);
  });

  it('is the same where it was typed in a hurry', () => {
    expect(parse('whats the goat called').terms).toEqual(parse('What is the goat called').terms);
    expect(parse('why didnt ppl leave').isNegated).toBe(true);
  });

  it('is no question for somebody’s words where French asks how, or where a share is said', () => {
    expect(parse('Comment les bateaux passent-ils la digue ?').kind).not.toBe('said');
    expect(parse('What share of its users does Sundial say were hit?').kind).not.toBe('said');
  });
});

describe('who wrote something', () => {
  it('is asked for as who did it, not as whose words they are', () => {
    expect(parse('Who wrote the winning novel?')).toMatchObject({ kind: 'who', crux: 'wrote' });
    expect(parse('Who said that the dam would hold?').kind).toBe('who-said');
  });
});
