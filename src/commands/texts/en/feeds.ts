import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import { and, number, some } from './count.ts';

/** Feeds: what is read, and how each is doing. */
export const feeds = {
  addOne: (line: Run) =>
    runs`No feeds yet. Whoever runs this Crier adds them to config/feeds.opml, a manager here with ${line}`,
  ended: 'has ended: the publisher took it down',
  now: 'now',
  unread: (problem: string, tries: number, next: string) =>
    `cannot be read (${problem}), ${some('try', 'tries')(tries)} so far, next ${next}`,
  read: (ago: string, next: string) => `read ${ago}, next ${next}`,
  notYet: 'not read yet',

  tooMany: (n: number) => `This place has ${number(n)} feeds already. Take one out first.`,
  notAdded: (problem: string) => `Not added: ${problem}.`,
  added: (name: Run, articles: number) =>
    runs`I read ${name}: ${some('article', 'articles')(articles)} in it now. They are in stories in a minute. `,
  addedBefore: (name: Run, articles: number) =>
    runs`I read already ${name}: ${some('article', 'articles')(articles)} in it now. They are in stories in a minute. `,
  sameName: (n: number) =>
    `${some('feed', 'feeds')(n)} of this place are called that. Give the address.`,
  noSuch: (typed: string, names: string) => `This place has no feed "${typed}". It has: ${names}.`,
  noneOwn: 'This place has no feeds of its own; what it reads comes from whoever runs this Crier.',
  inFile: (name: string) => `${name} stands in the feeds file: take it out there.`,
  removed: (name: string) => `I no longer read ${name}. What I have of it stays.`,
  alsoUnread: (names: readonly string[], line: Run) =>
    runs`${and(names)} ${names.length === 1 ? 'asks' : 'ask'} for nothing else, so nothing comes of ${names.length === 1 ? 'it' : 'them'} any more. ${line} asks for something else.`,
  noneToCheck: (line: Run) => runs`This place has no feeds of its own. Add one: ${line}`,
  notTried: 'not tried',
  fine: (articles: number) => `fine, ${some('article', 'articles')(articles)}`,
  noAddress: (typed: string) => `"${typed}" is no web address. Write it whole: https://…`,

  nothingAdded: (problem: string) => `Nothing was added: ${problem}`,
  addedSome: (n: number) => `${some('feed', 'feeds')(n)} added`,
  hereBefore: (n: number) => `${number(n)} were here before`,
  leftOut: (n: number, most: number) => `${number(n)} left out: ${number(most)} are the most`,
  noneTried: (line: Run) =>
    runs`None was tried yet: in a few minutes ${line} says how each is doing.`,
  noneToExport: 'This place has no feeds of its own; what it reads is the operator’s.',
};
