import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/pages/read-page.ts';
import { ARTICLE, PARAGRAPHS, page } from './page.ts';

const URL_OF_PAGE = 'https://www.courier.example/town/bridge';
const read = (html: string, url: string | null = URL_OF_PAGE) => readPage(html, url);
const textOf = (parts: Parameters<typeof page>[0]) => read(page(parts)).text;
const WHOLE = PARAGRAPHS.join('\n\n');

describe('the text of a page', () => {
  test('is its article’s paragraphs, separated by blank lines', () => {
    expect(textOf({})).toBe(WHOLE);
  });

  test.each([
    [
      'share buttons',
      '<div class="share-bar"><p>Share this story with friends on your favourite network</p></div>',
    ],
    [
      'a caption',
      '<figure><img src="b.jpg"><figcaption>The bridge in January, seen from the northern bank of the river</figcaption></figure>',
    ],
    ['a caption without a figure', '<p>The bridge in January (Image: Getty)</p>'],
    [
      'a link to another article',
      '<p><a href="/other">Ferry company buys two new boats for the summer season</a></p>',
    ],
    ['a "read more" line', '<p>Read more: <a href="/other">Ferry company buys boats</a></p>'],
    ['a newsletter box', '<p>Sign up for our weekly newsletter and never miss a story</p>'],
    ['an advertisement label', '<p>Advertisement</p>'],
    [
      'a subscription form',
      '<form><p>Enter your e-mail address to receive our morning briefing every day</p></form>',
    ],
  ])('is without %s in its middle', (_, junk) => {
    const [first = '', ...rest] = PARAGRAPHS;
    expect(
      textOf({ body: `<p>${first}</p>${junk}${rest.map((text) => `<p>${text}</p>`).join('')}` }),
    ).toBe(WHOLE);
  });

  test.each([
    [
      'a byline and a date before it',
      { body: `<p class="byline">By Jane Roe</p><time>5 March 2024</time>${ARTICLE}` },
    ],
    [
      'related articles after it',
      {
        body: `${ARTICLE}<h3>More from the Courier</h3><ul><li><a href="/a">Ferry company buys two boats</a></li><li><a href="/b">Market moves to the square</a></li><li><a href="/c">School gets a new roof</a></li></ul>`,
      },
    ],
    [
      'comments after it',
      {
        after:
          '<section id="comments"><p>I have always said that this bridge would fall one day, and nobody listened to me at all.</p></section>',
      },
    ],
    [
      'a cookie notice',
      {
        before:
          '<div class="cookie-consent"><p>We use cookies to improve your experience on this site, read more in our policy.</p></div>',
      },
    ],
    ['who reported it', { body: `${ARTICLE}<p>(Reporting by Jane Roe; Editing by Max Doe)</p>` }],
    [
      'the author’s life',
      {
        body: `${ARTICLE}<div class="author-bio"><p>Jane Roe has covered the town and its bridges for twenty years and lives by the river.</p></div>`,
      },
    ],
  ])('is without %s', (_, parts) => {
    expect(textOf(parts)).toBe(WHOLE);
  });

  test('keeps quotations and lists, but no embedded posts', () => {
    const [first = '', second = '', ...rest] = PARAGRAPHS;
    const text = textOf({
      body: `<p>${first}</p><blockquote><p>${second}</p></blockquote><blockquote class="twitter-tweet"><p>Not again! Third time this year, and the ferry is full every single morning.</p>— Max (@max) March 4, 2024</blockquote>${rest.map((one) => `<p>${one}</p>`).join('')}<ul><li>Ferry tickets cost two crowns.</li><li>Bicycles travel free of charge.</li></ul><p>The next council meeting, which is open to the public, will be held in the town hall on Friday.</p>`,
    });
    expect(text).toContain(second);
    expect(text).not.toContain('Not again');
    expect(text).toContain('Ferry tickets cost two crowns.\nBicycles travel free of charge.');
  });

  test('is found in parts that a script would show later', () => {
    expect(read(`<html><body><div id="S:1" hidden>${ARTICLE}</div></body></html>`).text).toContain(
      PARAGRAPHS[1],
    );
  });

  test('is empty where the page has none', () => {
    expect(read('').text).toBe('');
    expect(
      read('<html><body><script>render()</script><div id="root"></div></body></html>').text,
    ).toBe('');
  });

  test('survives lost end tags and a page without head or body', () => {
    expect(
      read(
        `<article><h1>Bridge to stay closed</h1><div>${PARAGRAPHS.map((text) => `<p>${text}`).join('')}`,
      ).text,
    ).toContain(PARAGRAPHS[3]);
  });
});

