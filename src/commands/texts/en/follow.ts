import { type Run, strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import { number } from './count.ts';

const by = (who: Run | null): Run => who ?? strong('You');

/** Following, alerts, and what is muted. */
export const follow = {
  forManagers: (managers: string, what: string) =>
    `What everybody in a channel gets is for ${managers} to say. For you alone: /news follow ${what}`,
  already: (id: number) => `You follow that already. /news unfollow #${id} ends it.`,
  channelAlready: (id: number) =>
    `This channel follows that already. /news unfollow #${id} ends it.`,
  most: (n: number) =>
    `You follow ${number(n)} things, and that is the most. /news list names them; /news unfollow #… ends one.`,
  channelMost: (n: number) =>
    `This channel follows ${number(n)} things, and that is the most. /news list names them; /news unfollow #… ends one.`,
  youFollow: (what: Run, until: string | null) =>
    runs`You follow ${what} from now on${until === null ? '' : `, until ${until}`}.`,
  channelFollows: (who: Run | null, what: Run, until: string | null) =>
    runs`${by(who)} made this channel follow ${what} from now on${until === null ? '' : `, until ${until}`}.`,
  comesHere: 'What is new of it comes here.',
  comesToYou: 'What is new of it comes to you alone, as a direct message.',
  nothingOf: (id: number) =>
    `You follow nothing of the number #${id}. /news list names what you do.`,
  wholeChannel: (managers: string) =>
    `The whole channel follows this: only ${managers} can end it. For you alone: /news follow …`,
  endedHere: (id: number) => `Ended: nothing more of #${id} comes to the channel.`,
  ended: (id: number) => `Ended: you no longer follow #${id}.`,
  alertTwin: (id: number) =>
    `That is what #${id} does here already. /news unsubscribe #${id} ends it.`,
  alertSet: (who: Run | null, id: number, outlets: number) =>
    runs`${by(who)} set an alert (#${id}): this channel is told at once when ${number(outlets)} independent outlets report a new story`,
  alertAbout: (topic: Run) => runs` about ${topic}`,
  alertUntil: (day: string) => `, until ${day}`,
  outlets: (typed: string) => `outlets takes a number from 2 to 50, not "${typed}".`,
};

export const mute = {
  phrase: (words: string) => `“${words}”`,
  already: (name: string, line: string) =>
    `${name} is muted here already. ${line} lets it come again.`,
  most: (n: number) => `${number(n)} mutes are the most in a channel: /news unmute takes one back.`,
  muted: (who: Run | null, name: string) =>
    runs`${by(who)} muted ${name}: no digest of this channel brings it any more.`,
  nothing: 'Nothing is muted here. /news mute … does that.',
  which: (names: string, line: string) => `Muted here: ${names}. Say which, such as ${line}`,
  notMuted: (name: string) => `${name} is not muted here. /news unmute names what is.`,
  takenBack: (who: Run | null, name: string) =>
    runs`${by(who)} took back the mute of ${name}: digests here may bring it again.`,
  noWord: (typed: string) => `There is no word in "${typed}" that could be muted.`,
  inItsChannel: 'Say that in the channel it is for.',
};

export const report = {
  most: (n: number) =>
    `${number(n)} reports a day are the most from one person. They are kept; this one is not: please send it tomorrow.`,
  kept: (report: number, story: number) =>
    `Thank you: report R-${report} about story #${story} is kept for whoever runs this Crier.`,
  sayMore: (line: Run) => runs` Say what is wrong with it, if you like: ${line}`,
};
