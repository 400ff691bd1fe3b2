import { expect, test } from 'vitest';
import { canonicalUrl, sameSite } from '../../src/ingest/article-url.ts';

test.each([
  ['https://News.example:443/a?utm_source=rss&id=7&fbclid=x#top', 'https://news.example/a?id=7'],
  ['https://news.example/a?utm_medium=feed', 'https://news.example/a'],
  ['https://news.example/a?source=rss', 'https://news.example/a'],
  [
    'https://news.example/wiki?source=Homer&ref=12',
    'https://news.example/wiki?source=Homer&ref=12',
  ],
  ['http://news.example/a/', 'http://news.example/a/'],
])('%s is known as %s', (raw, known) => {
  expect(canonicalUrl(raw)).toBe(known);
});

test('a user name and password in an address are not kept: it is shown to everybody', () => {
  expect(canonicalUrl('https://reader:s3cret@news.example/a')).toBe('https://news.example/a');
  expect(canonicalUrl('https://token@news.example/a')).toBe('https://news.example/a');
});

test('what is no web address is known as nothing', () => {
  for (const raw of ['', 'a/b', 'mailto:a@b.example', 'javascript:alert(1)', 'http://']) {
    expect(canonicalUrl(raw)).toBeUndefined();
  }
});

test('a mobile or www host is the same site, another host is not', () => {
  expect(sameSite('https://www.news.example/a', 'https://m.news.example/b')).toBe(true);
  expect(sameSite('https://news.example/a', 'https://blog.example/a')).toBe(false);
});
