import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOME } from '../../src/config/home.ts';
import { loadPacks } from '../../src/config/packs.ts';
import { ConfigError } from '../../src/lib/errors.ts';

const SHIPPED = join(HOME, 'config', 'packs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-packs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const pack = (feeds: string, language = 'en') =>
  `title: A pack\nlanguage: ${language}\nfeeds:\n${feeds}`;
const feed = (name: string, url = 'https://a.example/feed.xml') =>
  `  ${name}:\n    url: ${url}\n    home: https://a.example/\n`;

function problems(): string {
  try {
    loadPacks(folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'no problem';
}

describe('the shipped packs', () => {
  const shipped = loadPacks(SHIPPED);

  test('come in English first, the widest subject before the others', () => {
    expect(shipped.map(({ name }) => name)).toEqual([
      'world',
      'technology',
      'science',
      'business',
      'climate',
      'security',
      'sport',
      'welt-de',
      'mundo-es',
      'monde-fr',
    ]);
  });

  test('hold five to eight feeds each, every one over https and with a home page', () => {
    for (const { name, feeds } of shipped) {
      expect(feeds.length, name).toBeGreaterThanOrEqual(5);
      expect(feeds.length, name).toBeLessThanOrEqual(8);
      for (const { url, home } of feeds) {
        expect([url, home].map((one) => new URL(one).protocol)).toEqual(['https:', 'https:']);
      }
    }
  });

  test('share no address, so that two of them together bring nothing twice', () => {
    const urls = shipped.flatMap(({ feeds }) => feeds.map(({ url }) => url));
    expect(new Set(urls).size).toBe(urls.length);
  });

  test('say that their addresses were not tried', () => {
    for (const { name } of shipped) {
      const [head] = readFileSync(join(SHIPPED, `${name}.yaml`), 'utf8').split('\n');
      expect(head, name).toMatch(/^# .*not tried/);
    }
  });
});

describe('packs of one’s own', () => {
  test('are called as their files, with what stands in them', () => {
    write('garden-news.yaml', pack(feed('The Spade')));
    expect(loadPacks(folder)).toEqual([
      {
        name: 'garden-news',
        title: 'A pack',
        language: 'en',
        feeds: [
          { title: 'The Spade', url: 'https://a.example/feed.xml', home: 'https://a.example/' },
        ],
      },
    ]);
  });

  test('stand behind the known subjects of their language, by name', () => {
    for (const name of ['zoo', 'ants', 'sport']) write(`${name}.yaml`, pack(feed('X')));
    write('bienen.yaml', pack(feed('X'), 'de'));
    expect(loadPacks(folder).map(({ name }) => name)).toEqual(['sport', 'ants', 'zoo', 'bienen']);
  });

  test('are none where there is no folder, and what is no pack is passed over', () => {
    write('README.md', 'Packs.');
    expect(loadPacks(folder)).toEqual([]);
    expect(loadPacks(join(folder, 'none'))).toEqual([]);
  });
});

describe('a slip in a pack is told with file, line and remedy', () => {
  test.each([
    [
      'a word for an address',
      feed('The Spade', 'spade'),
      'a.yaml:5: feeds.The Spade.url: expected a web address such as https://news.example.org/feed.xml, not "spade"',
    ],
    [
      'another protocol',
      feed('B', 'file:///etc/passwd'),
      'a.yaml:5: feeds.B.url: expected a web address',
    ],
    [
      'no home page',
      '  B:\n    url: https://a.example/\n',
      'a.yaml:4: feeds.B.home: expected a text',
    ],
    ['a list of feeds', '  - https://a.example/\n', 'a.yaml:3: feeds: expected settings below it'],
    [
      'an unknown setting',
      `${feed('B')}    languge: de\n`,
      'a.yaml:7: unknown setting "feeds.B.languge"',
    ],
    [
      'an address twice',
      feed('B') + feed('C'),
      'a.yaml:8: feeds.C.url: expected an address that no other feed of the pack has',
    ],
    [
      'a name twice',
      feed('B') + feed('B', 'https://b.example/'),
      'a.yaml:7: Map keys must be unique',
    ],
    ['broken YAML', '  B: [', 'a.yaml:4: '],
    ['no feeds', '  {}\n', 'a.yaml: feeds: expected 1 to 25 of them, not 0'],
    [
      'too many',
      Array.from({ length: 26 }, (_, i) => feed(`F${i}`, `https://a.example/${i}`)).join(''),
      'a.yaml: feeds: expected 1 to 25 of them, not 26',
    ],
  ])('%s', (_what, feeds, said) => {
    write('a.yaml', pack(feeds));
    expect(problems()).toContain(said);
  });

  test('a language that is no code', () => {
    write('a.yaml', pack(feed('B'), 'English'));
    expect(problems()).toBe(
      'a.yaml:2: language: expected a language code of two letters such as en, not "English"',
    );
  });

  test('an empty file, a name nobody could type, a folder for a file', () => {
    write('a.yaml', '');
    write('My Pack.yaml', pack(feed('B')));
    write('b.yml', pack(feed('B')));
    expect(problems().split('\n')).toEqual([
      'My Pack.yaml: expected a name of small letters, digits and -, such as science-es.yaml',
      expect.stringMatching(/^a\.yaml:1: the file: expected settings below it/),
      'b.yml: expected a name of small letters, digits and -, such as science-es.yaml',
    ]);
    mkdirSync(join(folder, 'c.yaml'));
    expect(() => loadPacks(folder)).toThrow(/c\.yaml: cannot be read/);
  });
});
