import { describe, expect, test } from 'vitest';
import { readArticleRows } from '../../../src/ingest/parse/article-rows.ts';
import { readMarkdownFile } from '../../../src/ingest/parse/markdown-file.ts';
import { readTextFile } from '../../../src/ingest/parse/text-file.ts';

describe('readTextFile', () => {
  const file =
    'Bridge to stay shut\r\nThe old bridge stays shut, the council said on Monday.\r\nJane Roe\r\nTue, 03/05/2024 – 14:30';

  test('the text is the whole file and the first line its title', () => {
    const draft = readTextFile(file);
    expect(draft.text).toBe(file);
    expect(draft.title).toBe('Bridge to stay shut');
    expect(draft.outlet).toBeNull();
  });

  test('a name and a date as the last lines are byline and date', () => {
    const draft = readTextFile(file);
    expect(draft.byline).toBe('Jane Roe');
    expect(draft.publishedAt?.toISOString()).toBe('2024-03-05T14:30:00.000Z');
  });

  test('the date of an embedded post is not the article’s', () => {
    const post =
      'Bridge to stay shut\nPeople are angry.\nNot again!\n— Max Doe (@maxdoe) March 4, 2024';
    expect(readTextFile(post)).toMatchObject({ publishedAt: null, byline: null });
    expect(readTextFile(post.replace(') March', ')\nMarch')).publishedAt).toBeNull();
  });

  test('a date in the text is not the article’s', () => {
    expect(
      readTextFile('Bridge\nIt was built on 5 March 1924.\nIt will close.').publishedAt,
    ).toBeNull();
  });

  test('byline, date and source are read from under the title', () => {
    const draft = readTextFile(
      'Bridge to stay shut\nBy Jane Roe\nPublished: 5 March 2024\nSource: The Harbour Post\n\nThe old bridge stays shut.',
    );
    expect(draft).toMatchObject({ byline: 'Jane Roe', outlet: 'The Harbour Post' });
    expect(draft.publishedAt?.toISOString()).toBe('2024-03-05T00:00:00.000Z');
  });

  test('a sentence that begins with "By" is no byline', () => {
    expect(
      readTextFile('Bridge to stay shut\nBy Monday all ferries will be running again.').byline,
    ).toBeNull();
  });

  test('an empty file has no title and no text', () => {
    expect(readTextFile('')).toMatchObject({ title: '', text: '' });
  });
});

describe('readMarkdownFile', () => {
  test('front matter goes before the lines of the text, which stays whole', () => {
    const file =
      '---\ntitle: Bridge shut\ndate: 2024-03-05\nauthor: [Jane Roe, Max Doe]\noutlet: The Harbour Post\nurl: https://post.example/1\nlanguage: en-GB\n---\n# Another heading\n\nText.';
    expect(readMarkdownFile(file)).toEqual({
      title: 'Bridge shut',
      byline: 'Jane Roe, Max Doe',
      publishedAt: new Date('2024-03-05T00:00:00Z'),
      outlet: 'The Harbour Post',
      url: 'https://post.example/1',
      language: 'en',
      text: file,
    });
  });

  test('without front matter the first heading is the title, without its marks', () => {
    expect(readMarkdownFile('\n## Bridge shut ##\n\n*By Jane Roe*\n\nText.')).toMatchObject({
      title: 'Bridge shut',
      byline: 'Jane Roe',
    });
  });

  test('front matter that is no YAML, or aliases of aliases, is passed over', () => {
    expect(readMarkdownFile('---\n: : [\n---\nBridge shut').title).toBe('Bridge shut');
    const bomb = '---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nBridge shut';
    expect(readMarkdownFile(bomb).title).toBe('Bridge shut');
  });
});

describe('readArticleRows', () => {
  test('every row is an article', () => {
    const rows = [
      ...readArticleRows(
        '{"title":"Bridge shut","text":"Text.","source":"The Harbour Post","published":"2024-03-05","lang":"en","byline":"Jane Roe"}\n\n{"text":"No title.\\nMore."}',
      ),
    ];
    expect(rows).toEqual([
      {
        line: 1,
        draft: {
          title: 'Bridge shut',
          text: 'Text.',
          outlet: 'The Harbour Post',
          publishedAt: new Date('2024-03-05T00:00:00Z'),
          language: 'en',
          byline: 'Jane Roe',
          url: null,
        },
      },
      { line: 3, draft: expect.objectContaining({ title: 'No title.', text: 'No title.\nMore.' }) },
    ]);
  });

  test('a bad row tells its line and what is wrong, and the rest goes on', () => {
    const rows = [
      ...readArticleRows(
        'nonsense\n[1]\n{"title":"x"}\n{"text":"y","date":"soon"}\n{"text":"y","url":"ftp://x"}\n{"text":"fine"}',
      ),
    ];
    expect(rows.map((row) => ('problem' in row ? row.problem : 'fine'))).toEqual([
      'it is not JSON',
      'it is not a JSON object',
      'it has no "text"',
      'its date cannot be read: soon',
      'its url is no web address: ftp://x',
      'fine',
    ]);
  });
});
