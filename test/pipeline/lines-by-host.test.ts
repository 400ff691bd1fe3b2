import { expect, test } from 'vitest';
import { linesByHost } from '../../src/pipeline/lines-by-host.ts';

const feeds = (...urls: string[]) => urls.map((url) => ({ url }));
const lines = (urls: string[], perHost = 2) =>
  linesByHost(feeds(...urls), perHost).map((line) => line.map(({ url }) => url));

test('the feeds of one host share its lines, each other host has its own', () => {
  const slow = Array.from({ length: 5 }, (_, i) => `https://slow.example/${i}`);
  expect(lines([...slow, 'https://good.example/feed', 'https://SLOW.example/5'])).toEqual([
    ['https://slow.example/0', 'https://slow.example/2', 'https://slow.example/4'],
    ['https://slow.example/1', 'https://slow.example/3', 'https://SLOW.example/5'],
    ['https://good.example/feed'],
  ]);
});

test('what is no address has a line like any other', () => {
  expect(lines(['feed', 'feed', 'feed'], 1)).toEqual([['feed', 'feed', 'feed']]);
  expect(lines([])).toEqual([]);
});
