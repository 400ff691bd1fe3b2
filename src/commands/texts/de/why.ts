import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, some } from './count.ts';
import { dative } from './shown.ts';

export const status: Texts['status'] = {
  articles: 'Artikel',
  stories: 'Geschichten',
  lastArticle: 'Letzter Artikel',
  noneYet: 'noch keiner',
  feeds: 'Feeds',
  ofWhichUnread: (n, unread) => `${number(n)}, davon ${number(unread)} nicht lesbar`,
  lastRefresh: 'Zuletzt aktualisiert',
  notYet: 'noch nicht',
  since: 'Läuft seit',
  summaries: 'Zusammenfassungen',
  byModel: (name) => `von ${name}, jeder Satz geprüft; sonst in den eigenen Sätzen der Medien`,
  extractive: 'die eigenen Sätze der Medien, ohne Sprachmodell',
};

export const why: Texts['why'] = {
  noArticle: (url) => `Von ${url} liegt kein Artikel vor.`,
  notInFeed: (feed) =>
    `${feed} wird gelesen, aber diese Adresse stand bei keinem Lesen im Feed oder war da schon zu alt.`,
  noFeed: 'Keiner der Feeds gehört zu dieser Seite.',
  noStory: (about) =>
    `Über „${about}“ liegt keine Geschichte vor, also konnte keine Ausgabe sie bringen.`,
  version: (id, version) => `(#${id}, Fassung ${version}).`,
  inNone: (span, since) =>
    `In den letzten ${dative(span)} steht sie in keiner Ausgabe: Seit ${since} kam nichts Neues dazu.`,
  isIn: (span, rank, of) =>
    `Sie steht unter den Geschichten der letzten ${span} auf Platz ${rank} von ${of} und damit in der Ausgabe.`,
  isBeyond: (span, place, limit) =>
    `Sie steht in den letzten ${dative(span)} auf ${place}, und eine Ausgabe bringt ${limit}.`,
  place: (rank, of) => `Platz ${rank} von ${of}`,
  comesFrom: (outlets) =>
    `Der Platz kommt von ${some('unabhängigen Medium', 'unabhängigen Medien')(outlets)} (Kopien zählen ein Viertel) und dem Alter. `,
  yourArticle: (article, outlet, copied) => runs`Der Artikel: ${article} (${outlet}${copied}).`,
  copied: (outlet) => `, gleicher Text wie zuvor bei ${outlet}`,
  mutedStory: (name) =>
    `${name} hat sie in diesem Kanal stumm geschaltet: Keine Ausgabe bringt sie.`,
  mutedPhrase: (phrase, name) =>
    `Sie enthält ${phrase}, in diesem Kanal von ${name} stumm geschaltet: Keine Ausgabe bringt sie.`,
  inThisChannel: 'In diesem Kanal',
  noneLooked: (digests) =>
    `${digests === 1 ? 'Die letzte Ausgabe hat' : `Die letzten ${number(digests)} Ausgaben haben`} sie nicht angesehen: Sie kam danach oder hatte zu der Zeit nichts Neues.`,
  noneDue: 'Hier war noch keine Ausgabe fällig.',
  brought: 'gebracht',
  leftOut: {
    told: 'weggelassen: nichts daran war für diesen Kanal neu',
    muted: 'weggelassen: sie ist stumm oder enthält ein stummes Wort',
    filtered: 'weggelassen: sie passt nicht zum Abo',
    beyond: 'weggelassen: andere wogen schwerer',
  },
};

export const posted: Texts['posted'] = {
  pending: 'wartet aufs Posten',
  sending: 'wird gerade gepostet',
  sent: 'gepostet',
  ambiguous: 'die Plattform hat nicht gesagt, ob es da steht: es wird gesucht',
  parked: 'aufgegeben',
};
