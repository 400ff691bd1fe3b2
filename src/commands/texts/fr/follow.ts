import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number } from './count.ts';

const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` par ${who}`);
const untilDay = (day: string | null): string => (day === null ? '' : ` (jusqu’au ${day})`);

export const follow: Texts['follow'] = {
  forManagers: (managers, what) =>
    `Ce que reçoit tout un canal, c’est l’affaire de : ${managers}. Pour vous seul : /news follow ${what}`,
  already: (id) => `Vous suivez déjà cela. /news unfollow #${id} y met fin.`,
  channelAlready: (id) => `Ce canal suit déjà cela. /news unfollow #${id} y met fin.`,
  most: (n) =>
    `Vous suivez déjà ${number(n)} thèmes, le maximum. /news list les nomme ; /news unfollow #… en termine un.`,
  channelMost: (n) =>
    `Ce canal suit déjà ${number(n)} thèmes, le maximum. /news list les nomme ; /news unfollow #… en termine un.`,
  youFollow: (what, day) => runs`Vous suivez désormais ${what}${untilDay(day)}.`,
  channelFollows: (who, what, day) =>
    runs`Ce canal suit désormais ${what}${untilDay(day)} (décidé par ${who ?? 'vous'}).`,
  comesHere: 'Ce qu’il y a de nouveau vient ici.',
  comesToYou: 'Ce qu’il y a de nouveau vous vient en message direct, à vous seul.',
  nothingOf: (id) =>
    `Vous ne suivez rien sous le numéro #${id}. /news list nomme ce que vous suivez.`,
  wholeChannel: (managers) =>
    `Tout le canal suit cela ; seuls peuvent y mettre fin : ${managers}. Pour vous seul : /news follow …`,
  endedHere: (id) => `Terminé : plus rien de #${id} ne vient dans le canal.`,
  ended: (id) => `Terminé : vous ne suivez plus #${id}.`,
  alertTwin: (id) => `#${id} le fait déjà ici. /news unsubscribe #${id} y met fin.`,
  alertSet: (who, id, outlets) =>
    runs`Alerte #${id} créée${by(who)} : ce canal est prévenu aussitôt que ${number(outlets)} médias indépendants rapportent un nouveau sujet`,
  alertAbout: (topic) => runs` sur ${topic}`,
  alertUntil: (day) => ` (jusqu’au ${day})`,
  outlets: (typed) => `outlets prend un nombre de 2 à 50, pas « ${typed} ».`,
};

export const mute: Texts['mute'] = {
  phrase: (words) => `« ${words} »`,
  already: (name, line) => `Déjà masqué ici : ${name}. ${line} le laisse revenir.`,
  most: (n) => `Un canal prend ${number(n)} masquages au plus : /news unmute en retire un.`,
  muted: (who, name) =>
    runs`Masqué${by(who)} : ${name}. Aucune revue de ce canal ne l’apporte plus.`,
  nothing: 'Rien n’est masqué ici. /news mute … le fait.',
  which: (names, line) => `Masqué ici : ${names}. Dites quoi, par exemple ${line}`,
  notMuted: (name) => `Ce n’est pas masqué ici : ${name}. /news unmute nomme ce qui l’est.`,
  takenBack: (who, name) =>
    runs`Démasqué${by(who)} : ${name}. Les revues d’ici peuvent de nouveau l’apporter.`,
  noWord: (typed) => `Il n’y a dans « ${typed} » aucun mot à masquer.`,
  inItsChannel: 'Dites-le dans le canal concerné.',
};

export const report: Texts['report'] = {
  most: (n) =>
    `${number(n)} signalements par jour et par personne, c’est le maximum. Ils sont gardés ; celui-ci non : envoyez-le demain.`,
  kept: (id, story) =>
    `Merci : le signalement R-${id} sur le sujet #${story} est gardé pour qui fait tourner ce Crier.`,
  sayMore: (line) => runs` Si vous le voulez, dites ce qui ne va pas : ${line}`,
};
