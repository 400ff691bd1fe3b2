import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number } from './count.ts';

const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` von ${who}`);
const untilDay = (day: string | null): string => (day === null ? '' : ` (bis ${day})`);

export const follow: Texts['follow'] = {
  forManagers: (managers, what) =>
    `Was alle in einem Kanal bekommen, bestimmen ${managers}. Nur für sich: /news follow ${what}`,
  already: (id) => `Das ist schon im Blick. /news unfollow #${id} beendet es.`,
  channelAlready: (id) => `Dieser Kanal hat das schon im Blick. /news unfollow #${id} beendet es.`,
  most: (n) =>
    `Mehr als ${number(n)} Themen zugleich geht nicht. /news list nennt sie; /news unfollow #… beendet eines.`,
  channelMost: (n) =>
    `Dieser Kanal hat schon ${number(n)} Themen im Blick, mehr geht nicht. /news list nennt sie; /news unfollow #… beendet eines.`,
  youFollow: (what, day) => runs`Ab jetzt im Blick: ${what}${untilDay(day)}.`,
  channelFollows: (who, what, day) =>
    runs`Dieser Kanal hat ab jetzt im Blick: ${what}${untilDay(day)}, eingerichtet${by(who)}.`,
  comesHere: 'Was es Neues gibt, kommt hierher.',
  comesToYou: 'Was es Neues gibt, kommt als Direktnachricht, für niemanden sonst zu sehen.',
  nothingOf: (id) => `Unter der Nummer #${id} ist nichts im Blick. /news list nennt, was es ist.`,
  wholeChannel: (managers) =>
    `Das hat der ganze Kanal im Blick; beenden können das nur ${managers}. Nur für sich: /news follow …`,
  endedHere: (id) => `Beendet: Von #${id} kommt nichts mehr in den Kanal.`,
  ended: (id) => `Beendet: #${id} ist nicht mehr im Blick.`,
  alertTwin: (id) => `Genau das tut hier schon #${id}. /news unsubscribe #${id} beendet es.`,
  alertSet: (who, id, outlets) =>
    runs`Alarm #${id} eingerichtet${by(who)}: Dieser Kanal erfährt sofort, wenn ${number(outlets)} unabhängige Medien über eine neue Geschichte berichten`,
  alertAbout: (topic) => runs`, Thema ${topic}`,
  alertUntil: (day) => ` (bis ${day})`,
  outlets: (typed) => `outlets nimmt eine Zahl von 2 bis 50, nicht „${typed}“.`,
};

export const mute: Texts['mute'] = {
  phrase: (words) => `„${words}“`,
  already: (name, line) => `${name} ist hier schon stumm. ${line} lässt es wieder zu.`,
  most: (n) =>
    `Mehr als ${number(n)} Stummschaltungen gehen in einem Kanal nicht: /news unmute nimmt eine zurück.`,
  muted: (who, name) =>
    runs`${name} stumm geschaltet${by(who)}: Keine Ausgabe dieses Kanals bringt es mehr.`,
  nothing: 'Hier ist nichts stumm. /news mute … schaltet etwas stumm.',
  which: (names, line) => `Hier stumm: ${names}. Was davon soll wieder kommen? Etwa ${line}`,
  notMuted: (name) => `${name} ist hier nicht stumm. /news unmute nennt, was es ist.`,
  takenBack: (who, name) =>
    runs`${name} wieder zugelassen${by(who)}: Ausgaben hier dürfen es wieder bringen.`,
  noWord: (typed) => `In „${typed}“ ist kein Wort, das sich stumm schalten ließe.`,
  inItsChannel: 'Bitte in dem Kanal sagen, für den es gelten soll.',
};

export const report: Texts['report'] = {
  most: (n) =>
    `Mehr als ${number(n)} Meldungen am Tag gehen nicht. Die anderen sind aufgehoben, diese nicht: bitte morgen noch einmal senden.`,
  kept: (id, story) =>
    `Danke! Die Meldung R-${id} zur Geschichte #${story} ist für die aufgehoben, die diesen Crier betreiben.`,
  sayMore: (line) => runs` Wer mag, schreibt dazu, was nicht stimmt: ${line}`,
};
