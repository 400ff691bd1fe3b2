import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';

export const chat: Texts['chat'] = {
  sharedAlready: 'Se acaba de compartir: lo ve todo el mundo aquí.',
  sharedHere: 'Esto se acaba de compartir aquí.',
  outdated: 'Esto es de una versión anterior de Crier y ya no hace nada. Vea /news help.',
  buttonOutdated:
    'Este botón es demasiado antiguo: ya no se sabe qué hacía. Use de nuevo el comando; /news help los nombra todos.',
  fault: 'Algo ha fallado aquí; está en el registro. Vuelva a intentarlo.',
  late: 'Ha tardado demasiado. Vuelva a intentarlo.',
  windowLate: 'Slack no abrió la ventana a tiempo. Vuelva a intentarlo.',
  windowLateTyped: (example) =>
    `Slack no abrió la ventana a tiempo. Vuelva a intentarlo, o escriba, por ejemplo, ${example}`,
  membersOnly: 'Crier solo responde a miembros del espacio de trabajo en que está instalado.',
  youLeft: 'Esto vino de un servidor en el que solo se responde a sus miembros.',
  weLeft: 'Esto vino de un servidor en el que Crier ya no está; allí no puede hacer nada.',
  unasked:
    'No se pudo preguntar a Discord si usted sigue en el servidor del que vino esto. Vuelva a intentarlo.',

  cancel: 'Cancelar',
  open: 'Abrir',
  ask: 'Preguntar',
  askAboutThis: 'Preguntar sobre esto',
  question: 'Pregunta',
  yourQuestion: 'Su pregunta',
  answered: 'Se responde con las palabras de los artículos.',
  answeredAlone: 'Se responde con las palabras de los artículos. Solo usted ve la respuesta.',
  whatDidSay: '¿qué dijo … sobre …?',
  whatToKnow: '¿Qué quiere saber?',
  story: 'Noticia',
  fewWords: 'Bastan unas palabras o nombres de ella.',
  searchStories: 'Buscar noticias',
  searchFor: (words) => `Buscar «${words}»`,
  emptyIsDirect: 'Vacío: mensajes directos.',

  allRights: 'Crier tiene todos los permisos para publicar resúmenes en este canal.',
  rightsMissing: (rights) =>
    runs`Para publicar resúmenes en este canal falta aún: ${rights}. Las respuestas a comandos funcionan igual.`,
  toBeDone: 'Antes de que todo funcione, hay algo que hacer:',

  thereIsMore: 'Hay más de lo que cabe en esta página: ',
  guide: (sources, help) =>
    runs`Crier lee fuentes de noticias y reúne en una noticia lo que cuentan de un mismo suceso. ${sources} dice qué fuentes, ${help} qué más se puede hacer.`,
  whatToType: 'Qué se puede escribir',
  mention: 'Mencione a Crier en un canal o un hilo, o escríbale aquí, y responde.',
};
