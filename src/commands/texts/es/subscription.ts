import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, languageName, number, some } from './count.ts';

// Whoever reads it in a terminal did it, and need not be told who.
const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` por ${who}`);

export const subscription: Texts['subscription'] = {
  everything: 'todo',
  unreadFeeds: (n) => (n === 1 ? 'una fuente que ya no se lee' : 'fuentes que ya no se leen'),
  inWhere: (what, where) => `${what} en ${where}`,
  atOnce: (n) =>
    `en cuanto lo ${n === 1 ? 'cuenta' : 'cuentan'} ${some('medio independiente', 'medios independientes')(n)}`,
  asItHappens: 'en cuanto sucede',
  daily: 'cada día',
  weekdays: 'de lunes a viernes',
  weekends: 'los fines de semana',
  when: (times, days) => `${days} a las ${and(times)}`,
  top: (n) => `${some('noticia', 'noticias')(n)} como máximo`,
  must: (words) => `solo con: ${words}`,
  muted: (words) => `sin: ${words}`,
  inLanguage: (code) => `en ${languageName(code)}`,
  quiet: (from, to) => `silencio ${from}–${to}`,
  saysWhenEmpty: 'avisa también cuando no hay nada',
  until: (day) => `hasta el ${day}`,

  unread: {
    feed: (mends) => runs`Su fuente ya no se lee, así que no llega nada.${mends}`,
    pack: (mends) => runs`Ya no se lee ninguna de sus fuentes, así que no llega nada.${mends}`,
  },
  mendsFeed: (add, edit) => runs` ${add} vuelve a leer la fuente; con ${edit} se pide otra cosa.`,
  mendsPack: (edit) => runs` ${edit} vuelve a leerlas.`,

  firstDigest: (slot) => runs`Primer resumen ${slot}`,
  nextDigest: (slot) => runs`Próximo resumen ${slot}`,
  noFurtherTime: 'No tiene más horas previstas.',
  comesAsItHappens: 'Llega en cuanto sucede.',
  paused: 'Está en pausa.',

  subscribedHere: (who, what) => runs`Suscripción creada para este canal${by(who)}: ${what}.`,
  subscribed: (who, channel, what) => runs`Suscripción creada para ${channel}${by(who)}: ${what}.`,
  twin: (id) => `Eso ya lo trae aquí #${id}: /news list`,
  sampleOfNow:
    'Una muestra de ahora. Lo que contiene puede volver a aparecer en el primer resumen.',
  noSample: (line) =>
    runs`En el último día no hubo nada que encaje. Cuando lo haya, una muestra se ve con ${line}`,
  noSampleOfPack: (line) =>
    runs`Sus fuentes se leen en unos minutos; después una muestra se ve con ${line}`,
  noSampleUnread: (sources, line) =>
    runs`Todavía no se pudo leer ninguna de sus fuentes: ${sources} dice por qué. Después, una muestra se ve con ${line}`,
  asWords: (name) => `Aquí no hay ninguna opción «${name}:», así que se busca como palabra.`,
  skipped: (n) =>
    n === 1
      ? 'Una fuente del paquete no se puede leer y queda fuera:'
      : `${number(n)} fuentes del paquete no se pueden leer y quedan fuera:`,

  changed: (who, id, what) => runs`Suscripción #${id} cambiada${by(who)}: ${what}`,
  sayWhatElse: (line) => runs`Escriba lo que deba cambiar, por ejemplo ${line}`,
  likeThat: (id) => `#${id} ya está así. /news edit #${id} muestra cómo está.`,
  isAlert: (id) => `#${id} es una alerta`,
  isFollow: (id) => `#${id} sigue un tema`,
  unchangeable: (what, names) =>
    `${what} y llega en cuanto sucede: ${and(names)} no ${names.length === 1 ? 'tiene' : 'tienen'} sentido ahí.`,
  changeable: (names, example) => `Se puede cambiar: ${names}, por ejemplo con ${example}.`,
  followElse: (id) => `Para seguir otra cosa: /news unfollow #${id}, y luego /news follow …`,

  endIt: (name) => runs`¿Terminar la suscripción ${name}? Su canal dejará de recibirla.`,
  ended: (who, name) => runs`Suscripción ${name} terminada${by(who)}.`,
  pausedBy: (who, name) => runs`Suscripción ${name} puesta en pausa${by(who)}.`,
  pausedAlready: (id) => `#${id} ya está en pausa. /news resume #${id} la reanuda.`,
  notPaused: (id) => `#${id} no está en pausa. /news list muestra cuándo llega.`,
  resumed: (who, name) => runs`Suscripción ${name} reanudada${by(who)}.`,
  noTimes: (id) => `#${id} no tiene horas: llega en cuanto sucede.`,
  changedTimes: (who) => runs`Horario cambiado${by(who)}.`,
  comes: (name) => runs`${name} llega:`,
  wouldCome: (name) => runs`${name} está en pausa. Llegaría:`,
  nothingInSample: (name, id) =>
    `En el último día no hubo nada que encaje con ${name}. /news why #… dice por qué de una noticia; /news edit #${id} cambia lo que se pide.`,
  sampleOf: (name) => `Una muestra de ${name}, solo visible aquí.`,
  unknown: (id) => `No hay ninguna suscripción #${id} aquí. /news list muestra las que hay.`,
  yoursAlone: (id) => `#${id} llega solo por mensaje directo. /news unfollow #${id} la termina.`,

  most: (n) =>
    `Ya hay ${number(n)} suscripciones, que es el máximo. /news list everywhere:yes las nombra; /news unsubscribe #… termina una.`,
  whichChannel: '¿Para qué canal? Añada in:#…, o dígalo allí.',
  othersMessages: 'Los mensajes directos de otra persona son suyos: elija un canal, in:#…',
  couldNotPost: (remedies) => `Allí no se puede publicar. ${remedies}`,

  packUnread: (pack, problems) =>
    `Ahora no se puede leer ninguna de las fuentes de ${pack}: ${problems}. No se cambió nada; pruebe más tarde o elija otro paquete.`,
  noPack: (typed) => `No hay ningún paquete «${typed}».`,
  didYouMeanPack: (meant) => `¿Quizá pack:${meant}?`,
  noPacks: 'Aquí no hay paquetes.',
  packsAre: (names) => `Hay: ${names}.`,
  nothingToRead: 'Todavía no se lee ninguna fuente, así que no habría nada que traer.',
  namePack: (names, example) =>
    `Indique un paquete (${names}), por ejemplo ${example}, o añada una fuente: /news feed add https://…`,
  addFeed: 'Añada una fuente: /news feed add https://…',
  packOfFeeds: (title) => `${title} (un paquete de fuentes)`,
};
