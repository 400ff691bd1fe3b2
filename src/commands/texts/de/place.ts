import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, or, plural, some } from './count.ts';

export const settings: Texts['settings'] = {
  saved: 'Gespeichert.',
  asItIs: 'So werden Zeiten und Zahlen hier gezeigt.',
  newOnes: 'Für neue Abos gilt diese Zeitzone; bestehende behalten ihre.',
  zone: 'Zeitzone',
  now: (zone, moment) => `${zone} (jetzt ${moment})`,
  language: 'Sprache',
  note: (codes) =>
    `Überschriften, Sätze und Zitate bleiben in der Sprache ihrer Artikel; was darum herum steht, ist in dieser (${or(codes)}).`,
};

export const spend: Texts['spend'] = {
  noModel:
    'Es ist kein Sprachmodell eingerichtet, also kostet nichts: Zusammenfassungen stehen in den eigenen Sätzen der Medien.',
  model: 'Modell',
  lastDays: (n) => `Letzte ${n} Tage`,
  budget: 'Budget am Tag',
  requests: some('Anfrage', 'Anfragen'),
  leftToday: (tokens, left) => `${tokens} (heute noch ${number(left)})`,
  noLimit: 'ohne Grenze',
  note: 'Tage in UTC. Ist das Budget verbraucht, entstehen Zusammenfassungen ohne das Modell.',
};

export const audit: Texts['audit'] = {
  changes: 'Änderungen',
  noChanges: 'Hier wurde noch nichts geändert.',
  act: (who, line, channel) =>
    runs`${who === null ? '' : runs`${who}: `}${line}${channel === null ? '' : runs` in ${channel}`}`,
  digests: 'Ausgaben dieses Kanals',
  noDigests: (line) => runs`Noch war keine fällig. ${line}`,
  tries: (n) => `nach ${some('Versuch', 'Versuchen')(n)}`,
  nothingNew: 'nichts Neues',
  skipped: (reason) => `ausgelassen: ${reason}`,
  leftOut: (n) => `${some('Geschichte', 'Geschichten')(n)} weggelassen`,
};

export const notices: Texts['notices'] = {
  said: {
    gone: 'Dort lässt sich nichts mehr posten',
    revoked: 'Hier lässt sich nichts mehr posten',
    refused: 'Eine Ausgabe wurde nicht angenommen',
    unknown: 'Ob eine Ausgabe gepostet wurde, blieb unklar; sie wurde nicht noch einmal gepostet',
  },
  mended: (reason) => `${reason}. Ist das behoben, zeigt /news list, was als Nächstes kommt.`,
};

export const welcome: Texts['welcome'] = {
  sample: (outlets) =>
    runs`${strong('Das ist die Beispielredaktion')}: ${some('erfundenes Medium', 'erfundene Medien')(outlets)}. Für eigene Nachrichten Feeds in config/feeds.opml eintragen.`,
  reads: (feeds) =>
    `${some('Feed', 'Feeds')(feeds)} ${plural(feeds, 'wird', 'werden')} hier gelesen; was sie über ein Ereignis berichten, wird zu einer Geschichte.`,
  noFeeds: (line) => runs`Noch wird kein Feed gelesen. Verwalter fügen einen hinzu mit ${line}`,
  bring: (line) => runs`Jeden Morgen eine Ausgabe in einem Kanal: dort schreiben ${line}`,
  packs: (names) => ` (Feeds für den Anfang: ${names})`,
  orForm: ', oder das Formular ausfüllen',
  zone: (zone, time, line) =>
    runs`. Zeiten gelten in ${zone}, dort ist es jetzt ${time}; ${line} ändert das.`,
  tryThese: (first, ask, help) =>
    runs`Zum Ausprobieren: ${first}, eine Frage wie ${ask}, oder ${help}.`,
  tryStory: (story, title) => runs`Zum Ausprobieren: ${story} (${title}), `,
  keys: 'Tab ergänzt, Strg-C beendet.',
  onceThereAre: 'Sobald es Artikel gibt: ',
  more: (digest, ask, help) => runs`${digest}, eine Frage hinter ${ask}, oder ${help}.`,
};

export const help: Texts['help'] = {
  forManagers: 'Für Verwalter',
  areFor: (managers) => `Abos, Feeds und Einstellungen sind Sache der Verwalter: ${managers}.`,
  note: 'Eine Zeile ohne Schrägstrich ist eine Frage. Zeiträume schreibt man 24h, 3d, 30d.',
};