describe('what a page says of itself', () => {
  const linked = (fields: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;

  test('the headline is the h1 that its other titles agree with', () => {
    expect(read(page({ before: '<h1>The Alm Courier</h1>' })).title).toBe('Bridge to stay closed');
  });

  test('without an h1 it is the title for search engines, without the site’s name', () => {
    expect(
      read(
        `<html><head><title>Bridge closed until April | The Alm Courier</title></head><body>${ARTICLE}</body></html>`,
      ).title,
    ).toBe('Bridge closed until April');
    expect(
      read(
        `<html><head><meta property="og:title" content="Bridge closed &amp; guarded"></head><body>${ARTICLE}</body></html>`,
      ).title,
    ).toBe('Bridge closed & guarded');
  });

  test('author, outlet and dates come from linked data', () => {
    const head = linked({
      datePublished: '2024-03-05T10:00:00+01:00',
      author: [{ name: 'Jane Roe' }, { name: 'Max Doe' }],
      publisher: { name: 'The Alm Courier' },
    });
    expect(read(page({ head }))).toMatchObject({
      byline: 'Jane Roe, Max Doe',
      outlet: 'The Alm Courier',
      publishedAt: '2024-03-05T09:00:00.000Z',
      language: 'en',
    });
  });

  test('linked data may be a graph with references, or broken', () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', author: { '@id': '#jane' }, datePublished: '2024-03-05' },
        { '@id': '#jane', '@type': 'Person', name: 'Jane Roe' },
      ],
    };
    expect(
      read(page({ head: `<script type="application/ld+json">${JSON.stringify(graph)}</script>` })),
    ).toMatchObject({ byline: 'Jane Roe', publishedAt: '2024-03-05T00:00:00.000Z' });
    const broken =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05",\n"headline":"a\nb",}</script><script type="application/ld+json">{"@type":</script>';
    expect(read(page({ head: broken })).publishedAt).toBe('2024-03-05T00:00:00.000Z');
  });

  test('else from metas', () => {
    const head =
      '<meta name="author" content="Jane Roe"><meta property="article:published_time" content="2024-03-05T10:00:00Z"><meta property="og:site_name" content="The Alm Courier">';
    expect(read(page({ head }))).toMatchObject({
      byline: 'Jane Roe',
      outlet: 'The Alm Courier',
      publishedAt: '2024-03-05T10:00:00.000Z',
    });
  });

  test('else from what a reader sees near the headline', () => {
    expect(
      read(
        page({
          body: `<p>By Jane Roe</p><p>Updated 6 March 2024</p><p>Published 5 March 2024 at 10:00</p>${ARTICLE}`,
        }),
      ),
    ).toMatchObject({ byline: 'Jane Roe', publishedAt: '2024-03-05T10:00:00.000Z' });
    expect(
      read(
        page({
          body: `<a rel="author" href="/x">Jane Roe</a><span>Senior writer</span><time datetime="2024-03-05">Tuesday</time>${ARTICLE}`,
        }),
      ),
    ).toMatchObject({ byline: 'Jane Roe', publishedAt: '2024-03-05T00:00:00.000Z' });
  });

  test('the day in an address is a date', () => {
    expect(read(page(), 'https://www.courier.example/2024/03/05/bridge').publishedAt).toBe(
      '2024-03-05T00:00:00.000Z',
    );
  });

  test('nothing is guessed', () => {
    expect(read(page())).toMatchObject({
      byline: null,
      outlet: null,
      publishedAt: null,
      canonicalUrl: null,
    });
  });

  test('the program’s own account is no author', () => {
    expect(read(page({ head: '<meta name="author" content="admin">' })).byline).toBeNull();
  });

  test('an address of its own is believed on its own site only', () => {
    const canonical = (href: string) =>
      read(page({ head: `<link rel="canonical" href="${href}">` })).canonicalUrl;
    expect(canonical('/town/bridge?id=1')).toBe('https://www.courier.example/town/bridge?id=1');
    expect(canonical('https://courier.example/town/bridge')).toBe(
      'https://courier.example/town/bridge',
    );
    expect(canonical('https://other.example/stolen')).toBeNull();
  });
});

test('any heap of tags is read', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<table><tr><td>',
    '</td>',
    '<script type="application/ld+json">',
    '</script>',
    '<h1>',
    '<meta content="x" name="date">',
    '<blockquote>',
    'word, ',
    '5 March 2024',
    '<',
    '&amp;',
    '<body>',
    '</html>',
    '<a href="//[">',
    '<time datetime="x">',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(typeof read(pieces.join('')).text).toBe('string');
    }),
    { numRuns: 60 },
  );
});
