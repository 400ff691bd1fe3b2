import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/cluster/features.ts';
import { guessLanguage } from '../../src/cluster/language.ts';
import { MERGE_FEATURES } from '../../src/cluster/merging.ts';
import { eachToken } from '../../src/cluster/scan.ts';
import { slugOf } from '../../src/cluster/slug.ts';
import { IN_TITLE, IS_NAME, IS_NUMBER, IS_PAIR, termsOfArticle } from '../../src/cluster/terms.ts';
import { KINDS, kindOf, MERGE_KINDS, WEIGHTS } from '../../src/cluster/weights.ts';
import { item } from './invented-news.ts';

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  eachToken(text, (token) => {
    tokens.push(token.text);
    return true;
  });
  return tokens;
}

function marksOf(about: Parameters<typeof item>[0]): Map<string, number> {
  const { words, marks } = termsOfArticle(item(about));
  return new Map(words.map((word, i) => [word, marks[i]!]));
}

describe('words', () => {
  test('apostrophes and dots bind inside a word, hyphens part', () => {
    expect(tokensOf("Don't go: the 20-year-old paid 2.5m in the U.S.")).toEqual([
      ...["Don't", 'go', 'the', '20', 'year', 'old', 'paid', '2.5m', 'in', 'the', 'U.S'],
    ]);
  });

  test('scripts without spaces come as pairs, words between them whole', () => {
    expect(tokensOf('搁浅了 NATO 船')).toEqual(['搁浅', '浅了', 'NATO', '船']);
  });

  test('function words are left out in the language of the text, said or guessed', () => {
    const text = 'El presidente dijo que la ley no será votada en el senado hasta el lunes.';
    const said = termsOfArticle(item({ text, language: 'es' })).words;
    expect(said).not.toContain('que');
    expect(termsOfArticle(item({ text })).words).toEqual(said);
  });

  test('a language is guessed only where its function words stand out', () => {
    expect(guessLanguage('', 'Der Minister hat den Vertrag nicht unterschrieben.')).toBe('de');
    expect(guessLanguage('Titanfall Beta Live', '')).toBe('en');
  });

  test('a language without a list loses its shortest words instead', () => {
    const said = 'قالت مديرة الميناء إن السفينة جنحت على شعاب سكيرو في ضباب كثيف';
    const { words } = termsOfArticle(item({ text: said }));
    expect(words).toContain('السفينة');
    expect(words).not.toContain('في');
    expect(words).not.toContain('على');
  });

  test('a run of letters too long for a word is none, however long the text', () => {
    const { words, bodyWords } = termsOfArticle(
      item({ text: `${'QUJD'.repeat(200_000)} storm in Dunvar. ${'more news '.repeat(50_000)}` }),
    );
    expect(words).toEqual(expect.arrayContaining(['storm', 'dunvar']));
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThan(60);
    expect(bodyWords).toBeLessThan(1_000);
  });

  test('names, numbers and title words are told apart', () => {
    const marks = marksOf({
      title: 'Harbour closed after storm',
      text: 'Police closed the harbour. Mayor Ines Caldera spoke to 40 sailors in Dunvar.',
    });
    expect(marks.get('storm')! & IN_TITLE).toBeTruthy();
    expect(marks.get('polic')! & IS_NAME).toBe(0);
    expect(marks.get('dunvar')! & IS_NAME).toBeTruthy();
    expect(marks.get('40')! & IS_NUMBER).toBeTruthy();
    expect(marks.get('ine caldera')! & IS_PAIR).toBeTruthy();
  });

  test('capitals in a headline that capitalises every word name nobody', () => {
    const marks = marksOf({ title: 'Three Killed As Bridge Falls In Northern Dunvar' });
    expect(marks.get('dunvar')! & IS_NAME).toBe(0);
  });

  test('a number is the same in letters and digits', () => {
    const letters = termsOfArticle(item({ title: 'Seven hurt' })).words;
    expect(termsOfArticle(item({ title: '7 hurt' })).words).toEqual(letters);
  });
});

describe('addresses', () => {
  test.each([
    ['https://n.example/2014/03/10/neighbors-movie-trailer_n_4931.html', 'neighbors movie trailer'],
    ['https://n.example/uk-news/a/b?x=one-two-three-four', ''],
    ['https://n.example/article/20140310/NEWS02/303109950', ''],
    ['not an address', ''],
  ])('%s says "%s"', (url, words) => {
    expect(slugOf(url)).toBe(words);
  });

  test('an article with a text of its own is not judged by its address', () => {
    const text =
      'The harbour master closed the port of Dunvar on Monday because of the storm that came.';
    const url = 'https://n.example/choir-wins-singing-prize';
    expect(termsOfArticle(item({ text, url }))).toEqual(termsOfArticle(item({ text })));
  });
});

describe('weights', () => {
  test('there is one for each thing that is measured', () => {
    for (const kind of KINDS) expect(WEIGHTS.join[kind].straight).toHaveLength(FEATURES.length);
    for (const kind of MERGE_KINDS) {
      expect(WEIGHTS.merge[kind].straight).toHaveLength(MERGE_FEATURES.length);
    }
  });

  test('are chosen by how much there is to compare', () => {
    expect(kindOf({ bodyWords: 0 }, 100)).toBe('headline');
    expect(kindOf({ bodyWords: 40 }, 100)).toBe('short');
    expect(kindOf({ bodyWords: 250 }, 100)).toBe('full');
    expect(kindOf({ bodyWords: 250 }, 1)).toBe('fresh');
  });
});
