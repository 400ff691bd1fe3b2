import { type Run, strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import { some } from './count.ts';

/** The list of subscriptions, and the page of one's own. */
export const list = {
  sampleNewsroom: 'the sample newsroom',
  whatCrierReads: 'what this Crier reads',
  nothingYet: (reads: string, feeds: number) =>
    `Nothing comes here by itself yet. Whoever asks is answered from ${reads}: ${some('feed', 'feeds')(feeds)}. `,
  digestNow: (digest: Run, subscribe: Run) =>
    runs`${digest} shows a digest now; one comes here every day by ${subscribe}.`,
  digestByManagers: (digest: Run, managers: string) =>
    runs`${digest} shows a digest now; ${managers} can have one come here every day.`,
  subscriptions: 'Subscriptions',
  nowhere: 'Nothing is brought anywhere yet. A digest comes where somebody subscribes.',
  yourMessages: 'Your direct messages',
  thisChannel: 'This channel',
  mutedHere: (what: string, line: Run) => runs`Muted here: ${what} · ${line}`,
  paused: 'Paused',
  follows: (what: readonly Run[]) => runs`follows ${what}`,
  alertsOn: (what: readonly Run[]) => runs`alerts on ${what}`,
  nothingMatched: (days: number, line: Run) =>
    runs`Nothing has matched for ${some('day', 'days')(days)}: its words may be too narrow. ${line}`,
  /** No name is whoever reads it, in a terminal; no time is within the last minute. */
  madeBy: (name: string | null, ago: string | null) =>
    `made by ${name === null ? 'you' : name || 'somebody'}, ${ago ?? 'just now'}`,
  cannotWrite: (reason: string, follow: Run) =>
    runs`${strong('I cannot write to you: ')}${reason}. Once that is mended, follow something anew by ${follow}, and all of this goes on.`,
  cannotPost: (reason: string) =>
    runs`${strong('I cannot post there: ')}${reason}. When that is mended, change a subscription of it, or resume it, and posts go on.`,
  cannotPostTell: (reason: string, managers: string) =>
    runs`${strong('I cannot post there: ')}${reason}. Tell ${managers}.`,
  lastPost: (ago: string) => `Last post ${ago}.`,
};

/** What buttons say. */
export const buttons = {
  subscribe: 'Subscribe',
  subscribeChannel: 'Subscribe a channel',
  settings: 'Settings',
  change: 'Change',
  sample: 'Sample',
  unsubscribe: 'Unsubscribe',
  endIt: 'End it',
  pauseIt: 'Pause it',
  end: 'End',
  pause: 'Pause',
  resume: 'Resume',
  unfollow: 'Unfollow',
  undo: 'Undo',
};
