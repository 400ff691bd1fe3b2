import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { some } from './count.ts';

const feeds = some('Feed', 'Feeds');

export const list: Texts['list'] = {
  sampleNewsroom: 'der Beispielredaktion',
  whatCrierReads: 'allem, was dieser Crier liest',
  nothingYet: (reads, n) =>
    `Hierher kommt noch nichts von selbst. Fragen werden aus ${reads} beantwortet: ${feeds(n)}. `,
  digestNow: (digest, subscribe) =>
    runs`${digest} zeigt jetzt einen Überblick; mit ${subscribe} kommt er jeden Tag hierher.`,
  digestByManagers: (digest, managers) =>
    runs`${digest} zeigt jetzt einen Überblick; ${managers} können ihn jeden Tag hierher kommen lassen.`,
  subscriptions: 'Abos',
  nowhere: 'Noch kommt nirgends etwas an. Eine Ausgabe kommt dorthin, wo jemand sie abonniert.',
  yourMessages: 'Direktnachrichten',
  thisChannel: 'Dieser Kanal',
  mutedHere: (what, line) => runs`Hier stumm: ${what} · ${line}`,
  paused: 'Pausiert',
  follows: (what) => runs`im Blick: ${what}`,
  alertsOn: (what) => runs`Alarm zu ${what}`,
  nothingMatched: (days, line) =>
    runs`Seit ${some('Tag', 'Tagen')(days)} hat nichts gepasst: Vielleicht sind die Wörter zu eng. ${line}`,
  madeBy: (name, ago) => {
    const by = name === null ? '' : ` von ${name || 'jemandem'}`;
    return ago === null ? `gerade angelegt${by}` : `angelegt${by}, ${ago}`;
  },
  cannotWrite: (reason, follow) =>
    runs`${strong('Keine Direktnachrichten möglich: ')}${reason}. Ist das behoben, einfach mit ${follow} wieder etwas folgen, und alles hier geht weiter.`,
  cannotPost: (reason) =>
    runs`${strong('Dort lässt sich nichts posten: ')}${reason}. Ist das behoben, ein Abo des Kanals ändern oder wieder aufnehmen, und es geht weiter.`,
  cannotPostTell: (reason, managers) =>
    runs`${strong('Dort lässt sich nichts posten: ')}${reason}. Bitte Bescheid geben: ${managers}.`,
  lastPost: (ago) => `Letzter Beitrag ${ago}.`,
};

export const buttons: Texts['buttons'] = {
  subscribe: 'Abonnieren',
  subscribeChannel: 'Kanal abonnieren',
  settings: 'Einstellungen',
  change: 'Ändern',
  sample: 'Probe',
  unsubscribe: 'Abbestellen',
  endIt: 'Beenden',
  pauseIt: 'Anhalten',
  end: 'Beenden',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  unfollow: 'Nicht mehr folgen',
  undo: 'Rückgängig',
};
