import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, or, plural, some } from './count.ts';

export const settings: Texts['settings'] = {
  saved: 'Enregistré.',
  asItIs: 'Ainsi sont montrés ici les heures et les nombres.',
  newOnes: 'Les nouveaux abonnements suivent ce fuseau horaire ; les autres gardent le leur.',
  zone: 'Fuseau horaire',
  now: (zone, moment) => `${zone} (maintenant ${moment})`,
  language: 'Langue',
  note: (codes) =>
    `Les titres, les phrases et les citations restent dans la langue de leurs articles ; ce qui est dit autour est dans celle-ci (${or(codes)}).`,
};

export const spend: Texts['spend'] = {
  noModel:
    'Aucun modèle de langue n’est configuré, rien n’est donc dépensé : les résumés reprennent les phrases des médias.',
  model: 'Modèle',
  lastDays: (n) => `${n} derniers jours`,
  budget: 'Budget par jour',
  requests: some('requête', 'requêtes'),
  leftToday: (tokens, left) =>
    `${tokens} (${number(left)} ${plural(left, 'restant', 'restants')} aujourd’hui)`,
  noLimit: 'sans limite',
  note: 'Les jours sont en UTC. Le budget épuisé, les résumés se font sans le modèle.',
};

export const audit: Texts['audit'] = {
  changes: 'Modifications',
  noChanges: 'Rien n’a encore été modifié ici.',
  act: (who, line, channel) =>
    runs`${who === null ? '' : runs`${who} : `}${line}${channel === null ? '' : runs` dans ${channel}`}`,
  digests: 'Revues de ce canal',
  noDigests: (line) => runs`Aucune n’était encore prévue. ${line}`,
  tries: (n) => `après ${some('essai', 'essais')(n)}`,
  nothingNew: 'rien de nouveau',
  skipped: (reason) => `omise : ${reason}`,
  leftOut: (n) => `${number(n)} ${plural(n, 'sujet laissé', 'sujets laissés')} de côté`,
};

export const notices: Texts['notices'] = {
  said: {
    gone: 'Impossible d’y publier désormais',
    revoked: 'Impossible de publier ici désormais',
    refused: 'Une revue n’a pas été acceptée',
    unknown: 'Impossible de savoir si une revue a été publiée ; elle ne l’a pas été de nouveau',
  },
  mended: (reason) => `${reason}. Une fois cela réglé, /news list montre ce qui vient.`,
};

export const welcome: Texts['welcome'] = {
  sample: (outlets) =>
    runs`${strong('Voici la rédaction d’exemple')} : ${some('média inventé', 'médias inventés')(outlets)}. Pour vos propres nouvelles, mettez des flux dans config/feeds.opml.`,
  reads: (feeds) =>
    `${number(feeds)} flux ${plural(feeds, 'est lu', 'sont lus')} ici ; ce qu’ils rapportent d’un même événement devient un seul sujet.`,
  noFeeds: (line) =>
    runs`Aucun flux n’est lu pour l’instant. Un gestionnaire en ajoute un avec ${line}`,
  bring: (line) => runs`Pour qu’un canal reçoive une revue chaque matin, écrivez-y ${line}`,
  packs: (names) => ` (flux pour commencer : ${names})`,
  orForm: ', ou remplissez le formulaire',
  zone: (zone, time, line) =>
    runs`. Les heures valent pour ${zone}, où il est ${time} ; ${line} change cela.`,
  tryThese: (first, ask, help) => runs`Essayez ${first}, une question comme ${ask}, ou ${help}.`,
  tryStory: (story, title) => runs`Essayez ${story} (${title}), `,
  keys: 'Tab complète, Ctrl-C termine.',
  onceThereAre: 'Dès qu’il y a des articles, essayez ',
  more: (digest, ask, help) => runs`${digest}, une question après ${ask}, ou ${help}.`,
};

export const help: Texts['help'] = {
  forManagers: 'Pour les gestionnaires',
  areFor: (managers) => `Abonnements, flux et réglages relèvent des gestionnaires : ${managers}.`,
  note: 'Une ligne sans barre oblique est une question. Les durées s’écrivent 24h, 3d, 30d.',
};
