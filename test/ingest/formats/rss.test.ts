import { describe, expect, test } from 'vitest';
import { feedIn, rssItem, rssItems } from './read.ts';

describe('an RSS feed', () => {
  test('is read whole', () => {
    const feed = feedIn(`<?xml version="1.0"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel>
        <title>The Harbour Post</title><link>https://post.example/</link><description>News &amp; tides</description>
        <language>en-gb</language><managingEditor>desk@post.example (The Desk)</managingEditor>
        <pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><lastBuildDate>Tue, 05 Mar 2024 11:00:00 GMT</lastBuildDate>
        <ttl>45</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
        <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://post.example/rss"/>
        <item>
          <title>Bridge to stay shut</title><link>https://post.example/bridge</link><guid isPermaLink="false">post-1</guid>
          <pubDate>Tue, 05 Mar 2024 09:30:00 GMT</pubDate><dc:creator>Jane Roe</dc:creator>
          <description>The &lt;b&gt;old&lt;/b&gt; bridge.</description>
          <content:encoded><![CDATA[<p>The old bridge stays shut.</p>]]></content:encoded>
          <category>Transport</category><category>Local</category>
          <enclosure url="https://post.example/b.mp3" type="audio/mpeg" length="123"/><comments>https://post.example/bridge#c</comments>
        </item>
      </channel></rss>`);
    expect(feed).toEqual({
      title: 'The Harbour Post',
      description: 'News & tides',
      link: 'https://post.example/',
      language: 'en-gb',
      author: 'The Desk',
      publishedAt: '2024-03-05T10:00:00.000Z',
      updatedAt: '2024-03-05T11:00:00.000Z',
      polling: {
        ttlMinutes: 45,
        skipHours: [0, 3],
        skipDays: ['sunday'],
        hub: 'https://hub.example/',
        self: 'https://post.example/rss',
      },
      items: [
        {
          id: 'post-1',
          title: 'Bridge to stay shut',
          url: 'https://post.example/bridge',
          publishedAt: '2024-03-05T09:30:00.000Z',
          updatedAt: null,
          author: 'Jane Roe',
          summary: 'The <b>old</b> bridge.',
          content: '<p>The old bridge stays shut.</p>',
          categories: ['Transport', 'Local'],
          enclosures: [{ url: 'https://post.example/b.mp3', type: 'audio/mpeg', length: 123 }],
          comments: 'https://post.example/bridge#c',
        },
      ],
    });
  });

  test('a title is plain text however it is written', () => {
    expect(rssItem('<title>Tea &amp;amp; milk</title>').title).toBe('Tea & milk');
    expect(rssItem('<title><![CDATA[Tea <b>and</b> milk]]></title>').title).toBe('Tea and milk');
    expect(rssItem('<title>Tea <b>and</b> milk</title>').title).toBe('Tea and milk');
    expect(rssItem('<title>Hello &lt;script&gt;alert(1)&lt;/script&gt;</title>').title).toBe(
      'Hello',
    );
  });

  test('a guid stands in for a missing link if it is an address', () => {
    expect(rssItem('<guid>https://post.example/1</guid>').url).toBe('https://post.example/1');
    expect(rssItem('<guid isPermaLink="false">https://post.example/1</guid>').url).toBeNull();
    expect(rssItem('<guid>post-1</guid>')).toMatchObject({ id: 'post-1', url: null });
  });

  test('a script is no link', () => {
    expect(rssItem('<link>javascript:alert(1)</link>').url).toBeNull();
  });

  test('a relative link is resolved against xml:base, else the site, else the feed', () => {
    expect(
      rssItem('<link xml:base="https://x.example/">a</link>', '<link>https://post.example/</link>')
        .url,
    ).toBe('https://post.example/a');
    expect(rssItem('<link>/a</link>', '<link>https://post.example/</link>').url).toBe(
      'https://post.example/a',
    );
    expect(rssItem('<link>/a</link>').url).toBe('https://news.example/a');
  });

  test('authors are names without their addresses', () => {
    expect(rssItem('<author>jane@post.example (Jane Roe)</author>').author).toBe('Jane Roe');
    expect(rssItem('<author>Jane Roe &lt;jane@post.example&gt;</author>').author).toBe('Jane Roe');
    expect(
      rssItem('<dc:creator>Jane Roe</dc:creator><dc:creator>Max Doe</dc:creator>').author,
    ).toBe('Jane Roe, Max Doe');
  });

  test('a prefix means its address, an undeclared usual prefix what it usually means', () => {
    expect(
      rssItem('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Jane Roe</x:creator>').author,
    ).toBe('Jane Roe');
    expect(rssItem('<dc:creator>Jane Roe</dc:creator>').author).toBe('Jane Roe');
    expect(
      rssItem('<dc:creator xmlns:dc="https://other.example/ns">Jane Roe</dc:creator>').author,
    ).toBe('Jane Roe');
  });

  test('podcast and media elements fill what is missing', () => {
    const item = rssItem(
      '<itunes:title>Tides</itunes:title><itunes:summary>About tides.</itunes:summary><itunes:keywords>sea, moon</itunes:keywords><media:group><media:content url="https://post.example/v.mp4" type="video/mp4" fileSize="9"/></media:group>',
    );
    expect(item).toMatchObject({
      title: 'Tides',
      summary: 'About tides.',
      categories: ['sea', 'moon'],
      enclosures: [{ url: 'https://post.example/v.mp4', type: 'video/mp4', length: 9 }],
    });
  });

  test('two items with one guid are two items', () => {
    expect(
      rssItems(
        '<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>B</title></item>',
      ).map((item) => item.title),
    ).toEqual(['A', 'B']);
  });

  test('an unreadable date is null, the item stays', () => {
    expect(rssItem('<title>A</title><pubDate>yesterday-ish</pubDate>')).toMatchObject({
      title: 'A',
      publishedAt: null,
    });
  });
});

describe('an RDF feed', () => {
  test('has its items beside the channel', () => {
    const feed =
      feedIn(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://post.example/"><title>Post</title><link>https://post.example/</link><dc:language>de</dc:language></channel>
      <item rdf:about="https://post.example/1"><title>Brücke gesperrt</title><dc:date>2024-03-05T10:00:00+01:00</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      title: 'Post',
      language: 'de',
      items: [
        {
          id: 'https://post.example/1',
          url: 'https://post.example/1',
          title: 'Brücke gesperrt',
          publishedAt: '2024-03-05T09:00:00.000Z',
        },
      ],
    });
  });
});

describe('a CDF channel', () => {
  test('keeps its links in attributes', () => {
    const feed = feedIn(
      '<CHANNEL HREF="https://post.example/" LASTMOD="2024-03-05"><TITLE>Post</TITLE><ITEM HREF="https://post.example/1"><TITLE>One</TITLE><ABSTRACT>Text</ABSTRACT></ITEM></CHANNEL>',
    );
    expect(feed).toMatchObject({
      title: 'Post',
      link: 'https://post.example/',
      items: [{ title: 'One', url: 'https://post.example/1', summary: 'Text' }],
    });
  });
});
