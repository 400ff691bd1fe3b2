import type { Grammar } from '../grammar.ts';
import { verbTable } from './verbs.ts';
import { words } from './words.ts';

export const SPANISH: Grammar = {
  language: 'es',
  verb: verbTable(`
    say say dijo dijeron dice dicen dicho decía diciendo
    declare say declaró declararon declara declarado manifestó manifestaron expresó expresaron proclamó sentenció
    claim say afirmó afirmaron afirma afirman afirmado aseguró aseguraron asegura aseguran asegurado sostuvo sostiene sostienen
    note say señaló señalaron señala señalan señalado indicó indicaron indica apuntó apunta precisó puntualizó detalló
    explain say explicó explicaron explica explican explicado aclaró aclara comentó comentaron comenta
    add say añadió añadieron añade agregó agregaron agrega prosiguió continuó concluyó
    emphasize say subrayó subraya destacó destaca recalcó recalca insistió insiste reiteró recordó recuerda
    warn say advirtió advierte alertó denunció denuncia lamentó lamenta criticó pidió exigió reclamó
    ask say preguntó pregunta respondió responde contestó replicó
    acknowledge say reconoció reconoce admitió admite confesó anunció anunciaron anuncia prometió
    joke say bromeó bromea ironizó exclamó exclama gritó ironiza
    tell say contó cuenta relató relata narró resumió resume rememoró
    concede say concedió concede matizó matiza zanjó remató celebró celebra confirmó confirma avisó avisa planteó propuso ordenó rogó justificó defendió
    write write tecleó escribió escribieron escribe escrito tuiteó publicó
    call call calificó califica llamó llama describió definió tildó tachó
    think think cree considera consideró opinó opina`),
  adverbs:
    words(`ha han había habían he también luego después antes ayer hoy no le les se lo ya aún además lunes martes miércoles jueves viernes
    sábado domingo`),
  be: words('fue fueron es son era eran sido ser'),
  pronouns: words('él ella ellos ellas yo nosotros usted quien'),
  breaks:
    words(`que porque si cuando donde como pero sino aunque mientras pues es son era fue fueron está están ha han había no se lo
    cuyo cuya cual qué`),
  prepositions: words('de del a al en con por para sobre según ante contra desde entre hasta tras'),
  fronted: words(
    'en tras según durante desde ante por para con además también sin pero y así ayer hoy al',
  ),
  determiners: words(
    'el la los las un una unos unas su sus este esta ese esa varios muchos otros otras algunos',
  ),
  insertions: words(
    'el la los las un una que quien quienes cuyo cuya de del en según también su exministro',
  ),
  relatives: words('que quien quienes'),
  conjunctions: words('y e o pero'),
  infinitive: 'a',
  sources: [['según'], ['de', 'acuerdo', 'con'], ['en', 'palabras', 'de']],
  quotedSources: [],
  sayingNouns: words(
    'comunicado mensaje declaración declaraciones palabras carta lema discurso respuesta informe artículo pancarta nota',
  ),
  possessives: words('su sus mi mis'),
  from: words('de del por'),
};
