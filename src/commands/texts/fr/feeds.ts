import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, number, plural, some } from './count.ts';

const articles = some('article', 'articles');

export const feeds: Texts['feeds'] = {
  addOne: (line) =>
    runs`Pas encore de flux. Qui fait tourner ce Crier les ajoute dans config/feeds.opml, un gestionnaire d’ici avec ${line}`,
  ended: 'terminé : l’éditeur l’a retiré',
  now: 'maintenant',
  unread: (problem, tries, next) =>
    `illisible (${problem}), ${some('essai', 'essais')(tries)} jusqu’ici, prochain ${next}`,
  read: (ago, next) => `lu ${ago}, prochaine lecture ${next}`,
  notYet: 'pas encore lu',

  tooMany: (n) => `Il y a déjà ${number(n)} flux ici. Retirez-en un d’abord.`,
  notAdded: (problem) => `Pas ajouté : ${problem}.`,
  added: (name, n) =>
    runs`${name} est lu désormais, ${articles(n)} pour l’instant. Dans une minute, ils sont dans les sujets. `,
  addedBefore: (name, n) =>
    runs`${name} est déjà lu, ${articles(n)} pour l’instant. Dans une minute, ils sont dans les sujets. `,
  sameName: (n) => `${number(n)} flux portent ce nom ici. Donnez l’adresse.`,
  noSuch: (typed, names) => `Il n’y a pas de flux « ${typed} » ici. Il y a : ${names}.`,
  noneOwn: 'Il n’y a pas de flux propres ici ; ce qui est lu vient de qui fait tourner ce Crier.',
  inFile: (name) => `${name} figure dans le fichier des flux : retirez-le là-bas.`,
  removed: (name) => `${name} n’est plus lu. Ce qu’il y en a reste.`,
  alsoUnread: (names, line) =>
    runs`${and(names)} ne ${names.length === 1 ? 'demande' : 'demandent'} rien d’autre : il n’en vient donc plus rien. Avec ${line}, on demande autre chose.`,
  noneToCheck: (line) => runs`Il n’y a pas de flux propres ici. Pour en ajouter un : ${line}`,
  notTried: 'pas essayé',
  fine: (n) => `bon, ${articles(n)}`,
  noAddress: (typed) => `« ${typed} » n’est pas une adresse web. Écrivez-la en entier : https://…`,

  nothingAdded: (problem) => `Rien n’a été ajouté : ${problem}`,
  addedSome: (n) => `${number(n)} flux ${plural(n, 'ajouté', 'ajoutés')}`,
  hereBefore: (n) => `${number(n)} déjà là`,
  leftOut: (n, most) => `${number(n)} de côté : ${number(most)} au plus`,
  noneTried: (line) =>
    runs`Aucun n’a encore été essayé : dans quelques minutes, ${line} donne l’état de chacun.`,
  noneToExport: 'Il n’y a pas de flux propres ici ; ce qui est lu relève de l’opérateur.',
};
