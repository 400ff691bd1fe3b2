import { type Run, strong } from '../../../chat/message.ts';
import type { Notice } from '../../../news/delivery.ts';
import { runs } from '../runs.ts';
import { number, or, some } from './count.ts';

/** What managers of a place read: its settings, its costs, who changed what, what went wrong. */
export const settings = {
  saved: 'Saved.',
  asItIs: 'How times and numbers are shown here.',
  newOnes: 'New subscriptions mean this time zone; those there are keep their own.',
  zone: 'Time zone',
  now: (zone: string, moment: string) => `${zone} (now ${moment})`,
  language: 'Language',
  note: (codes: readonly string[]) =>
    `Headlines, sentences and quotes stay in the language of their articles; what is said around them is in this one (${or(codes)}).`,
};

export const spend = {
  noModel:
    'No language model is set up, so nothing is spent: summaries are in the outlets’ own sentences.',
  model: 'Model',
  lastDays: (n: number) => `Last ${n} days`,
  budget: 'Budget of a day',
  requests: some('request', 'requests'),
  leftToday: (tokens: string, left: number) => `${tokens} (${number(left)} left today)`,
  noLimit: 'no limit',
  note: 'Days are in UTC. Over the budget, summaries are made without the model.',
};

export const audit = {
  changes: 'Changes',
  noChanges: 'Nothing was changed in this place yet.',
  /** Null is whoever reads it, in a terminal. */
  act: (who: Run | null, line: string, channel: Run | null) =>
    runs`${who ?? strong('You')}: ${line}${channel === null ? '' : runs` in ${channel}`}`,
  digests: 'Digests of this channel',
  noDigests: (line: Run) => runs`None was due yet. ${line}`,
  tries: (n: number) => `after ${some('try', 'tries')(n)}`,
  nothingNew: 'nothing new',
  skipped: (reason: string) => `skipped: ${reason}`,
  leftOut: (n: number) => `${some('story', 'stories')(n)} left out`,
};

export const notices = {
  said: {
    gone: 'I can no longer post there',
    revoked: 'I can no longer post in this place',
    refused: 'A digest was not taken',
    unknown: 'I could not find out whether a digest was posted, and did not post it again',
  } satisfies Record<Notice['kind'], string>,
  mended: (reason: string) => `${reason}. When that is mended, /news list shows what comes next.`,
};

/** What a newcomer reads first, and help. */
export const welcome = {
  sample: (outlets: number) =>
    runs`${strong('This is the sample newsroom')}: ${some('invented outlet', 'invented outlets')(outlets)}. For your own news, put feeds into config/feeds.opml.`,
  reads: (feeds: number) =>
    `I read ${some('feed', 'feeds')(feeds)} and put what they report of one event into one story.`,
  noFeeds: (line: Run) => runs`I read no feeds yet. A manager adds one with ${line}`,
  bring: (line: Run) => runs`To bring a channel a digest every morning, say there ${line}`,
  packs: (names: string) => ` (feeds to begin with: ${names})`,
  orForm: ', or fill in the form',
  zone: (zone: string, time: string, line: Run) =>
    runs`. Times are meant in ${zone}, where it is ${time} now; ${line} changes that.`,
  tryThese: (first: Run, ask: Run, help: Run) =>
    runs`Try ${first}, a question such as ${ask}, or ${help}.`,
  tryStory: (story: Run, title: string) => runs`Try ${story} (${title}), `,
  /** In a terminal. */
  keys: 'Tab completes, Ctrl-C ends.',
  onceThereAre: 'Once there are articles, try ',
  more: (digest: Run, ask: Run, help: Run) => runs`${digest}, a question after ${ask}, or ${help}.`,
};

export const help = {
  forManagers: 'For managers',
  areFor: (managers: string) => `Subscriptions, feeds and settings are for ${managers}.`,
  note: 'A line without a slash is a question. Spans are written 24h, 3d, 30d.',
};
