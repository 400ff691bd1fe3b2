import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, some } from './count.ts';

export const status: Texts['status'] = {
  articles: 'Articles',
  stories: 'Sujets',
  lastArticle: 'Dernier article',
  noneYet: 'aucun encore',
  feeds: 'Flux',
  ofWhichUnread: (n, unread) => `${number(n)}, dont ${number(unread)} illisibles`,
  lastRefresh: 'Dernière mise à jour',
  notYet: 'pas encore',
  since: 'En marche depuis',
  summaries: 'Résumés',
  byModel: (name) => `par ${name}, chaque phrase vérifiée ; sinon les phrases des médias`,
  extractive: 'les phrases des médias eux-mêmes, sans modèle de langue',
};

export const why: Texts['why'] = {
  noArticle: (url) => `Il n’y a pas d’article de ${url}.`,
  notInFeed: (feed) =>
    `${feed} est lu, mais cette adresse ne figurait pas dans le flux à ce moment, ou était déjà trop ancienne.`,
  noFeed: 'Aucun des flux n’est de ce site.',
  noStory: (about) =>
    `Il n’y a pas de sujet sur « ${about} », aucune revue ne pouvait donc l’apporter.`,
  version: (id, version) => `(#${id}, version ${version}).`,
  inNone: (span, since) =>
    `Il n’est dans aucune revue (${span}) : rien n’y a été publié depuis ${since}.`,
  isIn: (span, rank, of) => `Il est dans la revue (${span}) : numéro ${rank} sur ${of}.`,
  isBeyond: (span, place, limit) => `Il est ${place} (${span}), et une revue en apporte ${limit}.`,
  place: (rank, of) => `numéro ${rank} sur ${of}`,
  comesFrom: (outlets) =>
    `Sa place tient à ${some('média indépendant', 'médias indépendants')(outlets)} (les copies comptent pour un quart) et à son âge. `,
  yourArticle: (article, outlet, copied) => runs`L’article : ${article} (${outlet}${copied}).`,
  copied: (outlet) => `, le même texte qu’avait ${outlet} avant`,
  mutedStory: (name) => `${name} l’a masqué dans ce canal : aucune revue d’ici ne l’apporte.`,
  mutedPhrase: (phrase, name) =>
    `Il contient ${phrase}, que ${name} a masqué dans ce canal : aucune revue d’ici ne l’apporte.`,
  inThisChannel: 'Dans ce canal',
  noneLooked: (digests) =>
    digests === 1
      ? 'La dernière revue ne l’a pas regardé : il est venu après, ou n’avait alors rien de nouveau.'
      : `Aucune des ${number(digests)} dernières revues ne l’a regardé : il est venu après, ou n’avait alors rien de nouveau.`,
  noneDue: 'Aucune revue n’était encore prévue ici.',
  brought: 'apporté',
  leftOut: {
    told: 'laissé de côté : rien n’y était nouveau pour ce canal',
    muted: 'laissé de côté : il est masqué, ou contient un mot masqué',
    filtered: 'laissé de côté : ce n’est pas ce que demande l’abonnement',
    beyond: 'laissé de côté : d’autres pesaient plus',
  },
};

export const posted: Texts['posted'] = {
  pending: 'attend d’être publié',
  sending: 'en cours de publication',
  sent: 'publié',
  ambiguous: 'la plateforme n’a pas dit s’il est là : on le cherche',
  parked: 'abandonné',
};
