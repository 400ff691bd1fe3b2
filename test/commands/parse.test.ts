import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { parseLine, parseOptions, syntaxOf } from '../../src/commands/parse.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { UserError } from '../../src/lib/errors.ts';

const read = (line: string) => {
  const { command, given } = parseLine(line, COMMANDS);
  return { name: command.name, ...given };
};
const told = (line: string): string => {
  try {
    parseLine(line, COMMANDS);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'understood';
};

describe('what is understood', () => {
  test.each([
    ['/story austin shoigu', { name: 'story', query: 'austin shoigu', view: 'card', since: null }],
    [
      '/STORY "austin shoigu" view:quotes',
      { name: 'story', query: 'austin shoigu', view: 'quotes' },
    ],
    ['/story #12', { name: 'story', query: '#12' }],
    ['/story austin 3d', { name: 'story', query: 'austin', since: 3 * DAY }],
    ['/story query:"what now" since:24h', { name: 'story', query: 'what now', since: DAY }],
    ['/digest', { name: 'digest', topic: null, window: null, length: 'short' }],
    ['/digest tech 3d', { name: 'digest', topic: 'tech', window: 3 * DAY, length: 'short' }],
    ['/digest full 12h', { name: 'digest', topic: null, window: 12 * HOUR, length: 'full' }],
    ['/ask who won? story:#7', { name: 'ask', question: 'who won?', story: 7 }],
    ['what did peskov say', { name: 'ask', question: 'what did peskov say' }],
    ['/news why https://a.example/b?c=d', { name: 'news why', about: 'https://a.example/b?c=d' }],
    ['/news  status', { name: 'news status' }],
    [
      '/ask when is 15:30 in Kyiv: today?',
      { name: 'ask', question: 'when is 15:30 in Kyiv: today?' },
    ],
  ])('%s', (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  test.each([
    ['/story sources of the Nile', { query: 'sources of the Nile', view: 'card' }],
    ['/digest 3d printing', { topic: '3d printing', window: null }],
    ['/digest "3d printing" 30d', { topic: '3d printing', window: 30 * DAY }],
    [
      '/ask what changed in the last 24h',
      { question: 'what changed in the last 24h', since: null },
    ],
    ['/ask constructor:yes or no', { question: 'constructor:yes or no' }],
  ])('a word in the middle of others is no option: %s', (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  test('a quoted word is text even where it could be an option', () => {
    expect(read('/digest "full" stop')).toMatchObject({ topic: 'full stop', length: 'short' });
  });
});

test.each([
  ['/digest 5g', '5g'],
  ['/digest "full" 99x', 'full 99x'],
  ['/digest "2w"', '2w'],
  ['/digest songs of the 30s', 'songs of the 30s'],
  ['/digest climate 99x 3d', 'climate 99x'],
])('a number with letters is a word where it can be one: %s', (line, topic) => {
  expect(read(line)).toMatchObject({ name: 'digest', topic });
});

test('an option may be called by another name that people have for it', () => {
  expect(read('/news settings language:de timezone:Europe/Berlin')).toMatchObject({
    lang: 'de',
    tz: 'Europe/Berlin',
  });
  expect(told('/digest language:de')).toBe('understood');
  expect(read('/news subscribe tech language:de timezone:Asia/Tokyo')).toMatchObject({
    topic: 'tech',
    lang: 'de',
    tz: 'Asia/Tokyo',
  });
});

test('options that a platform filled in mean the same as the line', () => {
  const same: [string, string, Record<string, string>][] = [
    [
      '/story austin shoigu view:quotes 3d',
      'story',
      { query: 'austin shoigu', view: 'quotes', since: '3d' },
    ],
    [
      '/ask who won? story:#7 share:yes',
      'ask',
      { question: 'who won?', story: '#7', share: 'yes' },
    ],
    ['/digest tech 12h full', 'digest', { topic: 'tech', window: '12h', length: 'full' }],
    ['/news status', 'news status', {}],
  ];
  for (const [line, name, options] of same) {
    const typed = parseLine(line, COMMANDS);
    const filled = parseOptions(name, options, COMMANDS);
    expect(filled.command).toBe(typed.command);
    expect(filled.given).toEqual(typed.given);
  }
});

test('a line of any length and kind is read at once or refused', () => {
  for (const line of [`/story ${'a'.repeat(100_000)}`, '“ '.repeat(50_000), '"'.repeat(1_999)]) {
    expect(['understood', 'refused']).toContain(
      told(line) === 'understood' ? 'understood' : 'refused',
    );
  }
  expect(told(`/story ${'a'.repeat(100_000)}`)).toMatch(/too long/);
});

describe('mistakes are answered with the nearest right form', () => {
  test.each([
    ['/storry austin', 'There is no command /storry. Did you mean /story?'],
    [
      '/xyzzy',
      'There is no command /xyzzy. I know /story, /ask, /digest or /news; /news help says more.',
    ],
    ['/news statsu', '/news has no "statsu". Did you mean /news status?'],
    ['/news feed', '/news feed what? It takes add, remove, check, import or export.'],
    ['/news-admin feed ad x', '/news feed has no "ad". Did you mean /news feed add?'],
    [
      '/story',
      '/story needs names or words of the story, or its number (#12). Try: /story austin shoigu',
    ],
    ['/story austin veiw:quotes', '/story has no "veiw:". Did you mean view:?'],
    [
      '/story austin view:all',
      'view: takes one of card, quotes, sources, timeline, not "all". Try: /story austin shoigu',
    ],
    [
      '/digest window:soon',
      'window: takes a span such as 24h, 3d or 30d, not "soon". Try: /digest climate 3d',
    ],
    [
      '/digest full 99x',
      'window: takes a span such as 24h, 3d or 30d, not "99x". Try: /digest climate 3d',
    ],
    [
      '/digest climate 2w',
      'window: takes a span such as 24h, 3d or 30d, not "2w". Try: /digest climate 3d',
    ],
    [
      '/story kelmouth 0h',
      'since: takes a span such as 24h, 3d or 30d, not "0h". Try: /story austin shoigu',
    ],
    ['/news status now', 'I do not understand "now" here. Try: /news status'],
  ])('%s', (line, words) => {
    expect(told(line)).toBe(words);
  });
});

test('every command’s own example is understood as that command', () => {
  for (const command of COMMANDS) {
    expect(parseLine(command.example, COMMANDS).command.name).toBe(command.name);
  }
});

test('the form of a command names every option', () => {
  for (const command of COMMANDS) {
    for (const option of Object.keys(command.options)) expect(syntaxOf(command)).toContain(option);
  }
});
