import { strong } from '../../../chat/message.ts';
import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, or, plural, some } from './count.ts';

export const settings: Texts['settings'] = {
  saved: 'Guardado.',
  asItIs: 'Así se muestran aquí las horas y los números.',
  newOnes: 'Las suscripciones nuevas usan esta zona horaria; las que hay conservan la suya.',
  zone: 'Zona horaria',
  now: (zone, moment) => `${zone} (ahora ${moment})`,
  language: 'Idioma',
  note: (codes) =>
    `Los titulares, las frases y las citas siguen en el idioma de sus artículos; lo que se dice alrededor está en este (${or(codes)}).`,
};

export const spend: Texts['spend'] = {
  noModel:
    'No hay ningún modelo de lenguaje configurado, así que no se gasta nada: los resúmenes usan las frases de los propios medios.',
  model: 'Modelo',
  lastDays: (n) => `Últimos ${n} días`,
  budget: 'Presupuesto diario',
  requests: some('petición', 'peticiones'),
  leftToday: (tokens, left) => `${tokens} (${plural(left, 'queda', 'quedan')} ${number(left)} hoy)`,
  noLimit: 'sin límite',
  note: 'Los días son en UTC. Agotado el presupuesto, los resúmenes se hacen sin el modelo.',
};

export const audit: Texts['audit'] = {
  changes: 'Cambios',
  noChanges: 'Aquí todavía no se ha cambiado nada.',
  act: (who, line, channel) =>
    runs`${who === null ? '' : runs`${who}: `}${line}${channel === null ? '' : runs` en ${channel}`}`,
  digests: 'Resúmenes de este canal',
  noDigests: (line) => runs`Aún no tocaba ninguno. ${line}`,
  tries: (n) => `tras ${some('intento', 'intentos')(n)}`,
  nothingNew: 'nada nuevo',
  skipped: (reason) => `omitido: ${reason}`,
  leftOut: (n) => `${some('noticia', 'noticias')(n)} fuera`,
};

export const notices: Texts['notices'] = {
  said: {
    gone: 'Allí ya no se puede publicar',
    revoked: 'Aquí ya no se puede publicar',
    refused: 'Un resumen no fue aceptado',
    unknown: 'No se pudo saber si un resumen se publicó, y no se publicó de nuevo',
  },
  mended: (reason) => `${reason}. Cuando se arregle, /news list muestra lo que viene.`,
};

export const welcome: Texts['welcome'] = {
  sample: (outlets) =>
    runs`${strong('Esta es la redacción de ejemplo')}: ${some('medio inventado', 'medios inventados')(outlets)}. Para noticias propias, ponga fuentes en config/feeds.opml.`,
  reads: (feeds) =>
    `Aquí se ${plural(feeds, 'lee', 'leen')} ${some('fuente', 'fuentes')(feeds)}; lo que cuentan de un mismo suceso se reúne en una noticia.`,
  noFeeds: (line) => runs`Todavía no se lee ninguna fuente. Un gestor añade una con ${line}`,
  bring: (line) => runs`Para que un canal reciba un resumen cada mañana, escriba allí ${line}`,
  packs: (names) => ` (fuentes para empezar: ${names})`,
  orForm: ', o rellene el formulario',
  zone: (zone, time, line) =>
    runs`. Las horas son de ${zone}, donde ahora son las ${time}; ${line} lo cambia.`,
  tryThese: (first, ask, help) => runs`Pruebe ${first}, una pregunta como ${ask}, o ${help}.`,
  tryStory: (story, title) => runs`Pruebe ${story} (${title}), `,
  keys: 'Tab completa, Ctrl-C termina.',
  onceThereAre: 'Cuando haya artículos, pruebe ',
  more: (digest, ask, help) => runs`${digest}, una pregunta detrás de ${ask}, o ${help}.`,
};

export const help: Texts['help'] = {
  forManagers: 'Para gestores',
  areFor: (managers) => `De suscripciones, fuentes y ajustes se encargan ${managers}.`,
  note: 'Una línea sin barra es una pregunta. Los plazos se escriben 24h, 3d, 30d.',
};
