import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { some } from './count.ts';

export const list: Texts['list'] = {
  sampleNewsroom: 'la redacción de ejemplo',
  whatCrierReads: 'lo que lee este Crier',
  nothingYet: (reads, n) =>
    `Aquí todavía no llega nada por sí solo. Las preguntas se responden con ${reads}: ${some('fuente', 'fuentes')(n)}. `,
  digestNow: (digest, subscribe) =>
    runs`${digest} muestra un resumen ahora; con ${subscribe} llega uno aquí cada día.`,
  digestByManagers: (digest, managers) =>
    runs`${digest} muestra un resumen ahora; ${managers} pueden hacer que llegue uno aquí cada día.`,
  subscriptions: 'Suscripciones',
  nowhere: 'Todavía no llega nada a ningún sitio. Un resumen llega donde alguien lo suscribe.',
  yourMessages: 'Sus mensajes directos',
  thisChannel: 'Este canal',
  mutedHere: (what, line) => runs`Silenciado aquí: ${what} · ${line}`,
  paused: 'En pausa',
  follows: (what) => runs`sigue ${what}`,
  alertsOn: (what) => runs`alerta sobre ${what}`,
  nothingMatched: (days, line) =>
    runs`Hace ${some('día', 'días')(days)} que nada encaja: quizá sus palabras sean demasiado estrechas. ${line}`,
  madeBy: (name, ago) => {
    const by = name === null ? '' : ` por ${name || 'alguien'}`;
    return ago === null ? `recién creada${by}` : `creada${by}, ${ago}`;
  },
  cannotWrite: (reason, follow) =>
    runs`${strong('No se le puede escribir: ')}${reason}. Cuando se arregle, siga algo de nuevo con ${follow} y todo esto continúa.`,
  cannotPost: (reason) =>
    runs`${strong('Allí no se puede publicar: ')}${reason}. Cuando se arregle, cambie o reanude una suscripción de ese canal y todo continúa.`,
  cannotPostTell: (reason, managers) =>
    runs`${strong('Allí no se puede publicar: ')}${reason}. Avise a ${managers}.`,
  lastPost: (ago) => `Última publicación ${ago}.`,
};

export const buttons: Texts['buttons'] = {
  subscribe: 'Suscribir',
  subscribeChannel: 'Suscribir un canal',
  settings: 'Ajustes',
  change: 'Cambiar',
  sample: 'Muestra',
  unsubscribe: 'Terminar',
  endIt: 'Terminar',
  pauseIt: 'Pausar',
  end: 'Terminar',
  pause: 'Pausar',
  resume: 'Reanudar',
  unfollow: 'Dejar de seguir',
  undo: 'Deshacer',
};
