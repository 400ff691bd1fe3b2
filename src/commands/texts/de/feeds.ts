import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, number, some } from './count.ts';

const feedsOf = some('Feed', 'Feeds');
const articles = some('Artikel', 'Artikel');

export const feeds: Texts['feeds'] = {
  addOne: (line) =>
    runs`Noch keine Feeds. Wer diesen Crier betreibt, trägt sie in config/feeds.opml ein; Verwalter hier fügen sie hinzu mit ${line}`,
  ended: 'beendet: vom Anbieter abgeschaltet',
  now: 'jetzt',
  unread: (problem, tries, next) =>
    `nicht lesbar (${problem}), bisher ${some('Versuch', 'Versuche')(tries)}, nächster ${next}`,
  read: (ago, next) => `gelesen ${ago}, wieder ${next}`,
  notYet: 'noch nicht gelesen',

  tooMany: (n) => `Hier gibt es schon ${number(n)} Feeds. Bitte erst einen herausnehmen.`,
  notAdded: (problem) => `Nicht hinzugefügt: ${problem}.`,
  added: (name, n) =>
    runs`${name} wird jetzt gelesen, zurzeit ${articles(n)}. In einer Minute stehen sie in Geschichten. `,
  addedBefore: (name, n) =>
    runs`${name} wird schon gelesen, zurzeit ${articles(n)}. In einer Minute stehen sie in Geschichten. `,
  sameName: (n) => `Hier heißen ${feedsOf(n)} so. Bitte die Adresse angeben.`,
  noSuch: (typed, names) => `Einen Feed „${typed}“ gibt es hier nicht. Es gibt: ${names}.`,
  noneOwn:
    'Hier gibt es keine eigenen Feeds; was gelesen wird, kommt von denen, die diesen Crier betreiben.',
  inFile: (name) => `${name} steht in der Feed-Datei: bitte dort herausnehmen.`,
  removed: (name) => `${name} wird nicht mehr gelesen. Was davon da ist, bleibt.`,
  alsoUnread: (names, line) =>
    runs`Nur daraus ${names.length === 1 ? 'kam' : 'kamen'} ${and(names)}: Da kommt jetzt nichts mehr. Mit ${line} kommt etwas anderes.`,
  noneToCheck: (line) => runs`Hier gibt es keine eigenen Feeds. So kommt einer dazu: ${line}`,
  notTried: 'nicht versucht',
  fine: (n) => `in Ordnung, ${articles(n)}`,
  noAddress: (typed) => `„${typed}“ ist keine Webadresse. Bitte ganz schreiben: https://…`,

  nothingAdded: (problem) => `Nichts wurde hinzugefügt: ${problem}`,
  addedSome: (n) => `${feedsOf(n)} hinzugefügt`,
  hereBefore: (n) => `${number(n)} waren schon da`,
  leftOut: (n, most) => `${number(n)} weggelassen: mehr als ${number(most)} gehen nicht`,
  noneTried: (line) =>
    runs`Versucht wurde noch keiner: In ein paar Minuten sagt ${line}, wie es jedem geht.`,
  noneToExport: 'Hier gibt es keine eigenen Feeds; was gelesen wird, legt der Betreiber fest.',
};
