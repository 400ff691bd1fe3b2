import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOT_A_FEED } from '../../../src/ingest/formats/index.ts';
import { feedIn, reading, rssItem, rssItems } from './read.ts';

const titles = (body: string) => feedIn(body).items.map((item) => item.title);

describe('a broken feed', () => {
  test('with lost end tags keeps its items', () => {
    expect(
      titles(
        '<rss><channel><title>T<link>https://a.example/<item><title>A<link>https://a.example/1<item><title>B</title>',
      ),
    ).toEqual(['A', 'B']);
  });

  test('with wrong nesting and stray end tags keeps its items', () => {
    expect(
      rssItems('<item><title>A</b></title></item></p><item><title>B</item>').map(
        (item) => item.title,
      ),
    ).toEqual(['A', 'B']);
  });

  test('with junk before and after it is read', () => {
    expect(
      titles(
        '<br /><b>Warning</b>: oops on line 3<br />\n<?xml version="1.0"?><rss><channel><item><title>A</title></item></channel></rss><script>x</script>',
      ),
    ).toEqual(['A']);
    expect(titles('\n \ufeff<rss><channel><item><title>A</title></item></channel></rss>')).toEqual([
      'A',
    ]);
  });

  test('with bare ampersands, HTML entities and control characters is read', () => {
    expect(rssItem('<title>R&D caf&eacute; \u0000\u0008x &bogus; &#x41;</title>').title).toBe(
      'R&D café x &bogus; A',
    );
  });

  test('a less-than sign that opens no tag does not swallow the rest', () => {
    expect(
      rssItems(
        '<item><title>Rates < 3 and I <3 it</title></item><item><title>B</title></item>',
      ).map((item) => item.title),
    ).toEqual(['Rates < 3 and I <3 it', 'B']);
    expect(rssItem('<description><![CDATA[1 <2]]></description>').summary).toBe('1 <2');
  });

  test('that was cut off in the middle keeps what came', () => {
    expect(
      titles('<rss><channel><item><title>A</title></item><item><title>B</title><descr'),
    ).toEqual(['A', 'B']);
    expect(
      titles('<rss><channel><item><title>A</title><description><![CDATA[never closed'),
    ).toEqual(['A']);
  });

  test('that declares entities has none expanded and none fetched', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;&x;</title></item></channel></rss>';
    expect(titles(bomb)).toEqual(['&b;&x;']);
  });

  test('with names of object properties pollutes nothing', () => {
    feedIn(
      '<rss><channel><__proto__><polluted>1</polluted></__proto__><item><constructor>x</constructor><title __proto__="x">A</title></item></channel></rss>',
    );
    feedIn(
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1}}]}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('nested a hundred thousand deep still gives the items behind it', () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(
      rssItems(`<item>${deep}<title>A</title></item><item><title>B</title></item>`).map(
        (item) => item.title,
      ),
    ).toEqual(['A', 'B']);
    expect(
      rssItems(
        `<item><description>${'<a>'.repeat(100_000)}</item><item><title>B</title></item>`,
      ).at(-1)?.title,
    ).toBe('B');
  });

  test('with more items than anybody publishes is cut', () => {
    expect(rssItems('<item><title>A</title></item>'.repeat(6_000))).toHaveLength(5_000);
  });

  test('cut or garbled anywhere is still read or refused, never thrown over', () => {
    const whole =
      '<?xml version="1.0"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T &amp; U</title><item><title><![CDATA[A]]></title><dc:creator>J</dc:creator><!-- c --><enclosure url="https://a.example/1" length="3"/></item></channel></rss>';
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.string({ maxLength: 6 }),
        (from, to, garbage) => {
          const read = reading(whole.slice(0, from) + garbage + whole.slice(to));
          return read.kind === 'feed' || read.kind === 'not-a-feed';
        },
      ),
      { numRuns: 300 },
    );
    const pieces = [
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<feed>',
      '<entry>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&',
      '<',
      '>',
      '"',
      ' a="',
      'x',
      '<?',
      '?>',
      '{',
      '[',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        (parts) => reading(parts.join('')).kind.length > 0,
      ),
    );
  });

  test('any JSON at all is read or refused', () => {
    fc.assert(
      fc.property(fc.json(), (json) => ['feed', 'not-a-feed'].includes(reading(json).kind)),
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        (title, items) =>
          reading(
            JSON.stringify({
              version: 'https://jsonfeed.org/version/1',
              title,
              items: [items, { id: items, authors: title }],
            }),
          ).kind === 'feed',
      ),
    );
  });
});

describe('a body that is no feed', () => {
  const bodies = [
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['<!DOCTYPE html><html><head><title>Post</title></head><body>Hello</body></html>', 'html-page'],
    ['<html><head><title>Just a moment...</title></head><body></body></html>', 'challenge'],
    ['{"a":1}', 'other-json'],
    ['{"a":', 'broken-json'],
    [`[${'{},'.repeat(600_000)}{}]`, 'vast-json'],
    ['<svg><path/></svg>', 'other-xml'],
    ['Not found', 'text'],
    ['\u0000\u0001\u0002PK\u0003\u0004', 'binary'],
  ] as const;
  test.each(bodies.map(([body, reason]) => [reason, body] as const))(
    'is told: %s',
    (reason, body) => {
      const read = reading(body);
      expect(read).toMatchObject({ kind: 'not-a-feed', reason });
      expect(NOT_A_FEED[reason]).not.toBe('');
    },
  );

  test('a page names the feeds it has, those of comments last', () => {
    const read =
      reading(`<html><head><link rel="alternate" type="application/rss+xml" title="Post: comments" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" title="Post &amp; more" href="/feed"><link rel=alternate type='text/css' href=x><link rel="alternate" type="application/rss+xml" href="javascript:x"></head></html>`);
    expect(read).toMatchObject({
      kind: 'not-a-feed',
      links: [
        { url: 'https://news.example/feed', title: 'Post & more', type: 'application/atom+xml' },
        {
          url: 'https://news.example/comments/feed',
          title: 'Post: comments',
          type: 'application/rss+xml',
        },
      ],
    });
  });
});
