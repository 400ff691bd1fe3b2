import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crier, jsonLines } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const COMMANDS = ['start', 'ingest', 'digest', 'story', 'ask', 'feeds', 'inspect', 'check'];

const FIRST = `Ferry to Sandrey runs aground in fog
The ferry Northern Light ran aground off Sandrey on Monday with 212 people on board, the coast guard said.
Nobody was hurt. “We felt a bump and then the lights went out,” said Mara Ellison, a passenger from Kelmouth.
The operator Northern Crossings said divers would inspect the hull on Tuesday.
`;
const SECOND = `Coast guard frees ferry that ran aground off Sandrey
Tugs pulled the ferry Northern Light off a sandbank near Sandrey on Monday night, hours after it ran aground in fog with 212 people on board.
Coast guard captain Jonas Wicke said that everybody had been taken ashore. “The hull is dry, and that is the good news,” Wicke said.
`;

function newsFolder(): string {
  const folder = join(temporaryFolder(), 'news');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), FIRST);
  writeFileSync(join(folder, 'b.txt'), SECOND);
  return folder;
}

describe('help', () => {
  test.each(COMMANDS)('%s says what it does, with an example', async (command) => {
    const { code, out } = await crier([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: crier /);
    expect(out).toContain('Example:');
  });

  test('names every command', async () => {
    const { code, out } = await crier(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });
});

describe('exit codes', () => {
  test.each([
    [['nonsense'], /There is no command nonsense/],
    [['storey', 'x'], /Did you mean story\?/],
    [['story'], /missing required argument/],
    [['story', 'x', '--view', 'all'], /Allowed choices are/],
    [['digest', '--window', 'soon'], /Write a span such as/],
    [['digest', '--window', '99999999999d'], /from 1m to 3650d/],
    [['toString'], /There is no command toString/],
    [['story', ''], /needs names or words of the story/],
    [['ask', ' '], /needs a question/],
    [['digest', '--config', 'nowhere'], /nowhere\/crier\.yaml: is missing/],
    [['feeds', 'add', 'not-an-address'], /is no web address/],
  ])('%j is a mistake of usage: 2, in one line', async (words, said) => {
    const { code, out, err } = await crier([...words, '--data', temporaryFolder()]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err).not.toContain('    at ');
  });

  test('a path that cannot be read is told, the rest goes on, and the code is 1', async () => {
    const news = newsFolder();
    writeFileSync(join(news, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    writeFileSync(join(news, 'empty.txt'), '\n');
    writeFileSync(
      join(news, 'rows.jsonl'),
      '{"title":"No text"}\nnot json\n{"title":"Fine","text":"A fine row about the harbour."}\n',
    );
    const { code, out, err } = await crier([
      'ingest',
      news,
      join(news, 'none'),
      '--data',
      temporaryFolder(),
    ]);
    expect(code).toBe(1);
    expect(out).toBe('3 articles added, 2 stories held, 5 problems.\n');
    expect(err.split('\n').filter(Boolean)).toHaveLength(5);
    for (const said of [
      'picture.txt: is not text',
      'empty.txt: is empty',
      'rows.jsonl:1: it has no "text"',
      'rows.jsonl:2: it is not JSON',
      'none: there is no such file or folder',
    ]) {
      expect(err).toContain(said);
    }
  });

  test('nothing to ingest is a mistake of usage that names the remedy', async () => {
    const { code, err } = await crier(['ingest', '--data', temporaryFolder()]);
    expect(code).toBe(2);
    expect(err).toContain('feeds add');
  });
});

describe('files become a story that can be read and asked', () => {
  test('from the folder to the card, the digest and the answer, as text and as JSON', async () => {
    const data = temporaryFolder();
    const news = newsFolder();
    const again = ['ingest', 'news', '--data', data] as const;
    const cwd = join(news, '..');
    expect(await crier(again, { cwd })).toMatchObject({
      code: 0,
      out: '2 articles added, 1 story held.\n',
    });
    expect(await crier(again, { cwd })).toMatchObject({
      code: 0,
      out: '0 articles added, 2 known already, 1 story held.\n',
    });

    const card = await crier(['story', 'ferry', 'sandrey', '--data', data]);
    expect(card).toMatchObject({ code: 0, err: '' });
    expect(card.out).toContain('“We felt a bump and then the lights went out”\n│ — Mara Ellison');
    expect(card.out).toContain('2 articles · 2 outlets');
    expect(card.out).not.toContain('\u001B');

    const story = JSON.parse(
      (await crier(['story', 'ferry', 'sandrey', '--data', data, '--json'])).out,
    );
    expect(Object.keys(story)).toEqual(['query', 'stories', 'nearest']);
    expect(Object.keys(story.stories[0])).toEqual(['id', 'version', 'digest', 'articles']);
    expect(Object.keys(story.stories[0].articles[0])).toEqual([
      'id',
      'title',
      'url',
      'outlet',
      'published',
      'language',
    ]);
    const texts = new Map([
      [story.stories[0].articles[0].id, FIRST],
      [story.stories[0].articles[1].id, SECOND],
    ]);
    for (const quote of story.stories[0].digest.quotes) {
      expect(texts.get(quote.article)?.slice(quote.start, quote.end)).toBe(quote.text);
    }
    expect(story.stories[0].digest.quotes.length).toBeGreaterThan(0);

    const none = JSON.parse(
      (await crier(['story', 'ferry', 'budget', '--data', data, '--json'])).out,
    );
    expect(none).toMatchObject({ query: 'ferry budget', stories: [], nearest: [{ id: 1 }] });

    const digest = JSON.parse((await crier(['digest', '--data', data, '--json'])).out);
    expect(Object.keys(digest)).toEqual(['at', 'from', 'to', 'stories']);
    expect(digest.stories).toHaveLength(1);

    const asked = JSON.parse(
      (await crier(['ask', 'what did wicke say about the hull', '--data', data, '--json'])).out,
    );
    expect(asked).toMatchObject({ answered: true, nearestSentences: [], nearest: [] });
    expect(asked.answer[0].quote).toMatchObject({
      text: 'The hull is dry, and that is the good news,',
      speakerName: 'Jonas Wicke',
    });

    const line = 'which gardener paid for the hull of the ferry';
    const refused = JSON.parse((await crier(['ask', line, '--data', data, '--json'])).out);
    expect(refused).toMatchObject({ answered: false, answer: [] });
    const [sentence] = refused.nearestSentences;
    expect(Object.keys(sentence)).toEqual(['text', 'refs']);
    const [at] = sentence.refs;
    expect(texts.get(at.article)?.slice(at.start, at.end)).toBe(sentence.text);

    const unknown = await crier(['ask', 'who won the chess open', '--data', data]);
    expect(unknown).toMatchObject({ code: 0 });
    expect(unknown.out).toContain('do not answer');
  });
});

describe('inspect', () => {
  test('gives a line for each row, in order, and goes on after a bad one', async () => {
    const rows = [
      {
        id: 'a',
        text: 'Ada Quill said: “We will lift the crane before the weekend.”',
        title: 'Crane',
      },
      'not json',
      { id: 'b' },
      { id: 7, text: '' },
    ];
    const input = rows
      .map((row) => (typeof row === 'string' ? row : JSON.stringify(row)))
      .join('\n');
    const { code, out } = await crier(['inspect', 'quotes', '-'], { input });
    expect(code).toBe(1);
    const lines = jsonLines(out);
    expect(lines).toMatchObject([
      {
        id: 'a',
        quotes: [
          {
            article: 'a',
            text: 'We will lift the crane before the weekend.',
            speakerName: 'Ada Quill',
          },
        ],
      },
      { id: null, error: { code: 'not-json' } },
      { id: 'b', error: { code: 'bad-row' } },
      { id: 7, quotes: [] },
    ]);
  });

  test('puts rows into stories as they come and ends with the merges', async () => {
    const input = [FIRST, SECOND, 'Parliament votes on the budget\nA vote on the budget is due.']
      .map((text, id) =>
        JSON.stringify({ id, date: '2026-03-02', title: text.split('\n')[0], text }),
      )
      .join('\n');
    const { code, out } = await crier(['inspect', 'stories', '-'], { input });
    expect(code).toBe(0);
    const [first, second, third, last] = jsonLines(out);
    expect(second?.story).toBe(first?.story);
    expect(third?.story).not.toBe(first?.story);
    expect(last).toEqual({ merges: {} });
  });

  test('reads a feed, a page and documents from rows or from a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'feed.xml'),
      '<rss><channel><title>T &amp; U</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>',
    );
    const feed = await crier(['inspect', 'feed', 'feed.xml'], { cwd: folder });
    expect(JSON.parse(feed.out)).toMatchObject({
      id: 'feed.xml',
      title: 'T & U',
      items: [{ title: 'One', url: 'https://a.example/1', publishedAt: null, categories: [] }],
    });
    const body = `<html lang="en"><body><article><h1>Crane lifted</h1>${'<p>The crane was lifted from the dock on Friday, the harbour said.</p>'.repeat(5)}</article></body></html>`;
    const page = await crier(['inspect', 'article', '-'], {
      input: JSON.stringify({ id: 1, body }),
    });
    expect(Object.keys(jsonLines(page.out)[0] ?? {})).toEqual([
      'id',
      'title',
      'byline',
      'publishedAt',
      'language',
      'outlet',
      'text',
    ]);
    const documents = [FIRST, SECOND].map((text) => ({ title: text.split('\n')[0], text }));
    const digest = await crier(['inspect', 'digest', '-'], {
      input: JSON.stringify({ id: 'x', documents, words: 30 }),
    });
    const [told] = jsonLines(digest.out) as [
      {
        summary: string;
        digest: { quotes: { article: number; text: string; start: number; end: number }[] };
      },
    ];
    expect(told.summary.split(/\s+/).length).toBeLessThanOrEqual(30);
    for (const quote of told.digest.quotes) {
      expect([FIRST, SECOND][quote.article]?.slice(quote.start, quote.end)).toBe(quote.text);
    }
    expect((await crier(['inspect', 'feed', 'none.xml'], { cwd: folder })).code).toBe(1);
  });
});

describe('check', () => {
  test('a bare machine is fine, and says what it has', async () => {
    const { code, out } = await crier(['check', '--data', temporaryFolder()]);
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ configuration: .*crier\.yaml$/m);
    expect(out).toMatch(/^✓ database: /m);
    expect(out).toMatch(/^· feeds: none yet/m);
  });

  test('a mistake in the settings, a damaged database and a secret set twice each get a line and code 2', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'crier.yaml'), 'language: english\nlog: loud\n');
    const config = await crier(['check', '--config', folder, '--json']);
    expect(config.code).toBe(2);
    expect(JSON.parse(config.out)).toHaveLength(2);
    writeFileSync(join(folder, 'crier.db'), 'not a database at all, but long enough to look at');
    const database = await crier(['check', '--data', folder]);
    expect(database).toMatchObject({ code: 2, out: expect.stringContaining('✗ database:') });
    const secret = await crier(['check'], {
      environment: { CRIER_DISCORD_TOKEN: 'canary-1', CRIER_DISCORD_TOKEN_FILE: '/x' },
    });
    expect(secret.code).toBe(2);
    expect(secret.out + secret.err).not.toContain('canary-1');
  });
});
