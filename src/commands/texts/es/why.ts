import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';
import { number, some } from './count.ts';

export const status: Texts['status'] = {
  articles: 'Artículos',
  stories: 'Noticias',
  lastArticle: 'Último artículo',
  noneYet: 'ninguno aún',
  feeds: 'Fuentes',
  ofWhichUnread: (n, unread) => `${number(n)}, de ellas ${number(unread)} ilegibles`,
  lastRefresh: 'Última actualización',
  notYet: 'aún no',
  since: 'En marcha desde',
  summaries: 'Resúmenes',
  byModel: (name) =>
    `por ${name}, con cada frase comprobada; si no, con las frases de los propios medios`,
  extractive: 'con las frases de los propios medios, sin modelo de lenguaje',
};

export const why: Texts['why'] = {
  noArticle: (url) => `No hay ningún artículo de ${url}.`,
  notInFeed: (feed) =>
    `Se lee ${feed}, pero esta dirección no estaba en la fuente en ese momento, o ya era demasiado antigua.`,
  noFeed: 'Ninguna de las fuentes es de ese sitio.',
  noStory: (about) =>
    `No hay ninguna noticia sobre «${about}», así que ningún resumen podía traerla.`,
  version: (id, version) => `(#${id}, versión ${version}).`,
  inNone: (span, since) =>
    `No está en ningún resumen (${span}): no se publicó nada en ella desde ${since}.`,
  isIn: (span, rank, of) => `Está en el resumen (${span}): puesto ${rank} de ${of}.`,
  isBeyond: (span, place, limit) => `Está en el ${place} (${span}), y un resumen trae ${limit}.`,
  place: (rank, of) => `puesto ${rank} de ${of}`,
  comesFrom: (outlets) =>
    `Su puesto viene de ${some('medio independiente', 'medios independientes')(outlets)} (las copias cuentan un cuarto) y de su antigüedad. `,
  yourArticle: (article, outlet, copied) => runs`El artículo: ${article} (${outlet}${copied}).`,
  copied: (outlet) => `, el mismo texto que antes ${outlet}`,
  mutedStory: (name) => `${name} la silenció en este canal: ningún resumen la trae.`,
  mutedPhrase: (phrase, name) =>
    `Contiene ${phrase}, que ${name} silenció en este canal: ningún resumen la trae.`,
  inThisChannel: 'En este canal',
  noneLooked: (digests) =>
    digests === 1
      ? 'El último resumen no la miró: llegó después, o no tenía nada nuevo entonces.'
      : `Ninguno de los últimos ${number(digests)} resúmenes la miró: llegó después, o no tenía nada nuevo entonces.`,
  noneDue: 'Aquí aún no tocaba ningún resumen.',
  brought: 'publicada',
  leftOut: {
    told: 'fuera: nada en ella era nuevo para este canal',
    muted: 'fuera: está en silencio, o contiene una palabra silenciada',
    filtered: 'fuera: no es lo que pide la suscripción',
    beyond: 'fuera: otras pesaban más',
  },
};

export const posted: Texts['posted'] = {
  pending: 'espera para publicarse',
  sending: 'se está publicando',
  sent: 'publicado',
  ambiguous: 'la plataforma no dijo si está publicado: se está buscando',
  parked: 'abandonado',
};
