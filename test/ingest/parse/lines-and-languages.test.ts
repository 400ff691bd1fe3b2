import { describe, expect, test } from 'vitest';
import { detectLanguage, languageCode } from '../../../src/ingest/parse/language.ts';
import { plainLine, plainLineOfHtml } from '../../../src/ingest/parse/plain-line.ts';
import { webAddress, webAddressAsKnown } from '../../../src/ingest/parse/web-address.ts';

describe('plainLine', () => {
  test('white space is folded and characters that turn or hide words go', () => {
    expect(plainLine('  The \u202Eegdirb\u202C\n is\u200B shut ')).toBe('The egdirb is shut');
  });

  test('joiners of emoji and of Persian words stay', () => {
    expect(plainLine('👩‍🚒 می‌خواهم')).toBe('👩‍🚒 می‌خواهم');
  });

  test('nothing is null', () => {
    expect(plainLine(' \n ')).toBeNull();
  });

  test('a title that was encoded twice is decoded twice, a plain one not at all', () => {
    expect(plainLineOfHtml('Tea &amp;amp; &lt;b&gt;milk&lt;/b&gt;')).toBe('Tea & milk');
    expect(plainLineOfHtml('If a < b then R&D')).toBe('If a < b then R&D');
  });

  test('a line is cut where no character breaks', () => {
    expect(plainLine('😀'.repeat(3_000))).toMatch(/^(?:😀)+$/u);
  });
});

describe('languageCode', () => {
  test('what feeds declare becomes ISO 639-1', () => {
    expect(['en-US', 'de_AT', 'deu', 'zh-Hant', 'iw', 'nb'].map(languageCode)).toEqual([
      'en',
      'de',
      'de',
      'zh',
      'he',
      'no',
    ]);
  });

  test('nonsense is null', () => {
    expect(['', 'english please', 'x', '12', 'und', null].map(languageCode)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('detectLanguage', () => {
  test.each([
    ['en', 'The old bridge over the river will stay closed until the spring, the council said.'],
    ['de', 'Die alte Brücke über den Fluss bleibt bis zum Frühjahr gesperrt, sagte der Stadtrat.'],
    ['fr', 'Le vieux pont sur la rivière restera fermé jusqu’au printemps, a annoncé la mairie.'],
    ['ru', 'Старый мост через реку останется закрытым до весны, сообщил городской совет.'],
    ['ja', '川にかかる古い橋は春まで閉鎖されると市議会は述べた。'],
  ])('%s is told from a sentence', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language);
  });

  test('a few letters tell nothing', async () => {
    expect(await detectLanguage('OK 2024')).toBeNull();
  });
});

describe('webAddress', () => {
  test('relative addresses are resolved and only the web is let through', () => {
    expect(webAddress('../a?b=1', 'https://news.example/x/y/')).toBe(
      'https://news.example/x/a?b=1',
    );
    expect(webAddress('javascript:alert(1)', 'https://news.example/')).toBeNull();
    expect(webAddress('data:text/html,x', null)).toBeNull();
    expect(webAddress('/a', null)).toBeNull();
  });

  test('a relative address is kept as written where its place is not known, a script is not', () => {
    expect(webAddressAsKnown('posts/1.html', null)).toBe('posts/1.html');
    expect(webAddressAsKnown('javascript:alert(1)', null)).toBeNull();
  });
});
