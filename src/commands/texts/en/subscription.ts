import { type Run, strong } from '../../../chat/message.ts';
import { type Part, runs } from '../runs.ts';
import { and, number, some } from './count.ts';

// Whoever reads it in a terminal did it.
const by = (who: Run | null): Run => who ?? strong('You');

/** Subscriptions: what they are and what is done with them. */
export const subscription = {
  everything: 'everything',
  unreadFeeds: (n: number): string =>
    n === 1 ? 'a feed that is no longer read' : 'feeds that are no longer read',
  inWhere: (what: string, where: string) => `${what} in ${where}`,
  atOnce: (n: number) =>
    `at once when ${some('independent outlet', 'independent outlets')(n)} report it`,
  asItHappens: 'as it happens',
  daily: 'daily',
  weekdays: 'weekdays',
  weekends: 'weekends',
  when: (times: readonly string[], days: string) => `${and(times)} ${days}`,
  top: (n: number) => `top ${n}`,
  must: (words: string) => `must: ${words}`,
  muted: (words: string) => `muted: ${words}`,
  inLanguage: (code: string) => `in ${code}`,
  quiet: (from: string, to: string) => `quiet ${from}–${to}`,
  saysWhenEmpty: 'says so when there is nothing',
  until: (day: string) => `until ${day}`,

  /** What mends it stands behind it, where the reader may do that. */
  unread: {
    feed: (mends: Part) => runs`Its feed is no longer read, so nothing comes of it.${mends}`,
    pack: (mends: Part) =>
      runs`None of its feeds is read any more, so nothing comes of it.${mends}`,
  },
  mendsFeed: (add: Run, edit: Run) =>
    runs` ${add} reads the feed again; ${edit} asks for something else.`,
  mendsPack: (edit: Run) => runs` ${edit} reads them again.`,

  firstDigest: (slot: Run) => runs`First digest ${slot}`,
  nextDigest: (slot: Run) => runs`Next digest ${slot}`,
  noFurtherTime: 'It has no further time.',
  comesAsItHappens: 'It comes as it happens.',
  paused: 'It is paused.',

  subscribedHere: (who: Run | null, what: readonly Run[]) =>
    runs`${by(who)} subscribed this channel to ${what}.`,
  subscribed: (who: Run | null, channel: Run, what: readonly Run[]) =>
    runs`${by(who)} subscribed ${channel} to ${what}.`,
  twin: (id: number) => `That is what #${id} brings here already: /news list`,
  sampleOfNow: 'A sample of now. What stands in it may come again in the first digest.',
  noSample: (line: Run) =>
    runs`Nothing of the last day is what it asks for. Once there is, a sample is shown by ${line}`,
  noSampleOfPack: (line: Run) =>
    runs`Its feeds are read within minutes; then a sample is shown by ${line}`,
  noSampleUnread: (sources: Run, line: Run) =>
    runs`No feed of it could be read yet: ${sources} says why. Once one was, a sample is shown by ${line}`,
  asWords: (name: string) => `There is no option "${name}:" here, so it is looked for as a word.`,
  skipped: (n: number) =>
    `${some('feed', 'feeds')(n)} of the pack cannot be read and ${n === 1 ? 'is' : 'are'} left out:`,

  changed: (who: Run | null, id: number, what: readonly Run[]) =>
    runs`${by(who)} changed subscription #${id}: ${what}`,
  sayWhatElse: (line: Run) => runs`Say what shall be otherwise, such as ${line}`,
  likeThat: (id: number) => `#${id} is like that already. /news edit #${id} shows how it is.`,
  isAlert: (id: number) => `#${id} is an alert`,
  isFollow: (id: number) => `#${id} follows something`,
  unchangeable: (what: string, names: readonly string[]) =>
    `${what} and comes as it happens: ${and(names)} ${names.length === 1 ? 'means nothing' : 'mean nothing'} for it.`,
  changeable: (names: string, example: string) =>
    `What can be changed: ${names}, such as ${example}.`,
  followElse: (id: number) =>
    `To follow something else: /news unfollow #${id}, then /news follow …`,

  endIt: (name: Run) => runs`End subscription ${name}? Its channel gets no more of it.`,
  ended: (who: Run | null, name: string) => runs`${by(who)} ended subscription ${name}.`,
  pausedBy: (who: Run | null, name: string) => runs`${by(who)} paused subscription ${name}.`,
  pausedAlready: (id: number) => `#${id} is paused already. /news resume #${id} takes it up again.`,
  notPaused: (id: number) => `#${id} is not paused. /news list shows when it comes.`,
  resumed: (who: Run | null, name: string) => runs`${by(who)} took up subscription ${name} again.`,
  noTimes: (id: number) => `#${id} has no times: it comes as it happens.`,
  changedTimes: (who: Run | null) => runs`${by(who)} changed when it comes.`,
  comes: (name: Run) => runs`${name} comes:`,
  wouldCome: (name: Run) => runs`${name} is paused. It would come:`,
  nothingInSample: (name: string, id: number) =>
    `Nothing of the last day is what ${name} asks for. /news why #… says of a story why; /news edit #${id} changes what it asks for.`,
  sampleOf: (name: string) => `A sample of ${name}, for you alone.`,
  unknown: (id: number) => `There is no subscription #${id} here. /news list shows what there is.`,
  yoursAlone: (id: number) => `#${id} comes to you alone. /news unfollow #${id} ends it.`,

  most: (n: number) =>
    `This place has ${number(n)} subscriptions, and that is the most. /news list everywhere:yes names them; /news unsubscribe #… ends one.`,
  whichChannel: 'Say which channel it is for: in:#…, or say it there.',
  othersMessages: 'Somebody else’s direct messages are theirs: choose a channel, in:#…',
  couldNotPost: (remedies: string) => `I could not post there. ${remedies}`,

  packUnread: (pack: string, problems: string) =>
    `None of the feeds of ${pack} can be read now: ${problems}. Nothing was changed; try again later, or name another pack.`,
  noPack: (typed: string) => `There is no pack "${typed}".`,
  didYouMeanPack: (meant: string) => `Did you mean pack:${meant}?`,
  noPacks: 'There are no packs here.',
  packsAre: (names: string) => `There are: ${names}.`,
  nothingToRead: 'I read no feeds yet, so there would be nothing to bring.',
  namePack: (names: string, example: string) =>
    `Name a pack (${names}), such as ${example}, or add a feed: /news feed add https://…`,
  addFeed: 'Add a feed: /news feed add https://…',
  packOfFeeds: (title: string) => `${title} (a pack of feeds)`,
};
