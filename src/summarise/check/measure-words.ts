import type { Concept } from './concept.ts';

/** Amounts and times without digits. See `CONCEPTS` for the bars. */
export const MEASURES: Readonly<Record<string, Concept>> = {
  hundreds: {
    kept: true,
    words: {
      en: 'hundreds',
      de: 'hunderte hunderten hunderter',
      es: 'cientos cientas centenar*',
      fr: 'centaine*',
      it: 'centinai*',
    },
  },
  thousands: {
    kept: true,
    words: {
      en: 'thousands',
      de: 'tausende tausenden tausender zehntausend* hunderttausend*',
      es: 'miles millares',
      fr: 'millier*',
      it: 'migliai*',
    },
  },
  dozens: {
    kept: true,
    words: {
      en: 'dozens scores | dozen 10 12 20 30 40 ten twenty about',
      de: 'dutzende dutzenden | dutzend',
      es: 'docenas decenas | decena docena puntua*',
      fr: 'dizaines douzaines vingtaine* trentaine* quarantaine* | dizaine douzaine score*',
      it: 'decine dozzine | decina dozzina',
    },
  },
  many: {
    words: {
      en: 'many numerous lots plenty | several much most multiple various more crowd* large number* widespread thousands hundreds dozens far',
      de: 'viele vielen vieler zahlreiche* | mehrere* meiste* viel zu',
      es: 'muchos muchas numeros* | varios varias demasiad* multitud mayoria gran',
      fr: 'nombreu* beaucoup | plusieurs trop nombre plupart',
      it: 'molti molte numeros* | diversi diverse gran',
    },
  },
  two: {
    kept: true,
    words: {
      en: 'two both second seconds twice 2 double* doubling pair couple twin*',
      de: 'zwei beide* zweite* zweimal zweiter 2 doppel* doppelt* verdoppel* paar zu_zweit sekunde* zwilling* zweier*',
      es: 'dos ambos ambas segund* 2 dobl* duplic* par pareja gemel*',
      fr: 'deux second* deuxieme* 2 doubl* couple paire jumeau* jumel*',
      it: 'due entramb* second* 2 doppi* raddoppi* coppia paio gemell*',
    },
  },
  half: {
    kept: true,
    words: {
      en: 'half halve* halving | 50 mid* semi* media average* mean* environment* medium 5',
      de: 'halfte halb halbe* halbier* halber | 50 anderthalb* eineinhalb* 5',
      es: 'mitad medio media medias | 50 5',
      fr: 'moitie demi demie demis | 50 5',
      it: 'meta mezzo mezza | 50 5',
    },
  },
  week: {
    words: {
      en: 'week* | fortnight*',
      de: 'woche* wochen*',
      es: 'semana*',
      fr: 'semaine* hebdo*',
      it: 'settiman*',
    },
  },
  month: {
    words: {
      en: 'month*',
      de: 'monat*',
      es: 'mes meses mensual*',
      fr: 'mois mensuel*',
      it: 'mese mesi mensil*',
    },
  },
};
