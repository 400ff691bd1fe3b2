import { expect, test } from 'vitest';
import { linkLabel, linkTarget } from '../../src/chat/source-link.ts';

test.for([
  ['https://news.example/a b', 'https://news.example/a%20b'],
  ['HTTP://News.Example', 'http://news.example/'],
  ['https://news.example/a|b>c', 'https://news.example/a%7Cb%3Ec'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://bank.example@evil.example/', null],
  ['not an address', null],
  ['', null],
] as const)('%s is linked as %s', ([url, target]) => {
  expect(linkTarget(url, 3000)).toBe(target);
});

test('an address that does not fit is no link', () => {
  expect(linkTarget(`https://news.example/${'a'.repeat(100)}`, 100)).toBeNull();
});

test.for([
  ['The Example', 'The Example'],
  ['news.example', 'news.example'],
  ['example', 'example'],
  ['bank.example', 'news.example'],
  ['https://bank.example/login', 'news.example'],
  ['Log in at https://bank.example/login', 'Log in at https://bank.example/login (news.example)'],
  ['Read it at https://news.example/a', 'Read it at https://news.example/a'],
  ['  ', 'news.example'],
] as const)('a link labelled %s to news.example says %s', ([label, shown]) => {
  expect(linkLabel(label, 'https://news.example/a')).toBe(shown);
});
