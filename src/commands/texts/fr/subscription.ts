import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, languageName, number, some } from './count.ts';

// Whoever reads it in a terminal did it, and need not be told who.
const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` par ${who}`);

export const subscription: Texts['subscription'] = {
  everything: 'tout',
  unreadFeeds: (n) => (n === 1 ? 'un flux qui n’est plus lu' : 'des flux qui ne sont plus lus'),
  inWhere: (what, where) => `${what} dans ${where}`,
  atOnce: (n) =>
    `aussitôt que ${some('média indépendant en parle', 'médias indépendants en parlent')(n)}`,
  asItHappens: 'au fil de l’actualité',
  daily: 'tous les jours',
  weekdays: 'du lundi au vendredi',
  weekends: 'le week-end',
  when: (times, days) => `${days} à ${and(times)}`,
  top: (n) => `${some('sujet', 'sujets')(n)} au plus`,
  must: (words) => `avec : ${words}`,
  muted: (words) => `sans : ${words}`,
  inLanguage: (code) => `en ${languageName(code)}`,
  quiet: (from, to) => `silence ${from}–${to}`,
  saysWhenEmpty: 'le dit aussi quand il n’y a rien',
  until: (day) => `jusqu’au ${day}`,

  unread: {
    feed: (mends) => runs`Son flux n’est plus lu, il n’en vient donc plus rien.${mends}`,
    pack: (mends) => runs`Aucun de ses flux n’est plus lu, il n’en vient donc plus rien.${mends}`,
  },
  mendsFeed: (add, edit) => runs` ${add} relit le flux ; avec ${edit}, on demande autre chose.`,
  mendsPack: (edit) => runs` ${edit} les relit.`,

  firstDigest: (slot) => runs`Première revue ${slot}`,
  nextDigest: (slot) => runs`Prochaine revue ${slot}`,
  noFurtherTime: 'Plus aucune heure n’est prévue.',
  comesAsItHappens: 'Elle vient au fil de l’actualité.',
  paused: 'L’abonnement est en pause.',

  subscribedHere: (who, what) => runs`Abonnement créé pour ce canal${by(who)} : ${what}.`,
  subscribed: (who, channel, what) => runs`Abonnement créé pour ${channel}${by(who)} : ${what}.`,
  twin: (id) => `C’est déjà ce que #${id} apporte ici : /news list`,
  sampleOfNow: 'Un aperçu de l’instant. Ce qui s’y trouve peut revenir dans la première revue.',
  noSample: (line) =>
    runs`Rien des dernières 24 heures ne correspond. Dès qu’il y a quelque chose, un aperçu se voit avec ${line}`,
  noSampleOfPack: (line) =>
    runs`Ses flux sont lus dans quelques minutes ; ensuite un aperçu se voit avec ${line}`,
  noSampleUnread: (sources, line) =>
    runs`Aucun de ses flux n’a encore pu être lu : ${sources} dit pourquoi. Ensuite, un aperçu se voit avec ${line}`,
  asWords: (name) => `Il n’y a pas d’option « ${name}: » ici, elle est donc cherchée comme un mot.`,
  skipped: (n) =>
    n < 2
      ? 'Un flux du lot ne peut pas être lu et reste de côté :'
      : `${number(n)} flux du lot ne peuvent pas être lus et restent de côté :`,

  changed: (who, id, what) => runs`Abonnement #${id} modifié${by(who)} : ${what}`,
  sayWhatElse: (line) => runs`Écrivez ce qui doit changer, par exemple ${line}`,
  likeThat: (id) => `#${id} est déjà ainsi. /news edit #${id} montre comment il est.`,
  isAlert: (id) => `#${id} est une alerte`,
  isFollow: (id) => `#${id} suit un thème`,
  unchangeable: (what, names) =>
    `${what} et vient au fil de l’actualité : ${and(names)} n’y ${names.length === 1 ? 'a' : 'ont'} pas de sens.`,
  changeable: (names, example) => `On peut changer : ${names}, par exemple avec ${example}.`,
  followElse: (id) => `Pour suivre autre chose : /news unfollow #${id}, puis /news follow …`,

  endIt: (name) => runs`Mettre fin à l’abonnement ${name} ? Son canal n’en recevra plus rien.`,
  ended: (who, name) => runs`Abonnement ${name} terminé${by(who)}.`,
  pausedBy: (who, name) => runs`Abonnement ${name} mis en pause${by(who)}.`,
  pausedAlready: (id) => `#${id} est déjà en pause. /news resume #${id} le reprend.`,
  notPaused: (id) => `#${id} n’est pas en pause. /news list montre quand il vient.`,
  resumed: (who, name) => runs`Abonnement ${name} repris${by(who)}.`,
  noTimes: (id) => `#${id} n’a pas d’heures : il vient au fil de l’actualité.`,
  changedTimes: (who) => runs`Horaires modifiés${by(who)}.`,
  comes: (name) => runs`${name} vient :`,
  wouldCome: (name) => runs`${name} est en pause. Sinon, il viendrait :`,
  nothingInSample: (name, id) =>
    `Rien des dernières 24 heures ne correspond à ${name}. /news why #… dit pourquoi pour un sujet ; /news edit #${id} change ce qui est demandé.`,
  sampleOf: (name) => `Un aperçu de ${name}, pour vous seul.`,
  unknown: (id) => `Il n’y a pas d’abonnement #${id} ici. /news list montre ce qu’il y a.`,
  yoursAlone: (id) => `#${id} ne vient qu’en message direct. /news unfollow #${id} y met fin.`,

  most: (n) =>
    `Il y a déjà ${number(n)} abonnements, le maximum. /news list everywhere:yes les nomme ; /news unsubscribe #… en termine un.`,
  whichChannel: 'Pour quel canal ? Ajoutez in:#…, ou dites-le là-bas.',
  othersMessages: 'Les messages directs d’autrui lui appartiennent : choisissez un canal, in:#…',
  couldNotPost: (remedies) => `Impossible d’y publier. ${remedies}`,

  packUnread: (pack, problems) =>
    `Aucun des flux de ${pack} ne peut être lu pour l’instant : ${problems}. Rien n’a été changé ; réessayez plus tard, ou choisissez un autre lot.`,
  noPack: (typed) => `Il n’y a pas de lot « ${typed} ».`,
  didYouMeanPack: (meant) => `Vouliez-vous dire pack:${meant} ?`,
  noPacks: 'Il n’y a pas de lots ici.',
  packsAre: (names) => `Il y a : ${names}.`,
  nothingToRead: 'Aucun flux n’est lu pour l’instant, il n’y aurait donc rien à apporter.',
  namePack: (names, example) =>
    `Nommez un lot (${names}), par exemple ${example}, ou ajoutez un flux : /news feed add https://…`,
  addFeed: 'Ajoutez un flux : /news feed add https://…',
  packOfFeeds: (title) => `${title} (un lot de flux)`,
};
