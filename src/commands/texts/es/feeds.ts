import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { and, number, plural, some } from './count.ts';

const articles = some('artículo', 'artículos');

export const feeds: Texts['feeds'] = {
  addOne: (line) =>
    runs`Todavía no hay fuentes. Quien gestiona este Crier las añade en config/feeds.opml; un gestor de aquí, con ${line}`,
  ended: 'ha terminado: el editor la retiró',
  now: 'ahora',
  unread: (problem, tries, next) =>
    `no se puede leer (${problem}), ${some('intento', 'intentos')(tries)} hasta ahora, próximo ${next}`,
  read: (ago, next) => `leída ${ago}, próxima vez ${next}`,
  notYet: 'aún no leída',

  tooMany: (n) => `Aquí ya hay ${number(n)} fuentes. Quite antes una.`,
  notAdded: (problem) => `No se añadió: ${problem}.`,
  added: (name, n) =>
    runs`Ahora se lee ${name}: ${articles(n)} en este momento. En un minuto están en las noticias. `,
  addedBefore: (name, n) =>
    runs`Ya se lee ${name}: ${articles(n)} en este momento. En un minuto están en las noticias. `,
  sameName: (n) => `Aquí hay ${some('fuente', 'fuentes')(n)} con ese nombre. Indique la dirección.`,
  noSuch: (typed, names) => `Aquí no hay ninguna fuente «${typed}». Hay: ${names}.`,
  noneOwn: 'Aquí no hay fuentes propias; lo que se lee viene de quien gestiona este Crier.',
  inFile: (name) => `${name} está en el archivo de fuentes: quítela allí.`,
  removed: (name) => `Ya no se lee ${name}. Lo que hay de ella se queda.`,
  alsoUnread: (names, line) =>
    runs`${and(names)} no ${names.length === 1 ? 'pide' : 'piden'} nada más, así que ya no llega nada. Con ${line} se pide otra cosa.`,
  noneToCheck: (line) => runs`Aquí no hay fuentes propias. Así se añade una: ${line}`,
  notTried: 'no se probó',
  fine: (n) => `bien, ${articles(n)}`,
  noAddress: (typed) => `«${typed}» no es una dirección web. Escríbala entera: https://…`,

  nothingAdded: (problem) => `No se añadió nada: ${problem}`,
  addedSome: (n) => `${number(n)} ${plural(n, 'fuente añadida', 'fuentes añadidas')}`,
  hereBefore: (n) => `${number(n)} ya ${plural(n, 'estaba', 'estaban')}`,
  leftOut: (n, most) => `${number(n)} fuera: el máximo es ${number(most)}`,
  noneTried: (line) =>
    runs`Aún no se probó ninguna: en unos minutos ${line} dice cómo va cada una.`,
  noneToExport: 'Aquí no hay fuentes propias; lo que se lee es cosa de quien gestiona este Crier.',
};
