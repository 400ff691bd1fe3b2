import { describe, expect, test } from 'vitest';
import { atomEntry, feedIn } from './read.ts';

describe('an Atom feed', () => {
  test('is read whole', () => {
    const feed =
      feedIn(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://post.example/">
      <title>The Harbour Post</title><subtitle>News</subtitle><link href="/"/><link rel="self" href="atom.xml"/>
      <updated>2024-03-05T11:00:00Z</updated><author><name>The Desk</name></author>
      <entry><id>tag:post.example,2024:1</id><title type="html">Bridge &amp;amp; tunnel</title>
        <link rel="edit" href="/edit/1"/><link rel="alternate" type="text/html" href="/1"/><link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="5"/>
        <published>2024-03-05T09:30:00Z</published><updated>2024-03-05T10:30:00Z</updated>
        <summary>Both shut.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Both &amp; more.</p></div></content>
        <category term="transport" label="Transport"/></entry></feed>`);
    expect(feed).toMatchObject({
      title: 'The Harbour Post',
      description: 'News',
      link: 'https://post.example/',
      language: 'en',
      author: 'The Desk',
      publishedAt: null,
      updatedAt: '2024-03-05T11:00:00.000Z',
    });
    expect(feed.polling.self).toBe('https://post.example/atom.xml');
    expect(feed.items).toEqual([
      {
        id: 'tag:post.example,2024:1',
        title: 'Bridge & tunnel',
        url: 'https://post.example/1',
        publishedAt: '2024-03-05T09:30:00.000Z',
        updatedAt: '2024-03-05T10:30:00.000Z',
        author: 'The Desk',
        summary: 'Both shut.',
        content: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Both &amp; more.</p></div>',
        categories: ['Transport'],
        enclosures: [{ url: 'https://post.example/1.mp3', type: 'audio/mpeg', length: 5 }],
        comments: null,
      },
    ]);
  });

  test('a title that says it is text keeps its angle brackets', () => {
    expect(atomEntry('<title type="text">The &lt;blink&gt; tag</title>').title).toBe(
      'The <blink> tag',
    );
    expect(atomEntry('<title type="html">The &lt;i&gt;blink&lt;/i&gt; tag</title>').title).toBe(
      'The blink tag',
    );
    expect(
      atomEntry(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <i>blink</i> tag</div></title>',
      ).title,
    ).toBe('The blink tag');
  });

  test('an entry is by its own author, else by its source’s, else by the feed’s', () => {
    const feed = '<author><name>Desk</name></author>';
    expect(atomEntry('<author><name>Jane</name></author>', feed).author).toBe('Jane');
    expect(atomEntry('<source><author><name>Other</name></author></source>', feed).author).toBe(
      'Other',
    );
    expect(atomEntry('', feed).author).toBe('Desk');
  });

  test('content that is elsewhere gives the link', () => {
    expect(atomEntry('<content src="https://post.example/whole" type="text/html"/>')).toMatchObject(
      { url: 'https://post.example/whole', content: null },
    );
  });

  test('content in base64 is decoded', () => {
    const body = Buffer.from('<p>The bridge</p>').toString('base64');
    expect(atomEntry(`<content type="application/octet-stream">${body}</content>`).content).toBe(
      '<p>The bridge</p>',
    );
  });

  test('version 0.3 and feeds without a namespace are read too', () => {
    const old = feedIn(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>News</tagline><entry><title mode="escaped">A &amp;amp; B</title><issued>2024-03-05T10:00:00Z</issued><modified>2024-03-05T11:00:00Z</modified></entry></feed>',
    );
    expect(old).toMatchObject({
      description: 'News',
      items: [
        {
          title: 'A & B',
          publishedAt: '2024-03-05T10:00:00.000Z',
          updatedAt: '2024-03-05T11:00:00.000Z',
        },
      ],
    });
    expect(feedIn('<feed><entry><title>Bare</title></entry></feed>').items[0]?.title).toBe('Bare');
    expect(
      feedIn(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Prefixed</a:title></a:entry></a:feed>',
      ).items[0]?.title,
    ).toBe('Prefixed');
  });
});

describe('a JSON feed', () => {
  test('is read whole', () => {
    const feed = feedIn(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Post',
        home_page_url: 'https://post.example/',
        language: 'en',
        authors: [{ name: 'Desk' }],
        items: [
          {
            id: 7,
            url: '/1',
            title: 'Bridge &amp; tunnel',
            content_html: '<p>Shut.</p>',
            date_published: '2024-03-05T10:00:00+01:00',
            tags: ['a', 3],
            attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5 }],
          },
        ],
      }),
    );
    expect(feed).toMatchObject({
      title: 'Post',
      link: 'https://post.example/',
      language: 'en',
      author: 'Desk',
    });
    expect(feed.items).toEqual([
      {
        id: '7',
        title: 'Bridge & tunnel',
        url: 'https://post.example/1',
        publishedAt: '2024-03-05T09:00:00.000Z',
        updatedAt: null,
        author: null,
        summary: null,
        content: '<p>Shut.</p>',
        categories: ['a', '3'],
        enclosures: [{ url: 'https://post.example/a.mp3', type: 'audio/mpeg', length: 5 }],
        comments: null,
      },
    ]);
  });

  test('fields of the wrong type are null and items that are none are left out', () => {
    const feed = feedIn(
      '{"version":"https://jsonfeed.org/version/1","title":["x"],"items":[null,3,{"id":{},"title":5,"tags":"x","attachments":[null]}]}',
    );
    expect(feed.title).toBeNull();
    expect(feed.items).toEqual([
      expect.objectContaining({ id: null, title: '5', categories: [], enclosures: [] }),
    ]);
  });
});
