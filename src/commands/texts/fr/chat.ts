import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';

export const chat: Texts['chat'] = {
  sharedAlready: 'Vous venez de le partager : tout le monde ici le voit.',
  sharedHere: 'Vous venez de le partager ici.',
  outdated: 'Ceci vient d’une version antérieure de Crier et ne fait plus rien. Voyez /news help.',
  buttonOutdated:
    'Ce bouton est trop ancien : on ne sait plus ce qu’il faisait. Redonnez la commande ; /news help les nomme toutes.',
  fault: 'Quelque chose a échoué ici ; c’est dans le journal. Réessayez.',
  late: 'Cela a pris trop de temps. Réessayez.',
  windowLate: 'Slack n’a pas ouvert la fenêtre à temps. Réessayez.',
  windowLateTyped: (example) =>
    `Slack n’a pas ouvert la fenêtre à temps. Réessayez, ou écrivez par exemple ${example}`,
  membersOnly: 'Crier ne répond qu’aux membres de l’espace de travail où il est installé.',
  youLeft: 'Ceci vient d’un serveur dont vous n’êtes plus ; on n’y répond qu’aux membres.',
  weLeft: 'Ceci vient d’un serveur où Crier n’est plus ; il ne peut plus rien y faire.',
  unasked:
    'Impossible de demander à Discord si vous êtes encore sur le serveur d’où ceci vient. Réessayez.',

  cancel: 'Annuler',
  open: 'Ouvrir',
  ask: 'Demander',
  askAboutThis: 'Demander à ce sujet',
  question: 'Question',
  yourQuestion: 'Votre question',
  answered: 'La réponse vient des articles, avec leurs mots.',
  answeredAlone: 'La réponse vient des articles, avec leurs mots. Vous seul la voyez.',
  whatDidSay: 'qu’a dit … sur … ?',
  whatToKnow: 'Que voulez-vous savoir ?',
  story: 'Sujet',
  fewWords: 'Quelques mots ou noms suffisent.',
  searchStories: 'Chercher des sujets',
  searchFor: (words) => `Chercher « ${words} »`,
  emptyIsDirect: 'Vide : messages directs.',

  allRights: 'Crier a tous les droits pour publier des revues dans ce canal.',
  rightsMissing: (rights) =>
    runs`Pour publier des revues dans ce canal, il manque encore : ${rights}. Les réponses aux commandes s’en passent.`,
  toBeDone: 'Avant que tout marche, il reste à faire :',

  thereIsMore: 'Il y en a plus que n’en contient cette page : ',
  guide: (sources, help) =>
    runs`Crier lit des flux et fait un seul sujet de ce qu’ils rapportent d’un même événement. ${sources} dit quels flux, ${help} ce qu’on peut faire.`,
  whatToType: 'Ce que vous pouvez écrire',
  mention: 'Mentionnez Crier dans un canal ou un fil, ou écrivez-lui ici, et il répond.',
};
