import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { some } from './count.ts';

export const list: Texts['list'] = {
  sampleNewsroom: 'la rédaction d’exemple',
  whatCrierReads: 'ce que lit ce Crier',
  nothingYet: (reads, n) =>
    `Rien ne vient encore ici de soi-même. Les questions trouvent réponse dans ${reads} : ${some('flux', 'flux')(n)}. `,
  digestNow: (digest, subscribe) =>
    runs`${digest} montre une revue tout de suite ; avec ${subscribe}, il en vient une ici chaque jour.`,
  digestByManagers: (digest, managers) =>
    runs`${digest} montre une revue tout de suite ; ${managers} peuvent en faire venir une ici chaque jour.`,
  subscriptions: 'Abonnements',
  nowhere: 'Rien n’est encore apporté nulle part. Une revue vient là où quelqu’un s’abonne.',
  yourMessages: 'Vos messages directs',
  thisChannel: 'Ce canal',
  mutedHere: (what, line) => runs`Masqué ici : ${what} · ${line}`,
  paused: 'En pause',
  follows: (what) => runs`suit ${what}`,
  alertsOn: (what) => runs`alerte sur ${what}`,
  nothingMatched: (days, line) =>
    runs`Rien n’a correspondu depuis ${some('jour', 'jours')(days)} : ses mots sont peut-être trop étroits. ${line}`,
  madeBy: (name, ago) => {
    const by = name === null ? '' : ` par ${name || 'quelqu’un'}`;
    return ago === null ? `créé${by} à l’instant` : `créé${by}, ${ago}`;
  },
  cannotWrite: (reason, follow) =>
    runs`${strong('Impossible de vous écrire : ')}${reason}. Une fois cela réglé, suivez à nouveau quelque chose avec ${follow}, et tout ceci reprend.`,
  cannotPost: (reason) =>
    runs`${strong('Impossible d’y publier : ')}${reason}. Une fois cela réglé, modifiez ou reprenez un abonnement de ce canal, et tout reprend.`,
  cannotPostTell: (reason, managers) =>
    runs`${strong('Impossible d’y publier : ')}${reason}. Prévenez ${managers}.`,
  lastPost: (ago) => `Dernière publication ${ago}.`,
};

export const buttons: Texts['buttons'] = {
  subscribe: 'S’abonner',
  subscribeChannel: 'Abonner un canal',
  settings: 'Réglages',
  change: 'Modifier',
  sample: 'Aperçu',
  unsubscribe: 'Se désabonner',
  endIt: 'Y mettre fin',
  pauseIt: 'Mettre en pause',
  end: 'Terminer',
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  unfollow: 'Ne plus suivre',
  undo: 'Annuler',
};
