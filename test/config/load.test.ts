import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { HOME } from '../../src/config/home.ts';
import { loadConfig } from '../../src/config/load.ts';
import { settings } from '../../src/config/schema.ts';
import { ConfigError } from '../../src/lib/errors.ts';

const SHIPPED = join(HOME, 'config');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-config-'));
  cpSync(join(SHIPPED, 'crier.yaml'), join(folder, 'crier.yaml'));
  cpSync(join(SHIPPED, 'feeds.opml'), join(folder, 'feeds.opml'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string) => writeFileSync(join(folder, 'crier.yaml'), text);
const load = (environment = {}) => loadConfig(environment, { configDir: folder });
const problemsOf = (text: string): string => {
  write(text);
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'no problem';
};

describe('the settings file', () => {
  test('the shipped file says every setting with its default', () => {
    const shipped = parse(readFileSync(join(SHIPPED, 'crier.yaml'), 'utf8'));
    expect(shipped).toEqual(settings.parse({}));
  });

  test('the shipped schema for editors is the one the program checks with, and the shipped file fits it', () => {
    const schema = JSON.parse(readFileSync(join(SHIPPED, 'crier.schema.json'), 'utf8'));
    expect(schema).toEqual(z.toJSONSchema(settings, { io: 'input' }));
    const fits = new Ajv2020({ strict: false }).compile(schema);
    expect(fits(parse(readFileSync(join(SHIPPED, 'crier.yaml'), 'utf8')))).toBe(true);
    expect(fits({ digest: { stories: 'many' } })).toBe(false);
  });

  test('an empty file gives the defaults', () => {
    write('');
    expect(load()).toMatchObject({ language: 'en', digest: { stories: 7, windowMs: 86_400_000 } });
  });

  test('what was loaded cannot be changed', () => {
    const config = load();
    expect(() => Object.assign(config.digest, { stories: 99 })).toThrow();
  });

  test.each([
    [
      'language: en\nstorys:\n  keep: 90d\n',
      'crier.yaml:2: unknown setting "storys"; did you mean "stories"?',
    ],
    [
      'ingest:\n  shortest: 15m\n  longst: 24h\n',
      'crier.yaml:3: unknown setting "ingest.longst"; did you mean "longest"?',
    ],
    [
      'ingest:\n  shortest: soon\n',
      'crier.yaml:2: ingest.shortest: expected a time such as 90s, 15m, 24h or 7d, not "soon"',
    ],
    ['ingest:\n  shortest: 1s\n', 'crier.yaml:2: ingest.shortest: must be at least 1m, not "1s"'],
    ['digest:\n  stories: many\n', 'crier.yaml:2: digest.stories: expected a number, not "many"'],
    ['digest:\n  stories: 0\n', 'crier.yaml:2: digest.stories: must be at least 1, not 0'],
    [
      'ingest:\n  max_page: 0KB\n',
      'crier.yaml:2: ingest.max_page: expected a size such as 500KB or 5MB, from 10KB to 12MB, not "0KB"',
    ],
    [
      'ingest:\n  allow_private: [10.0.0.0/99]\n',
      'crier.yaml:2: ingest.allow_private.0: expected an address range such as 10.0.0.0/8, not "10.0.0.0/99"',
    ],
    [
      'slack:\n  commands: {story: /Story}\n',
      'crier.yaml:2: slack.commands.story: expected a name of small letters, digits, - and _, not "/Story"',
    ],
    ['log: loud\n', 'crier.yaml:1: log: expected one of debug, info, warn, error, not "loud"'],
    [
      'zone: Mars/Olympus\n',
      'crier.yaml:1: zone: expected "local" or a time zone such as Europe/Berlin (see tz database), not "Mars/Olympus"',
    ],
    ['ingest: yes please\n', 'crier.yaml:1: ingest: expected settings below it, not "yes please"'],
    [
      'stories:\n  window: 30d\n  keep: 20d\n',
      'crier.yaml:3: stories.keep: must be at least stories.window (30d), not "20d"',
    ],
    [
      'ingest:\n  max_age: 120d\nstories:\n  keep: 100d\n',
      'crier.yaml:4: stories.keep: must be at least ingest.max_age (120d), not "100d"',
    ],
    ['- a\n- b\n', 'crier.yaml:1: the file: expected settings below it, not ["a","b"]'],
  ])('%j is told as %j', (text, told) => {
    expect(problemsOf(text)).toBe(told);
  });

  test('a section whose settings are all commented out has its defaults', () => {
    expect(problemsOf('ingest:\n  # shortest: 5m\nlog: info\n')).toBe('no problem');
  });

  test('several mistakes are told at once, a line each', () => {
    expect(problemsOf('log: loud\ncolour: red\n').split('\n')).toHaveLength(2);
  });

  test('broken YAML is told with its line', () => {
    expect(problemsOf('language: en\nlog: "warn\n')).toMatch(/^crier\.yaml:[23]: /);
    expect(problemsOf('log: warn\nlog: info\n')).toMatch(/^crier\.yaml:2: .*unique/);
  });

  test('a missing file is told with what to do', () => {
    rmSync(join(folder, 'crier.yaml'));
    expect(() => load()).toThrow(/crier\.yaml: is missing\. .*--config/);
  });
});

describe('the feeds file', () => {
  const opml = (body: string) =>
    writeFileSync(
      join(folder, 'feeds.opml'),
      `<opml version="2.0">\n<body>\n${body}\n</body></opml>`,
    );

  test('feeds in folders are found, each address once', () => {
    opml(`<outline text="World"><outline text="A &amp; B" xmlUrl="https://a.example/feed" language="de"/></outline>
      <outline text="again" xmlUrl="https://a.example/feed"/>`);
    expect(load().feeds).toEqual([
      { url: 'https://a.example/feed', title: 'again', language: null },
    ]);
  });

  test('an address that is none is told with its line', () => {
    opml('<outline text="x" xmlUrl="a.example/feed"/>');
    expect(() => load()).toThrow(/feeds\.opml:3: "a\.example\/feed" is no web address/);
  });

  test('a file that is no OPML is told, and a missing one too', () => {
    writeFileSync(join(folder, 'feeds.opml'), 'https://a.example/feed');
    expect(() => load()).toThrow(/feeds\.opml:1: is no OPML/);
    rmSync(join(folder, 'feeds.opml'));
    expect(() => load()).toThrow(/feeds\.opml: is missing/);
  });
});

describe('the environment', () => {
  test('CRIER_DATA says where the database lives, from where the user stands; the command line wins', () => {
    const environment = { CRIER_DATA: 'news', INIT_CWD: '/srv' };
    expect(load(environment).dataDir).toBe('/srv/news');
    expect(loadConfig(environment, { configDir: folder, dataDir: '/tmp/x' }).dataDir).toBe(
      '/tmp/x',
    );
  });

  test('a secret comes from its variable or from its file, and is never printed', () => {
    const file = join(folder, 'token');
    writeFileSync(file, 'hunter2-from-file\n');
    const direct = load({ CRIER_DISCORD_TOKEN: 'hunter2' });
    const byFile = load({ CRIER_DISCORD_TOKEN_FILE: 'token', INIT_CWD: folder });
    expect(direct.secrets.CRIER_DISCORD_TOKEN?.reveal()).toBe('hunter2');
    expect(byFile.secrets.CRIER_DISCORD_TOKEN?.reveal()).toBe('hunter2-from-file');
    for (const shown of [
      JSON.stringify(direct),
      String(direct.secrets.CRIER_DISCORD_TOKEN),
      `${direct.secrets}`,
    ]) {
      expect(shown).not.toContain('hunter2');
    }
  });

  test('a secret that is set twice, or whose file is missing or empty, is refused', () => {
    expect(() => load({ CRIER_DISCORD_TOKEN: 'a', CRIER_DISCORD_TOKEN_FILE: '/b' })).toThrow(
      /CRIER_DISCORD_TOKEN and CRIER_DISCORD_TOKEN_FILE are both set/,
    );
    expect(() => load({ CRIER_DISCORD_TOKEN_FILE: join(folder, 'none') })).toThrow(/cannot read/);
    writeFileSync(join(folder, 'empty'), '\n');
    expect(() => load({ CRIER_DISCORD_TOKEN_FILE: join(folder, 'empty') })).toThrow(/is empty/);
  });

  test('the model’s key loses the blanks around it; one with a line break within is refused untold', () => {
    const withKey = (key: string) =>
      load({ CRIER_LLM_URL: 'http://model.example/v1', CRIER_LLM_MODEL: 'm', CRIER_LLM_KEY: key });
    expect(withKey(' sk-canary\r\n').model?.settings.key?.reveal()).toBe('sk-canary');
    for (const key of ['sk-canary\nx: y', 'sk-canary two', 'sk-canary-ü', ' \n']) {
      expect(() => withKey(key)).toThrow(/^CRIER_LLM_KEY takes one key/);
      expect(() => withKey(key)).not.toThrow(/canary/);
    }
  });
});
