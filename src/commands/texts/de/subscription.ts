import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, languageName, number, some } from './count.ts';

// Whoever reads it in a terminal did it, and need not be told who.
const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` von ${who}`);

export const subscription: Texts['subscription'] = {
  everything: 'alles',
  unreadFeeds: (n) =>
    n === 1 ? 'ein Feed, der nicht mehr gelesen wird' : 'Feeds, die nicht mehr gelesen werden',
  inWhere: (what, where) => `${what} in ${where}`,
  atOnce: (n) => `sofort, wenn ${some('unabhängiges Medium', 'unabhängige Medien')(n)} berichten`,
  asItHappens: 'sobald es etwas gibt',
  daily: 'täglich',
  weekdays: 'montags bis freitags',
  weekends: 'am Wochenende',
  when: (times, days) => `${days} um ${and(times)}`,
  top: (n) => `höchstens ${some('Geschichte', 'Geschichten')(n)}`,
  must: (words) => `nur mit: ${words}`,
  muted: (words) => `ohne: ${words}`,
  inLanguage: (code) => `auf ${languageName(code)}`,
  quiet: (from, to) => `Ruhe ${from}–${to}`,
  saysWhenEmpty: 'meldet auch, wenn es nichts gibt',
  until: (day) => `bis ${day}`,

  unread: {
    feed: (mends) => runs`Der Feed dazu wird nicht mehr gelesen, also kommt nichts mehr.${mends}`,
    pack: (mends) => runs`Keiner der Feeds dazu wird noch gelesen, also kommt nichts mehr.${mends}`,
  },
  mendsFeed: (add, edit) => runs` ${add} liest den Feed wieder; mit ${edit} kommt etwas anderes.`,
  mendsPack: (edit) => runs` ${edit} liest sie wieder.`,

  firstDigest: (slot) => runs`Erste Ausgabe ${slot}`,
  nextDigest: (slot) => runs`Nächste Ausgabe ${slot}`,
  noFurtherTime: 'Es gibt keinen weiteren Termin.',
  comesAsItHappens: 'Kommt, sobald es etwas gibt.',
  paused: 'Das Abo pausiert.',

  subscribedHere: (who, what) => runs`Für diesen Kanal abonniert${by(who)}: ${what}.`,
  subscribed: (who, channel, what) => runs`Für ${channel} abonniert${by(who)}: ${what}.`,
  twin: (id) => `Genau das bringt hier schon #${id}: /news list`,
  sampleOfNow:
    'Eine Probe von jetzt. Was darin steht, kann in der ersten Ausgabe noch einmal kommen.',
  noSample: (line) =>
    runs`In den letzten 24 Stunden war nichts Passendes dabei. Sobald es etwas gibt, zeigt eine Probe: ${line}`,
  noSampleOfPack: (line) =>
    runs`Die Feeds werden in den nächsten Minuten gelesen; dann zeigt eine Probe: ${line}`,
  noSampleUnread: (sources, line) =>
    runs`Noch ließ sich kein Feed dafür lesen: ${sources} sagt, warum. Danach zeigt eine Probe: ${line}`,
  asWords: (name) =>
    `Eine Option „${name}:“ gibt es hier nicht, also wird danach als Wort gesucht.`,
  skipped: (n) =>
    `${some('Feed', 'Feeds')(n)} des Pakets ${n === 1 ? 'lässt' : 'lassen'} sich nicht lesen und ${n === 1 ? 'bleibt' : 'bleiben'} weg:`,

  changed: (who, id, what) => runs`Abo #${id} geändert${by(who)}: ${what}`,
  sayWhatElse: (line) => runs`Dazuschreiben, was anders sein soll, zum Beispiel ${line}`,
  likeThat: (id) => `#${id} ist schon so. /news edit #${id} zeigt, wie es ist.`,
  isAlert: (id) => `#${id} ist ein Alarm`,
  isFollow: (id) => `#${id} hat ein Thema im Blick`,
  unchangeable: (what, names) =>
    `${what} und kommt, sobald es etwas gibt: ${and(names)} ${names.length === 1 ? 'hat' : 'haben'} dafür keine Bedeutung.`,
  changeable: (names, example) => `Änderbar sind: ${names}, zum Beispiel mit ${example}.`,
  followElse: (id) => `Um etwas anderem zu folgen: /news unfollow #${id}, dann /news follow …`,

  endIt: (name) => runs`Abo ${name} beenden? Der Kanal bekommt dann nichts mehr davon.`,
  ended: (who, name) => runs`Abo ${name} beendet${by(who)}.`,
  pausedBy: (who, name) => runs`Abo ${name} angehalten${by(who)}.`,
  pausedAlready: (id) => `#${id} pausiert schon. /news resume #${id} nimmt es wieder auf.`,
  notPaused: (id) => `#${id} pausiert nicht. /news list zeigt, wann es kommt.`,
  resumed: (who, name) => runs`Abo ${name} wieder aufgenommen${by(who)}.`,
  noTimes: (id) => `#${id} hat keine Zeiten: Es kommt, sobald es etwas gibt.`,
  changedTimes: (who) => runs`Zeiten geändert${by(who)}.`,
  comes: (name) => runs`${name} kommt:`,
  wouldCome: (name) => runs`${name} pausiert. Sonst käme es:`,
  nothingInSample: (name, id) =>
    `In den letzten 24 Stunden war für ${name} nichts Passendes dabei. /news why #… sagt zu einer Geschichte, warum; /news edit #${id} ändert, was passt.`,
  sampleOf: (name) => `Eine Probe von ${name}, nur hier zu sehen.`,
  unknown: (id) => `Ein Abo #${id} gibt es hier nicht. /news list zeigt, was es gibt.`,
  yoursAlone: (id) => `#${id} kommt nur als Direktnachricht. /news unfollow #${id} beendet es.`,

  most: (n) =>
    `Hier gibt es schon ${number(n)} Abos, mehr geht nicht. /news list everywhere:yes nennt sie; /news unsubscribe #… beendet eines.`,
  whichChannel: 'Für welchen Kanal? in:#… dazuschreiben, oder es dort sagen.',
  othersMessages: 'Die Direktnachrichten anderer gehören ihnen. Bitte einen Kanal wählen: in:#…',
  couldNotPost: (remedies) => `Dort lässt sich nichts posten. ${remedies}`,

  packUnread: (pack, problems) =>
    `Keiner der Feeds von ${pack} lässt sich gerade lesen: ${problems}. Nichts wurde geändert; bitte später noch einmal versuchen oder ein anderes Paket nennen.`,
  noPack: (typed) => `Ein Paket „${typed}“ gibt es nicht.`,
  didYouMeanPack: (meant) => `Gemeint: pack:${meant}?`,
  noPacks: 'Pakete gibt es hier keine.',
  packsAre: (names) => `Es gibt: ${names}.`,
  nothingToRead: 'Noch wird kein Feed gelesen, also gäbe es nichts zu bringen.',
  namePack: (names, example) =>
    `Ein Paket nennen (${names}), zum Beispiel ${example}, oder einen Feed hinzufügen: /news feed add https://…`,
  addFeed: 'Einen Feed hinzufügen: /news feed add https://…',
  packOfFeeds: (title) => `${title} (ein Paket von Feeds)`,
};
