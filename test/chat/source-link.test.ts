import { expect, test } from 'vitest';
import { linkLabel, linkTarget } from '../../src/chat/source-link.ts';

test.for([
  ['https://news.example/a b', 'https://news.example/a%20b'],
  ['HTTP://News.Example', 'http://news.example/'],
  ['https://news.example/a|b>c', 'https://news.example/a%7Cb%3Ec'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://bank.example@evil.example/', null],
  ['https://discord.gg/abc', null],
  ['https://www.discord.gg./abc', null],
  ['https://ptb.discord.com/invite/abc', null],
  ['https://discordapp.com//%69nvite/abc', null],
  ['https://join.slack.com/t/x/shared_invite/abc', null],
  ['https://discord.com/blog/invite', 'https://discord.com/blog/invite'],
  ['https://notdiscord.gg/abc', 'https://notdiscord.gg/abc'],
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
  ['Log in at https://bank.example/login', 'news.example'],
  ['Log in at bank.example/login now', 'news.example'],
  ['BANK.EXAMPLE — breaking', 'news.example'],
  ['bank。example', 'news.example'],
  ['ｂank．example news', 'news.example'],
  ['me@bank.example', 'news.example'],
  ['https://bank.example@news.example', 'news.example'],
  ['News.Example — breaking', 'News.Example — breaking'],
  ['Read it at https://news.example/a.html', 'Read it at https://news.example/a.html'],
  ['Up 1.5 million, the U.S. says', 'Up 1.5 million, the U.S. says'],
  ['  ', 'news.example'],
] as const)('a link named %s to news.example says %s', ([label, shown]) => {
  expect(linkLabel(label, 'https://news.example/a', 'name')).toBe(shown);
});

test.for([
  ['Shop.example fined again', 'Shop.example fined again (news.example)'],
  ['Log in at https://bank.example', 'Log in at https://bank.example (news.example)'],
  ['bank.example', 'news.example'],
  ['News.Example is ten', 'News.Example is ten'],
] as const)('a headline %s linked to news.example says %s', ([headline, shown]) => {
  expect(linkLabel(headline, 'https://news.example/a', 'words')).toBe(shown);
});
