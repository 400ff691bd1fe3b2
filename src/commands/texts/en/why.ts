import type { Run } from '../../../chat/message.ts';
import type { Delivery, LeftOut } from '../../../news/delivery.ts';
import { runs } from '../runs.ts';
import { number, some } from './count.ts';

/** How Crier is doing, and why a story is or is not in a digest. */
export const status = {
  articles: 'Articles',
  stories: 'Stories',
  lastArticle: 'Last article',
  noneYet: 'none yet',
  feeds: 'Feeds',
  ofWhichUnread: (n: number, unread: number) =>
    `${number(n)}, of which ${number(unread)} cannot be read`,
  lastRefresh: 'Last refresh',
  notYet: 'not yet',
  since: 'Running since',
  summaries: 'Summaries',
  byModel: (name: string) => `by ${name}, each sentence checked; else the outlets' own sentences`,
  extractive: "extractive: the outlets' own sentences, no model",
};

export const why = {
  noArticle: (url: string) => `I hold no article from ${url}.`,
  notInFeed: (feed: string) =>
    `I read ${feed}, but this address was not in its feed while I looked, or was too old when I did.`,
  noFeed: 'None of my feeds is of that site.',
  noStory: (about: string) => `I hold no story about "${about}", so no digest could bring it.`,
  version: (id: number, version: number) => `(#${id}, version ${version}).`,
  inNone: (span: string, since: string) =>
    `It is in no digest of the last ${span}: nothing was published in it since ${since}.`,
  isIn: (span: string, rank: number, of: number) =>
    `It is in the digest of the last ${span}: number ${rank} of ${of}.`,
  isBeyond: (span: string, place: string, limit: number) =>
    `It is ${place} in the last ${span}, and a digest brings ${limit}.`,
  place: (rank: number, of: number) => `number ${rank} of ${of}`,
  comesFrom: (outlets: number) =>
    `Its place comes from ${some('independent outlet', 'independent outlets')(outlets)} (copies count a quarter) and its age. `,
  yourArticle: (article: Run, outlet: string, copied: string) =>
    runs`Your article: ${article} (${outlet}${copied}).`,
  copied: (outlet: string) => `, the same text as ${outlet} had before`,
  mutedStory: (name: string) => `${name} muted it in this channel: no digest here brings it.`,
  mutedPhrase: (phrase: string, name: string) =>
    `It holds ${phrase}, which ${name} muted in this channel: no digest here brings it.`,
  inThisChannel: 'In this channel',
  noneLooked: (digests: number) =>
    `None of the last ${some('digest', 'digests')(digests)} looked at it: it came after they were made, or had nothing new in their time.`,
  noneDue: 'No digest was due here yet.',
  brought: 'brought',
  leftOut: {
    told: 'left out: nothing in it was new to this channel',
    muted: 'left out: it is muted, or holds a muted word',
    filtered: 'left out: it is not what the subscription asks for',
    beyond: 'left out: others weighed more',
  } satisfies Record<LeftOut['why'], string>,
};

/** What became of a post. */
export const posted = {
  pending: 'waits to be posted',
  sending: 'is being posted',
  sent: 'posted',
  ambiguous: 'the platform did not say whether it stands: it is looked for',
  parked: 'given up',
} satisfies Record<Delivery['state'], string>;
