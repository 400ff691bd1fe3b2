import type { Run } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number } from './count.ts';

const by = (who: Run | null): readonly Run[] => (who === null ? [] : runs` por ${who}`);
const untilDay = (day: string | null): string => (day === null ? '' : ` (hasta el ${day})`);

export const follow: Texts['follow'] = {
  forManagers: (managers, what) =>
    `Lo que recibe todo un canal lo deciden ${managers}. Solo para uno mismo: /news follow ${what}`,
  already: (id) => `Eso ya se sigue. /news unfollow #${id} lo termina.`,
  channelAlready: (id) => `Este canal ya sigue eso. /news unfollow #${id} lo termina.`,
  most: (n) =>
    `No se pueden seguir más de ${number(n)} temas. /news list los nombra; /news unfollow #… termina uno.`,
  channelMost: (n) =>
    `Este canal ya sigue ${number(n)} temas, que es el máximo. /news list los nombra; /news unfollow #… termina uno.`,
  youFollow: (what, day) => runs`Desde ahora se sigue ${what}${untilDay(day)}.`,
  channelFollows: (who, what, day) =>
    runs`Desde ahora este canal sigue ${what}${untilDay(day)}; lo decidió ${who ?? 'usted'}.`,
  comesHere: 'Lo nuevo llega aquí.',
  comesToYou: 'Lo nuevo llega por mensaje directo, sin que nadie más lo vea.',
  nothingOf: (id) => `No se sigue nada con el número #${id}. /news list nombra lo que se sigue.`,
  wholeChannel: (managers) =>
    `Esto lo sigue todo el canal: solo ${managers} pueden terminarlo. Solo para uno mismo: /news follow …`,
  endedHere: (id) => `Terminado: de #${id} no llega nada más al canal.`,
  ended: (id) => `Terminado: ya no se sigue #${id}.`,
  alertTwin: (id) => `Eso ya lo hace aquí #${id}. /news unsubscribe #${id} lo termina.`,
  alertSet: (who, id, outlets) =>
    runs`Alerta #${id} creada${by(who)}: este canal se entera en cuanto ${number(outlets)} medios independientes cuentan una noticia nueva`,
  alertAbout: (topic) => runs` sobre ${topic}`,
  alertUntil: (day) => ` (hasta el ${day})`,
  outlets: (typed) => `outlets admite un número de 2 a 50, no «${typed}».`,
};

export const mute: Texts['mute'] = {
  phrase: (words) => `«${words}»`,
  already: (name, line) => `Aquí ya está en silencio ${name}. ${line} permite que vuelva.`,
  most: (n) => `En un canal caben ${number(n)} silencios: /news unmute retira uno.`,
  muted: (who, name) =>
    runs`En silencio${by(who)}: ${name}. Ningún resumen de este canal lo traerá más.`,
  nothing: 'Aquí no hay nada en silencio. /news mute … silencia algo.',
  which: (names, line) => `En silencio aquí: ${names}. Indique cuál, por ejemplo ${line}`,
  notMuted: (name) => `Aquí no está en silencio ${name}. /news unmute nombra lo que sí.`,
  takenBack: (who, name) =>
    runs`Silencio retirado${by(who)}: ${name}. Los resúmenes de aquí pueden volver a traerlo.`,
  noWord: (typed) => `En «${typed}» no hay ninguna palabra que se pueda silenciar.`,
  inItsChannel: 'Dígalo en el canal al que se refiere.',
};

export const report: Texts['report'] = {
  most: (n) =>
    `Se admiten ${number(n)} avisos al día por persona. Esos están guardados; este no: envíelo mañana, por favor.`,
  kept: (id, story) =>
    `Gracias: el aviso R-${id} sobre la noticia #${story} queda guardado para quien gestiona este Crier.`,
  sayMore: (line) => runs` Si quiere, diga qué está mal: ${line}`,
};
